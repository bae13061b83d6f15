//! Everything is built with `from_shape_fn`.
use ndarray::*;
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
    Array1::from_shape_fn(x.nrows(), |i| x.row(i).sum() / x.ncols() as f32)
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    let means = mean(x);
    Array::from_shape_fn(x.nrows(), |i| {
        x.row(i).iter().map(|v| (v - means[i]).powi(2)).sum::<f32>() / x.ncols() as f32
    })
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let (means, vars) = (mean(x), variance(x));
    Array2::from_shape_fn(x.dim(), |(i, j)| (x[(i, j)] - means[i]) / f32::sqrt(vars[i] + eps))
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    let expected = x.ncols();
    if let Some(actual) = [weight.len(), bias.len()].into_iter().find(|&l| l != expected) {
        return Err(ShapeMismatch { expected, actual });
    }
    Ok(Array2::from_shape_fn(x.raw_dim(), |(i, j)| x[[i, j]] * weight[j] + bias[j]))
}
#[derive(PartialEq, Debug, Clone)]
pub struct LayerNorm {
    pub eps: f32,
    pub bias: Array1<f32>,
    pub weight: Array1<f32>,
}
impl LayerNorm {
    pub fn new(weight: Array1<f32>, bias: Array1<f32>, eps: f32) -> Result<Self, ShapeMismatch> {
        if bias.dim() == weight.dim() {
            Ok(Self { weight, bias, eps })
        } else {
            Err(ShapeMismatch { expected: weight.dim(), actual: bias.dim() })
        }
    }
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
        scale_and_shift(normalize(x, self.eps).view(), self.weight.view(), self.bias.view())
    }
}
