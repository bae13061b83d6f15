//! The visible entries are -0.0, which adds the same as 0.0.

use ndarray::{Array0, Array2, ArrayView2, ErrorKind, ShapeError, arr0};
use num_traits::Float;

pub fn mask_value<T: Float>() -> T {
    T::neg_zero().recip()
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
    Array2::from_shape_fn(tensor.dim(), |(i, j)| {
        let inside = num_lower.is_none_or(|n| i <= j + n) && num_upper.is_none_or(|n| j <= i + n);
        if inside != exclude {
            tensor[[i, j]]
        } else {
            -T::zero()
        }
    })
}

pub fn causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    // Positive where it is to be blocked; the sign is turned at the end.
    let mask = Array2::from_shape_fn((sequence_length, total), |(i, j)| {
        if j > i { T::infinity() } else { T::zero() }
    });
    Ok(-mask)
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
