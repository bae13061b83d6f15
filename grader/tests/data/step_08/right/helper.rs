//! A helper for the shapes.

use ndarray::{Array2, ArrayView2, ErrorKind, ShapeError};

use crate::step_03::LayerNorm;

pub fn residual(
    x: ArrayView2<'_, f32>,
    sublayer_output: ArrayView2<'_, f32>,
) -> Result<Array2<f32>, ShapeError> {
    same(x, sublayer_output)?;
    Ok(&x + &sublayer_output)
}

pub fn pre_norm(
    x: ArrayView2<'_, f32>,
    norm: &LayerNorm,
    sublayer: impl FnOnce(ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeError>,
) -> Result<Array2<f32>, ShapeError> {
    let normalized = norm.forward(x)?;
    let output = sublayer(normalized.view())?;
    residual(x, output.view())
}

fn same(a: ArrayView2<'_, f32>, b: ArrayView2<'_, f32>) -> Result<(), ShapeError> {
    let same = a.shape() == b.shape();
    same.then_some(()).ok_or(ShapeError::from_kind(ErrorKind::IncompatibleShape))
}
