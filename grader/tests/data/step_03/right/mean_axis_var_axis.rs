//! ndarray's own `mean_axis` and `var_axis` with ddof 0.
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
    x.mean_axis(Axis(1)).expect("at least one channel")
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    x.var_axis(Axis(1), 0.0)
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let mean = x.mean_axis(Axis(1)).unwrap().insert_axis(Axis(1));
    let var = x.var_axis(Axis(1), 0.).insert_axis(Axis(1));
    (&x - &mean) / (var + eps).sqrt()
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    let (_, n) = x.dim();
    if weight.len() != n {
        Err(ShapeMismatch { expected: n, actual: weight.len() })
    } else if bias.len() != n {
        Err(ShapeMismatch { expected: n, actual: bias.len() })
    } else {
        Ok(&(&x * &weight) + &bias)
    }
}
#[derive(Clone)]
pub struct LayerNorm {
    pub weight: Array1<f32>,
    pub bias: Array1<f32>,
    pub eps: f32,
}
impl PartialEq for LayerNorm {
    fn eq(&self, other: &Self) -> bool {
        self.weight == other.weight && self.bias == other.bias && self.eps == other.eps
    }
}
impl std::fmt::Debug for LayerNorm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LayerNorm").field("weight", &self.weight).field("bias", &self.bias).field("eps", &self.eps).finish()
    }
}
impl LayerNorm {
    pub fn new(weight: Array1<f32>, bias: Array1<f32>, eps: f32) -> Result<Self, ShapeMismatch> {
        let expected = weight.len();
        let actual = bias.len();
        (expected == actual).then_some(Self { weight, bias, eps }).ok_or(ShapeMismatch { expected, actual })
    }
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
        scale_and_shift(normalize(x, self.eps).view(), self.weight.view(), self.bias.view())
    }
}
