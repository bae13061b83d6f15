//! A matrix of `bool` first, which is then mapped to numbers.

use ndarray::{Array0, Array2, ArrayView2, ErrorKind, ShapeError, Zip, arr0};
use num_traits::Float;

pub fn mask_value<T: Float>() -> T {
    T::from(f64::NEG_INFINITY).unwrap()
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

fn flags(
    shape: (usize, usize),
    num_lower: Option<usize>,
    num_upper: Option<usize>,
) -> Array2<bool> {
    let mut flags = Array2::from_elem(shape, true);
    if let Some(n) = num_lower {
        let below = Array2::from_shape_fn(shape, |(i, j)| i > j + n);
        flags = flags & !below;
    }
    if let Some(n) = num_upper {
        let above = Array2::from_shape_fn(shape, |(i, j)| j > i + n);
        flags = flags & !above;
    }
    flags
}

pub fn band_part<T: Float>(
    tensor: ArrayView2<'_, T>,
    num_lower: Option<usize>,
    num_upper: Option<usize>,
    exclude: bool,
) -> Array2<T> {
    let inside = flags(tensor.dim(), num_lower, num_upper);
    let keep = if exclude { !inside } else { inside };
    Zip::from(&keep)
        .and(tensor)
        .map_collect(|&keep, &x| if keep { x } else { T::zero() })
}

pub fn causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    let visible = flags((sequence_length, total), None, Some(0));
    Ok(visible.map(|&visible| if visible { T::zero() } else { mask_value() }))
}

pub fn cached_causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    let hidden = !flags((sequence_length, total), None, Some(num_tokens));
    Ok(hidden.mapv(|hidden| if hidden { mask_value() } else { T::zero() }))
}
