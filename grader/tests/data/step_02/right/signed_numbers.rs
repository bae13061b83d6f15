//! Signed arithmetic: the distance j - i may be negative.

use ndarray::{Array0, Array2, ArrayView2, ErrorKind, ShapeError, arr0};
use num_traits::{Float, ToPrimitive};

pub fn mask_value<T: Float>() -> T {
    T::neg_infinity()
}

pub fn total_length(sequence_length: usize, num_tokens: usize) -> Result<usize, ShapeError> {
    (sequence_length as i128 + num_tokens as i128)
        .to_usize()
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
    // As in NumPy and MAX, a negative bound is none.
    let lower = num_lower.map_or(-1, |n| n as i64);
    let upper = num_upper.map_or(-1, |n| n as i64);
    Array2::from_shape_fn(tensor.dim(), |(i, j)| {
        let distance = j as i64 - i as i64;
        let inside = (lower < 0 || -distance <= lower) && (upper < 0 || distance <= upper);
        if inside == exclude {
            T::zero()
        } else {
            tensor[[i, j]]
        }
    })
}

pub fn causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
        if (i as isize - j as isize) < 0 {
            mask_value()
        } else {
            T::zero()
        }
    }))
}

pub fn cached_causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
        if (i as isize + num_tokens as isize - j as isize).is_negative() {
            mask_value()
        } else {
            T::zero()
        }
    }))
}
