//! Loops over indices.
use ndarray::{Array2, ErrorKind, ShapeError};
#[derive(Clone, Debug, PartialEq)]
pub struct Embedding {
    pub weight: Array2<f32>,
}
impl Embedding {
    pub fn forward(&self, ids: &[usize]) -> Result<Array2<f32>, ShapeError> {
        for i in 0..ids.len() {
            if ids[i] >= self.weight.nrows() {
                return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
            }
        }
        let mut rows = Array2::zeros((ids.len(), self.weight.ncols()));
        for i in 0..ids.len() {
            for j in 0..self.weight.ncols() {
                rows[[i, j]] = self.weight[[ids[i], j]];
            }
        }
        Ok(rows)
    }
}
pub fn one_hot(ids: &[usize], num_classes: usize) -> Result<Array2<f32>, ShapeError> {
    let mut rows = Array2::zeros((ids.len(), num_classes));
    for i in 0..ids.len() {
        if ids[i] >= num_classes {
            return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
        }
        for j in 0..num_classes {
            if j == ids[i] {
                rows[[i, j]] = 1.0;
            }
        }
    }
    Ok(rows)
}
