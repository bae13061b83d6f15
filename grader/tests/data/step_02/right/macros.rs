//! Macros of the learner's own, one of which writes two of the functions.

use ndarray::{Array0, Array2, ArrayView2, ErrorKind, ShapeError, arr0};
use num_traits::Float;

macro_rules! overflow {
    () => {
        ShapeError::from_kind(ErrorKind::Overflow)
    };
}

macro_rules! or {
    ($condition:expr, $yes:expr, $no:expr) => {
        if $condition { $yes } else { $no }
    };
}

macro_rules! mask {
    ($name:ident, |$sequence_length:ident, $num_tokens:ident| $upper:expr) => {
        pub fn $name<T: Float>(
            $sequence_length: usize,
            $num_tokens: usize,
        ) -> Result<Array2<T>, ShapeError> {
            let total = total_length($sequence_length, $num_tokens)?;
            let blocked = constant(mask_value());
            let mask = broadcast_to(&blocked, ($sequence_length, total))?;
            Ok(band_part(mask, None, Some($upper), true))
        }
    };
}

pub fn mask_value<T: Float>() -> T {
    T::neg_infinity()
}

pub fn total_length(sequence_length: usize, num_tokens: usize) -> Result<usize, ShapeError> {
    sequence_length.checked_add(num_tokens).ok_or(overflow!())
}

pub fn constant<T: Float>(value: T) -> Array0<T> {
    arr0(value)
}

pub fn broadcast_to<T: Float>(
    tensor: &Array0<T>,
    shape: (usize, usize),
) -> Result<ArrayView2<'_, T>, ShapeError> {
    tensor.broadcast(shape).ok_or(overflow!())
}

pub fn band_part<T: Float>(
    tensor: ArrayView2<'_, T>,
    num_lower: Option<usize>,
    num_upper: Option<usize>,
    exclude: bool,
) -> Array2<T> {
    Array2::from_shape_fn(tensor.dim(), |(i, j)| {
        let inside = num_lower.is_none_or(|n| i <= j + n) && num_upper.is_none_or(|n| j <= i + n);
        or!(inside == exclude, T::zero(), tensor[[i, j]])
    })
}

mask!(causal_mask, |sequence_length, num_tokens| 0);
mask!(cached_causal_mask, |sequence_length, num_tokens| num_tokens);
