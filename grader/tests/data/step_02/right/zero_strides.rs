//! The broadcast view made by hand, with strides of 0, and a mask made of one long row that is read shifted.

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
    let slice = tensor
        .as_slice()
        .ok_or(ShapeError::from_kind(ErrorKind::IncompatibleLayout))?;
    ArrayView2::from_shape(shape.strides((0, 0)), slice)
}

pub fn band_part<T: Float>(
    tensor: ArrayView2<'_, T>,
    num_lower: Option<usize>,
    num_upper: Option<usize>,
    exclude: bool,
) -> Array2<T> {
    let mut kept = tensor.to_owned();
    kept.indexed_iter_mut().for_each(|((i, j), entry)| {
        let inside = num_lower.is_none_or(|n| i <= j + n) && num_upper.is_none_or(|n| j <= i + n);
        if inside == exclude {
            *entry = T::zero();
        }
    });
    kept
}

/// Every row is the one above it, moved by one: a window that moves to the left over zeros and blocked scores.
fn sliding<T: Float>(rows: usize, columns: usize, visible: usize) -> Result<Array2<T>, ShapeError> {
    let mut long = vec![T::zero(); rows + visible];
    long.resize(rows + columns, mask_value());
    let mut mask = Array2::zeros((rows, columns));
    for (i, mut row) in mask.rows_mut().into_iter().enumerate() {
        let window = &long[rows - 1 - i..][..columns];
        row.assign(&ndarray::aview1(window));
    }
    Ok(mask)
}

pub fn causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    sliding(sequence_length, total, 0)
}

pub fn cached_causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    sliding(sequence_length, total, num_tokens)
}
