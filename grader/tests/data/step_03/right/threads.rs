//! One scoped thread for each half of the tokens.
use ndarray::{Array1, Array2, ArrayView1, ArrayView2, Axis, concatenate};
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
fn halves<T: Send>(x: ArrayView2<'_, f32>, work: impl Fn(ArrayView2<'_, f32>) -> T + Sync) -> (T, T) {
    let (top, bottom) = x.split_at(Axis(0), x.nrows() / 2);
    std::thread::scope(|scope| {
        let handle = scope.spawn(|| work(top));
        let second = work(bottom);
        (handle.join().unwrap(), second)
    })
}
pub fn mean(x: ArrayView2<'_, f32>) -> Array1<f32> {
    let (a, b) = halves(x, |x| x.sum_axis(Axis(1)) / x.ncols() as f32);
    concatenate![Axis(0), a, b]
}
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    let (a, b) = halves(x, |x| {
        let m = x.sum_axis(Axis(1)) / x.ncols() as f32;
        let d = &x - &m.insert_axis(Axis(1));
        (&d * &d).sum_axis(Axis(1)) / x.ncols() as f32
    });
    concatenate![Axis(0), a, b]
}
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    let mut y = &x - &mean(x).insert_axis(Axis(1));
    let s = variance(x).mapv(|v| (v + eps).sqrt());
    std::thread::scope(|scope| {
        for (mut row, s) in y.outer_iter_mut().zip(&s).take(4) {
            scope.spawn(move || row /= *s);
        }
    });
    for (mut row, s) in y.outer_iter_mut().zip(&s).skip(4) {
        row /= *s;
    }
    y
}
pub fn scale_and_shift(x: ArrayView2<'_, f32>, weight: ArrayView1<'_, f32>, bias: ArrayView1<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
    let expected = x.ncols();
    for actual in [weight.len(), bias.len()] {
        if actual != expected {
            return Err(ShapeMismatch { expected, actual });
        }
    }
    let (a, b) = halves(x, |x| &x * &weight + bias);
    Ok(concatenate![Axis(0), a, b])
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
