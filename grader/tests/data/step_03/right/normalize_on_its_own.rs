//! `variance` and `normalize` use neither `mean` nor each other.
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
    x.mean_axis(Axis(1)).unwrap_or_else(|| Array1::from_elem(x.nrows(), f32::NAN))
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    x.std_axis(Axis(1), 0.0).mapv(|s| s * s)
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let n = x.ncols() as f32;
    let mut y = x.to_owned();
    let sums = y.sum_axis(Axis(1)).insert_axis(Axis(1));
    y -= &(sums / n);
    let squares = y.pow2().sum_axis(Axis(1)).insert_axis(Axis(1)) / n;
    y /= &(squares + eps).sqrt();
    y
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    let expected = x.ncols();
    let lengths = [weight.len(), bias.len()];
    match lengths.iter().position(|l| *l != expected) {
        Some(i) => Err(ShapeMismatch { expected, actual: lengths[i] }),
        None => Ok(&x * &weight + bias),
    }
}
#[derive(PartialEq, Debug, Clone)]
pub struct LayerNorm {
    pub eps: f32,
    pub bias: Array1<f32>,
    pub weight: Array1<f32>,
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
