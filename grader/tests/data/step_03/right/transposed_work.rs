//! Works on the transpose, where broadcasting goes along tokens, and transposes back.
use ndarray::{Array1, Array2, ArrayView1, ArrayView2, Axis};
#[derive(Debug, Clone, Copy, Eq, PartialEq)]
pub struct ShapeMismatch {
    pub expected: usize,
    pub actual: usize,
}
impl std::error::Error for ShapeMismatch {}
impl std::fmt::Display for ShapeMismatch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "expected a vector of shape [{}], got [{}]", self.expected, self.actual)
    }
}
pub fn mean(x: ArrayView2<'_, f32>) -> Array1<f32> {
    x.reversed_axes().sum_axis(Axis(0)) / x.ncols() as f32
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    let d = &x.t() - &mean(x);
    (&d * &d).sum_axis(Axis(0)) / x.ncols() as f32
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let t = (&x.t() - &mean(x)) / &variance(x).mapv(|v| (v + eps).sqrt());
    t.reversed_axes()
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    let expected = x.t().nrows();
    for actual in [weight.len(), bias.len()] {
        if actual != expected {
            return Err(ShapeMismatch { expected, actual });
        }
    }
    let t = &x.t() * &weight.insert_axis(Axis(1)) + bias.insert_axis(Axis(1));
    Ok(t.reversed_axes())
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
