//! Only std iterators and `collect`, shapes are put on at the end.
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
    x.outer_iter().map(|row| row.iter().sum::<f32>() / row.len() as f32).collect()
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    x.outer_iter()
        .zip(mean(x))
        .map(|(row, m)| row.iter().map(|&v| v - m).map(|d| d * d).sum::<f32>() / row.len() as f32)
        .collect()
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let data: Vec<f32> = x
        .outer_iter()
        .zip(mean(x).iter().zip(variance(x).iter()))
        .flat_map(|(row, (&m, &v))| row.iter().map(|e| (e - m) / (v + eps).sqrt()).collect::<Vec<_>>())
        .collect();
    Array2::from_shape_vec(x.dim(), data).unwrap()
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    let expected = x.ncols();
    [weight.len(), bias.len()]
        .iter()
        .try_for_each(|&actual| if actual == expected { Ok(()) } else { Err(ShapeMismatch { expected, actual }) })?;
    let data: Vec<f32> = if expected == 0 {
        Vec::new()
    } else {
        x.iter()
            .zip(weight.iter().zip(bias.iter()).cycle())
            .map(|(x, (w, b))| x * w + b)
            .collect()
    };
    Ok(Array2::from_shape_vec(x.dim(), data).unwrap())
}
#[derive(PartialEq, Debug, Clone)]
pub struct LayerNorm {
    pub eps: f32,
    pub bias: Array1<f32>,
    pub weight: Array1<f32>,
}
impl LayerNorm {
    pub fn new(weight: Array1<f32>, bias: Array1<f32>, eps: f32) -> Result<Self, ShapeMismatch> {
        if weight.len() == bias.len() {
            return Ok(Self { weight, bias, eps });
        }
        Err(ShapeMismatch { expected: weight.len(), actual: bias.len() })
    }
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
        let LayerNorm { weight, bias, eps } = self;
        scale_and_shift(normalize(x, *eps).view(), weight.view(), bias.view())
    }
}
