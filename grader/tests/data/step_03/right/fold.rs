//! `fold` and `fold_axis` instead of sums.
use ndarray::{Array1, Array2, ArrayView1, ArrayView2, Axis};
use std::{error, fmt};
#[derive(PartialEq, Eq, Hash, Debug, Copy, Clone)]
pub struct ShapeMismatch {
    pub actual: usize,
    pub expected: usize,
}
impl fmt::Display for ShapeMismatch {
    fn fmt(&self, out: &mut fmt::Formatter) -> Result<(), fmt::Error> {
        out.write_str(&format!("expected a vector of shape [{}], got [{}]", self.expected, self.actual))
    }
}
impl error::Error for ShapeMismatch {}
pub fn mean(x: ArrayView2<'_, f32>) -> Array1<f32> {
    let n = x.ncols() as f32;
    x.fold_axis(Axis(1), 0.0, |sum, v| sum + v).mapv(|sum| sum / n)
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    let n = x.ncols() as f32;
    let d = &x - &mean(x).insert_axis(Axis(1));
    d.fold_axis(Axis(1), 0.0, |&sum, &d| sum + d * d) / n
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let mut out = Array2::zeros(x.dim());
    for (mut o, r) in out.rows_mut().into_iter().zip(x.rows()) {
        let n = r.len() as f32;
        let m = r.fold(0.0, |s, v| s + v) / n;
        let v = r.fold(0.0, |s, v| s + (v - m) * (v - m)) / n;
        let root = (v + eps).sqrt();
        o.assign(&r.mapv(|e| (e - m) / root));
    }
    out
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    let expected = x.ncols();
    [weight.len(), bias.len()].iter().try_fold((), |(), &actual| {
        if actual == expected { Ok(()) } else { Err(ShapeMismatch { expected, actual }) }
    })?;
    Ok(x.to_owned() * weight + bias)
}
#[derive(Clone, Debug, PartialEq)]
pub struct LayerNorm {
    pub weight: Array1<f32>,
    pub bias: Array1<f32>,
    pub eps: f32,
}
impl LayerNorm {
    pub fn new(weight: Array1<f32>, bias: Array1<f32>, eps: f32) -> Result<Self, ShapeMismatch> {
        let (expected, actual) = (weight.len(), bias.len());
        match expected == actual {
            true => Ok(Self { weight, bias, eps }),
            false => Err(ShapeMismatch { expected, actual }),
        }
    }
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
        scale_and_shift(normalize(x, self.eps).view(), (&self.weight).into(), (&self.bias).into())
    }
}
