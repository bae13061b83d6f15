//! Attention is written out, head by head with slices.

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
        use crate::step_07::attention;
        use ndarray::s;
        let look = |h: ArrayView2<'_, f32>| {
            let channels = h.ncols();
            let attn = &self.attn;
            let qkv = attn.c_attn.forward(h)?;
            if attn.n_head == 0 || channels % attn.n_head != 0 || qkv.ncols() != 3 * channels {
                return self.attn.forward(h);
            }
            let width = channels / attn.n_head;
            let mask = crate::step_02::causal_mask(h.nrows(), 0)?;
            let mut taken = Array2::zeros((h.nrows(), channels));
            for head in 0..attn.n_head {
                let at = |third: usize| third * channels + head * width;
                let part = |third: usize| qkv.slice(s![.., at(third)..at(third) + width]);
                let y = attention(part(0), part(1), part(2), mask.view());
                taken.slice_mut(s![.., head * width..(head + 1) * width]).assign(&y);
            }
            attn.c_proj.forward(taken.view())
        };
        let x = pre_norm(x, &self.ln_1, look)?;
        pre_norm(x.view(), &self.ln_2, |h| self.mlp.forward(h))
    }
}
