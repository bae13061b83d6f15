//! Zip and for_each.
use ndarray::{Array1, Array2, ArrayView2, ErrorKind, ShapeError, Zip};
pub fn gelu(x: f32) -> f32 {
    let inner = (2.0 / std::f32::consts::PI).sqrt() * (x + 0.044715 * x.powi(3));
    0.5 * x * (1.0 + inner.tanh())
}
#[derive(Clone, Debug, PartialEq)]
pub struct Linear {
    pub weight: Array2<f32>,
    pub bias: Array1<f32>,
}
impl Linear {
    pub fn new(weight: Array2<f32>, bias: Array1<f32>) -> Result<Self, ShapeError> {
        if weight.ncols() != bias.len() {
            return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
        }
        Ok(Linear { weight, bias })
    }
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeError> {
        if x.ncols() != self.weight.nrows() {
            return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
        }
        let mut y = x.dot(&self.weight);
        Zip::from(y.rows_mut()).for_each(|mut row| Zip::from(&mut row).and(&self.bias).for_each(|y, bias| *y += bias));
        Ok(y)
    }
}
#[derive(Clone, Debug, PartialEq)]
pub struct Mlp {
    pub c_fc: Linear,
    pub c_proj: Linear,
}
impl Mlp {
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeError> {
        let mut hidden = self.c_fc.forward(x)?;
        Zip::from(&mut hidden).for_each(|x| *x = gelu(*x));
        self.c_proj.forward(hidden.view())
    }
}
