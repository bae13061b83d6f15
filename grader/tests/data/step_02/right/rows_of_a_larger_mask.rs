//! The mask for a cache is the end of a larger square mask, and the causal one its beginning.

use ndarray::{Array0, Array2, ArrayView2, Axis, ErrorKind, ShapeError, Slice, arr0, s};
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
    let mut kept = tensor.into_owned();
    kept.indexed_iter_mut().for_each(|((i, j), entry)| {
        let inside = num_lower.is_none_or(|n| i <= j + n) && num_upper.is_none_or(|n| j <= i + n);
        if inside == exclude {
            *entry = T::zero();
        }
    });
    kept
}

fn square<T: Float>(side: usize) -> Result<Array2<T>, ShapeError> {
    let blocked = constant(mask_value());
    let mask = broadcast_to(&blocked, (side, side))?;
    Ok(band_part(mask, None, Some(0), true))
}

pub fn causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let square = square(total_length(sequence_length, num_tokens)?)?;
    Ok(square.slice_move(s![..sequence_length, ..]))
}

pub fn cached_causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let mut square = square(total_length(sequence_length, num_tokens)?)?;
    square.slice_axis_inplace(Axis(0), Slice::from(num_tokens..));
    Ok(square)
}
