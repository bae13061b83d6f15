//! `triu` and `tril` of ndarray: a band is what both leave, its outside what they take away.

use ndarray::{Array0, Array2, ArrayView2, ErrorKind, ShapeError, arr0};
use num_traits::Float;

pub fn mask_value<T: Float>() -> T {
    T::neg_infinity()
}

pub fn total_length(sequence_length: usize, num_tokens: usize) -> Result<usize, ShapeError> {
    sequence_length
        .checked_add(num_tokens)
        .ok_or_else(|| ShapeError::from_kind(ErrorKind::Overflow))
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
        .ok_or_else(|| ShapeError::from_kind(ErrorKind::Overflow))
}

pub fn band_part<T: Float>(
    tensor: ArrayView2<'_, T>,
    num_lower: Option<usize>,
    num_upper: Option<usize>,
    exclude: bool,
) -> Array2<T> {
    if exclude {
        let mut outside = Array2::zeros(tensor.dim());
        if let Some(lower) = num_lower {
            outside = outside + tensor.tril(-(lower as isize) - 1);
        }
        if let Some(upper) = num_upper {
            outside = outside + tensor.triu(upper as isize + 1);
        }
        return outside;
    }
    let mut inside = tensor.to_owned();
    if let Some(lower) = num_lower {
        inside = inside.triu(-(lower as isize));
    }
    if let Some(upper) = num_upper {
        inside = inside.tril(upper as isize);
    }
    inside
}

pub fn causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total_length = total_length(sequence_length, num_tokens)?;
    Ok(Array2::from_elem((sequence_length, total_length), mask_value::<T>()).triu(1))
}

pub fn cached_causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total_length = total_length(sequence_length, num_tokens)?;
    let blocked = constant(mask_value::<T>());
    let mask = broadcast_to(&blocked, (sequence_length, total_length))?;
    Ok(mask.triu(num_tokens as isize + 1))
}
