//! Fused multiply-add for squares and for scale and shift.
use ndarray::{Array1, Array2, ArrayView1, ArrayView2, Axis, Zip};
use std::fmt::{self, Display, Formatter};
#[derive(Copy, Clone, Eq, PartialEq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct ShapeMismatch {
    pub expected: usize,
    pub actual: usize,
}
impl Display for ShapeMismatch {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let ShapeMismatch { expected, actual } = *self;
        f.write_fmt(format_args!("expected a vector of shape {:?}, got {:?}", [expected], [actual]))
    }
}
impl std::error::Error for ShapeMismatch {
    fn description(&self) -> &str {
        "shape mismatch"
    }
}
pub fn mean(x: ArrayView2<'_, f32>) -> Array1<f32> {
    let w = 1.0 / x.ncols() as f32;
    x.map_axis(Axis(1), |r| r.iter().fold(0.0, |s, v| s + v) * w)
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    let m = mean(x);
    Array1::from_shape_fn(x.nrows(), |i| {
        x.row(i).iter().fold(0f32, |s, v| { let d = v - m[i]; d.mul_add(d, s) }) / x.ncols() as f32
    })
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let m = mean(x);
    let r = variance(x).mapv(|v| (v + eps).sqrt().recip());
    Array2::from_shape_fn(x.dim(), |(i, j)| (x[[i, j]] - m[i]) * r[i])
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    let expected = x.ncols();
    if weight.len() != expected { return Err(ShapeMismatch { expected, actual: weight.len() }) }
    if bias.len() != expected { return Err(ShapeMismatch { expected, actual: bias.len() }) }
    let mut y = x.to_owned();
    Zip::from(&mut y).and_broadcast(weight).and_broadcast(bias).for_each(|y, &w, &b| *y = y.mul_add(w, b));
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
