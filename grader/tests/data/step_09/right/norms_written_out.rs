//! The normalizations are written out in f64.

use ndarray::{Array2, ArrayView2, ShapeError};

use crate::step_03::LayerNorm;
use crate::step_04::Mlp;
use crate::step_07::MultiHeadAttention;
use crate::step_08::residual;

#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    pub ln_1: LayerNorm,
    pub attn: MultiHeadAttention,
    pub ln_2: LayerNorm,
    pub mlp: Mlp,
}

impl Block {
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeError> {
        let attention = self.attn.forward(normalized(x, &self.ln_1)?.view())?;
        let x = residual(x, attention.view())?;
        let network = self.mlp.forward(normalized(x.view(), &self.ln_2)?.view())?;
        residual(x.view(), network.view())
    }
}

fn normalized(x: ArrayView2<'_, f32>, norm: &LayerNorm) -> Result<Array2<f32>, ShapeError> {
    if [norm.weight.len(), norm.bias.len()] != [x.ncols(); 2] {
        return Err(ShapeError::from_kind(ndarray::ErrorKind::IncompatibleShape));
    }
    let mut y = x.to_owned();
    for mut row in y.rows_mut() {
        let n = row.len() as f64;
        let mean = row.iter().map(|x| f64::from(*x)).sum::<f64>() / n;
        let variance = row.iter().map(|x| (f64::from(*x) - mean).powi(2)).sum::<f64>() / n;
        let deviation = (variance + f64::from(norm.eps)).sqrt();
        for (j, x) in row.iter_mut().enumerate() {
            let standard = ((f64::from(*x) - mean) / deviation) as f32;
            *x = standard * norm.weight[j] + norm.bias[j];
        }
    }
    Ok(y)
}
