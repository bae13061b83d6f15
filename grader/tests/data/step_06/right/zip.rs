//! Zip.
use crate::step_05::Embedding;
use ndarray::{Array2, ErrorKind, ShapeError, Zip};
pub fn positions(start: usize, length: usize, n_positions: usize) -> Result<Vec<usize>, ShapeError> {
    match start.checked_add(length) {
        Some(end) if end <= n_positions => Ok((start..end).collect()),
        _ => Err(ShapeError::from_kind(ErrorKind::OutOfBounds)),
    }
}
pub fn embed(wte: &Embedding, wpe: &Embedding, ids: &[usize], start: usize) -> Result<Array2<f32>, ShapeError> {
    let places = positions(start, ids.len(), wpe.weight.nrows())?;
    let mut rows = wte.forward(ids)?;
    Zip::from(&mut rows).and(&wpe.forward(&places)?).for_each(|x, y| *x += y);
    Ok(rows)
}
