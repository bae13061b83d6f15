//! Traits of the learner's own, on numbers, on shapes and on views.

use ndarray::{Array0, Array2, ArrayView2, ErrorKind, ShapeError, arr0};
use num_traits::Float;

/// What an entry of a mask can be.
pub trait Score: Float {
    const DESCRIPTION: &'static str = "a score";

    fn visible() -> Self {
        Self::zero()
    }

    fn blocked() -> Self {
        Self::neg_infinity()
    }
}

impl<T: Float> Score for T {}

trait OrOverflow<T> {
    fn or_overflow(self) -> Result<T, ShapeError>;
}

impl<T> OrOverflow<T> for Option<T> {
    fn or_overflow(self) -> Result<T, ShapeError> {
        self.ok_or(ShapeError::from_kind(ErrorKind::Overflow))
    }
}

trait BandPart {
    type Output;

    fn band_part(self, bounds: (Option<usize>, Option<usize>), exclude: bool) -> Self::Output;
}

impl<T: Score> BandPart for ArrayView2<'_, T> {
    type Output = Array2<T>;

    fn band_part(self, (lower, upper): (Option<usize>, Option<usize>), exclude: bool) -> Array2<T> {
        Array2::from_shape_fn(self.dim(), |(i, j)| {
            let inside = lower.is_none_or(|n| i <= j + n) && upper.is_none_or(|n| j <= i + n);
            if inside == exclude {
                T::visible()
            } else {
                self[[i, j]]
            }
        })
    }
}

trait Rule {
    fn hides(&self, query: usize, key: usize) -> bool;

    fn mask<T: Score>(&self, queries: usize, keys: usize) -> Array2<T> {
        Array2::from_shape_fn((queries, keys), |(i, j)| {
            if self.hides(i, j) {
                T::blocked()
            } else {
                T::visible()
            }
        })
    }
}

struct UpperLeft;
struct LowerRight(usize);

impl Rule for UpperLeft {
    fn hides(&self, query: usize, key: usize) -> bool {
        query < key
    }
}

impl Rule for LowerRight {
    fn hides(&self, query: usize, key: usize) -> bool {
        UpperLeft.hides(query + self.0, key)
    }
}

pub fn mask_value<T: Float>() -> T {
    T::blocked()
}

pub fn total_length(sequence_length: usize, num_tokens: usize) -> Result<usize, ShapeError> {
    sequence_length.checked_add(num_tokens).or_overflow()
}

pub fn constant<T: Float>(value: T) -> Array0<T> {
    arr0(value)
}

pub fn broadcast_to<T: Float>(
    tensor: &Array0<T>,
    shape: (usize, usize),
) -> Result<ArrayView2<'_, T>, ShapeError> {
    tensor.broadcast(shape).or_overflow()
}

pub fn band_part<T: Float>(
    tensor: ArrayView2<'_, T>,
    num_lower: Option<usize>,
    num_upper: Option<usize>,
    exclude: bool,
) -> Array2<T> {
    tensor.band_part((num_lower, num_upper), exclude)
}

pub fn causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    Ok(UpperLeft.mask(sequence_length, total_length(sequence_length, num_tokens)?))
}

pub fn cached_causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let rule = LowerRight(num_tokens);
    Ok(rule.mask(sequence_length, total_length(sequence_length, num_tokens)?))
}
