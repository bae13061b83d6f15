//! Vectors of indices that are broadcast against each other, as with `arange` in NumPy.

use ndarray::{Array0, Array1, Array2, ArrayView2, Axis, ErrorKind, ShapeError, Zip, aview0};
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
    aview0(&value).to_owned()
}

pub fn broadcast_to<T: Float>(
    tensor: &Array0<T>,
    shape: (usize, usize),
) -> Result<ArrayView2<'_, T>, ShapeError> {
    let (rows, columns) = shape;
    tensor
        .broadcast([rows, columns])
        .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
}

fn distances(rows: usize, columns: usize) -> Array2<isize> {
    let i = Array1::from_iter(0..rows as isize).insert_axis(Axis(1));
    let j = Array1::from_iter(0..columns as isize).insert_axis(Axis(0));
    j - i
}

pub fn band_part<T: Float>(
    tensor: ArrayView2<'_, T>,
    num_lower: Option<usize>,
    num_upper: Option<usize>,
    exclude: bool,
) -> Array2<T> {
    let (rows, columns) = tensor.dim();
    let lowest = num_lower.map_or(isize::MIN, |n| -(n as isize));
    let highest = num_upper.map_or(isize::MAX, |n| n as isize);
    Zip::from(&distances(rows, columns))
        .and(&tensor)
        .map_collect(|distance, &x| {
            if (lowest..=highest).contains(distance) == exclude {
                T::zero()
            } else {
                x
            }
        })
}

pub fn causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    let distances = distances(sequence_length, total);
    Ok(distances.mapv(|distance| {
        if distance > 0 {
            mask_value()
        } else {
            T::zero()
        }
    }))
}

pub fn cached_causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    let positions = Array1::from_iter(num_tokens..total).insert_axis(Axis(1));
    let keys = Array1::from_iter(0..total);
    Ok(
        Zip::from(positions.broadcast((sequence_length, total)).unwrap())
            .and_broadcast(&keys)
            .map_collect(|query, key| if key > query { mask_value() } else { T::zero() }),
    )
}
