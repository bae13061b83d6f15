//! The sums are written out.

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
        let attention = self.attn.forward(self.ln_1.forward(x)?.view())?;
        let x = residual(x, attention.view())?;
        let network = self.mlp.forward(self.ln_2.forward(x.view())?.view())?;
        residual(x.view(), network.view())
    }
}
