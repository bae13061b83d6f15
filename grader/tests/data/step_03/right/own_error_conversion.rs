//! An own inner error that `?` converts to `ShapeMismatch`.
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
enum Trouble {
    Weight { row: usize, len: usize },
    Bias { row: usize, len: usize },
}
impl From<Trouble> for ShapeMismatch {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Weight { row: expected, len: actual } | Trouble::Bias { row: expected, len: actual } => {
                Self { expected, actual }
            }
        }
    }
}
impl From<(usize, usize)> for ShapeMismatch {
    fn from((expected, actual): (usize, usize)) -> Self {
        Self { expected, actual }
    }
}
fn checked(row: usize, weight: usize, bias: usize) -> Result<(), Trouble> {
    if weight != row {
        return Err(Trouble::Weight { row, len: weight });
    }
    if bias != row {
        return Err(Trouble::Bias { row, len: bias });
    }
    Ok(())
}
pub fn mean(x: ArrayView2<'_, f32>) -> Array1<f32> {
    x.sum_axis(Axis(1)).map(|s| s / x.ncols() as f32)
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    let d = &x - &mean(x).insert_axis(Axis(1));
    mean((&d * &d).view())
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let mut d = &x - &mean(x).insert_axis(Axis(1));
    let v = variance(x).insert_axis(Axis(1));
    d.zip_mut_with(&v, |d, v| *d /= (v + eps).sqrt());
    d
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    checked(x.ncols(), weight.len(), bias.len())?;
    Ok(&x * &weight + bias)
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
            Err((weight.len(), bias.len()))?;
        }
        Ok(Self { weight, bias, eps })
    }
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
        checked(x.ncols(), self.weight.len(), self.bias.len())?;
        Ok(normalize(x, self.eps) * &self.weight + &self.bias)
    }
}
