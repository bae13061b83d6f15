//! A `match` over all cases of the two bounds, with a function for each shape of band.

use ndarray::{Array0, Array2, ArrayView2, ErrorKind, ShapeError, arr0};
use num_traits::Float;

pub fn mask_value<T: Float>() -> T {
    T::neg_infinity()
}

pub fn total_length(sequence_length: usize, num_tokens: usize) -> Result<usize, ShapeError> {
    match (sequence_length, num_tokens) {
        (0, length) | (length, 0) => Ok(length),
        (a, b) if a <= usize::MAX - b => Ok(a + b),
        _ => Err(ShapeError::from_kind(ErrorKind::Overflow)),
    }
}

pub fn constant<T: Float>(value: T) -> Array0<T> {
    arr0(value)
}

pub fn broadcast_to<T: Float>(
    tensor: &Array0<T>,
    shape: (usize, usize),
) -> Result<ArrayView2<'_, T>, ShapeError> {
    match shape {
        (_, 0) | (0, _) => tensor.broadcast(shape),
        (rows, columns) => rows
            .checked_mul(columns)
            .and_then(|_| tensor.broadcast((rows, columns))),
    }
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
}

pub fn band_part<T: Float>(
    tensor: ArrayView2<'_, T>,
    num_lower: Option<usize>,
    num_upper: Option<usize>,
    exclude: bool,
) -> Array2<T> {
    type Inside = Box<dyn Fn(usize, usize) -> bool>;
    let inside: Inside = match (num_lower, num_upper) {
        (None, None) if exclude => return Array2::zeros(tensor.dim()),
        (None, None) => return tensor.to_owned(),
        (None, Some(upper)) => Box::new(move |i, j| j <= i + upper),
        (Some(lower), None) => Box::new(move |i, j| i <= j + lower),
        (Some(0), Some(0)) => Box::new(|i, j| i == j),
        (Some(lower), Some(upper)) => Box::new(move |i, j| match i.cmp(&j) {
            std::cmp::Ordering::Less => j - i <= upper,
            std::cmp::Ordering::Equal => true,
            std::cmp::Ordering::Greater => i - j <= lower,
        }),
    };
    let mut kept = tensor.to_owned();
    for ((i, j), entry) in kept.indexed_iter_mut() {
        match (inside(i, j), exclude) {
            (true, true) | (false, false) => *entry = T::zero(),
            _ => {}
        }
    }
    kept
}

pub fn causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = match total_length(sequence_length, num_tokens) {
        Ok(total) => total,
        Err(error) => return Err(error),
    };
    let blocked = constant(mask_value());
    match broadcast_to(&blocked, (sequence_length, total)) {
        Ok(mask) => Ok(band_part(mask, None, Some(0), true)),
        Err(error) => Err(error),
    }
}

pub fn cached_causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    total_length(sequence_length, num_tokens).and_then(|total| {
        broadcast_to(&constant(mask_value()), (sequence_length, total))
            .map(|mask| band_part(mask, None, Some(num_tokens), true))
    })
}
