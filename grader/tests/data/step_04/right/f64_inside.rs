//! Computes in f64 and rounds once.
use ndarray::{Array1, Array2, ArrayView2, ErrorKind, ShapeError};
pub fn gelu(x: f32) -> f32 {
    let x = f64::from(x);
    let inner = (2.0 / std::f64::consts::PI).sqrt() * (x + 0.044715 * x.powi(3));
    (0.5 * x * (1.0 + inner.tanh())) as f32
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
        let wide = |x: &f32| f64::from(*x);
        let y = x.map(wide).dot(&self.weight.map(wide)) + &self.bias.map(wide);
        Ok(y.mapv(|y| y as f32))
    }
}
#[derive(Clone, Debug, PartialEq)]
pub struct Mlp {
    pub c_fc: Linear,
    pub c_proj: Linear,
}
impl Mlp {
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeError> {
        let hidden = self.c_fc.forward(x)?.mapv(gelu);
        self.c_proj.forward(hidden.view())
    }
}
