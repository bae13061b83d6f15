//! Nothing of step 05 but its struct.
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
    if ids.iter().any(|id| *id >= wte.weight.nrows()) {
        return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
    }
    Ok(Array2::from_shape_fn((ids.len(), wte.weight.ncols()), |(i, j)| wte.weight[[ids[i], j]] + wpe.weight[[places[i], j]]))
}
