//! `Zip::indexed` with `map_collect`.

use ndarray::{Array0, Array2, ArrayView2, ErrorKind, ShapeError, Zip};
use num_traits::Float;

pub fn mask_value<T: Float>() -> T {
    <T as Float>::neg_infinity()
}

pub fn total_length(sequence_length: usize, num_tokens: usize) -> Result<usize, ShapeError> {
    let (sum, overflows) = sequence_length.overflowing_add(num_tokens);
    if overflows {
        Err(ShapeError::from_kind(ErrorKind::Overflow))
    } else {
        Ok(sum)
    }
}

pub fn constant<T: Float>(value: T) -> Array0<T> {
    Array0::from_elem((), value)
}

pub fn broadcast_to<T: Float>(
    tensor: &Array0<T>,
    shape: (usize, usize),
) -> Result<ArrayView2<'_, T>, ShapeError> {
    let Some(view) = tensor.broadcast(shape) else {
        return Err(ShapeError::from_kind(ErrorKind::Overflow));
    };
    Ok(view)
}

pub fn band_part<T: Float>(
    tensor: ArrayView2<'_, T>,
    num_lower: Option<usize>,
    num_upper: Option<usize>,
    exclude: bool,
) -> Array2<T> {
    let lower = num_lower.unwrap_or(usize::MAX);
    let upper = num_upper.unwrap_or(usize::MAX);
    Zip::indexed(tensor).map_collect(|(i, j), &x| {
        let inside = i.saturating_sub(j) <= lower && j.saturating_sub(i) <= upper;
        if inside ^ exclude { x } else { T::zero() }
    })
}

pub fn causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    let value = constant(mask_value::<T>());
    let full = broadcast_to(&value, (sequence_length, total))?;
    Ok(Zip::indexed(full).map_collect(|(i, j), &x| if j <= i { T::zero() } else { x }))
}

pub fn cached_causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    let mut mask = Array2::from_elem((sequence_length, total), mask_value::<T>());
    Zip::indexed(&mut mask).for_each(|(i, j), x| {
        if j <= i + num_tokens {
            *x = T::zero();
        }
    });
    Ok(mask)
}
