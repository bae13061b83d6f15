//! Rows are pushed, and the error comes when it comes.
use ndarray::{Array2, ErrorKind, ShapeError};
#[derive(Clone, Debug, PartialEq)]
pub struct Embedding {
    pub weight: Array2<f32>,
}
impl Embedding {
    pub fn forward(&self, ids: &[usize]) -> Result<Array2<f32>, ShapeError> {
        let mut rows = Array2::zeros((0, self.weight.ncols()));
        for id in ids {
            if *id >= self.weight.nrows() {
                return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
            }
            rows.push_row(self.weight.row(*id))?;
        }
        Ok(rows)
    }
}
pub fn one_hot(ids: &[usize], num_classes: usize) -> Result<Array2<f32>, ShapeError> {
    let mut rows = Array2::zeros((ids.len(), num_classes));
    for (mut row, id) in rows.outer_iter_mut().zip(ids) {
        *row.get_mut(*id).ok_or(ShapeError::from_kind(ErrorKind::OutOfBounds))? = 1.0;
    }
    Ok(rows)
}
