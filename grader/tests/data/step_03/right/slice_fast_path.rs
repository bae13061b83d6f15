//! A fast path for rows that are slices, a slow one for the others, with eight partial sums.
use ndarray::{Array1, Array2, ArrayView1, ArrayView2};
use std::borrow::Cow;
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
fn contiguous<'a>(row: &'a ArrayView1<'_, f32>) -> Cow<'a, [f32]> {
    match row.as_slice() {
        Some(slice) => Cow::Borrowed(slice),
        None => Cow::Owned(row.to_vec()),
    }
}
fn sum8(values: &[f32], f: impl Fn(f32) -> f32) -> f32 {
    let mut lanes = [0f32; 8];
    let chunks = values.chunks_exact(8);
    let tail = chunks.remainder();
    for chunk in chunks {
        for (lane, &v) in lanes.iter_mut().zip(chunk) {
            *lane += f(v);
        }
    }
    lanes.iter().sum::<f32>() + tail.iter().map(|&v| f(v)).sum::<f32>()
}
fn moments(row: ArrayView1<'_, f32>) -> (f32, f32) {
    let values = contiguous(&row);
    let n = values.len() as f32;
    let m = sum8(&values, |v| v) / n;
    (m, sum8(&values, |v| (v - m) * (v - m)) / n)
}
pub fn mean(x: ArrayView2<'_, f32>) -> Array1<f32> {
    x.rows().into_iter().map(moments).map(|(m, _)| m).collect()
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    x.rows().into_iter().map(moments).map(|(_, v)| v).collect()
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let mut out: Vec<f32> = Vec::with_capacity(x.len());
    for row in x.rows() {
        let (m, v) = moments(row);
        let s = (v + eps).sqrt();
        out.extend(contiguous(&row).iter().map(|e| (e - m) / s));
    }
    Array2::from_shape_vec(x.dim(), out).unwrap()
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    let expected = x.ncols();
    for actual in [weight.len(), bias.len()] {
        if actual != expected {
            return Err(ShapeMismatch { expected, actual });
        }
    }
    let (weight, bias) = (contiguous(&weight), contiguous(&bias));
    let mut out: Vec<f32> = Vec::with_capacity(x.len());
    for row in x.rows() {
        for (j, &e) in contiguous(&row).iter().enumerate() {
            out.push(e * weight[j] + bias[j]);
        }
    }
    Ok(Array2::from_shape_vec(x.dim(), out).unwrap())
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
