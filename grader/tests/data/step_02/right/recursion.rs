//! Functions that call themselves, where others write loops.

use ndarray::{Array0, Array2, ArrayView2, ErrorKind, ShapeError, arr0, s};
use num_traits::Float;

pub fn mask_value<T: Float>() -> T {
    fn grow<T: Float>(x: T) -> T {
        if x.is_infinite() { x } else { grow(x + x) }
    }
    grow(-T::one())
}

pub fn total_length(sequence_length: usize, num_tokens: usize) -> Result<usize, ShapeError> {
    if sequence_length < num_tokens {
        return total_length(num_tokens, sequence_length);
    }
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
    let mut kept = Array2::zeros(tensor.dim());
    band_from(0, tensor, num_lower, num_upper, exclude, &mut kept);
    kept
}

fn band_from<T: Float>(
    i: usize,
    tensor: ArrayView2<'_, T>,
    num_lower: Option<usize>,
    num_upper: Option<usize>,
    exclude: bool,
    kept: &mut Array2<T>,
) {
    if i == tensor.nrows() {
        return;
    }
    for j in 0..tensor.ncols() {
        let inside = num_lower.is_none_or(|n| i <= j + n) && num_upper.is_none_or(|n| j <= i + n);
        if inside != exclude {
            kept[[i, j]] = tensor[[i, j]];
        }
    }
    band_from(i + 1, tensor, num_lower, num_upper, exclude, kept);
}

pub fn causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    if sequence_length == 0 {
        return Ok(Array2::zeros((0, total)));
    }
    // A mask that has one row less and as many columns, and one more row below.
    let mut mask = Array2::zeros((sequence_length, total));
    mask.slice_mut(s![..sequence_length - 1, ..])
        .assign(&causal_mask(sequence_length - 1, num_tokens + 1)?);
    mask.slice_mut(s![sequence_length - 1, sequence_length..])
        .fill(mask_value());
    Ok(mask)
}

pub fn cached_causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    if sequence_length == 0 {
        return Ok(Array2::zeros((0, total)));
    }
    let mut mask = Array2::zeros((sequence_length, total));
    mask.slice_mut(s![1.., ..])
        .assign(&cached_causal_mask(sequence_length - 1, num_tokens + 1)?);
    mask.slice_mut(s![0, num_tokens + 1..]).fill(mask_value());
    Ok(mask)
}
