//! Iterators that are collected into a vector, and the vector given a shape.

use ndarray::{Array0, Array2, ArrayView2, ErrorKind, ShapeError};
use num_traits::Float;
use std::iter;

pub fn mask_value<T: Float>() -> T {
    T::neg_infinity()
}

pub fn total_length(sequence_length: usize, num_tokens: usize) -> Result<usize, ShapeError> {
    [sequence_length, num_tokens]
        .into_iter()
        .try_fold(0_usize, |sum, part| sum.checked_add(part))
        .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
}

pub fn constant<T: Float>(value: T) -> Array0<T> {
    Array0::from_shape_vec((), iter::once(value).collect()).expect("one value for no dimensions")
}

pub fn broadcast_to<T: Float>(
    tensor: &Array0<T>,
    shape: (usize, usize),
) -> Result<ArrayView2<'_, T>, ShapeError> {
    tensor
        .broadcast(shape)
        .into_iter()
        .next()
        .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
}

pub fn band_part<T: Float>(
    tensor: ArrayView2<'_, T>,
    num_lower: Option<usize>,
    num_upper: Option<usize>,
    exclude: bool,
) -> Array2<T> {
    let entries = tensor
        .indexed_iter()
        .map(|((i, j), &x)| {
            let outside = num_lower.into_iter().any(|n| j + n < i)
                || num_upper.into_iter().any(|n| i + n < j);
            if outside == exclude { x } else { T::zero() }
        })
        .collect();
    Array2::from_shape_vec(tensor.dim(), entries).expect("as many entries as before")
}

pub fn causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    let entries = (0..sequence_length)
        .flat_map(|i| {
            iter::repeat_n(T::zero(), i + 1).chain(iter::repeat_n(mask_value(), total - i - 1))
        })
        .collect();
    Array2::from_shape_vec((sequence_length, total), entries)
}

pub fn cached_causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    let entries: Vec<T> = (0..sequence_length)
        .flat_map(|i| (0..total).map(move |j| (i, j)))
        .map(|(i, j)| {
            if j <= i + num_tokens {
                T::zero()
            } else {
                mask_value()
            }
        })
        .collect();
    Array2::from_shape_vec((sequence_length, total), entries)
}
