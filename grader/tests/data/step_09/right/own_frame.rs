//! A frame of its own.

use ndarray::{Array2, ArrayView2, ShapeError};

use crate::step_03::LayerNorm;
use crate::step_04::Mlp;
use crate::step_07::MultiHeadAttention;
use crate::step_08::residual;

#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    pub ln_1: LayerNorm,
    pub attn: MultiHeadAttention,
    pub ln_2: LayerNorm,
    pub mlp: Mlp,
}

impl Block {
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeError> {
        let x = framed(x, &self.ln_1, |h| self.attn.forward(h))?;
        framed(x.view(), &self.ln_2, |h| self.mlp.forward(h))
    }
}

fn framed(
    x: ArrayView2<'_, f32>,
    norm: &LayerNorm,
    layer: impl Fn(ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeError>,
) -> Result<Array2<f32>, ShapeError> {
    residual(x, layer(norm.forward(x)?.view())?.view())
}
