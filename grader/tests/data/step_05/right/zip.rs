//! Zip.
use ndarray::{Array2, ErrorKind, ShapeError, Zip};
#[derive(Clone, Debug, PartialEq)]
pub struct Embedding {
    pub weight: Array2<f32>,
}
impl Embedding {
    pub fn forward(&self, ids: &[usize]) -> Result<Array2<f32>, ShapeError> {
        if ids.iter().any(|id| *id >= self.weight.nrows()) {
            return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
        }
        let mut rows = Array2::zeros((ids.len(), self.weight.ncols()));
        Zip::from(rows.rows_mut()).and(ids).for_each(|row, id| self.weight.row(*id).assign_to(row));
        Ok(rows)
    }
}
pub fn one_hot(ids: &[usize], num_classes: usize) -> Result<Array2<f32>, ShapeError> {
    if ids.iter().any(|id| *id >= num_classes) {
        return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
    }
    let mut rows = Array2::zeros((ids.len(), num_classes));
    Zip::from(rows.rows_mut()).and(ids).for_each(|mut row, id| row[*id] = 1.0);
    Ok(rows)
}
