//! Turns the arguments of a call into what the learner's functions take.

use ndarray::{Array2, ArrayView2, ShapeBuilder};

use crate::Element;
use crate::protocol::{Array, Layout, Value};

/// The arguments of one call, to be taken in order. Every method gives `None` where the next one is something else.
#[derive(Debug)]
pub struct Arguments<'a>(std::slice::Iter<'a, Value>);

impl<'a> Arguments<'a> {
    pub(crate) fn new(values: &'a [Value]) -> Self {
        Self(values.iter())
    }

    /// The next argument, a `usize`.
    pub fn size(&mut self) -> Option<usize> {
        match self.0.next()? {
            Value::Size(size) => usize::try_from(*size).ok(),
            _ => None,
        }
    }

    /// The next argument, an `Option<usize>`.
    pub fn bound(&mut self) -> Option<Option<usize>> {
        match self.0.next()? {
            Value::Bound(None) => Some(None),
            Value::Bound(Some(bound)) => usize::try_from(*bound).ok().map(Some),
            _ => None,
        }
    }

    /// The next argument, a `bool`.
    pub fn flag(&mut self) -> Option<bool> {
        match self.0.next()? {
            Value::Flag(flag) => Some(*flag),
            _ => None,
        }
    }

    /// The next argument, a scalar of dtype `T`.
    pub fn scalar<T: Element>(&mut self) -> Option<T> {
        match self.0.next()? {
            Value::Array(array) => array.entries.first().map(|&entry| T::of(entry)),
            _ => None,
        }
    }

    /// The next argument, a matrix of dtype `T`.
    pub fn matrix<T: Element>(&mut self) -> Option<Matrix<T>> {
        match self.0.next()? {
            Value::Array(array) => Matrix::new(array),
            _ => None,
        }
    }
}

/// A matrix argument in the memory layout that the call asks for.
#[derive(Debug)]
pub struct Matrix<T> {
    shape: (usize, usize),
    entries: Array2<T>,
}

impl<T: Element> Matrix<T> {
    fn new(array: &Array) -> Option<Self> {
        let &[rows, columns] = array.shape.as_slice() else {
            return None;
        };
        let shape = (usize::try_from(rows).ok()?, usize::try_from(columns).ok()?);
        let entries: Vec<T> = array.entries.iter().map(|&entry| T::of(entry)).collect();
        let entries = match array.layout {
            Layout::Rows => Array2::from_shape_vec(shape, entries),
            Layout::Columns => Array2::from_shape_vec(shape, entries).map(|rows| {
                let mut columns = Array2::zeros(shape.f());
                columns.assign(&rows);
                columns
            }),
            Layout::Broadcast => Array2::from_shape_vec((1, 1), entries),
        };
        Some(Self {
            shape,
            entries: entries.ok()?,
        })
    }

    /// The matrix as the argument of a function.
    pub fn view(&self) -> Option<ArrayView2<'_, T>> {
        if self.entries.dim() == self.shape {
            return Some(self.entries.view());
        }
        self.entries.broadcast(self.shape)
    }
}
