//! Walks over the columns and adds them up as vectors; results have column-major layout.
use ndarray::{Array1, Array2, ArrayView1, ArrayView2, Axis, ShapeBuilder};
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
    let mut sum = Array1::zeros(x.nrows());
    for column in x.columns() {
        sum += &column;
    }
    sum / x.ncols() as f32
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    let m = mean(x);
    let mut sum = Array1::<f32>::zeros(x.nrows());
    for column in x.axis_iter(Axis(1)) {
        let d = &column - &m;
        sum = sum + &d * &d;
    }
    sum / x.ncols() as f32
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let m = mean(x);
    let s = (variance(x) + eps).sqrt();
    let mut y = Array2::zeros(x.raw_dim().f());
    for (mut to, from) in y.columns_mut().into_iter().zip(x.columns()) {
        to.assign(&((&from - &m) / &s));
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
    let mut y = Array2::zeros(x.raw_dim().f());
    for j in 0..expected {
        y.column_mut(j).assign(&(&x.column(j) * weight[j] + bias[j]));
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
