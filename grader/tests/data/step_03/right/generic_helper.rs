//! Generic helper functions over storage, dimension and closures.
use ndarray::{Array, Array1, Array2, ArrayBase, ArrayView1, ArrayView2, Axis, Data, Ix1, Ix2};
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
fn per_row<S, F, T>(x: &ArrayBase<S, Ix2>, f: F) -> Array<T, Ix1>
where
    S: Data<Elem = f32>,
    F: FnMut(ArrayView1<'_, f32>) -> T,
{
    x.rows().into_iter().map(f).collect()
}
fn mean_of<S: Data<Elem = f32>>(row: &ArrayBase<S, Ix1>) -> f32 {
    row.sum() / row.len() as f32
}
pub fn mean(x: ArrayView2<'_, f32>) -> Array1<f32> {
    per_row(&x, |r| mean_of(&r))
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    per_row(&x, |r| {
        let m = mean_of(&r);
        mean_of(&r.map(|v| (v - m) * (v - m)))
    })
}
fn broadcast_with(x: ArrayView2<'_, f32>, column: Array1<f32>, op: impl Fn(f32, f32) -> f32) -> Array2<f32> {
    let mut y = x.to_owned();
    y.zip_mut_with(&column.insert_axis(Axis(1)), |a, &b| *a = op(*a, b));
    y
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let centred = broadcast_with(x, mean(x), |a, m| a - m);
    broadcast_with(centred.view(), variance(x), |a, v| a / (v + eps).sqrt())
}
fn require<S: Data<Elem = f32>>(v: &ArrayBase<S, Ix1>, expected: usize) -> Result<(), ShapeMismatch> {
    match v.len() {
        actual if actual == expected => Ok(()),
        actual => Err(ShapeMismatch { expected, actual }),
    }
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    require(&weight, x.ncols())?;
    require(&bias, x.ncols())?;
    let mut y = x.to_owned();
    y.zip_mut_with(&weight, |a, w| *a *= w);
    y.zip_mut_with(&bias, |a, b| *a += b);
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
        require(&bias, weight.len())?;
        Ok(Self { weight, bias, eps })
    }
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
        scale_and_shift(normalize(x, self.eps).view(), self.weight.view(), self.bias.view())
    }
}
