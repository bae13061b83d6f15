//! `forward` calls none of the other functions; fused row by row.
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
pub fn mean(x: ArrayView2<'_, f32>) -> Array1<f32> {
    x.sum_axis(Axis(1)) / x.ncols() as f32
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    let d = &x - &mean(x).insert_axis(Axis(1));
    (&d * &d).sum_axis(Axis(1)) / x.ncols() as f32
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    (&x - &mean(x).insert_axis(Axis(1))) / &variance(x).mapv(|v| (v + eps).sqrt()).insert_axis(Axis(1))
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    let expected = x.ncols();
    for actual in [weight.len(), bias.len()] {
        if actual != expected {
            return Err(ShapeMismatch { expected, actual });
        }
    }
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
            return Err(ShapeMismatch { expected: weight.len(), actual: bias.len() });
        }
        Ok(Self { weight, bias, eps })
    }
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
        let (tokens, channels) = x.dim();
        if self.weight.len() != channels {
            return Err(ShapeMismatch { expected: channels, actual: self.weight.len() });
        }
        if self.bias.len() != channels {
            return Err(ShapeMismatch { expected: channels, actual: self.bias.len() });
        }
        let n = channels as f32;
        let mut out = Array2::zeros((tokens, channels));
        for t in 0..tokens {
            let mut m = 0.0;
            for c in 0..channels {
                m += x[[t, c]];
            }
            m /= n;
            let mut v = 0.0;
            for c in 0..channels {
                let d = x[[t, c]] - m;
                v += d * d;
            }
            v /= n;
            let s = 1.0 / (v + self.eps).sqrt();
            for c in 0..channels {
                let norm = s * (x[[t, c]] - m);
                out[[t, c]] = norm * self.weight[c] + self.bias[c];
            }
        }
        Ok(out)
    }
}
