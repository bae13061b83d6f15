//! Position by position.

use ndarray::{Array2, ShapeError};

use crate::step_03::LayerNorm;
use crate::step_05::Embedding;
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
        let mut x = self.wte.forward(ids)?;
        for (place, mut row) in x.rows_mut().into_iter().enumerate() {
            let position = self.wpe.forward(&[place])?;
            row += &position.row(0);
        }
        for block in &self.h {
            x = block.forward(x.view())?;
        }
        Ok(self.ln_f.forward(x.view())?)
    }
}
