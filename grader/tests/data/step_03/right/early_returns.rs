//! Early returns for no tokens, one channel and wrong lengths; match on tuples.
use ndarray::{Array1, Array2, ArrayView1, ArrayView2, Axis};
#[derive(Debug, Clone, Copy, Eq, PartialEq)]
pub struct ShapeMismatch {
    pub expected: usize,
    pub actual: usize,
}
impl std::error::Error for ShapeMismatch {}
impl std::fmt::Display for ShapeMismatch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "expected a vector of shape [{}], got [{}]", self.expected, self.actual)
    }
}
pub fn mean(x: ArrayView2<'_, f32>) -> Array1<f32> {
    if x.nrows() == 0 {
        return Array1::zeros(0);
    }
    if x.ncols() == 1 {
        return x.column(0).to_owned();
    }
    x.sum_axis(Axis(1)) / x.ncols() as f32
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    if x.is_empty() {
        return Array1::zeros(x.nrows());
    }
    let m = mean(x);
    x.outer_iter()
        .zip(m.iter())
        .map(|(r, &m)| {
            let mut s = 0.;
            for &e in r.iter() {
                s += (e - m) * (e - m);
            }
            s / r.len() as f32
        })
        .collect()
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    if x.nrows() == 0 {
        return Array2::zeros((0, x.ncols()));
    }
    let m = mean(x).insert_axis(Axis(1));
    let v = variance(x).insert_axis(Axis(1));
    let s = (v + eps).mapv(f32::sqrt);
    (&x - &m) / s
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    let expected = x.ncols();
    match (weight.len(), bias.len()) {
        (w, b) if w == expected && b == expected => {}
        (w, _) if w != expected => return Err(ShapeMismatch { expected, actual: w }),
        (_, b) => return Err(ShapeMismatch { expected, actual: b }),
    }
    if x.is_empty() {
        return Ok(x.to_owned());
    }
    Ok(&x * &weight + &bias)
}
#[derive(Clone, Debug, PartialEq)]
pub struct LayerNorm {
    pub weight: Array1<f32>,
    pub bias: Array1<f32>,
    pub eps: f32,
}
impl LayerNorm {
    pub fn new(weight: Array1<f32>, bias: Array1<f32>, eps: f32) -> Result<Self, ShapeMismatch> {
        use std::cmp::Ordering::*;
        match bias.len().cmp(&weight.len()) {
            Equal => Ok(Self { weight, bias, eps }),
            Less | Greater => Err(ShapeMismatch { expected: weight.len(), actual: bias.len() }),
        }
    }
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
        scale_and_shift(normalize(x, self.eps).view(), self.weight.view(), self.bias.view())
    }
}
