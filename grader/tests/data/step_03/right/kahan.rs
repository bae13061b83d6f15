//! Kahan sums (which give NaN for a row with an infinity where a plain sum gives the infinity).
use ndarray::{Array1, Array2, ArrayView1, ArrayView2};
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
fn kahan(values: impl Iterator<Item = f32>) -> f32 {
    let mut sum = 0.0f32;
    let mut c = 0.0f32;
    for v in values {
        let y = v - c;
        let t = sum + y;
        c = (t - sum) - y;
        sum = t;
    }
    sum
}
pub fn mean(x: ArrayView2<'_, f32>) -> Array1<f32> {
    x.rows().into_iter().map(|r| kahan(r.iter().copied()) / r.len() as f32).collect()
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    let means = mean(x);
    x.rows()
        .into_iter()
        .zip(&means)
        .map(|(r, m)| kahan(r.iter().map(|v| (v - m) * (v - m))) / r.len() as f32)
        .collect()
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let means = mean(x);
    let vars = variance(x);
    let mut out = Array2::<f32>::zeros(x.raw_dim());
    for ((i, j), o) in out.indexed_iter_mut() {
        *o = (x[[i, j]] - means[i]) / (vars[i] + eps).sqrt();
    }
    out
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    let expected = x.shape()[1];
    let actual = weight.shape()[0];
    if expected != actual {
        return Err(ShapeMismatch { expected, actual });
    }
    let actual = bias.shape()[0];
    if expected != actual {
        return Err(ShapeMismatch { expected, actual });
    }
    let mut out = Array2::<f32>::zeros(x.raw_dim());
    for ((i, j), o) in out.indexed_iter_mut() {
        *o = x[[i, j]] * weight[j] + bias[j];
    }
    Ok(out)
}
#[derive(PartialEq, Debug, Clone)]
pub struct LayerNorm {
    pub eps: f32,
    pub bias: Array1<f32>,
    pub weight: Array1<f32>,
}
impl LayerNorm {
    pub fn new(weight: Array1<f32>, bias: Array1<f32>, eps: f32) -> Result<Self, ShapeMismatch> {
        if weight.shape() != bias.shape() {
            return Err(ShapeMismatch { expected: weight.shape()[0], actual: bias.shape()[0] });
        }
        Ok(Self { weight, bias, eps })
    }
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
        normalize(x, self.eps).view().pipe(|n| scale_and_shift(n, self.weight.view(), self.bias.view()))
    }
}
trait Pipe: Sized {
    fn pipe<R>(self, f: impl FnOnce(Self) -> R) -> R {
        f(self)
    }
}
impl<T> Pipe for T {}
