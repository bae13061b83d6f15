//! The output takes the stream in, the other way round.

use ndarray::{Array2, ArrayView2, ErrorKind, ShapeError};

use crate::step_03::LayerNorm;

pub fn residual(
    x: ArrayView2<'_, f32>,
    sublayer_output: ArrayView2<'_, f32>,
) -> Result<Array2<f32>, ShapeError> {
    if x.dim() != sublayer_output.dim() {
        return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
    }
    Ok(&sublayer_output + &x)
}

pub fn pre_norm(
    x: ArrayView2<'_, f32>,
    norm: &LayerNorm,
    sublayer: impl FnOnce(ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeError>,
) -> Result<Array2<f32>, ShapeError> {
    let output = sublayer(norm.forward(x)?.view())?;
    residual(output.view(), x)
}
