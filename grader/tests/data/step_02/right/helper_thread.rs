//! Threads that do the work: one that is joined, one that sends its result, and one for each half of the rows.

use ndarray::{Array0, Array2, ArrayView2, Axis, ErrorKind, ShapeError, arr0};
use num_traits::Float;
use std::sync::mpsc;
use std::thread;

pub fn mask_value<T: Float + Send + 'static>() -> T {
    thread::spawn(T::neg_infinity)
        .join()
        .expect("it does not panic")
}

pub fn total_length(sequence_length: usize, num_tokens: usize) -> Result<usize, ShapeError> {
    let (sender, receiver) = mpsc::channel();
    thread::Builder::new()
        .name("adder".to_owned())
        .spawn(move || sender.send(sequence_length.checked_add(num_tokens)))
        .expect("it starts");
    let sum = receiver.recv().expect("it sends");
    sum.ok_or(ShapeError::from_kind(ErrorKind::Overflow))
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

pub fn band_part<T: Float + Send + Sync>(
    tensor: ArrayView2<'_, T>,
    num_lower: Option<usize>,
    num_upper: Option<usize>,
    exclude: bool,
) -> Array2<T> {
    let mut kept = tensor.to_owned();
    let half = kept.nrows() / 2;
    let (upper, lower) = kept.view_mut().split_at(Axis(0), half);
    thread::scope(|scope| {
        for (first, mut rows) in [(0, upper), (half, lower)] {
            scope.spawn(move || {
                for ((i, j), entry) in rows.indexed_iter_mut() {
                    let i = i + first;
                    let inside = num_lower.is_none_or(|n| i <= j + n)
                        && num_upper.is_none_or(|n| j <= i + n);
                    if inside == exclude {
                        *entry = T::zero();
                    }
                }
            });
        }
    });
    kept
}

pub fn causal_mask<T: Float + Send + Sync + 'static>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    let worker = thread::spawn(move || {
        let blocked = constant(mask_value());
        broadcast_to(&blocked, (sequence_length, total))
            .map(|mask| band_part(mask, None, Some(0), true))
    });
    worker.join().expect("it does not panic")
}

pub fn cached_causal_mask<T: Float + Send + Sync>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    let blocked = constant(T::neg_infinity());
    let mask = broadcast_to(&blocked, (sequence_length, total))?;
    Ok(thread::scope(|scope| {
        let worker = scope.spawn(|| band_part(mask, None, Some(num_tokens), true));
        worker.join().expect("it does not panic")
    }))
}
