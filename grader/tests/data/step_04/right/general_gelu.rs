//! The activation takes any float.
use ndarray::{Array1, Array2, ArrayView2, ErrorKind, ShapeError};
pub fn gelu(x: f32) -> f32 {
    activation(x)
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
        self.c_proj.forward(self.c_fc.forward(x)?.mapv(activation).view())
    }
}
fn activation<T: num_traits::Float>(x: T) -> T {
    let number = |x: f64| T::from(x).unwrap();
    let inner = number(0.797_884_560_802_865_4) * (x + number(0.044715) * x.powi(3));
    number(0.5) * x * (T::one() + inner.tanh())
}
