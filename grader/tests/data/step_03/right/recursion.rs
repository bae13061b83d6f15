//! Recursion over the entries of a row and over the rows.
use ndarray::{Array1, Array2, ArrayView1, ArrayView2, ArrayViewMut2, Axis};
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
fn total(values: &[f32], f: &dyn Fn(f32) -> f32) -> f32 {
    match values {
        [] => 0.0,
        [first, rest @ ..] if values.len() <= 4 => f(*first) + total(rest, f),
        _ => {
            let (left, right) = values.split_at(values.len() / 2);
            total(left, f) + total(right, f)
        }
    }
}
pub fn mean(x: ArrayView2<'_, f32>) -> Array1<f32> {
    x.map_axis(Axis(1), |row| total(&row.to_vec(), &|v| v) / row.len() as f32)
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    x.map_axis(Axis(1), |row| {
        let row = row.to_vec();
        let m = total(&row, &|v| v) / row.len() as f32;
        total(&row, &|v| (v - m) * (v - m)) / row.len() as f32
    })
}
fn rest(mut y: ArrayViewMut2<'_, f32>, m: &[f32], v: &[f32], eps: f32) {
    if let ([m, ms @ ..], [v, vs @ ..]) = (m, v) {
        y.row_mut(0).mapv_inplace(|e| (e - m) / (v + eps).sqrt());
        let (_, below) = y.split_at(Axis(0), 1);
        rest(below, ms, vs, eps);
    }
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let mut y = x.to_owned();
    rest(y.view_mut(), &mean(x).to_vec(), &variance(x).to_vec(), eps);
    y
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    fn check(expected: usize, lengths: &[usize]) -> Result<(), ShapeMismatch> {
        match lengths {
            [] => Ok(()),
            [actual, ..] if *actual != expected => Err(ShapeMismatch { expected, actual: *actual }),
            [_, more @ ..] => check(expected, more),
        }
    }
    check(x.ncols(), &[weight.len(), bias.len()])?;
    Ok(&x * &weight + &bias)
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
