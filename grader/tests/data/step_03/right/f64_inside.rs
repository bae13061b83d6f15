//! All arithmetic is done in f64 and rounded to f32 only at the very end.
use ndarray::{Array1, Array2, ArrayView1, ArrayView2, Axis};
#[derive(Debug, Clone, Copy, Eq, PartialEq)]
pub struct ShapeMismatch {
    pub expected: usize,
    pub actual: usize,
}
impl std::error::Error for ShapeMismatch {}
impl std::fmt::Display for ShapeMismatch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "expected a vector of shape [{}], got [{}]", self.expected, self.actual)
    }
}
fn stats(x: ArrayView2<'_, f32>) -> (ndarray::Array2<f64>, Array1<f64>, Array1<f64>) {
    let wide = x.mapv(f64::from);
    let n = x.ncols() as f64;
    let m = wide.sum_axis(Axis(1)) / n;
    let d = &wide - &m.view().insert_axis(Axis(1));
    let v = (&d * &d).sum_axis(Axis(1)) / n;
    (d, m, v)
}
pub fn mean(x: ArrayView2<'_, f32>) -> Array1<f32> {
    stats(x).1.mapv(|m| m as f32)
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    stats(x).2.mapv(|v| v as f32)
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let (d, _, v) = stats(x);
    (d / v.mapv(|v| (v + eps as f64).sqrt()).insert_axis(Axis(1))).mapv(|y| y as f32)
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    let expected = x.ncols();
    for parameter in [&weight, &bias] {
        if parameter.len() != expected {
            return Err(ShapeMismatch { expected, actual: parameter.len() });
        }
    }
    let y = x.mapv(f64::from) * weight.mapv(f64::from) + bias.mapv(f64::from);
    Ok(y.mapv(|y| y as f32))
}
#[derive(Clone, Debug, PartialEq)]
pub struct LayerNorm {
    pub weight: Array1<f32>,
    pub bias: Array1<f32>,
    pub eps: f32,
}
impl LayerNorm {
    pub fn new(weight: Array1<f32>, bias: Array1<f32>, eps: f32) -> Result<Self, ShapeMismatch> {
        let (expected, actual) = (weight.len(), bias.len());
        if actual != expected {
            return Err(ShapeMismatch { expected, actual });
        }
        Ok(Self { weight, bias, eps })
    }
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
        let expected = x.ncols();
        for parameter in [&self.weight, &self.bias] {
            if parameter.len() != expected {
                return Err(ShapeMismatch { expected, actual: parameter.len() });
            }
        }
        let (d, _, v) = stats(x);
        let s = v.mapv(|v| (v + f64::from(self.eps)).sqrt()).insert_axis(Axis(1));
        let y = d / s * self.weight.mapv(f64::from) + self.bias.mapv(f64::from);
        Ok(y.mapv(|y| y as f32))
    }
}
