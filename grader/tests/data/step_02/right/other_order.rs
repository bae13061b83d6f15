//! Solved and written from the last task to the first: the mask for a cache is the general one.

use num_traits::Float;

pub fn cached_causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    aligned(sequence_length, num_tokens, num_tokens)
}

pub fn causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    if num_tokens == 0 {
        cached_causal_mask(sequence_length, 0)
    } else {
        aligned(sequence_length, num_tokens, 0)
    }
}

fn aligned<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
    offset: usize,
) -> Result<Array2<T>, ShapeError> {
    let columns = total_length(sequence_length, num_tokens)?;
    let mask = Array2::from_elem((sequence_length, columns), mask_value());
    Ok(band_part(mask.view(), None, Some(offset), true))
}

pub fn band_part<T: Float>(
    tensor: ArrayView2<'_, T>,
    num_lower: Option<usize>,
    num_upper: Option<usize>,
    exclude: bool,
) -> Array2<T> {
    if exclude {
        let keeps_all = constant(T::one());
        let Ok(ones) = broadcast_to(&keeps_all, tensor.dim()) else {
            unreachable!("the tensor has this shape");
        };
        let flags = band_part(ones, num_lower, num_upper, false);
        return Zip::from(&tensor)
            .and(&flags)
            .map_collect(|&x, &flag| if flag == T::zero() { x } else { T::zero() });
    }
    Array2::from_shape_fn(tensor.dim(), |(i, j)| {
        let inside = num_lower.is_none_or(|n| i <= j + n) && num_upper.is_none_or(|n| j <= i + n);
        if inside { tensor[[i, j]] } else { T::zero() }
    })
}

pub fn broadcast_to<T: Float>(
    tensor: &Array0<T>,
    shape: (usize, usize),
) -> Result<ArrayView2<'_, T>, ShapeError> {
    tensor
        .broadcast(shape)
        .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
}

pub fn constant<T: Float>(value: T) -> Array0<T> {
    arr0(value)
}

pub fn total_length(sequence_length: usize, num_tokens: usize) -> Result<usize, ShapeError> {
    sequence_length
        .checked_add(num_tokens)
        .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
}

pub fn mask_value<T: Float>() -> T {
    T::neg_infinity()
}

use ndarray::{Array0, Array2, ArrayView2, ErrorKind, ShapeError, Zip, arr0};
