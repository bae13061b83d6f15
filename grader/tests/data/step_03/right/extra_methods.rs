//! Methods that nobody asked for, public helpers that nobody uses, and no warning let pass.
#![deny(warnings, unused)]
use ndarray::{Array1, Array2, ArrayView1, ArrayView2, ArrayViewMut1, Axis};
#[derive(Debug)]
#[derive(Clone, Copy)]
#[derive(PartialEq, Eq)]
pub struct ShapeMismatch {
    pub expected: usize,
    pub actual: usize,
}
impl ::core::fmt::Display for ShapeMismatch {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.write_str("expected a vector of shape ")?;
        f.debug_list().entry(&self.expected).finish()?;
        f.write_str(", got ")?;
        f.debug_list().entry(&self.actual).finish()
    }
}
impl ::core::error::Error for ShapeMismatch {}
pub fn mean(x: ArrayView2<'_, f32>) -> Array1<f32> {
    x.sum_axis(Axis(1)) / x.ncols() as f32
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    let mut v = Array1::zeros(x.nrows());
    for (i, m) in mean(x).iter().enumerate() {
        v[i] = x.row(i).iter().map(|e| (e - m) * (e - m)).sum::<f32>() / x.ncols() as f32;
    }
    v
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let layer = LayerNorm::identity(x.ncols(), eps);
    let mut y = x.to_owned();
    y.rows_mut().into_iter().for_each(|row| layer.normalize_row(row));
    y
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    for parameter in [weight, bias] {
        if parameter.len() != x.ncols() {
            return Err(ShapeMismatch { expected: x.ncols(), actual: parameter.len() });
        }
    }
    let layer = LayerNorm { weight: weight.to_owned(), bias: bias.to_owned(), eps: 1e-5 };
    let mut y = x.to_owned();
    y.rows_mut().into_iter().for_each(|row| layer.scale_row(row));
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
        let layer = Self { weight, bias, eps };
        layer.validate()?;
        Ok(layer)
    }
    pub fn identity(channels: usize, eps: f32) -> Self {
        Self { weight: Array1::ones(channels), bias: Array1::zeros(channels), eps }
    }
    pub fn channels(&self) -> usize {
        self.weight.len()
    }
    fn validate(&self) -> Result<(), ShapeMismatch> {
        if self.bias.len() == self.channels() {
            Ok(())
        } else {
            Err(ShapeMismatch { expected: self.channels(), actual: self.bias.len() })
        }
    }
    fn normalize_row(&self, mut row: ArrayViewMut1<'_, f32>) {
        let n = row.len() as f32;
        let m = row.sum() / n;
        row.mapv_inplace(|v| v - m);
        let s = (row.dot(&row) / n + self.eps).sqrt();
        row.mapv_inplace(|v| v / s);
    }
    fn scale_row(&self, mut row: ArrayViewMut1<'_, f32>) {
        row *= &self.weight;
        row += &self.bias;
    }
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
        for actual in [self.weight.len(), self.bias.len()] {
            if actual != x.ncols() {
                return Err(ShapeMismatch { expected: x.ncols(), actual });
            }
        }
        let mut y = x.to_owned();
        for mut row in y.rows_mut() {
            self.normalize_row(row.view_mut());
            self.scale_row(row);
        }
        Ok(y)
    }
}

/// For later.
pub fn later(x: f32) -> f32 {
    x + 1.0
}
