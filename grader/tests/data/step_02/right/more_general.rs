//! Signatures that take more than was asked for.

use ndarray::{Array, ArrayBase, ArrayView2, Data, Dimension, ErrorKind, Ix0, Ix2, ShapeError};
use num_traits::Float;

pub fn mask_value<T>() -> T
where
    T: Float,
{
    T::neg_infinity()
}

pub fn total_length(
    sequence_length: impl Into<Option<usize>>,
    num_tokens: usize,
) -> Result<usize, ShapeError> {
    sequence_length
        .into()
        .unwrap_or_default()
        .checked_add(num_tokens)
        .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
}

pub fn constant<T>(value: T) -> Array<T, Ix0> {
    ndarray::arr0(value)
}

pub fn broadcast_to<S, D>(
    tensor: &ArrayBase<S, D>,
    shape: (usize, usize),
) -> Result<ArrayView2<'_, S::Elem>, ShapeError>
where
    S: Data,
    D: Dimension,
{
    tensor
        .broadcast(shape)
        .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
}

pub fn band_part<S>(
    tensor: ArrayBase<S, Ix2>,
    num_lower: impl Into<Option<usize>>,
    num_upper: impl Into<Option<usize>>,
    exclude: bool,
) -> Array<S::Elem, Ix2>
where
    S: Data<Elem: Clone + num_traits::Zero>,
{
    let (num_lower, num_upper) = (num_lower.into(), num_upper.into());
    Array::from_shape_fn(tensor.dim(), |(i, j)| {
        let inside = num_lower.is_none_or(|n| i <= j + n) && num_upper.is_none_or(|n| j <= i + n);
        if inside != exclude {
            tensor[[i, j]].clone()
        } else {
            num_traits::Zero::zero()
        }
    })
}

pub fn causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array<T, Ix2>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    let blocked = constant(mask_value());
    let mask = broadcast_to(&blocked, (sequence_length, total))?;
    Ok(band_part(mask, None, 0, true))
}

pub fn cached_causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array<T, Ix2>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    let blocked = constant(mask_value());
    let mask = broadcast_to(&blocked, (sequence_length, total))?;
    Ok(band_part(mask, None, num_tokens, true))
}
