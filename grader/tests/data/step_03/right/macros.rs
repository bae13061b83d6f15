//! Own `macro_rules!` for the check and for a column.
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
macro_rules! ensure_len {
    ($expected:expr, $($v:expr),+ $(,)?) => {
        $(
            if $v.len() != $expected {
                return Err(ShapeMismatch { expected: $expected, actual: $v.len() });
            }
        )+
    };
}
macro_rules! column {
    ($v:expr) => {
        $v.insert_axis(Axis(1))
    };
}
macro_rules! sq {
    ($e:expr) => {{
        let e = $e;
        e * e
    }};
}
pub fn mean(x: ArrayView2<'_, f32>) -> Array1<f32> {
    x.sum_axis(Axis(1)) / x.ncols() as f32
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    let d = &x - &column!(mean(x));
    d.mapv(|d| sq!(d)).sum_axis(Axis(1)) / x.ncols() as f32
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    (&x - column!(mean(x))) / column!((variance(x) + eps).sqrt())
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    ensure_len!(x.ncols(), weight, bias);
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
        ensure_len!(weight.len(), bias);
        Ok(Self { weight, bias, eps })
    }
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
        ensure_len!(x.ncols(), self.weight, self.bias);
        scale_and_shift(normalize(x, self.eps).view(), self.weight.view(), self.bias.view())
    }
}
