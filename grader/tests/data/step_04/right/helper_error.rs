//! The error has a function of its own, and `ok_or`.
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
        (weight.ncols() == bias.len()).then_some(Self { weight, bias }).ok_or_else(unfit)
    }
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeError> {
        (x.ncols() == self.weight.nrows()).then(|| x.dot(&self.weight) + &self.bias).ok_or_else(unfit)
    }
}
#[derive(Clone, Debug, PartialEq)]
pub struct Mlp {
    pub c_fc: Linear,
    pub c_proj: Linear,
}
impl Mlp {
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeError> {
        self.c_fc.forward(x).and_then(|hidden| self.c_proj.forward(hidden.mapv(gelu).view()))
    }
}
fn unfit() -> ShapeError {
    ShapeError::from_kind(ErrorKind::IncompatibleShape)
}
