//! Converts to `Vec<Vec<f32>>`, works there, and converts back.
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
type Rows = Vec<Vec<f32>>;
fn to_rows(x: ArrayView2<'_, f32>) -> Rows {
    x.rows().into_iter().map(|r| r.to_vec()).collect()
}
fn from_rows(rows: Rows, channels: usize) -> Array2<f32> {
    let tokens = rows.len();
    Array2::from_shape_vec((tokens, channels), rows.concat()).unwrap()
}
pub fn mean(x: ArrayView2<'_, f32>) -> Array1<f32> {
    let rows = to_rows(x);
    let mut result = vec![];
    for row in &rows {
        let mut sum = 0.0;
        for value in row {
            sum += value;
        }
        result.push(sum / row.len() as f32);
    }
    Array1::from_vec(result)
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    let rows = to_rows(x);
    let means = mean(x).to_vec();
    let mut result = vec![];
    for (row, mean) in rows.iter().zip(means.iter()) {
        let mut sum = 0.0;
        for value in row {
            sum += (value - mean).powf(2.0);
        }
        result.push(sum / row.len() as f32);
    }
    Array1::from_vec(result)
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let mut rows = to_rows(x);
    let means = mean(x).to_vec();
    let variances = variance(x).to_vec();
    for i in 0..rows.len() {
        let deviation = (variances[i] + eps).sqrt();
        for value in rows[i].iter_mut() {
            *value = (*value - means[i]) / deviation;
        }
    }
    from_rows(rows, x.ncols())
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    let channels = x.ncols();
    if weight.len() != channels {
        return Err(ShapeMismatch { expected: channels, actual: weight.len() });
    }
    if bias.len() != channels {
        return Err(ShapeMismatch { expected: channels, actual: bias.len() });
    }
    let mut rows = to_rows(x);
    for row in rows.iter_mut() {
        for j in 0..channels {
            row[j] = row[j] * weight[j] + bias[j];
        }
    }
    Ok(from_rows(rows, channels))
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
        let normalized = normalize(x, self.eps);
        scale_and_shift(normalized.view(), self.weight.view(), self.bias.view())
    }
}
