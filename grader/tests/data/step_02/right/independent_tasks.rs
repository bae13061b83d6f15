//! No answer uses another one: every task is solved from scratch.

use ndarray::{Array, Array0, Array2, ArrayView2, ErrorKind, Ix0, Ix2, ShapeError};
use num_traits::Float;

pub fn mask_value<T: Float>() -> T {
    -T::one() / T::zero()
}

pub fn total_length(sequence_length: usize, num_tokens: usize) -> Result<usize, ShapeError> {
    let sum = sequence_length as u128 + num_tokens as u128;
    usize::try_from(sum).map_err(|_| ShapeError::from_kind(ErrorKind::Overflow))
}

pub fn constant<T: Float>(value: T) -> Array0<T> {
    Array::<T, Ix0>::from_shape_fn((), |()| value)
}

pub fn broadcast_to<T: Float>(
    tensor: &Array0<T>,
    shape: (usize, usize),
) -> Result<ArrayView2<'_, T>, ShapeError> {
    match tensor.broadcast(Ix2(shape.0, shape.1)) {
        Some(view) => Ok(view),
        None => Err(ShapeError::from_kind(ErrorKind::Overflow)),
    }
}

pub fn band_part<T: Float>(
    tensor: ArrayView2<'_, T>,
    num_lower: Option<usize>,
    num_upper: Option<usize>,
    exclude: bool,
) -> Array2<T> {
    let mut kept = Array::zeros(tensor.raw_dim());
    for ((i, j), &x) in tensor.indexed_iter() {
        let inside = num_lower.is_none_or(|n| i <= j + n) && num_upper.is_none_or(|n| j <= i + n);
        if inside != exclude {
            kept[[i, j]] = x;
        }
    }
    kept
}

pub fn causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let Some(total) = sequence_length.checked_add(num_tokens) else {
        return Err(ShapeError::from_kind(ErrorKind::Unsupported));
    };
    let mut mask = Array::from_elem((sequence_length, total), T::neg_infinity());
    for (i, mut row) in mask.outer_iter_mut().enumerate() {
        row.iter_mut().take(i + 1).for_each(|x| *x = T::zero());
    }
    Ok(mask)
}

pub fn cached_causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let Some(total) = sequence_length.checked_add(num_tokens) else {
        return Err(ShapeError::from_kind(ErrorKind::Unsupported));
    };
    let mut mask = Array::zeros((sequence_length, total));
    for (i, mut row) in mask.outer_iter_mut().enumerate() {
        let later = row.iter_mut().skip(num_tokens + i + 1);
        later.for_each(|x| *x = T::neg_infinity());
    }
    Ok(mask)
}
