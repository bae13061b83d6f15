//! Results with negative strides: built backwards, then the axes are inverted.
use ndarray::{Array1, Array2, ArrayView1, ArrayView2, Axis, s};
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
    let mut m: Array1<f32> = x.slice(s![..;-1, ..]).rows().into_iter().map(|r| r.sum() / r.len() as f32).collect();
    m.invert_axis(Axis(0));
    m
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    let d = &x - &mean(x).insert_axis(Axis(1));
    let mut v: Array1<f32> =
        (0..x.nrows()).rev().map(|i| { let r = d.slice(s![i, ..]); r.dot(&r) / x.ncols() as f32 }).collect();
    v.invert_axis(Axis(0));
    v
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let backwards = x.slice(s![.., ..;-1]);
    let mut y = (&backwards - &mean(x).insert_axis(Axis(1))) / &variance(x).mapv(|v| (v + eps).sqrt()).insert_axis(Axis(1));
    y.invert_axis(Axis(1));
    y
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    let expected = x.ncols();
    for actual in [weight.len(), bias.len()] {
        if actual != expected {
            return Err(ShapeMismatch { expected, actual });
        }
    }
    let mut y = &x.slice(s![..;-1, ..;-1]) * &weight.slice(s![..;-1]) + bias.slice(s![..;-1]);
    y.invert_axis(Axis(0));
    y.invert_axis(Axis(1));
    Ok(y)
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
