//! `scaled_add` with -1, and one pass of `Zip` with index.
use ndarray::{Array1, Array2, ArrayView1, ArrayView2, Axis, Zip};
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
    for column in x.columns() {
        m.scaled_add(1.0, &column);
    }
    m / x.ncols() as f32
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    let mut d = x.to_owned();
    let m = mean(x);
    for mut column in d.columns_mut() {
        column.scaled_add(-1.0, &m);
    }
    Zip::from(d.rows()).map_collect(|r| r.dot(&r) / r.len() as f32)
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let (m, v) = (mean(x), variance(x));
    let mut y = x.to_owned();
    Zip::indexed(&mut y).for_each(|(i, _), e| *e = (*e - m[i]) / (v[i] + eps).sqrt());
    y
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    let expected = x.ncols();
    for actual in [weight.len(), bias.len()] {
        if actual != expected {
            return Err(ShapeMismatch { expected, actual });
        }
    }
    let mut y = Array2::zeros(x.raw_dim());
    y += &bias;
    y += &(&x * &weight.broadcast(x.dim()).expect("checked"));
    debug_assert_eq!(y.len_of(Axis(1)), expected);
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
