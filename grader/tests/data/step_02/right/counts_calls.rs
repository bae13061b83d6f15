//! Counts its calls, in an atomic, behind a lock and in a thread's own cell; no answer depends on the counts.

use ndarray::{Array0, Array2, ArrayView2, ErrorKind, ShapeError, arr0};
use num_traits::Float;
use std::cell::Cell;
use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{LazyLock, Mutex, OnceLock};

static CALLS: AtomicUsize = AtomicUsize::new(0);
static SHAPES: Mutex<Vec<(usize, usize)>> = Mutex::new(Vec::new());
static TRIANGLES: LazyLock<Mutex<HashMap<(usize, usize), Vec<bool>>>> =
    LazyLock::new(Mutex::default);

thread_local! {
    static BANDS: Cell<u64> = const { Cell::new(0) };
}

pub fn mask_value<T: Float>() -> T {
    static VALUE: OnceLock<f64> = OnceLock::new();
    CALLS.fetch_add(1, Ordering::Relaxed);
    T::from(*VALUE.get_or_init(|| f64::NEG_INFINITY)).expect("there is an infinity")
}

pub fn total_length(sequence_length: usize, num_tokens: usize) -> Result<usize, ShapeError> {
    CALLS.fetch_add(1, Ordering::Relaxed);
    sequence_length
        .checked_add(num_tokens)
        .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
}

pub fn constant<T: Float>(value: T) -> Array0<T> {
    if CALLS.fetch_add(1, Ordering::SeqCst) % 10 == 0 {
        println!("call {}", CALLS.load(Ordering::SeqCst));
    }
    arr0(value)
}

pub fn broadcast_to<T: Float>(
    tensor: &Array0<T>,
    shape: (usize, usize),
) -> Result<ArrayView2<'_, T>, ShapeError> {
    SHAPES.lock().unwrap().push(shape);
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
    BANDS.with(|bands| bands.set(bands.get() + 1));
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
    let total = total_length(sequence_length, num_tokens)?;
    let mut triangles = TRIANGLES.lock().unwrap();
    // What is remembered has the whole question as its key, so it is never stale.
    let hidden = triangles
        .entry((sequence_length, total))
        .or_insert_with(|| {
            let cells = (0..sequence_length).flat_map(|i| (0..total).map(move |j| i < j));
            cells.collect()
        });
    let entries = hidden
        .iter()
        .map(|&hidden| if hidden { mask_value() } else { T::zero() });
    Array2::from_shape_vec((sequence_length, total), entries.collect())
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
