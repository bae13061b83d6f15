//! The sums start with the bias.
use ndarray::{Array1, Array2, ArrayView2, ErrorKind, ShapeError};
use std::f32::consts::PI;
pub fn gelu(x: f32) -> f32 {
    let cube = x * x * x;
    let z = (2.0 / PI).sqrt() * (x + 0.044715 * cube);
    let share = 0.5 * (1.0 + z.tanh());
    x * share
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
        y.rows_mut().into_iter().for_each(|mut row| row.assign(&self.bias));
        ndarray::linalg::general_mat_mul(1.0, &x, &self.weight, 1.0, &mut y);
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
        self.c_proj.forward(self.c_fc.forward(x)?.mapv(gelu).view())
    }
}
