//! `std::iter::zip`, `izip`-like nesting and `successors`.
use ndarray::{Array1, Array2, ArrayView1, ArrayView2};
use std::iter::zip;
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
    let mut m = Array1::zeros(x.nrows());
    for (m, row) in zip(&mut m, x.rows()) {
        *m = row.iter().copied().reduce(|a, b| a + b).unwrap_or_default() / row.len() as f32;
    }
    m
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    zip(x.rows(), mean(x)).map(|(row, m)| zip(row, row).map(|(a, b)| (a - m) * (b - m)).sum::<f32>() / row.len() as f32).collect()
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let mut y = x.to_owned();
    for (mut row, (m, v)) in zip(y.rows_mut(), zip(mean(x), variance(x))) {
        for e in &mut row {
            *e -= m;
            *e /= (v + eps).sqrt();
        }
    }
    y
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    let expected = x.ncols();
    if let Some(actual) = std::iter::once(weight.len()).chain([bias.len()]).find(|a| a != &expected) {
        return Err(ShapeMismatch { expected, actual });
    }
    let mut y = x.to_owned();
    for mut row in y.rows_mut() {
        for (e, (w, b)) in zip(&mut row, zip(weight, bias)) {
            *e = *e * w + b;
        }
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
