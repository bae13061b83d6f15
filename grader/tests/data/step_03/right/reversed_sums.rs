//! Adds up from the last channel to the first.
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
    let mut out = vec![0.0; x.nrows()];
    for (i, row) in x.outer_iter().enumerate() {
        for v in row.iter().rev() {
            out[i] += v;
        }
        out[i] /= row.len() as f32;
    }
    out.into()
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    let mut out = Vec::with_capacity(x.nrows());
    for (row, m) in x.outer_iter().zip(mean(x)) {
        let total: f32 = row.iter().rev().map(|v| { let d = m - v; d * d }).sum();
        out.push(total / row.len() as f32);
    }
    Array1::from(out)
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let (m, v) = (mean(x), variance(x));
    let mut y = Array2::from_elem(x.dim(), f32::NAN);
    for i in (0..x.nrows()).rev() {
        let s = (v[i] + eps).sqrt();
        for j in (0..x.ncols()).rev() {
            y[(i, j)] = (x[(i, j)] - m[i]) / s;
        }
    }
    y
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    let n = x.ncols();
    if weight.len() != n { return Err(ShapeMismatch { expected: n, actual: weight.len() }); }
    if bias.len() != n { return Err(ShapeMismatch { expected: n, actual: bias.len() }); }
    let mut y = Array2::from_elem(x.dim(), f32::NAN);
    for j in (0..n).rev() {
        for i in 0..x.nrows() {
            y[(i, j)] = bias[j] + weight[j] * x[(i, j)];
        }
    }
    Ok(y)
}
#[derive(PartialEq, Debug, Clone)]
pub struct LayerNorm {
    pub eps: f32,
    pub bias: Array1<f32>,
    pub weight: Array1<f32>,
}
impl LayerNorm {
    pub fn new(weight: Array1<f32>, bias: Array1<f32>, eps: f32) -> Result<Self, ShapeMismatch> {
        let n = weight.len();
        if bias.len() != n { return Err(ShapeMismatch { expected: n, actual: bias.len() }); }
        Ok(Self { weight, bias, eps })
    }
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
        scale_and_shift(normalize(x, self.eps).view(), self.weight.view(), self.bias.view())
    }
}
