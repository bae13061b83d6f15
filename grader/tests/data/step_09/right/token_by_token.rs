//! The network takes a token at a time.

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
        let network = |h: ArrayView2<'_, f32>| {
            let channels = self.mlp.c_proj.bias.len();
            // Refuses what does not fit where there are no tokens, too.
            self.mlp.forward(h.slice(ndarray::s![..0, ..]))?;
            let mut y = Array2::zeros((h.nrows(), channels));
            for (i, mut row) in y.rows_mut().into_iter().enumerate() {
                row.assign(&self.mlp.forward(h.slice(ndarray::s![i..=i, ..]))?.row(0));
            }
            Ok(y)
        };
        pre_norm(stream.view(), &self.ln_2, network)
    }
}
