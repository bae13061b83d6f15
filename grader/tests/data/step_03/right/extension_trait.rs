//! An extension trait on rows does the sums.
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
trait Moments {
    fn average(&self) -> f32;
    fn spread(&self) -> f32;
    fn standard(&self, eps: f32) -> Array1<f32>;
}
impl Moments for ArrayView1<'_, f32> {
    fn average(&self) -> f32 {
        self.sum() / self.len() as f32
    }
    fn spread(&self) -> f32 {
        let d = self - self.average();
        d.dot(&d) / self.len() as f32
    }
    fn standard(&self, eps: f32) -> Array1<f32> {
        (self - self.average()) / (self.spread() + eps).sqrt()
    }
}
pub fn mean(x: ArrayView2<'_, f32>) -> Array1<f32> {
    x.rows().into_iter().map(|r| r.average()).collect()
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    x.rows().into_iter().map(|r| r.spread()).collect()
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let mut y = Array2::zeros((0, x.ncols()));
    for row in x.rows() {
        y.push_row(row.standard(eps).view()).unwrap();
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
    let mut y = Array2::zeros((0, x.ncols()));
    for row in x.rows() {
        y.push_row((&row * &weight + bias).view()).unwrap();
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
