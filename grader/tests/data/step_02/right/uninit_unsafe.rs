//! Uninitialised memory that is filled cell by cell, with `unsafe`.

use ndarray::{Array0, Array2, ArrayView2, ErrorKind, ShapeError};
use num_traits::Float;
use std::mem::MaybeUninit;

pub fn mask_value<T: Float>() -> T {
    T::neg_infinity()
}

pub fn total_length(sequence_length: usize, num_tokens: usize) -> Result<usize, ShapeError> {
    sequence_length
        .checked_add(num_tokens)
        .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
}

pub fn constant<T: Float>(value: T) -> Array0<T> {
    let mut array = Array0::<T>::uninit(());
    array[()] = MaybeUninit::new(value);
    // SAFETY: its one entry was just written.
    unsafe { array.assume_init() }
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
    let mut kept = Array2::<T>::uninit(tensor.dim());
    for ((i, j), cell) in kept.indexed_iter_mut() {
        let inside = num_lower.is_none_or(|n| i <= j + n) && num_upper.is_none_or(|n| j <= i + n);
        // SAFETY: `kept` has the shape of `tensor`, so the index is in bounds.
        let entry = unsafe { *tensor.uget((i, j)) };
        cell.write(if inside == exclude { T::zero() } else { entry });
    }
    // SAFETY: the loop has written every cell.
    unsafe { kept.assume_init() }
}

pub fn causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    let mut mask = Array2::<T>::uninit((sequence_length, total));
    for i in 0..sequence_length {
        for j in 0..total {
            let value = if j <= i { T::zero() } else { mask_value() };
            // SAFETY: both indices are below the shape.
            unsafe { mask.uget_mut((i, j)).write(value) };
        }
    }
    // SAFETY: the loops have written every cell.
    Ok(unsafe { mask.assume_init() })
}

pub fn cached_causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    let mut entries = Vec::<T>::with_capacity(sequence_length * total);
    for (k, place) in entries.spare_capacity_mut()[..sequence_length * total]
        .iter_mut()
        .enumerate()
    {
        let (i, j) = (k / total, k % total);
        place.write(if j <= i + num_tokens {
            T::zero()
        } else {
            mask_value()
        });
    }
    // SAFETY: all of them were just written.
    unsafe { entries.set_len(sequence_length * total) };
    Array2::from_shape_vec((sequence_length, total), entries)
}
