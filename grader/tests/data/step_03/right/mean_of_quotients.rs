//! Every entry is divided by n before it is added: no overflow of the sum, a little other rounding.
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
    let n = x.ncols() as f32;
    (&x / n).sum_axis(Axis(1))
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    let n = x.ncols() as f32;
    let d = &x - &mean(x).insert_axis(Axis(1));
    (&d * &(&d / n)).sum_axis(Axis(1))
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let mut y = x.to_owned();
    let m = mean(x);
    let s = variance(x).mapv(|v| f32::sqrt(v + eps));
    for i in 0..y.nrows() {
        y.row_mut(i).mapv_inplace(|e| (e - m[i]) / s[i]);
    }
    y
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    let expected = x.ncols();
    for actual in [weight.len(), bias.len()] {
        if actual != expected {
            return Err(ShapeMismatch { expected, actual });
        }
    }
    let mut y = x.to_owned();
    for j in 0..y.ncols() {
        y.column_mut(j).mapv_inplace(|e| e * weight[j] + bias[j]);
    }
    Ok(y)
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
        if weight.len() != bias.len() {
            return Err(ShapeMismatch { expected: weight.len(), actual: bias.len() });
        }
        Ok(Self { weight, bias, eps })
    }
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
        scale_and_shift(normalize(x, self.eps).view(), self.weight.view(), self.bias.view())
    }
}
