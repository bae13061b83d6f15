//! What a block does is written out.

use ndarray::{Array2, ShapeError};

use crate::step_03::LayerNorm;
use crate::step_05::Embedding;
use crate::step_06::embed;
use crate::step_09::Block;

#[derive(Clone, Debug, PartialEq)]
pub struct Gpt2Model {
    pub wte: Embedding,
    pub wpe: Embedding,
    pub h: Vec<Block>,
    pub ln_f: LayerNorm,
}

impl Gpt2Model {
    pub fn forward(&self, ids: &[usize]) -> Result<Array2<f32>, ShapeError> {
        let mut x = embed(&self.wte, &self.wpe, ids, 0)?;
        for block in &self.h {
            let normalized = block.ln_1.forward(x.view())?;
            let attention = block.attn.forward(normalized.view())?;
            x = crate::step_08::residual(x.view(), attention.view())?;
            let normalized = block.ln_2.forward(x.view())?;
            let network = block.mlp.forward(normalized.view())?;
            x = crate::step_08::residual(x.view(), network.view())?;
        }
        Ok(self.ln_f.forward(x.view())?)
    }
}
