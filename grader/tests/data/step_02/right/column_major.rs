//! Results that are stored column by column.

use ndarray::{Array0, Array2, ArrayView2, ErrorKind, ShapeBuilder, ShapeError, arr0};
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
    let (rows, columns) = shape;
    tensor
        .broadcast((columns, rows))
        .map(|view| view.reversed_axes())
        .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
}

pub fn band_part<T: Float>(
    tensor: ArrayView2<'_, T>,
    num_lower: Option<usize>,
    num_upper: Option<usize>,
    exclude: bool,
) -> Array2<T> {
    let mut kept = Array2::zeros(tensor.dim().f());
    for (j, mut column) in kept.columns_mut().into_iter().enumerate() {
        for (i, entry) in column.iter_mut().enumerate() {
            let inside =
                num_lower.is_none_or(|n| i <= j + n) && num_upper.is_none_or(|n| j <= i + n);
            if inside != exclude {
                *entry = tensor[[i, j]];
            }
        }
    }
    kept
}

pub fn causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    Ok(Array2::from_shape_fn(
        (sequence_length, total).f(),
        |(i, j)| {
            if j <= i { T::zero() } else { mask_value() }
        },
    ))
}

pub fn cached_causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    // Made the wrong way round and then turned, without moving anything.
    let turned = Array2::from_shape_fn((total, sequence_length), |(j, i)| {
        if j <= i + num_tokens {
            T::zero()
        } else {
            mask_value()
        }
    });
    Ok(turned.reversed_axes())
}
