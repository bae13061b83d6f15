//! The sum says whether it was too large.
use crate::step_05::Embedding;
use ndarray::{Array2, ErrorKind, ShapeError};
pub fn positions(start: usize, length: usize, n_positions: usize) -> Result<Vec<usize>, ShapeError> {
    let (end, is_too_large) = start.overflowing_add(length);
    if is_too_large || end > n_positions {
        return Err(ShapeError::from_kind(ErrorKind::Overflow));
    }
    Ok(Vec::from_iter(start..end))
}
pub fn embed(wte: &Embedding, wpe: &Embedding, ids: &[usize], start: usize) -> Result<Array2<f32>, ShapeError> {
    let places = positions(start, ids.len(), wpe.weight.nrows())?;
    Ok(wte.forward(ids)? + wpe.forward(&places)?)
}
