//! A helper for both checks, and other kinds of errors.
use ndarray::{Array2, Axis, ErrorKind, ShapeError};
#[derive(Clone, Debug, PartialEq)]
pub struct Embedding {
    pub weight: Array2<f32>,
}
impl Embedding {
    pub fn forward(&self, ids: &[usize]) -> Result<Array2<f32>, ShapeError> {
        check(ids, self.weight.nrows())?;
        Ok(self.weight.select(Axis(0), ids))
    }
}
pub fn one_hot(ids: &[usize], num_classes: usize) -> Result<Array2<f32>, ShapeError> {
    check(ids, num_classes)?;
    let mut rows = Array2::zeros((ids.len(), num_classes));
    ids.iter().enumerate().for_each(|place| rows[[place.0, *place.1]] = 1.0);
    Ok(rows)
}
fn check(ids: &[usize], count: usize) -> Result<(), ShapeError> {
    if ids.iter().all(|id| *id < count) {
        return Ok(());
    }
    Err(ShapeError::from_kind(ErrorKind::IncompatibleShape))
}
