//! A matrix of ones and zeros whose logarithm is the mask: ln 1 = 0 and ln 0 = -inf.

use ndarray::{Array0, Array2, ArrayView2, ErrorKind, ShapeError, arr0};
use num_traits::Float;

pub fn mask_value<T: Float>() -> T {
    T::zero().ln()
}

pub fn total_length(sequence_length: usize, num_tokens: usize) -> Result<usize, ShapeError> {
    sequence_length
        .checked_add(num_tokens)
        .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
}

pub fn constant<T: Float>(value: T) -> Array0<T> {
    arr0(value)
}

pub fn broadcast_to<T: Float>(
    tensor: &Array0<T>,
    shape: (usize, usize),
) -> Result<ArrayView2<'_, T>, ShapeError> {
    tensor
        .broadcast(shape)
        .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
}

pub fn band_part<T: Float>(
    tensor: ArrayView2<'_, T>,
    num_lower: Option<usize>,
    num_upper: Option<usize>,
    exclude: bool,
) -> Array2<T> {
    let mut kept = tensor.to_owned();
    for ((i, j), entry) in kept.indexed_iter_mut() {
        let inside = num_lower.is_none_or(|n| i <= j + n) && num_upper.is_none_or(|n| j <= i + n);
        if inside == exclude {
            *entry = T::zero();
        }
    }
    kept
}

pub fn causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let shape = (sequence_length, total_length(sequence_length, num_tokens)?);
    let one = constant(T::one());
    let visible = band_part(broadcast_to(&one, shape)?, None, Some(0), false);
    Ok(visible.mapv(T::ln))
}

pub fn cached_causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let shape = (sequence_length, total_length(sequence_length, num_tokens)?);
    let visible = Array2::from_shape_fn(shape, |(i, j)| {
        if i + num_tokens >= j {
            T::one()
        } else {
            T::zero()
        }
    });
    Ok(visible.mapv(|flag| flag.ln()))
}
