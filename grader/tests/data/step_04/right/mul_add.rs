//! Fused operations.
use ndarray::{Array1, Array2, ArrayView2, ErrorKind, ShapeError};
pub fn gelu(x: f32) -> f32 {
    let inner = (x * x).mul_add(0.044715 * x, x) * 0.797_884_56;
    (0.5 * x).mul_add(inner.tanh(), 0.5 * x)
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
        Ok(Array2::from_shape_fn((x.nrows(), self.weight.ncols()), |(i, j)| {
            let pairs = x.row(i).into_iter().zip(self.weight.column(j));
            pairs.fold(self.bias[j], |sum, (x, weight)| x.mul_add(*weight, sum))
        }))
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
