//! More general signatures: any storage, `impl` arguments.
use ndarray::{Array1, Array2, ArrayBase, Axis, Data, Ix1, Ix2};
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
pub fn mean<S: Data<Elem = f32>>(x: ArrayBase<S, Ix2>) -> Array1<f32> {
    x.sum_axis(Axis(1)) / x.ncols() as f32
}
pub fn variance<S: Data<Elem = f32>>(x: ArrayBase<S, Ix2>) -> Array1<f32> {
    let d = &x - &mean(x.view()).insert_axis(Axis(1));
    mean(d.mapv(|d| d * d))
}
pub fn normalize<S: Data<Elem = f32>>(x: ArrayBase<S, Ix2>, eps: f32) -> Array2<f32> {
    let s = variance(x.view()).mapv(|v| (v + eps).sqrt());
    (&x - &mean(x.view()).insert_axis(Axis(1))) / &s.insert_axis(Axis(1))
}
pub fn scale_and_shift<S, W, B>(x: ArrayBase<S, Ix2>, weight: ArrayBase<W, Ix1>, bias: ArrayBase<B, Ix1>) -> Result<Array2<f32>, ShapeMismatch>
where
    S: Data<Elem = f32>,
    W: Data<Elem = f32>,
    B: Data<Elem = f32>,
{
    let expected = x.ncols();
    for actual in [weight.len(), bias.len()] {
        if actual != expected {
            return Err(ShapeMismatch { expected, actual });
        }
    }
    Ok(&x * &weight + &bias)
}
#[derive(Clone, Debug, PartialEq)]
pub struct LayerNorm {
    pub weight: Array1<f32>,
    pub bias: Array1<f32>,
    pub eps: f32,
}
impl LayerNorm {
    pub fn new(weight: impl Into<Array1<f32>>, bias: impl Into<Array1<f32>>, eps: f32) -> Result<Self, ShapeMismatch> {
        let (weight, bias) = (weight.into(), bias.into());
        if weight.len() != bias.len() {
            return Err(ShapeMismatch { expected: weight.len(), actual: bias.len() });
        }
        Ok(Self { weight, bias, eps })
    }
    pub fn forward<S: Data<Elem = f32>>(&self, x: ArrayBase<S, Ix2>) -> Result<Array2<f32>, ShapeMismatch> {
        scale_and_shift(normalize(x, self.eps), self.weight.view(), self.bias.view())
    }
}
