//! A loop over both layers, by dynamic dispatch.

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
        type Layer<'a> = Box<dyn Fn(ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeError> + 'a>;
        let layers: [(&LayerNorm, Layer<'_>); 2] = [
            (&self.ln_1, Box::new(|h| self.attn.forward(h))),
            (&self.ln_2, Box::new(|h| self.mlp.forward(h))),
        ];
        let mut stream = x.to_owned();
        for (norm, layer) in &layers {
            stream = pre_norm(stream.view(), norm, layer)?;
        }
        Ok(stream)
    }
}
