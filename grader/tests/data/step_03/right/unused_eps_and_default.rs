//! An unused `EPS`, `impl Default`, constants and doc comments; absolute paths.
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
/// What GPT-2 uses.
pub const EPS: f32 = 1e-5;
const CHANNELS: Axis = Axis(1);
pub fn mean(x: ArrayView2<'_, f32>) -> Array1<f32> {
    let n = x.len_of(CHANNELS) as f32;
    x.sum_axis(CHANNELS) / n
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    let n = x.len_of(CHANNELS) as f32;
    let m = self::mean(x).insert_axis(CHANNELS);
    ndarray::Zip::from(x.rows())
        .and(m.rows())
        .map_collect(|row, m| row.iter().fold(0.0_f32, |acc, v| acc + (v - m[0]) * (v - m[0])) / n)
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let m = self::mean(x).insert_axis(CHANNELS);
    let v = self::variance(x).insert_axis(CHANNELS);
    let mut y = Array2::<f32>::zeros(x.raw_dim());
    y.assign(&x);
    y -= &m;
    y /= &v.mapv(|v| f32::sqrt(v + eps));
    y
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    let expected = x.len_of(CHANNELS);
    if weight.len() != expected {
        return Result::Err(ShapeMismatch { expected, actual: weight.len() });
    }
    if bias.len() != expected {
        return Result::Err(ShapeMismatch { expected, actual: bias.len() });
    }
    Ok(weight.to_owned() * x + bias)
}
#[derive(Clone, Debug, PartialEq)]
pub struct LayerNorm {
    pub weight: Array1<f32>,
    pub bias: Array1<f32>,
    pub eps: f32,
}
impl Default for LayerNorm {
    fn default() -> Self {
        Self { weight: Array1::ones(768), bias: Array1::zeros(768), eps: EPS }
    }
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
