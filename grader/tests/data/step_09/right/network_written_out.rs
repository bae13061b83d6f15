//! The network is written out, in f64 between the layers.

use ndarray::{Array2, ArrayView2, ShapeError};

use crate::step_03::LayerNorm;
use crate::step_04::Mlp;
use crate::step_07::MultiHeadAttention;
use crate::step_08::pre_norm;

#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    pub ln_1: LayerNorm,
    pub attn: MultiHeadAttention,
    pub ln_2: LayerNorm,
    pub mlp: Mlp,
}

impl Block {
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeError> {
        let stream = pre_norm(x, &self.ln_1, |h| self.attn.forward(h))?;
        let gelu = |x: f32| {
            let x = f64::from(x);
            let root = (2.0 / std::f64::consts::PI).sqrt();
            (0.5 * x * (1.0 + (root * (x + 0.044715 * x * x * x)).tanh())) as f32
        };
        pre_norm(stream.view(), &self.ln_2, |h| {
            let hidden = self.mlp.c_fc.forward(h)?.mapv(gelu);
            self.mlp.c_proj.forward(hidden.view())
        })
    }
}
