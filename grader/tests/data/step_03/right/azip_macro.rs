//! ndarray's `azip!`.
use ndarray::{Array1, Array2, ArrayView1, ArrayView2, azip};
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
    let mut m = Array1::zeros(x.nrows());
    azip!((m in &mut m, row in x.rows()) *m = row.sum() / row.len() as f32);
    m
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    let mut v = Array1::zeros(x.nrows());
    let m = mean(x);
    azip!((v in &mut v, &m in &m, row in x.rows()) {
        row.for_each(|e| *v += (e - m).powi(2));
        *v /= row.len() as f32;
    });
    v
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let mut y = x.to_owned();
    azip!((mut row in y.rows_mut(), &m in &mean(x), &v in &variance(x)) {
        row -= m;
        row /= (v + eps).sqrt();
    });
    y
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    let expected = x.ncols();
    if weight.len() != expected {
        return Err(ShapeMismatch { expected, actual: weight.len() });
    }
    if bias.len() != expected {
        return Err(ShapeMismatch { expected, actual: bias.len() });
    }
    let mut y = x.to_owned();
    azip!((mut column in y.columns_mut(), &w in &weight, &b in &bias) column.mapv_inplace(|e| e * w + b));
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
