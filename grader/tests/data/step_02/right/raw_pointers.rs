//! Raw pointers on both sides, with `unsafe`.

use ndarray::{Array0, Array2, ArrayView2, ErrorKind, ShapeBuilder, ShapeError, arr0};
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
    match shape.0.checked_mul(shape.1) {
        // SAFETY: with both strides 0, every index is the one entry of `tensor`, which is borrowed as long.
        Some(_) => {
            Ok(unsafe { ArrayView2::from_shape_ptr(shape.strides((0, 0)), tensor.as_ptr()) })
        }
        None => Err(ShapeError::from_kind(ErrorKind::Overflow)),
    }
}

pub fn band_part<T: Float>(
    tensor: ArrayView2<'_, T>,
    num_lower: Option<usize>,
    num_upper: Option<usize>,
    exclude: bool,
) -> Array2<T> {
    let (rows, columns) = tensor.dim();
    let (down, right) = (tensor.strides()[0], tensor.strides()[1]);
    let from = tensor.as_ptr();
    let mut kept = Array2::<T>::zeros((rows, columns));
    let to = kept.as_mut_ptr();
    for i in 0..rows {
        for j in 0..columns {
            let inside =
                num_lower.is_none_or(|n| i <= j + n) && num_upper.is_none_or(|n| j <= i + n);
            if inside != exclude {
                // SAFETY: both indices are in bounds; `tensor` has these strides and `kept` is stored by rows.
                unsafe {
                    let entry = *from.offset(i as isize * down + j as isize * right);
                    *to.add(i * columns + j) = entry;
                }
            }
        }
    }
    kept
}

pub fn causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    let blocked = constant(mask_value());
    let mask = broadcast_to(&blocked, (sequence_length, total))?;
    Ok(band_part(mask, None, Some(0), true))
}

pub fn cached_causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    let blocked = constant(mask_value());
    let mask = broadcast_to(&blocked, (sequence_length, total))?;
    Ok(band_part(mask, None, Some(num_tokens), true))
}
