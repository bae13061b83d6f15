//! One-hot rows are rows of the identity.
use ndarray::{Array2, Axis, ErrorKind, ShapeError};
#[derive(Clone, Debug, PartialEq)]
pub struct Embedding {
    pub weight: Array2<f32>,
}
impl Embedding {
    pub fn forward(&self, ids: &[usize]) -> Result<Array2<f32>, ShapeError> {
        if ids.iter().any(|id| *id >= self.weight.nrows()) {
            return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
        }
        Ok(self.weight.select(Axis(0), ids))
    }
}
pub fn one_hot(ids: &[usize], num_classes: usize) -> Result<Array2<f32>, ShapeError> {
    if ids.iter().any(|id| *id >= num_classes) {
        return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
    }
    Ok(Array2::eye(num_classes).select(Axis(0), ids))
}
