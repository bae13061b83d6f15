//! Loops over indices.
use crate::step_05::Embedding;
use ndarray::{Array2, ErrorKind, ShapeError};
pub fn positions(start: usize, length: usize, n_positions: usize) -> Result<Vec<usize>, ShapeError> {
    let mut places = Vec::new();
    if length > 0 {
        if n_positions < length || n_positions - length < start {
            return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
        }
    }
    if start > n_positions {
        return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
    }
    for i in 0..length {
        places.push(start + i);
    }
    Ok(places)
}
pub fn embed(wte: &Embedding, wpe: &Embedding, ids: &[usize], start: usize) -> Result<Array2<f32>, ShapeError> {
    let places = positions(start, ids.len(), wpe.weight.nrows())?;
    let tokens = wte.forward(ids)?;
    let mut rows = Array2::zeros(tokens.dim());
    for i in 0..ids.len() {
        for j in 0..tokens.ncols() {
            rows[[i, j]] = tokens[[i, j]] + wpe.weight[[places[i], j]];
        }
    }
    Ok(rows)
}
