//! Pairwise sums by halving a vector over and over.
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
fn pairwise(mut values: Vec<f32>) -> f32 {
    while values.len() > 1 {
        values = values.chunks(2).map(|pair| pair.iter().sum()).collect();
    }
    values.first().copied().unwrap_or(0.0)
}
pub fn mean(x: ArrayView2<'_, f32>) -> Array1<f32> {
    let n = x.ncols() as f32;
    let means: Vec<f32> = x.rows().into_iter().map(|r| pairwise(r.to_vec()) / n).collect();
    Array1::from_vec(means)
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    let n = x.ncols() as f32;
    let m = mean(x);
    (0..x.nrows())
        .map(|i| pairwise(x.row(i).iter().map(|v| v - m[i]).map(|d| d * d).collect()) / n)
        .collect::<Array1<f32>>()
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let m = mean(x);
    let v = variance(x);
    let mut out = Array2::default(x.dim());
    out.indexed_iter_mut().for_each(|((i, j), o): (_, &mut f32)| *o = (x[[i, j]] - m[i]) / (v[i] + eps).sqrt());
    out
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    for actual in [weight.len(), bias.len()] {
        if actual != x.ncols() {
            return Err(ShapeMismatch { expected: x.ncols(), actual });
        }
    }
    let mut out = x.to_owned();
    out.indexed_iter_mut().for_each(|((_, j), o)| *o = *o * weight[j] + bias[j]);
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
        Ok(Self { weight, bias, eps })
    }
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
        scale_and_shift(normalize(x, self.eps).view(), self.weight.view(), self.bias.view())
    }
}
