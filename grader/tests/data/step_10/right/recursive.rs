//! A method that calls itself for the blocks that are left.

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
        let x = embed(&self.wte, &self.wpe, ids, 0)?;
        let x = Self::through(&self.h, x)?;
        Ok(self.ln_f.forward(x.view())?)
    }

    fn through(blocks: &[Block], x: Array2<f32>) -> Result<Array2<f32>, ShapeError> {
        match blocks.split_first() {
            None => Ok(x),
            Some((first, others)) => Self::through(others, first.forward(x.view())?),
        }
    }
}
