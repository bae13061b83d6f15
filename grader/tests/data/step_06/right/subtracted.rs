//! Compares by a difference, which cannot be too large.
use crate::step_05::Embedding;
use ndarray::{Array2, ErrorKind, ShapeError};
pub fn positions(start: usize, length: usize, n_positions: usize) -> Result<Vec<usize>, ShapeError> {
    if length > n_positions || start > n_positions - length {
        return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
    }
    Ok((start..start + length).collect())
}
pub fn embed(wte: &Embedding, wpe: &Embedding, ids: &[usize], start: usize) -> Result<Array2<f32>, ShapeError> {
    let mut rows = wte.forward(ids)?;
    rows += &wpe.forward(&positions(start, ids.len(), wpe.weight.nrows())?)?;
    Ok(rows)
}
