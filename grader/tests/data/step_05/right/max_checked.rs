//! The largest id decides.
use ndarray::{Array2, Axis, ErrorKind, ShapeError};
#[derive(Clone, Debug, PartialEq)]
pub struct Embedding {
    pub weight: Array2<f32>,
}
impl Embedding {
    pub fn forward(&self, ids: &[usize]) -> Result<Array2<f32>, ShapeError> {
        match ids.iter().max() {
            Some(largest) if *largest >= self.weight.nrows() => Err(ShapeError::from_kind(ErrorKind::OutOfBounds)),
            _ => Ok(self.weight.select(Axis(0), ids)),
        }
    }
}
pub fn one_hot(ids: &[usize], num_classes: usize) -> Result<Array2<f32>, ShapeError> {
    match ids.iter().max() {
        Some(&largest) if largest >= num_classes => Err(ShapeError::from_kind(ErrorKind::OutOfBounds)),
        _ => {
            let mut rows = Array2::zeros((ids.len(), num_classes));
            for (row, id) in ids.iter().enumerate() {
                rows[[row, *id]] = 1.0;
            }
            Ok(rows)
        }
    }
}
