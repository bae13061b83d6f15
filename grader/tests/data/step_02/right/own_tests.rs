//! Tests of the learner's own, with a helper that only they use.

use ndarray::{Array0, Array2, ArrayView2, ErrorKind, ShapeError, arr0};
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
    Array2::from_shape_fn(tensor.dim(), |(i, j)| {
        let inside = num_lower.is_none_or(|n| i <= j + n) && num_upper.is_none_or(|n| j <= i + n);
        if inside != exclude {
            tensor[[i, j]]
        } else {
            T::zero()
        }
    })
}

pub fn causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    debug_assert!(mask_value::<T>() == T::neg_infinity());
    let total = total_length(sequence_length, num_tokens)?;
    assert!(total >= sequence_length);
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

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::{array, s};

    const X: f32 = f32::NEG_INFINITY;

    fn counting(rows: usize, columns: usize) -> Array2<f32> {
        Array2::from_shape_fn((rows, columns), |(i, j)| (i * columns + j) as f32)
    }

    #[test]
    fn the_triangle() -> Result<(), ShapeError> {
        assert_eq!(causal_mask::<f32>(2, 1)?, array![[0., X, X], [0., 0., X]]);
        Ok(())
    }

    #[test]
    fn the_cache_is_the_end_of_a_longer_mask() -> Result<(), ShapeError> {
        let long = causal_mask::<f32>(7, 0)?;
        assert_eq!(cached_causal_mask::<f32>(4, 3)?, long.slice(s![3.., ..]));
        Ok(())
    }

    #[test]
    #[should_panic(expected = "Overflow")]
    fn too_long() {
        total_length(usize::MAX, 1).unwrap();
    }

    #[test]
    fn no_limits() {
        let a = counting(3, 4);
        assert_eq!(band_part(a.view(), None, None, false), a);
    }
}
