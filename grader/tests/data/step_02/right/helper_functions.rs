//! Small functions of the learner's own around the ones that were asked for, some of them public.

use ndarray::{Array0, Array2, ArrayView2, ErrorKind, ShapeError, arr0};
use num_traits::Float;

fn overflow() -> ShapeError {
    ShapeError::from_kind(ErrorKind::Overflow)
}

pub fn is_visible(query: usize, key: usize) -> bool {
    key <= query
}

pub fn is_visible_with_cache(query: usize, key: usize, cached: usize) -> bool {
    is_visible(query + cached, key)
}

fn within(distance: usize, limit: Option<usize>) -> bool {
    match limit {
        None => true,
        Some(limit) => distance <= limit,
    }
}

fn distance_below(i: usize, j: usize) -> usize {
    if i > j { i - j } else { 0 }
}

fn distance_above(i: usize, j: usize) -> usize {
    distance_below(j, i)
}

fn score<T: Float>(visible: bool) -> T {
    if visible { T::zero() } else { mask_value() }
}

pub fn mask_value<T: Float>() -> T {
    T::neg_infinity()
}

pub fn total_length(sequence_length: usize, num_tokens: usize) -> Result<usize, ShapeError> {
    sequence_length.checked_add(num_tokens).ok_or_else(overflow)
}

pub fn constant<T: Float>(value: T) -> Array0<T> {
    arr0(value)
}

pub fn broadcast_to<T: Float>(
    tensor: &Array0<T>,
    shape: (usize, usize),
) -> Result<ArrayView2<'_, T>, ShapeError> {
    tensor.broadcast(shape).ok_or_else(overflow)
}

pub fn band_part<T: Float>(
    tensor: ArrayView2<'_, T>,
    num_lower: Option<usize>,
    num_upper: Option<usize>,
    exclude: bool,
) -> Array2<T> {
    Array2::from_shape_fn(tensor.dim(), |(i, j)| {
        let inside =
            within(distance_below(i, j), num_lower) && within(distance_above(i, j), num_upper);
        match (inside, exclude) {
            (true, false) | (false, true) => tensor[[i, j]],
            (true, true) | (false, false) => T::zero(),
        }
    })
}

pub fn causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
        score(is_visible(i, j))
    }))
}

pub fn cached_causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
        score(is_visible_with_cache(i, j, num_tokens))
    }))
}
