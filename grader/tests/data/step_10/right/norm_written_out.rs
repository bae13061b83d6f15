//! The last normalization is written out.

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
            x = block.forward(x.view())?;
        }
        if x.ncols() != self.ln_f.weight.len() {
            return Err(ShapeError::from_kind(ndarray::ErrorKind::IncompatibleShape));
        }
        for mut row in x.rows_mut() {
            let mean = row.sum() / row.len() as f32;
            row -= mean;
            let variance = row.dot(&row) / row.len() as f32;
            row /= (variance + self.ln_f.eps).sqrt();
            row *= &self.ln_f.weight;
            row += &self.ln_f.bias;
        }
        Ok(x)
    }
}
