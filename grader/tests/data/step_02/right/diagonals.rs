//! Works diagonal by diagonal, and not row by row.

use ndarray::{Array0, Array2, ArrayView2, ErrorKind, ShapeError, arr0, s};
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
    let (rows, columns) = tensor.dim();
    let mut kept = Array2::zeros((rows, columns));
    for below in 1..rows {
        if num_lower.is_none_or(|n| below <= n) != exclude {
            let diagonal = tensor.slice(s![below.., ..]);
            kept.slice_mut(s![below.., ..])
                .diag_mut()
                .assign(&diagonal.diag());
        }
    }
    for above in 0..columns {
        if num_upper.is_none_or(|n| above <= n) != exclude {
            let diagonal = tensor.slice(s![.., above..]);
            kept.slice_mut(s![.., above..])
                .diag_mut()
                .assign(&diagonal.diag());
        }
    }
    kept
}

pub fn causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    blocked_from(1, sequence_length, num_tokens)
}

pub fn cached_causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    blocked_from(num_tokens.saturating_add(1), sequence_length, num_tokens)
}

fn blocked_from<T: Float>(
    first: usize,
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    let mut mask = Array2::zeros((sequence_length, total));
    for above in first..total {
        let mut part = mask.slice_mut(s![.., above..]);
        part.diag_mut().fill(mask_value());
    }
    Ok(mask)
}
