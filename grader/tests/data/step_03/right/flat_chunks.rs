//! Flat vectors in standard layout and their chunks.
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
fn flat(x: ArrayView2<'_, f32>) -> Vec<f32> {
    x.iter().copied().collect()
}
fn average(values: &[f32]) -> f32 {
    values.iter().sum::<f32>() / values.len() as f32
}
fn spread(values: &[f32]) -> f32 {
    let m = average(values);
    values.iter().map(|v| (v - m).powi(2)).sum::<f32>() / values.len() as f32
}
pub fn mean(x: ArrayView2<'_, f32>) -> Array1<f32> {
    let standard = x.as_standard_layout();
    Array1::from_iter(standard.as_slice().unwrap().chunks_exact(x.ncols()).map(average))
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    Array1::from_vec(flat(x).chunks(x.ncols()).map(spread).collect())
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let mut data = flat(x);
    for row in data.chunks_exact_mut(x.ncols()) {
        let (m, s) = (average(row), (spread(row) + eps).sqrt());
        for v in row {
            *v = (*v - m) / s;
        }
    }
    Array2::from_shape_vec(x.raw_dim(), data).expect("as many as before")
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    let n = x.ncols();
    if weight.len() != n {
        return Err(ShapeMismatch { expected: n, actual: weight.len() });
    }
    if bias.len() != n {
        return Err(ShapeMismatch { expected: n, actual: bias.len() });
    }
    let (weight, bias) = (weight.to_vec(), bias.to_vec());
    let mut data = flat(x);
    if n > 0 {
        for row in data.chunks_mut(n) {
            for ((v, w), b) in row.iter_mut().zip(&weight).zip(&bias) {
                *v = *v * w + b;
            }
        }
    }
    Ok(Array2::from_shape_vec((x.nrows(), n), data).expect("as many as before"))
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
