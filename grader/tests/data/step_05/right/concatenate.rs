//! Rows are put below each other.
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
        let rows: Vec<_> = ids.iter().map(|id| self.weight.row(*id).insert_axis(Axis(0))).collect();
        if rows.is_empty() {
            return Ok(Array2::zeros((0, self.weight.ncols())));
        }
        ndarray::concatenate(Axis(0), &rows)
    }
}
pub fn one_hot(ids: &[usize], num_classes: usize) -> Result<Array2<f32>, ShapeError> {
    if ids.iter().any(|id| *id >= num_classes) {
        return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
    }
    let mut rows = Array2::zeros((ids.len(), num_classes));
    for (row, id) in ids.iter().enumerate() {
        rows[[row, *id]] = 1.0;
    }
    Ok(rows)
}
