//! Works in place on an owned copy with `axis_iter_mut` and assigning operators.
use ndarray::{Array1, Array2, ArrayView1, ArrayView2, Axis};
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
    let mut m = x.sum_axis(Axis(1));
    m /= x.ncols() as f32;
    m
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    let mut c = x.into_owned();
    for mut row in c.axis_iter_mut(Axis(0)) {
        let m = row.sum() / row.len() as f32;
        row -= m;
        row.map_inplace(|d| *d *= *d);
    }
    let mut v = c.sum_axis(Axis(1));
    v /= c.ncols() as f32;
    v
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let mut c = x.to_owned();
    for mut row in c.axis_iter_mut(Axis(0)) {
        let n = row.len() as f32;
        let m = row.sum() / n;
        row -= m;
        let v = row.iter().map(|d| d * d).sum::<f32>() / n;
        row /= (v + eps).sqrt();
    }
    c
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    let check = |actual: usize| {
        if actual != x.ncols() { Err(ShapeMismatch { expected: x.ncols(), actual }) } else { Ok(()) }
    };
    check(weight.len()).and_then(|()| check(bias.len()))?;
    let mut c = x.to_owned();
    for mut row in c.axis_iter_mut(Axis(0)) {
        row *= &weight;
        row += &bias;
    }
    Ok(c)
}
#[derive(Clone, Debug, PartialEq)]
pub struct LayerNorm {
    pub weight: Array1<f32>,
    pub bias: Array1<f32>,
    pub eps: f32,
}
impl LayerNorm {
    pub fn new(weight: Array1<f32>, bias: Array1<f32>, eps: f32) -> Result<Self, ShapeMismatch> {
        let expected = weight.len();
        let actual = bias.len();
        if actual != expected {
            return Err(ShapeMismatch { actual, expected });
        }
        Ok(Self { eps, bias, weight })
    }
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
        scale_and_shift(normalize(x, self.eps).view(), self.weight.view(), self.bias.view())
    }
}
