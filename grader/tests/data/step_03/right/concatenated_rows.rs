//! Row matrices put together with `concatenate`, `stack` and `Axis(0)`.
use ndarray::{Array1, Array2, ArrayView1, ArrayView2, Axis, concatenate, stack};
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
    if x.nrows() == 0 {
        return Array1::zeros(0);
    }
    let parts: Vec<Array1<f32>> = x.rows().into_iter().map(|r| ndarray::array![r.sum() / r.len() as f32]).collect();
    let views: Vec<_> = parts.iter().map(|p| p.view()).collect();
    concatenate(Axis(0), &views).unwrap()
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    let distances = &x - &mean(x).insert_axis(Axis(1));
    mean((&distances * &distances).view())
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    if x.nrows() == 0 {
        return x.to_owned();
    }
    let (m, v) = (mean(x), variance(x));
    let rows: Vec<Array1<f32>> =
        x.rows().into_iter().enumerate().map(|(i, r)| (&r - m[i]) / (v[i] + eps).sqrt()).collect();
    let views: Vec<_> = rows.iter().map(|r| r.view()).collect();
    stack(Axis(0), &views).unwrap()
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    let expected = x.ncols();
    for actual in [weight.len(), bias.len()] {
        if actual != expected {
            return Err(ShapeMismatch { expected, actual });
        }
    }
    // As many copies of the parameters as there are tokens.
    let mut y = x.to_owned();
    let ones = Array2::<f32>::ones((x.nrows(), 1));
    let weights = &ones * &weight;
    let biases = &ones * &bias;
    y = y * weights + biases;
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
