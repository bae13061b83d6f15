//! Columns of the table on its side.
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
        Ok(self.weight.t().select(Axis(1), ids).reversed_axes())
    }
}
pub fn one_hot(ids: &[usize], num_classes: usize) -> Result<Array2<f32>, ShapeError> {
    if ids.iter().any(|id| *id >= num_classes) {
        return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
    }
    let mut columns = Array2::zeros((num_classes, ids.len()));
    for (column, id) in ids.iter().enumerate() {
        columns[[*id, column]] = 1.0;
    }
    Ok(columns.reversed_axes())
}
