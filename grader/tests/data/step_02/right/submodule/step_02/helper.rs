//! What more than one function of the step needs.

use ndarray::{Array2, ErrorKind, ShapeError};

thread_local! {
    pub static BLOCKED: f64 = const { f64::NEG_INFINITY };
}

pub struct Overflow;

impl From<Overflow> for ShapeError {
    fn from(_: Overflow) -> Self {
        Self::from_kind(ErrorKind::Overflow)
    }
}

pub fn fill<T>(shape: (usize, usize), mut entry: impl FnMut(usize, usize) -> T) -> Array2<T> {
    Array2::from_shape_fn(shape, |(i, j)| entry(i, j))
}
