//! Nested loops that write into a matrix of zeros, and nothing cleverer.

use ndarray::{Array0, Array2, ArrayView2, ErrorKind, ShapeError};
use num_traits::Float;

pub fn mask_value<T: Float>() -> T {
    return -T::infinity();
}

pub fn total_length(sequence_length: usize, num_tokens: usize) -> Result<usize, ShapeError> {
    if sequence_length > usize::MAX - num_tokens {
        return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
    }
    return Ok(sequence_length + num_tokens);
}

pub fn constant<T: Float>(value: T) -> Array0<T> {
    let mut array = Array0::zeros(());
    array[()] = value;
    array
}

pub fn broadcast_to<T: Float>(
    tensor: &Array0<T>,
    shape: (usize, usize),
) -> Result<ArrayView2<'_, T>, ShapeError> {
    let view = tensor.broadcast(shape);
    if view.is_none() {
        return Err(ShapeError::from_kind(ErrorKind::Overflow));
    }
    Ok(view.unwrap())
}

pub fn band_part<T: Float>(
    tensor: ArrayView2<'_, T>,
    num_lower: Option<usize>,
    num_upper: Option<usize>,
    exclude: bool,
) -> Array2<T> {
    let rows = tensor.nrows();
    let columns = tensor.ncols();
    let mut result = Array2::zeros((rows, columns));
    for i in 0..rows {
        for j in 0..columns {
            let mut inside = true;
            if i > j {
                if let Some(lower) = num_lower {
                    if i - j > lower {
                        inside = false;
                    }
                }
            }
            if j > i {
                if let Some(upper) = num_upper {
                    if j - i > upper {
                        inside = false;
                    }
                }
            }
            if exclude {
                inside = !inside;
            }
            if inside {
                result[[i, j]] = tensor[[i, j]];
            }
        }
    }
    result
}

pub fn causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let width = total_length(sequence_length, num_tokens)?;
    let mut mask = Array2::zeros((sequence_length, width));
    for i in 0..sequence_length {
        for j in (i + 1)..width {
            mask[[i, j]] = mask_value();
        }
    }
    Ok(mask)
}

pub fn cached_causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let width = total_length(sequence_length, num_tokens)?;
    let mut mask = Array2::zeros((sequence_length, width));
    for i in 0..sequence_length {
        let mut j = num_tokens + i + 1;
        while j < width {
            mask[(i, j)] = mask_value();
            j += 1;
        }
    }
    Ok(mask)
}
