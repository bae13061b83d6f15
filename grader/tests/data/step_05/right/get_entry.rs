//! Each entry may be missing.
use ndarray::{Array2, Axis, ErrorKind, ShapeError};
#[derive(Clone, Debug, PartialEq)]
pub struct Embedding {
    pub weight: Array2<f32>,
}
impl Embedding {
    pub fn forward(&self, ids: &[usize]) -> Result<Array2<f32>, ShapeError> {
        let mut entries = Vec::with_capacity(ids.len() * self.weight.ncols());
        for &id in ids {
            if self.weight.nrows() <= id {
                return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
            }
            entries.extend(self.weight.index_axis(Axis(0), id));
        }
        Array2::from_shape_vec((ids.len(), self.weight.ncols()), entries)
    }
}
pub fn one_hot(ids: &[usize], num_classes: usize) -> Result<Array2<f32>, ShapeError> {
    let mut rows = Array2::zeros((ids.len(), num_classes));
    for (row, &id) in ids.iter().enumerate() {
        let entry = rows.get_mut([row, id]);
        let entry = entry.ok_or_else(|| ShapeError::from_kind(ErrorKind::OutOfBounds))?;
        *entry = 1.0;
    }
    Ok(rows)
}
