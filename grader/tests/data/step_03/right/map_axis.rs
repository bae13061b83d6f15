//! `map_axis` gives mean and variance.
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
    x.map_axis(Axis(1), |row| row.sum() / row.len() as f32)
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    x.map_axis(Axis(1), |row| {
        let m = row.sum() / row.len() as f32;
        row.mapv(|v| (v - m) * (v - m)).sum() / row.len() as f32
    })
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let m = mean(x).insert_axis(Axis(1));
    let s = variance(x).mapv_into(|v| (v + eps).sqrt()).insert_axis(Axis(1));
    (x.to_owned() - m) / s
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    fn same(expected: usize, v: &ArrayView1<'_, f32>) -> Result<(), ShapeMismatch> {
        let actual = v.len();
        if actual == expected { Ok(()) } else { Err(ShapeMismatch { expected, actual }) }
    }
    same(x.ncols(), &weight)?;
    same(x.ncols(), &bias)?;
    let mut y = x.to_owned();
    y *= &weight;
    y += &bias;
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
        match (weight.len(), bias.len()) {
            (a, b) if a == b => Ok(Self { weight, bias, eps }),
            (expected, actual) => Err(ShapeMismatch { expected, actual }),
        }
    }
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
        let y = normalize(x, self.eps);
        let y = scale_and_shift(y.view(), self.weight.view(), self.bias.view())?;
        Ok(y)
    }
}
