//! A helper struct `RowStats` with the moments of one row.
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
#[derive(Clone, Copy)]
struct RowStats {
    mean: f32,
    variance: f32,
}
impl RowStats {
    fn of(row: ArrayView1<'_, f32>) -> Self {
        let n = row.len() as f32;
        let mean = row.iter().sum::<f32>() / n;
        let variance = row.iter().map(|v| (v - mean).powi(2)).sum::<f32>() / n;
        RowStats { mean, variance }
    }
    fn apply(self, v: f32, eps: f32) -> f32 {
        (v - self.mean) / (self.variance + eps).sqrt()
    }
}
impl From<ArrayView1<'_, f32>> for RowStats {
    fn from(row: ArrayView1<'_, f32>) -> Self {
        Self::of(row)
    }
}
fn stats(x: ArrayView2<'_, f32>) -> Vec<RowStats> {
    x.outer_iter().map(RowStats::from).collect()
}
pub fn mean(x: ArrayView2<'_, f32>) -> Array1<f32> {
    stats(x).into_iter().map(|s| s.mean).collect()
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    stats(x).into_iter().map(|s| s.variance).collect()
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let stats = stats(x);
    Array2::from_shape_fn(x.dim(), |(i, j)| stats[i].apply(x[[i, j]], eps))
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    ShapeMismatch::check(x.ncols(), weight.len())?;
    ShapeMismatch::check(x.ncols(), bias.len())?;
    Ok(&x * &weight + bias)
}
impl ShapeMismatch {
    fn check(expected: usize, actual: usize) -> Result<(), Self> {
        if expected == actual { Ok(()) } else { Err(Self { expected, actual }) }
    }
}
#[derive(Clone, Debug, PartialEq)]
pub struct LayerNorm {
    pub weight: Array1<f32>,
    pub bias: Array1<f32>,
    pub eps: f32,
}
impl LayerNorm {
    pub fn new(weight: Array1<f32>, bias: Array1<f32>, eps: f32) -> Result<Self, ShapeMismatch> {
        ShapeMismatch::check(weight.len(), bias.len()).map(|()| Self { weight, bias, eps })
    }
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
        scale_and_shift(normalize(x, self.eps).view(), self.weight.view(), self.bias.view())
    }
}
