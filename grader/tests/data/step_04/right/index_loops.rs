//! Plain nested loops over indices.
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
        let mut y = Array2::zeros((x.nrows(), self.weight.ncols()));
        for i in 0..x.nrows() {
            for j in 0..self.weight.ncols() {
                let mut sum = 0.0;
                for k in 0..x.ncols() {
                    sum += x[[i, k]] * self.weight[[k, j]];
                }
                y[[i, j]] = sum + self.bias[j];
            }
        }
        Ok(y)
    }
}
#[derive(Clone, Debug, PartialEq)]
pub struct Mlp {
    pub c_fc: Linear,
    pub c_proj: Linear,
}
impl Mlp {
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeError> {
        let mut hidden = self.c_fc.forward(x)?;
        for i in 0..hidden.nrows() {
            for j in 0..hidden.ncols() {
                hidden[[i, j]] = gelu(hidden[[i, j]]);
            }
        }
        let y = self.c_proj.forward(hidden.view())?;
        Ok(y)
    }
}
