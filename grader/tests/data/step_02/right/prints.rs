//! Prints a line for every cell, and the whole of every result.

use ndarray::{Array0, Array2, ArrayView2, ErrorKind, ShapeError, arr0};
use num_traits::Float;
use std::fmt::Debug;

pub fn mask_value<T: Float + Debug>() -> T {
    dbg!(T::neg_infinity())
}

pub fn total_length(sequence_length: usize, num_tokens: usize) -> Result<usize, ShapeError> {
    eprintln!("total_length({sequence_length}, {num_tokens})");
    dbg!(sequence_length.checked_add(num_tokens)).ok_or(ShapeError::from_kind(ErrorKind::Overflow))
}

pub fn constant<T: Float + Debug>(value: T) -> Array0<T> {
    println!("constant {:?}", value.to_f64());
    dbg!(arr0(value))
}

pub fn broadcast_to<T: Float + Debug>(
    tensor: &Array0<T>,
    shape: (usize, usize),
) -> Result<ArrayView2<'_, T>, ShapeError> {
    let view = tensor.broadcast(shape);
    println!("{tensor:?} to {shape:?}: {view:?}");
    view.ok_or(ShapeError::from_kind(ErrorKind::Overflow))
}

pub fn band_part<T: Float>(
    tensor: ArrayView2<'_, T>,
    num_lower: Option<usize>,
    num_upper: Option<usize>,
    exclude: bool,
) -> Array2<T> {
    println!(
        "band_part {:?} {num_lower:?} {num_upper:?} {exclude}",
        tensor.dim()
    );
    Array2::from_shape_fn(tensor.dim(), |(i, j)| {
        let inside = num_lower.is_none_or(|n| i <= j + n) && num_upper.is_none_or(|n| j <= i + n);
        println!("i = {i}, j = {j}: {inside}");
        if inside != exclude {
            tensor[[i, j]]
        } else {
            T::zero()
        }
    })
}

pub fn causal_mask<T: Float + Debug>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    let blocked = constant(mask_value::<T>());
    let mask = band_part(
        broadcast_to(&blocked, (sequence_length, total))?,
        None,
        Some(0),
        true,
    );
    dbg!(mask.mapv(|x| x.to_f32()));
    Ok(mask)
}

pub fn cached_causal_mask<T: Float + Debug>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    let mut mask = Array2::zeros((sequence_length, total));
    for i in 0..sequence_length {
        for j in 0..total {
            print!("{}", if j <= i + num_tokens { "." } else { "#" });
            if j > i + num_tokens {
                mask[[i, j]] = T::neg_infinity();
            }
        }
        println!();
    }
    Ok(mask)
}
