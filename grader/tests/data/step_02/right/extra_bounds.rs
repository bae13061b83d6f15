//! More bounds than were asked for, all of which the four dtypes meet.

use ndarray::{Array0, Array2, ArrayView2, ErrorKind, LinalgScalar, ShapeError, arr0};
use num_traits::{Float, FromPrimitive, NumAssignOps};
use std::fmt::{Debug, Display, LowerExp};
use std::iter::Sum;

pub fn mask_value<T: Float + FromPrimitive>() -> T {
    T::from_f32(f32::NEG_INFINITY).expect("it has infinities")
}

pub fn total_length(sequence_length: usize, num_tokens: usize) -> Result<usize, ShapeError> {
    sequence_length
        .checked_add(num_tokens)
        .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
}

pub fn constant<T: Float + Debug + Display + LowerExp>(value: T) -> Array0<T> {
    let array = arr0(value);
    debug_assert_eq!(array.ndim(), 0, "{value} {value:?} {value:e}");
    array
}

pub fn broadcast_to<T>(
    tensor: &Array0<T>,
    shape: (usize, usize),
) -> Result<ArrayView2<'_, T>, ShapeError>
where
    T: Float + Default + PartialOrd + Copy,
{
    tensor
        .broadcast(shape)
        .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
}

pub fn band_part<T: Float + NumAssignOps + Default>(
    tensor: ArrayView2<'_, T>,
    num_lower: Option<usize>,
    num_upper: Option<usize>,
    exclude: bool,
) -> Array2<T> {
    let mut kept = Array2::<T>::default(tensor.dim());
    for ((i, j), entry) in kept.indexed_iter_mut() {
        let inside = num_lower.is_none_or(|n| i <= j + n) && num_upper.is_none_or(|n| j <= i + n);
        if inside != exclude {
            *entry += tensor[[i, j]];
        }
    }
    kept
}

pub fn causal_mask<T>(sequence_length: usize, num_tokens: usize) -> Result<Array2<T>, ShapeError>
where
    T: Float + LinalgScalar + NumAssignOps + Default + Sum<T>,
    T: FromPrimitive + Debug + Display + LowerExp + Send + Sync + 'static,
{
    let total = total_length(sequence_length, num_tokens)?;
    let blocked = constant(mask_value());
    let mask = broadcast_to(&blocked, (sequence_length, total))?;
    Ok(band_part(mask, None, Some(0), true))
}

pub fn cached_causal_mask<T: Float + NumAssignOps + Default + FromPrimitive + 'static>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    let blocked = Array2::from_elem((sequence_length, total), mask_value());
    Ok(band_part(blocked.view(), None, Some(num_tokens), true))
}
