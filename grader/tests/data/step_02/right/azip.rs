//! The macro `azip!`, everything brought in by `ndarray::prelude::*`.

use ndarray::prelude::*;
use ndarray::{ErrorKind, ShapeError};
use num_traits::Float;

pub fn mask_value<T: Float>() -> T {
    T::neg_infinity()
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
    let mut out = Array2::zeros(tensor.dim());
    azip!((index (i, j), out in &mut out, &x in &tensor) {
        let in_lower = match num_lower {
            Some(n) => i <= j + n,
            None => true,
        };
        let in_upper = match num_upper {
            Some(n) => j <= i + n,
            None => true,
        };
        if (in_lower && in_upper) != exclude {
            *out = x;
        }
    });
    out
}

pub fn causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    let mut mask = Array2::zeros((sequence_length, total));
    azip!((index (i, j), cell in &mut mask) if j > i { *cell = mask_value() });
    Ok(mask)
}

pub fn cached_causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    let mut mask = Array2::zeros((sequence_length, total));
    azip!((index (i, j), cell in &mut mask) if j > num_tokens + i { *cell = mask_value() });
    Ok(mask)
}
