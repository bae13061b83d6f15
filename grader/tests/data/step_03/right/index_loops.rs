//! Plain nested loops over indices, everywhere.
use ndarray::{Array1, Array2, ArrayView1, ArrayView2};
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
    let mut out = Array1::zeros(x.nrows());
    for i in 0..x.nrows() {
        let mut sum = 0.0;
        for j in 0..x.ncols() {
            sum += x[[i, j]];
        }
        out[i] = sum / x.ncols() as f32;
    }
    out
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    let m = mean(x);
    let mut out = Array1::zeros(x.nrows());
    for i in 0..x.nrows() {
        let mut sum = 0.0;
        for j in 0..x.ncols() {
            let d = x[[i, j]] - m[i];
            sum += d * d;
        }
        out[i] = sum / x.ncols() as f32;
    }
    out
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let m = mean(x);
    let v = variance(x);
    let mut out = Array2::zeros((x.nrows(), x.ncols()));
    for i in 0..x.nrows() {
        for j in 0..x.ncols() {
            out[[i, j]] = (x[[i, j]] - m[i]) / (v[i] + eps).sqrt();
        }
    }
    out
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    if weight.len() != x.ncols() {
        return Err(ShapeMismatch { expected: x.ncols(), actual: weight.len() });
    }
    if bias.len() != x.ncols() {
        return Err(ShapeMismatch { expected: x.ncols(), actual: bias.len() });
    }
    let mut out = Array2::zeros((x.nrows(), x.ncols()));
    for i in 0..x.nrows() {
        for j in 0..x.ncols() {
            out[[i, j]] = x[[i, j]] * weight[j] + bias[j];
        }
    }
    Ok(out)
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
        Ok(LayerNorm { weight, bias, eps })
    }
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
        let n = normalize(x, self.eps);
        scale_and_shift(n.view(), self.weight.view(), self.bias.view())
    }
}
