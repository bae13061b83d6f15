//! A list of all entries, with an error among them.
use ndarray::{Array2, ErrorKind, ShapeError};
#[derive(Clone, Debug, PartialEq)]
pub struct Embedding {
    pub weight: Array2<f32>,
}
impl Embedding {
    pub fn forward(&self, ids: &[usize]) -> Result<Array2<f32>, ShapeError> {
        let row = |id: &usize| self.weight.rows().into_iter().nth(*id).map(|row| row.to_vec());
        let rows: Option<Vec<Vec<f32>>> = ids.iter().map(row).collect();
        let rows = rows.ok_or(ShapeError::from_kind(ErrorKind::OutOfBounds))?;
        Array2::from_shape_vec((ids.len(), self.weight.ncols()), rows.concat())
    }
}
pub fn one_hot(ids: &[usize], num_classes: usize) -> Result<Array2<f32>, ShapeError> {
    let mut entries = vec![0.0; ids.len() * num_classes];
    for (i, id) in ids.iter().enumerate() {
        if *id >= num_classes {
            return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
        }
        entries[i * num_classes + id] = 1.0;
    }
    Array2::from_shape_vec((ids.len(), num_classes), entries)
}
