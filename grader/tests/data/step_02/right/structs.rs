//! Structs with methods do the work, and the functions only call them.

use ndarray::{Array0, Array2, ArrayView2, ErrorKind, ShapeError, arr0};
use num_traits::Float;
use std::marker::PhantomData;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Band {
    pub lower: Option<usize>,
    pub upper: Option<usize>,
    pub exclude: bool,
}

impl Band {
    pub fn keeps(&self, row: usize, column: usize) -> bool {
        let Self {
            lower,
            upper,
            exclude,
        } = *self;
        let below = lower.is_some_and(|n| row > column && row - column > n);
        let above = upper.is_some_and(|n| column > row && column - row > n);
        !(below || above) ^ exclude
    }

    pub fn apply<T: Float>(&self, tensor: ArrayView2<'_, T>) -> Array2<T> {
        let mut kept = tensor.to_owned();
        kept.indexed_iter_mut()
            .filter(|((i, j), _)| !self.keeps(*i, *j))
            .for_each(|(_, entry)| *entry = T::zero());
        kept
    }
}

#[derive(Debug)]
pub struct Mask<T> {
    queries: usize,
    keys: usize,
    offset: usize,
    dtype: PhantomData<T>,
}

impl<T: Float> Mask<T> {
    pub const fn new(queries: usize, keys: usize) -> Self {
        Self {
            queries,
            keys,
            offset: 0,
            dtype: PhantomData,
        }
    }

    pub fn aligned_to_the_right(mut self) -> Self {
        self.offset = self.keys - self.queries;
        self
    }

    pub fn build(&self) -> Result<Array2<T>, ShapeError> {
        let blocked = constant(mask_value());
        let band = Band {
            upper: Some(self.offset),
            exclude: true,
            ..Band::default()
        };
        Ok(band.apply(broadcast_to(&blocked, (self.queries, self.keys))?))
    }
}

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
    Band {
        lower: num_lower,
        upper: num_upper,
        exclude,
    }
    .apply(tensor)
}

pub fn causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    Mask::new(sequence_length, total_length(sequence_length, num_tokens)?).build()
}

pub fn cached_causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    Mask::new(sequence_length, total_length(sequence_length, num_tokens)?)
        .aligned_to_the_right()
        .build()
}
