//! The corrected two-pass variance: (sum d^2 - (sum d)^2 / n) / n, and a mean that is refined by a second pass.
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
fn row_mean(r: ArrayView1<'_, f32>) -> f32 {
    let n = r.len() as f32;
    let first = r.sum() / n;
    if !first.is_finite() {
        return first;
    }
    first + r.iter().map(|v| v - first).sum::<f32>() / n
}
fn row_variance(r: ArrayView1<'_, f32>) -> f32 {
    let n = r.len() as f32;
    let m = row_mean(r);
    let (mut squares, mut plain) = (0f32, 0f32);
    for v in r {
        squares += (v - m) * (v - m);
        plain += v - m;
    }
    let v = (squares - plain * plain / n) / n;
    // Not `max`, which would make NaN to 0.
    if v < 0.0 { 0.0 } else { v }
}
pub fn mean(x: ArrayView2<'_, f32>) -> Array1<f32> {
    x.map_axis(Axis(1), row_mean)
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    x.map_axis(Axis(1), row_variance)
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    (&x - mean(x).insert_axis(Axis(1))) / (variance(x) + eps).mapv(f32::sqrt).insert_axis(Axis(1))
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    let expected = x.ncols();
    for actual in [weight.len(), bias.len()] {
        if actual != expected {
            return Err(ShapeMismatch { expected, actual });
        }
    }
    Ok(&x * &weight + bias)
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
