//! `while`, `while let`, `loop` and `let ... else`.
use ndarray::{Array1, Array2, ArrayView1, ArrayView2};
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
    let mut out = Array1::<f32>::zeros(x.nrows());
    let mut i = 0;
    while i < x.nrows() {
        let mut j = 0;
        while j < x.ncols() {
            out[i] += x[[i, j]];
            j += 1;
        }
        out[i] /= j as f32;
        i += 1;
    }
    out
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    let means = mean(x);
    let mut out = Array1::<f32>::zeros(x.nrows());
    let mut rows = x.outer_iter().enumerate();
    while let Some((i, row)) = rows.next() {
        let mut entries = row.iter();
        let mut count = 0;
        loop {
            let Some(entry) = entries.next() else { break };
            out[i] += (entry - means[i]) * (entry - means[i]);
            count += 1;
        }
        out[i] /= count as f32;
    }
    out
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let mut y = x.to_owned();
    let mut means = mean(x).into_iter();
    let mut variances = variance(x).into_iter();
    let mut rows = y.outer_iter_mut();
    while let (Some(mut row), Some(m), Some(v)) = (rows.next(), means.next(), variances.next()) {
        row.map_inplace(|e| *e = (*e - m) / (v + eps).sqrt());
    }
    drop(rows);
    y
}
fn want(expected: usize, actual: usize) -> Option<ShapeMismatch> {
    if expected == actual { None } else { Some(ShapeMismatch { expected, actual }) }
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    let None = want(x.ncols(), weight.len()).or(want(x.ncols(), bias.len())) else {
        return Err(want(x.ncols(), weight.len()).or_else(|| want(x.ncols(), bias.len())).unwrap());
    };
    Ok((&x * &weight) + bias)
}
#[derive(Clone, Debug, PartialEq)]
pub struct LayerNorm {
    pub weight: Array1<f32>,
    pub bias: Array1<f32>,
    pub eps: f32,
}
impl LayerNorm {
    pub fn new(weight: Array1<f32>, bias: Array1<f32>, eps: f32) -> Result<Self, ShapeMismatch> {
        if let Some(error) = want(weight.len(), bias.len()) {
            Err(error)
        } else {
            Ok(Self { weight, bias, eps })
        }
    }
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
        scale_and_shift(normalize(x, self.eps).view(), self.weight.view(), self.bias.view())
    }
}
