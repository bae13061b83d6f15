//! One predicate, handed from function to function as a closure.

use ndarray::{Array0, Array2, ArrayView2, ErrorKind, ShapeError, arr0};
use num_traits::Float;

pub fn mask_value<T: Float>() -> T {
    T::neg_infinity()
}

pub fn total_length(sequence_length: usize, num_tokens: usize) -> Result<usize, ShapeError> {
    match sequence_length.checked_add(num_tokens) {
        Some(sum) => Ok(sum),
        None => Err(ShapeError::from_kind(ErrorKind::Overflow)),
    }
}

pub fn constant<T: Float>(value: T) -> Array0<T> {
    arr0(value)
}

pub fn broadcast_to<T: Float>(
    tensor: &Array0<T>,
    shape: (usize, usize),
) -> Result<ArrayView2<'_, T>, ShapeError> {
    match tensor.broadcast(shape) {
        Some(view) => Ok(view),
        None => Err(ShapeError::from_kind(ErrorKind::Overflow)),
    }
}

pub fn band_part<T: Float>(
    tensor: ArrayView2<'_, T>,
    num_lower: Option<usize>,
    num_upper: Option<usize>,
    exclude: bool,
) -> Array2<T> {
    let below = |i: usize, j: usize| num_lower.is_some_and(|lower| i > j + lower);
    let above = |i: usize, j: usize| num_upper.is_some_and(|upper| j > i + upper);
    select(tensor, |i, j| (below(i, j) || above(i, j)) == exclude)
}

pub fn causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    blocked_where(sequence_length, num_tokens, |i, j| j > i)
}

pub fn cached_causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    blocked_where(sequence_length, num_tokens, |i, j| j > i + num_tokens)
}

fn blocked_where<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
    blocked: impl Fn(usize, usize) -> bool,
) -> Result<Array2<T>, ShapeError> {
    let columns = total_length(sequence_length, num_tokens)?;
    let value = constant(mask_value());
    let all = broadcast_to(&value, (sequence_length, columns))?;
    Ok(select(all, blocked))
}

fn select<T: Float>(tensor: ArrayView2<'_, T>, keep: impl Fn(usize, usize) -> bool) -> Array2<T> {
    Array2::from_shape_fn(tensor.raw_dim(), |(i, j)| {
        if keep(i, j) {
            tensor[(i, j)]
        } else {
            T::zero()
        }
    })
}
