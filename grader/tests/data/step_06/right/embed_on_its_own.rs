//! The second function calls nothing of the first.
use crate::step_05::Embedding;
use ndarray::{Array2, ErrorKind, ShapeError};
pub fn positions(start: usize, length: usize, n_positions: usize) -> Result<Vec<usize>, ShapeError> {
    match start.checked_add(length) {
        Some(end) if end <= n_positions => Ok((start..end).collect()),
        _ => Err(ShapeError::from_kind(ErrorKind::OutOfBounds)),
    }
}
pub fn embed(wte: &Embedding, wpe: &Embedding, ids: &[usize], start: usize) -> Result<Array2<f32>, ShapeError> {
    let end = start.checked_add(ids.len()).filter(|end| *end <= wpe.weight.nrows());
    let Some(end) = end else {
        return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
    };
    let mut rows = wte.forward(ids)?;
    for (mut row, place) in rows.outer_iter_mut().zip(start..end) {
        row += &wpe.weight.row(place);
    }
    Ok(rows)
}
