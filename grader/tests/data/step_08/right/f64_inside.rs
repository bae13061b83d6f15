//! Adds in `f64` and rounds once.

use ndarray::{Array2, ArrayView2, ErrorKind, ShapeError};

use crate::step_03::LayerNorm;

pub fn residual(
    x: ArrayView2<'_, f32>,
    sublayer_output: ArrayView2<'_, f32>,
) -> Result<Array2<f32>, ShapeError> {
    if x.dim() != sublayer_output.dim() {
        return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
    }
    let add = |a: &f32, b: &f32| (f64::from(*a) + f64::from(*b)) as f32;
    Ok(ndarray::Zip::from(&x).and(&sublayer_output).map_collect(add))
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
