//! `Zip::for_each`, `map_collect` and `map_assign_into`-like producers.
use ndarray::{Array1, Array2, ArrayView1, ArrayView2, Zip};
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
    Zip::from(x.rows()).map_collect(|r| r.sum() / r.len() as f32)
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    Zip::from(x.rows()).and(&mean(x)).map_collect(|r, &m| {
        let mut s = 0.0;
        Zip::from(r).for_each(|&v| s += (v - m) * (v - m));
        s / r.len() as f32
    })
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let mut out = Array2::zeros(x.raw_dim());
    Zip::from(out.rows_mut()).and(x.rows()).and(&mean(x)).and(&variance(x)).for_each(|mut o, r, &m, &v| {
        Zip::from(&mut o).and(r).for_each(|o, &e| *o = (e - m) / (v + eps).sqrt());
    });
    out
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    for length in [weight.len(), bias.len()] {
        if length != x.ncols() {
            return Err(ShapeMismatch { expected: x.ncols(), actual: length });
        }
    }
    Ok(Zip::from(x).and_broadcast(&weight).and_broadcast(&bias).map_collect(|x, w, b| x * w + b))
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
            Err(ShapeMismatch { expected: weight.len(), actual: bias.len() })
        } else {
            Ok(Self { weight, bias, eps })
        }
    }
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
        scale_and_shift(normalize(x, self.eps).view(), self.weight.view(), self.bias.view())
    }
}
