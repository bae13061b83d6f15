//! Errors by `match`.

use ndarray::{Array2, ArrayView2, ErrorKind, ShapeError};

use crate::step_03::LayerNorm;

pub fn residual(
    x: ArrayView2<'_, f32>,
    sublayer_output: ArrayView2<'_, f32>,
) -> Result<Array2<f32>, ShapeError> {
    match (x.dim(), sublayer_output.dim()) {
        (a, b) if a == b => Ok(&x + &sublayer_output),
        _ => Err(ShapeError::from_kind(ErrorKind::OutOfBounds)),
    }
}

pub fn pre_norm(
    x: ArrayView2<'_, f32>,
    norm: &LayerNorm,
    sublayer: impl FnOnce(ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeError>,
) -> Result<Array2<f32>, ShapeError> {
    let normalized = match norm.forward(x) {
        Ok(normalized) => normalized,
        Err(error) => return Err(error.into()),
    };
    match sublayer(normalized.view()) {
        Ok(output) => residual(x, output.view()),
        Err(error) => Err(error),
    }
}
