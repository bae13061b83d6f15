//! In wider numbers.
use crate::step_05::Embedding;
use ndarray::{Array2, ErrorKind, ShapeError};
pub fn positions(start: usize, length: usize, n_positions: usize) -> Result<Vec<usize>, ShapeError> {
    if start as u128 + length as u128 > n_positions as u128 {
        return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
    }
    Ok((0..length).map(|i| start + i).collect())
}
pub fn embed(wte: &Embedding, wpe: &Embedding, ids: &[usize], start: usize) -> Result<Array2<f32>, ShapeError> {
    let places = positions(start, ids.len(), wpe.weight.nrows())?;
    Ok(wte.forward(ids)? + wpe.forward(&places)?)
}
