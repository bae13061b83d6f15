//! Whole stretches of rows with `s![]`, `fill` and `assign`.

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
    for i in 0..rows {
        // The band covers the columns from..to of this row.
        let from = num_lower.map_or(0, |n| i.saturating_sub(n)).min(columns);
        let to = num_upper
            .map_or(columns, |n| columns.min(i + n + 1))
            .max(from);
        if exclude {
            kept.slice_mut(s![i, ..from])
                .assign(&tensor.slice(s![i, ..from]));
            kept.slice_mut(s![i, to..])
                .assign(&tensor.slice(s![i, to..]));
        } else {
            kept.slice_mut(s![i, from..to])
                .assign(&tensor.slice(s![i, from..to]));
        }
    }
    kept
}

pub fn causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    let mut mask = Array2::from_elem((sequence_length, total), mask_value::<T>());
    for i in 0..sequence_length {
        mask.slice_mut(s![i, ..=i]).fill(T::zero());
    }
    Ok(mask)
}

pub fn cached_causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    let mut mask = Array2::zeros((sequence_length, total));
    mask.slice_mut(s![.., num_tokens..])
        .assign(&causal_mask(sequence_length, 0)?);
    Ok(mask)
}
