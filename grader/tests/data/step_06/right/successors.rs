//! Each is one more than the one before.
use crate::step_05::Embedding;
use ndarray::{Array2, ErrorKind, ShapeError};
pub fn positions(start: usize, length: usize, n_positions: usize) -> Result<Vec<usize>, ShapeError> {
    match start.checked_add(length) {
        Some(end) if end <= n_positions => {}
        _ => return Err(ShapeError::from_kind(ErrorKind::OutOfBounds)),
    }
    Ok(std::iter::successors(Some(start), |place| Some(place + 1)).take(length).collect())
}
pub fn embed(wte: &Embedding, wpe: &Embedding, ids: &[usize], start: usize) -> Result<Array2<f32>, ShapeError> {
    wte.forward(ids).and_then(|tokens| {
        let places = positions(start, ids.len(), wpe.weight.nrows())?;
        wpe.forward(&places).map(|places| tokens + places)
    })
}
