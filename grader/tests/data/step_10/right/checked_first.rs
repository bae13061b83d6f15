//! Everything is looked at before anything is done.

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
        let unknown = ids.iter().any(|id| *id >= self.wte.weight.nrows());
        if unknown || ids.len() > self.wpe.weight.nrows() {
            return Err(ShapeError::from_kind(ndarray::ErrorKind::OutOfBounds));
        }
        let mut x = embed(&self.wte, &self.wpe, ids, 0)?;
        for block in &self.h {
            x = block.forward(x.view())?;
        }
        Ok(self.ln_f.forward(x.view())?)
    }
}
