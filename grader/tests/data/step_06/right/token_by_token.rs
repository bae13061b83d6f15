//! One token after the other.
use crate::step_05::Embedding;
use ndarray::{Array2, ErrorKind, ShapeError};
pub fn positions(start: usize, length: usize, n_positions: usize) -> Result<Vec<usize>, ShapeError> {
    match start.checked_add(length) {
        Some(end) if end <= n_positions => Ok((start..end).collect()),
        _ => Err(ShapeError::from_kind(ErrorKind::OutOfBounds)),
    }
}
pub fn embed(wte: &Embedding, wpe: &Embedding, ids: &[usize], start: usize) -> Result<Array2<f32>, ShapeError> {
    positions(start, ids.len(), wpe.weight.nrows())?;
    let mut rows = Array2::zeros((0, wte.weight.ncols()));
    for (i, id) in ids.iter().enumerate() {
        let token = wte.forward(&[*id])? + wpe.forward(&[start + i])?;
        rows.push_row(token.row(0))?;
    }
    Ok(rows)
}
