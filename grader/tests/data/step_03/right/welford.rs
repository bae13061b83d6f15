//! Welford's one-pass algorithm for the variance (the mean is a plain sum).
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
fn welford(row: ArrayView1<'_, f32>) -> f32 {
    let mut m = 0f32;
    let mut m2 = 0f32;
    let mut count = 0f32;
    for &v in row {
        count += 1.0;
        let delta = v - m;
        m += delta / count;
        m2 += delta * (v - m);
    }
    m2 / count
}
pub fn mean(x: ArrayView2<'_, f32>) -> Array1<f32> {
    x.sum_axis(Axis(1)) / (x.ncols() as f32)
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    x.rows().into_iter().map(welford).collect()
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let mut y = x.to_owned();
    for mut row in y.rows_mut() {
        let n = row.len() as f32;
        let v = welford(row.view());
        let m = row.sum() / n;
        row.mapv_inplace(|e| (e - m) / (v + eps).sqrt());
    }
    y
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    let err = |v: ArrayView1<'_, f32>| ShapeMismatch { expected: x.ncols(), actual: v.len() };
    if weight.len() != x.ncols() {
        return Err(err(weight));
    }
    if bias.len() != x.ncols() {
        return Err(err(bias));
    }
    Ok(&x * &weight.insert_axis(Axis(0)) + bias.insert_axis(Axis(0)))
}
#[derive(Clone, Debug, PartialEq)]
pub struct LayerNorm {
    pub weight: Array1<f32>,
    pub bias: Array1<f32>,
    pub eps: f32,
}
impl LayerNorm {
    pub fn new(weight: Array1<f32>, bias: Array1<f32>, eps: f32) -> Result<Self, ShapeMismatch> {
        let me = Self { weight, bias, eps };
        let (expected, actual) = (me.weight.len(), me.bias.len());
        if expected != actual { Err(ShapeMismatch { expected, actual }) } else { Ok(me) }
    }
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
        scale_and_shift(normalize(x, self.eps).view(), self.weight.view(), self.bias.view())
    }
}
