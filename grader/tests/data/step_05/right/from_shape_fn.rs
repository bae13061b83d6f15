//! Entry by entry.
use ndarray::{Array2, ErrorKind, ShapeError};
#[derive(Clone, Debug, PartialEq)]
pub struct Embedding {
    pub weight: Array2<f32>,
}
impl Embedding {
    pub fn forward(&self, ids: &[usize]) -> Result<Array2<f32>, ShapeError> {
        if ids.iter().any(|id| *id >= self.weight.nrows()) {
            return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
        }
        Ok(Array2::from_shape_fn((ids.len(), self.weight.ncols()), |(i, j)| self.weight[(ids[i], j)]))
    }
}
pub fn one_hot(ids: &[usize], num_classes: usize) -> Result<Array2<f32>, ShapeError> {
    if ids.iter().any(|id| *id >= num_classes) {
        return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
    }
    Ok(Array2::from_shape_fn((ids.len(), num_classes), |(i, j)| f32::from(ids[i] == j)))
}
