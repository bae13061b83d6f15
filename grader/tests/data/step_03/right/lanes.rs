//! Lanes along axis 1.
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
    x.lanes(Axis(1)).into_iter().map(|lane| lane.mean().unwrap()).collect()
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    x.lanes(Axis(1)).into_iter().map(|lane| lane.var(0.0)).collect()
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let mut y = x.to_owned();
    for mut lane in y.lanes_mut(Axis(1)) {
        let mean = lane.mean().unwrap();
        let deviation = (lane.var(0.0) + eps).sqrt();
        lane.iter_mut().for_each(|v| *v = (*v - mean) / deviation);
    }
    y
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    if weight.len() != x.ncols() || bias.len() != x.ncols() {
        let actual = if weight.len() != x.ncols() { weight.len() } else { bias.len() };
        return Err(ShapeMismatch { expected: x.ncols(), actual });
    }
    let mut y = x.to_owned();
    // Along axis 0: a lane is a channel.
    for (mut lane, (w, b)) in y.lanes_mut(Axis(0)).into_iter().zip(weight.iter().zip(&bias)) {
        lane.mapv_inplace(|v| v * w + b);
    }
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
