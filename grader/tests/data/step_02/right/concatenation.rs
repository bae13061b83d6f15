//! Pieces that are stuck together with `concatenate!` and `push_row`.

use ndarray::{Array0, Array1, Array2, ArrayView2, Axis, ErrorKind, ShapeError, arr0, concatenate};
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

pub fn band_part<T: Float>(
    tensor: ArrayView2<'_, T>,
    num_lower: Option<usize>,
    num_upper: Option<usize>,
    exclude: bool,
) -> Array2<T> {
    let columns = tensor.ncols();
    let mut kept = Array2::zeros((0, columns));
    for (i, row) in tensor.rows().into_iter().enumerate() {
        let start = num_lower.map_or(0, |n| i.saturating_sub(n)).min(columns);
        let end = num_upper.map_or(columns, |n| (i + n + 1).min(columns));
        let (left, rest) = row.split_at(Axis(0), start);
        let (inside, right) = rest.split_at(Axis(0), end.saturating_sub(start));
        let new = if exclude {
            concatenate![Axis(0), left, Array1::zeros(inside.len()), right]
        } else {
            concatenate![
                Axis(0),
                Array1::zeros(left.len()),
                inside,
                Array1::zeros(right.len())
            ]
        };
        kept.push_row(new.view()).expect("all rows are as long");
    }
    kept
}

pub fn causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    total_length(sequence_length, num_tokens)?;
    let square = triangle(sequence_length);
    let extra = Array2::from_elem((sequence_length, num_tokens), mask_value::<T>());
    Ok(concatenate![Axis(1), square, extra])
}

pub fn cached_causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    total_length(sequence_length, num_tokens)?;
    let cached = Array2::zeros((sequence_length, num_tokens));
    Ok(concatenate![Axis(1), cached, triangle(sequence_length)])
}

fn triangle<T: Float>(side: usize) -> Array2<T> {
    let full = Array2::from_elem((side, side), mask_value());
    band_part(full.view(), None, Some(0), true)
}
