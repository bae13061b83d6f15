//! Sums and exponentials in f64.
use crate::step_02::causal_mask;
use crate::step_04::Linear;
use ndarray::{Array2, Array3, ArrayView2, ArrayView3, Axis, ErrorKind, ShapeError, s};
#[derive(Clone, Debug, PartialEq)]
pub struct MultiHeadAttention {
    pub c_attn: Linear,
    pub c_proj: Linear,
    pub n_head: usize,
}
pub fn softmax(scores: ArrayView2<'_, f32>) -> Array2<f32> {
    let mut weights = Array2::zeros(scores.dim());
    for (mut to, from) in weights.outer_iter_mut().zip(scores.outer_iter()) {
        let from = from.mapv(f64::from);
        let largest = from.fold(f64::NEG_INFINITY, |a, b| a.max(*b));
        let powers = from.mapv(|score| (score - largest).exp());
        let sum = powers.sum();
        to.assign(&powers.mapv(|power| (power / sum) as f32));
    }
    weights
}
pub fn attention_scores(query: ArrayView2<'_, f32>, key: ArrayView2<'_, f32>) -> Array2<f32> {
    let (query, key) = (query.mapv(f64::from), key.mapv(f64::from));
    (query.dot(&key.t()) / (query.ncols() as f64).sqrt()).mapv(|score| score as f32)
}
pub fn attention(query: ArrayView2<'_, f32>, key: ArrayView2<'_, f32>, value: ArrayView2<'_, f32>, mask: ArrayView2<'_, f32>) -> Array2<f32> {
    softmax((attention_scores(query, key) + mask).view()).dot(&value)
}
pub fn split_qkv(qkv: ArrayView2<'_, f32>) -> Result<[Array2<f32>; 3], ShapeError> {
    if qkv.ncols() % 3 != 0 {
        return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
    }
    let channels = qkv.ncols() / 3;
    let part = |at: usize| qkv.slice(s![.., at * channels..(at + 1) * channels]).to_owned();
    Ok([part(0), part(1), part(2)])
}
pub fn split_heads(x: ArrayView2<'_, f32>, n_head: usize) -> Result<Array3<f32>, ShapeError> {
    let (tokens, channels) = x.dim();
    if n_head == 0 || channels % n_head != 0 {
        return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
    }
    let heads = x.to_shape((tokens, n_head, channels / n_head))?;
    Ok(heads.permuted_axes([1, 0, 2]).to_owned())
}
pub fn merge_heads(heads: ArrayView3<'_, f32>) -> Array2<f32> {
    let (n_head, tokens, width) = heads.dim();
    let turned = heads.permuted_axes([1, 0, 2]);
    turned.to_shape((tokens, n_head * width)).unwrap().to_owned()
}
impl MultiHeadAttention {
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeError> {
        let [query, key, value] = split_qkv(self.c_attn.forward(x)?.view())?;
        let query = split_heads(query.view(), self.n_head)?;
        let key = split_heads(key.view(), self.n_head)?;
        let value = split_heads(value.view(), self.n_head)?;
        let mask = causal_mask::<f32>(x.nrows(), 0)?;
        let mut heads = Array3::zeros(value.dim());
        for head in 0..self.n_head {
            let of = |x: &Array3<f32>| x.index_axis(Axis(0), head).to_owned();
            let taken = attention(of(&query).view(), of(&key).view(), of(&value).view(), mask.view());
            heads.index_axis_mut(Axis(0), head).assign(&taken);
        }
        self.c_proj.forward(merge_heads(heads.view()).view())
    }
}
