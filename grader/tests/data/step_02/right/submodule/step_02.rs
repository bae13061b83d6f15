//! A submodule in a file of its own, another one inline, and a re-export.

mod helper;

pub use band::band_part;
use helper::{Overflow, fill};
use ndarray::{Array0, Array2, ArrayView2, ShapeError, arr0};
use num_traits::Float;

pub fn mask_value<T: Float>() -> T {
    helper::BLOCKED.with(|blocked| T::from(*blocked).expect("every dtype has infinities"))
}

pub fn total_length(sequence_length: usize, num_tokens: usize) -> Result<usize, ShapeError> {
    sequence_length
        .checked_add(num_tokens)
        .ok_or(Overflow.into())
}

pub fn constant<T: Float>(value: T) -> Array0<T> {
    arr0(value)
}

pub fn broadcast_to<T: Float>(
    tensor: &Array0<T>,
    shape: (usize, usize),
) -> Result<ArrayView2<'_, T>, ShapeError> {
    tensor.broadcast(shape).ok_or(Overflow.into())
}

mod band {
    use super::{Array2, ArrayView2, Float};

    pub fn band_part<T: Float>(
        tensor: ArrayView2<'_, T>,
        num_lower: Option<usize>,
        num_upper: Option<usize>,
        exclude: bool,
    ) -> Array2<T> {
        super::fill(tensor.dim(), |i, j| {
            let inside =
                num_lower.is_none_or(|n| i <= j + n) && num_upper.is_none_or(|n| j <= i + n);
            if inside != exclude {
                tensor[[i, j]]
            } else {
                T::zero()
            }
        })
    }
}

pub fn causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    let blocked = constant(mask_value());
    let mask = broadcast_to(&blocked, (sequence_length, total))?;
    Ok(band::band_part(mask, None, Some(0), true))
}

pub fn cached_causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = crate::step_02::total_length(sequence_length, num_tokens)?;
    Ok(fill((sequence_length, total), |i, j| {
        if j > i + num_tokens {
            mask_value()
        } else {
            T::zero()
        }
    }))
}
