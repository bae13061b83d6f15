//! Sums by a product with a vector of ones (or of 1/n); squares by the dot product of a row with itself.
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
pub fn mean(x: ArrayView2<'_, f32>) -> Array1<f32> {
    let n = x.ncols();
    x.dot(&Array1::ones(n)) / n as f32
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    let n = x.ncols() as f32;
    let centred = &x - &mean(x).insert_axis(Axis(1));
    centred.rows().into_iter().map(|d| d.dot(&d) / n).collect()
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let n = x.ncols() as f32;
    let centred = &x - &mean(x).insert_axis(Axis(1));
    let deviation: Array1<f32> = centred.rows().into_iter().map(|d| (d.dot(&d) / n + eps).sqrt()).collect();
    centred / deviation.insert_axis(Axis(1))
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    for v in [weight, bias] {
        if v.len() != x.ncols() {
            return Err(ShapeMismatch { expected: x.ncols(), actual: v.len() });
        }
    }
    let w = weight.broadcast(x.raw_dim()).unwrap();
    let b = bias.broadcast(x.raw_dim()).unwrap();
    Ok(&x * &w + &b)
}
#[derive(Clone, Debug, PartialEq)]
pub struct LayerNorm {
    pub weight: Array1<f32>,
    pub bias: Array1<f32>,
    pub eps: f32,
}
impl LayerNorm {
    pub fn new(weight: Array1<f32>, bias: Array1<f32>, eps: f32) -> Result<Self, ShapeMismatch> {
        let layer = LayerNorm { weight, bias, eps };
        match layer.bias.len() {
            actual if actual != layer.weight.len() => Err(ShapeMismatch { expected: layer.weight.len(), actual }),
            _ => Ok(layer),
        }
    }
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
        scale_and_shift(normalize(x, self.eps).view(), self.weight.view(), self.bias.view())
    }
}
