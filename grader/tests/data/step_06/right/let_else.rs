//! let else and early returns.
use crate::step_05::Embedding;
use ndarray::{Array2, ErrorKind, ShapeError};
pub fn positions(start: usize, length: usize, n_positions: usize) -> Result<Vec<usize>, ShapeError> {
    let Some(end) = start.checked_add(length) else {
        return Err(ShapeError::from_kind(ErrorKind::Overflow));
    };
    if end > n_positions {
        return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
    }
    Ok((start..end).collect())
}
pub fn embed(wte: &Embedding, wpe: &Embedding, ids: &[usize], start: usize) -> Result<Array2<f32>, ShapeError> {
    let places = positions(start, ids.len(), wpe.weight.nrows())?;
    Ok(wte.forward(ids)? + wpe.forward(&places)?)
}
