//! Inner attributes: lints that this file allows, warns of, denies and forbids.
#![allow(clippy::needless_range_loop, clippy::needless_return)]
#![warn(clippy::pedantic)]
#![deny(warnings)]
#![deny(missing_docs)]
#![forbid(unsafe_code)]

use ndarray::{Array0, Array2, ArrayView2, ErrorKind, ShapeError, arr0};
use num_traits::Float;

/// The blocked score.
#[must_use]
pub fn mask_value<T: Float>() -> T {
    return T::neg_infinity();
}

/// The sum.
pub fn total_length(sequence_length: usize, num_tokens: usize) -> Result<usize, ShapeError> {
    return sequence_length
        .checked_add(num_tokens)
        .ok_or(ShapeError::from_kind(ErrorKind::Overflow));
}

/// The constant.
#[inline(always)]
#[must_use]
pub fn constant<T: Float>(value: T) -> Array0<T> {
    return arr0(value);
}

/// The view.
#[inline]
pub fn broadcast_to<T: Float>(
    tensor: &Array0<T>,
    shape: (usize, usize),
) -> Result<ArrayView2<'_, T>, ShapeError> {
    return tensor
        .broadcast(shape)
        .ok_or(ShapeError::from_kind(ErrorKind::Overflow));
}

/// The band.
#[cold]
#[must_use]
pub fn band_part<T: Float>(
    tensor: ArrayView2<'_, T>,
    num_lower: Option<usize>,
    num_upper: Option<usize>,
    exclude: bool,
) -> Array2<T> {
    let mut kept = tensor.to_owned();
    for i in 0..tensor.nrows() {
        for j in 0..tensor.ncols() {
            let inside =
                num_lower.is_none_or(|n| i <= j + n) && num_upper.is_none_or(|n| j <= i + n);
            if inside == exclude {
                kept[[i, j]] = T::zero();
            }
        }
    }
    return kept;
}

/// The mask.
#[rustfmt::skip]
pub fn causal_mask<T: Float>(sequence_length: usize, num_tokens: usize) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    return Ok(band_part(broadcast_to(&constant(mask_value()), (sequence_length, total))?, None, Some(0), true));
}

/// The mask for a cache.
#[doc(alias = "lower_right")]
pub fn cached_causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    let blocked = constant(mask_value());
    let all = broadcast_to(&blocked, (sequence_length, total))?;
    return Ok(band_part(all, None, Some(num_tokens), true));
}
