//! Positions by a product with one-hot rows.
use crate::step_05::Embedding;
use ndarray::{Array2, ErrorKind, ShapeError};
pub fn positions(start: usize, length: usize, n_positions: usize) -> Result<Vec<usize>, ShapeError> {
    match start.checked_add(length) {
        Some(end) if end <= n_positions => Ok((start..end).collect()),
        _ => Err(ShapeError::from_kind(ErrorKind::OutOfBounds)),
    }
}
pub fn embed(wte: &Embedding, wpe: &Embedding, ids: &[usize], start: usize) -> Result<Array2<f32>, ShapeError> {
    let places = positions(start, ids.len(), wpe.weight.nrows())?;
    let rows = crate::step_05::one_hot(&places, wpe.weight.nrows())?;
    Ok(wte.forward(ids)? + rows.dot(&wpe.weight))
}
