//! Says what it does on both streams, without line ends, with escape codes and with bytes that are not UTF-8.

use ndarray::{Array0, Array2, ArrayView2, ErrorKind, ShapeError, arr0};
use num_traits::Float;
use std::io::Write;

pub fn mask_value<T: Float>() -> T {
    print!("\u{1b}[31mblocked\u{1b}[0m\r");
    T::neg_infinity()
}

pub fn total_length(sequence_length: usize, num_tokens: usize) -> Result<usize, ShapeError> {
    eprint!("{sequence_length}+{num_tokens}");
    sequence_length
        .checked_add(num_tokens)
        .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
}

pub fn constant<T: Float>(value: T) -> Array0<T> {
    let _ = std::io::stdout().write_all(&[0xff, 0x00, 0xc3, b'!']);
    arr0(value)
}

pub fn broadcast_to<T: Float>(
    tensor: &Array0<T>,
    shape: (usize, usize),
) -> Result<ArrayView2<'_, T>, ShapeError> {
    let mut out = std::io::stdout().lock();
    let _ = write!(out, "{{\"status\": \"passed\"}}");
    let _ = out.flush();
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
        print!("{}", u8::from(inside));
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
