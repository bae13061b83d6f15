//! Closures in variables everywhere, boxed and composed.
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
    let divide = |n: f32| move |sum: f32| sum / n;
    x.sum_axis(Axis(1)).mapv(divide(x.ncols() as f32))
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    let m = mean(x);
    let square = |v: f32| v * v;
    let row_variance = |i: usize| {
        let distance = |&v: &f32| square(v - m[i]);
        x.row(i).iter().map(distance).sum::<f32>() / x.ncols() as f32
    };
    (0..x.nrows()).map(row_variance).collect()
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let functions: Vec<Box<dyn Fn(f32) -> f32>> = mean(x)
        .into_iter()
        .zip(variance(x))
        .map(|(m, v)| Box::new(move |e: f32| (e - m) / (v + eps).sqrt()) as Box<dyn Fn(f32) -> f32>)
        .collect();
    let mut y = x.to_owned();
    y.outer_iter_mut().zip(&functions).for_each(|(mut row, f)| row.mapv_inplace(f));
    y
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    let expected = x.ncols();
    let fits = |actual: usize| (actual == expected).then_some(()).ok_or(ShapeMismatch { expected, actual });
    let compute = |()| &x * &weight + &bias;
    fits(weight.len()).and_then(|()| fits(bias.len())).map(compute)
}
#[derive(Clone, Debug, PartialEq)]
pub struct LayerNorm {
    pub weight: Array1<f32>,
    pub bias: Array1<f32>,
    pub eps: f32,
}
impl LayerNorm {
    pub fn new(weight: Array1<f32>, bias: Array1<f32>, eps: f32) -> Result<Self, ShapeMismatch> {
        let refuse = || ShapeMismatch { expected: weight.len(), actual: bias.len() };
        if weight.len() != bias.len() {
            return Err(refuse());
        }
        Ok(Self { weight, bias, eps })
    }
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
        let scale = |y: Array2<f32>| scale_and_shift(y.view(), self.weight.view(), self.bias.view());
        scale(normalize(x, self.eps))
    }
}
