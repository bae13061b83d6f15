//! Cumulative sums along an axis: behind a one on the diagonal everything is masked.

use ndarray::{Array0, Array2, ArrayView2, Axis, ErrorKind, ShapeError, arr0};
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

/// Ones behind the diagonal that is `offset` to the right of the main one.
fn behind(shape: (usize, usize), offset: usize) -> Array2<u32> {
    let mut steps = Array2::zeros(shape);
    for (i, mut row) in steps.rows_mut().into_iter().enumerate() {
        if let Some(first) = row.get_mut(i + offset + 1) {
            *first = 1;
        }
    }
    steps.accumulate_axis_inplace(Axis(1), |&before, x| *x += before);
    steps
}

pub fn band_part<T: Float>(
    tensor: ArrayView2<'_, T>,
    num_lower: Option<usize>,
    num_upper: Option<usize>,
    exclude: bool,
) -> Array2<T> {
    let (rows, columns) = tensor.dim();
    let mut outside = Array2::zeros((rows, columns));
    if let Some(upper) = num_upper {
        outside += &behind((rows, columns), upper);
    }
    if let Some(lower) = num_lower {
        outside += &behind((columns, rows), lower).t();
    }
    let mut kept = tensor.to_owned();
    kept.zip_mut_with(&outside, |x, &outside| {
        if (outside > 0) != exclude {
            *x = T::zero();
        }
    });
    kept
}

pub fn causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    let mut mask = Array2::zeros((sequence_length, total));
    mask.diag_mut().fill(T::one());
    // The sums are one from the diagonal on; shifted by one, they are one behind it.
    mask.accumulate_axis_inplace(Axis(1), |&before, x| *x = *x + before);
    mask.diag_mut().fill(T::zero());
    Ok(mask.mapv(|x| if x > T::zero() { mask_value() } else { x }))
}

pub fn cached_causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let shape = (sequence_length, total_length(sequence_length, num_tokens)?);
    Ok(behind(shape, num_tokens).mapv(|x| if x == 0 { T::zero() } else { mask_value() }))
}
