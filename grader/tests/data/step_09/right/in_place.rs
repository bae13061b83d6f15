//! Adds in place.

use ndarray::{Array2, ArrayView2, ShapeError};

use crate::step_03::LayerNorm;
use crate::step_04::Mlp;
use crate::step_07::MultiHeadAttention;

#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    pub ln_1: LayerNorm,
    pub attn: MultiHeadAttention,
    pub ln_2: LayerNorm,
    pub mlp: Mlp,
}

impl Block {
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeError> {
        let mut stream = x.to_owned();
        let attention = self.attn.forward(self.ln_1.forward(x)?.view())?;
        same(&stream, &attention)?;
        stream += &attention;
        let network = self.mlp.forward(self.ln_2.forward(stream.view())?.view())?;
        same(&stream, &network)?;
        stream += &network;
        Ok(stream)
    }
}

fn same(a: &Array2<f32>, b: &Array2<f32>) -> Result<(), ShapeError> {
    match a.dim() == b.dim() {
        true => Ok(()),
        false => Err(ShapeError::from_kind(ndarray::ErrorKind::IncompatibleShape)),
    }
}
