//! The network calls nothing of the layers.
use ndarray::{Array1, Array2, ArrayView2, ErrorKind, ShapeError};
pub fn gelu(x: f32) -> f32 {
    let inner = (2.0 / std::f32::consts::PI).sqrt() * (x + 0.044715 * x.powi(3));
    0.5 * x * (1.0 + inner.tanh())
}
#[derive(Clone, Debug, PartialEq)]
pub struct Linear {
    pub weight: Array2<f32>,
    pub bias: Array1<f32>,
}
impl Linear {
    pub fn new(weight: Array2<f32>, bias: Array1<f32>) -> Result<Self, ShapeError> {
        if weight.ncols() != bias.len() {
            return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
        }
        Ok(Linear { weight, bias })
    }
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeError> {
        if x.ncols() != self.weight.nrows() {
            return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
        }
        Ok(x.dot(&self.weight) + &self.bias)
    }
}
#[derive(Clone, Debug, PartialEq)]
pub struct Mlp {
    pub c_fc: Linear,
    pub c_proj: Linear,
}
impl Mlp {
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeError> {
        let bad = || ShapeError::from_kind(ErrorKind::IncompatibleShape);
        let Mlp { c_fc, c_proj } = self;
        if x.ncols() != c_fc.weight.nrows() || c_fc.weight.ncols() != c_proj.weight.nrows() {
            return Err(bad());
        }
        let hidden = (x.dot(&c_fc.weight) + &c_fc.bias).mapv(|x| {
            let inner = (2.0 / std::f32::consts::PI).sqrt() * (x + 0.044715 * x * x * x);
            0.5 * x * (1.0 + inner.tanh())
        });
        Ok(hidden.dot(&c_proj.weight) + &c_proj.bias)
    }
}
