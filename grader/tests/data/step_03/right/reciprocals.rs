//! Multiplies by 1/n and by 1/sqrt(variance + eps) instead of dividing.
use ndarray::{Array1, Array2, ArrayView1, ArrayView2, Axis};
use std::error::Error;
use std::fmt;
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShapeMismatch {
    pub expected: usize,
    pub actual: usize,
}
impl fmt::Display for ShapeMismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { expected, actual } = self;
        write!(f, "expected a vector of shape [{expected}], got [{actual}]")
    }
}
impl Error for ShapeMismatch {}
pub fn mean(x: ArrayView2<'_, f32>) -> Array1<f32> {
    x.sum_axis(Axis(1)) * (x.ncols() as f32).recip()
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    let centred = &x - &mean(x).insert_axis(Axis(1));
    centred.powi(2).sum_axis(Axis(1)) * (x.ncols() as f32).recip()
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let inverse = variance(x).mapv(|v| 1.0 / (v + eps).sqrt());
    (&x - &mean(x).insert_axis(Axis(1))) * inverse.insert_axis(Axis(1))
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    let expected = x.ncols();
    if expected != weight.len() {
        return Err(ShapeMismatch { expected, actual: weight.len() });
    } else if expected != bias.len() {
        return Err(ShapeMismatch { expected, actual: bias.len() });
    }
    let y = &bias + &x * &weight;
    Ok(y)
}
#[derive(Clone, Debug, PartialEq)]
pub struct LayerNorm {
    pub weight: Array1<f32>,
    pub bias: Array1<f32>,
    pub eps: f32,
}
impl LayerNorm {
    pub fn new(weight: Array1<f32>, bias: Array1<f32>, eps: f32) -> Result<Self, ShapeMismatch> {
        if weight.len() != bias.len() {
            return Err(ShapeMismatch { expected: weight.len(), actual: bias.len() });
        }
        Ok(Self { weight, bias, eps })
    }
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
        scale_and_shift(normalize(x, self.eps).view(), self.weight.view(), self.bias.view())
    }
}
