//! An error type of the learner's own inside, and errors of many kinds outside.

use ndarray::{Array0, Array1, Array2, ArrayView2, ErrorKind, ShapeError, arr0};
use num_traits::{CheckedAdd, CheckedMul, Float};
use std::error::Error;
use std::fmt;

#[derive(Debug)]
enum MaskError {
    TooLong {
        sequence_length: usize,
        num_tokens: usize,
    },
    Broadcast((usize, usize)),
}

impl fmt::Display for MaskError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong {
                sequence_length,
                num_tokens,
            } => {
                write!(f, "{sequence_length} + {num_tokens} is too long")
            }
            Self::Broadcast(shape) => write!(f, "cannot broadcast to {shape:?}"),
        }
    }
}

impl Error for MaskError {}

impl From<MaskError> for ShapeError {
    fn from(error: MaskError) -> Self {
        eprintln!("{error}");
        Self::from_kind(match error {
            MaskError::TooLong { .. } => ErrorKind::RangeLimited,
            MaskError::Broadcast(_) => ErrorKind::IncompatibleShape,
        })
    }
}

/// An error of ndarray's own making, for who does not find `from_kind`.
fn some_shape_error() -> ShapeError {
    Array1::from_shape_vec(1, Vec::<u8>::new()).unwrap_err()
}

pub fn mask_value<T: Float>() -> T {
    T::neg_infinity()
}

pub fn total_length(sequence_length: usize, num_tokens: usize) -> Result<usize, ShapeError> {
    let sum = CheckedAdd::checked_add(&sequence_length, &num_tokens);
    let sum = sum.ok_or(MaskError::TooLong {
        sequence_length,
        num_tokens,
    })?;
    Ok(sum)
}

pub fn constant<T: Float>(value: T) -> Array0<T> {
    arr0(value)
}

pub fn broadcast_to<T: Float>(
    tensor: &Array0<T>,
    shape: (usize, usize),
) -> Result<ArrayView2<'_, T>, ShapeError> {
    let area = CheckedMul::checked_mul(&shape.0, &shape.1);
    area.ok_or_else(some_shape_error)?;
    Ok(tensor.broadcast(shape).ok_or(MaskError::Broadcast(shape))?)
}

pub fn band_part<T: Float>(
    tensor: ArrayView2<'_, T>,
    num_lower: Option<usize>,
    num_upper: Option<usize>,
    exclude: bool,
) -> Array2<T> {
    let try_band = || -> Result<Array2<T>, Box<dyn Error>> {
        let mut kept = Array2::zeros(tensor.dim());
        for ((i, j), entry) in kept.indexed_iter_mut() {
            let inside =
                num_lower.is_none_or(|n| i <= j + n) && num_upper.is_none_or(|n| j <= i + n);
            if inside != exclude {
                *entry = *tensor.get((i, j)).ok_or("there is no such entry")?;
            }
        }
        Ok(kept)
    };
    try_band().expect("both have the same shape")
}

pub fn causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens).map_err(|_| some_shape_error())?;
    let blocked = constant(mask_value());
    let mask = broadcast_to(&blocked, (sequence_length, total))?;
    Ok(band_part(mask, None, Some(0), true))
}

pub fn cached_causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    let blocked = constant(mask_value());
    let mask = broadcast_to(&blocked, (sequence_length, total))?;
    Ok(band_part(mask, None, Some(num_tokens), true))
}
