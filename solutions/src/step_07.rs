//! # Step 07: Multi-head attention
//!
//! Let every token look at those before it and take from them what helps: several times side by side, each time with
//! questions of its own.
//!
//! Tasks:
//! 1. Turn scores into weights: softmax
//! 2. Compare every query with every key
//! 3. Take of every value as much as its weight says
//! 4. Cut what one layer has computed into queries, keys and values
//! 5. Split the channels among the heads
//! 6. Put the heads side by side again
//! 7. Put the parts together
//!
//! Run: `cargo s07`

use ndarray::{Array2, Array3, ArrayView2, ArrayView3, Axis, ErrorKind, ShapeError, s};

use crate::step_02::causal_mask;
use crate::step_04::Linear;

/// Turns every row of scores into weights: none is negative, and they sum to 1.
///
/// From every score the largest of its row is subtracted before the exponential is taken. On paper that changes nothing,
/// and without it a score of 100 is too large for `f32`.
///
/// # Arguments
///
/// * `scores`: a matrix of shape `(queries, keys)`, with at least one key. A score of negative infinity gets no weight.
///
/// # Returns
///
/// A new [`Array2`] of the same shape. A row in which all scores are negative infinity is NaN.
///
/// # Example
///
/// ```
/// # use solutions::step_07::*;
/// let blocked = f32::NEG_INFINITY;
/// let weights = softmax(ndarray::array![[3.0, 3.0, blocked]].view());
/// assert_eq!(weights, ndarray::array![[0.5, 0.5, 0.0]]);
/// ```
// ANCHOR: softmax
pub fn softmax(scores: ArrayView2<'_, f32>) -> Array2<f32> {
    // 1: Turn scores into weights
    // https://docs.rs/ndarray/latest/ndarray/struct.ArrayRef.html#method.rows_mut
    // ANCHOR: answer_1
    let mut weights = scores.to_owned();
    for mut row in weights.rows_mut() {
        let largest = row.fold(f32::NEG_INFINITY, |largest, score| largest.max(*score));
        row.mapv_inplace(|score| (score - largest).exp());
        let sum = row.sum();
        row /= sum;
    }
    weights
    // ANCHOR_END: answer_1
}
// ANCHOR_END: softmax

/// How well every query fits every key: their product, divided by the root of how many channels they have.
///
/// # Arguments
///
/// * `query`: a matrix of shape `(queries, channels)`, with at least one channel.
/// * `key`: a matrix of shape `(keys, channels)`.
///
/// # Returns
///
/// A new [`Array2`] of shape `(queries, keys)`: row `i` holds the scores of query `i`.
///
/// # Example
///
/// ```
/// # use solutions::step_07::*;
/// # use ndarray::array;
/// let query = array![[1.0, 2.0, 0.0, 1.0]];
/// let key = array![[2.0, 1.0, 5.0, 0.0], [0.0, 0.0, 0.0, 6.0]];
/// assert_eq!(attention_scores(query.view(), key.view()), array![[2.0, 3.0]]);
/// ```
// ANCHOR: attention_scores
pub fn attention_scores(query: ArrayView2<'_, f32>, key: ArrayView2<'_, f32>) -> Array2<f32> {
    // 2: Compare every query with every key
    // https://docs.rs/ndarray/latest/ndarray/struct.ArrayRef.html#method.dot
    // ANCHOR: answer_2
    query.dot(&key.t()) / (query.ncols() as f32).sqrt()
    // ANCHOR_END: answer_2
}
// ANCHOR_END: attention_scores

/// What every query takes from the values: each of them times the weight that its key gets.
///
/// # Arguments
///
/// * `query`: a matrix of shape `(queries, channels)`, with at least one channel.
/// * `key`: a matrix of shape `(keys, channels)`, with at least one key.
/// * `value`: a matrix of shape `(keys, outputs)`.
/// * `mask`: a matrix of shape `(queries, keys)`, which is added to the scores: 0 where a query may look, and negative
///   infinity elsewhere.
///
/// # Returns
///
/// A new [`Array2`] of shape `(queries, outputs)`.
///
/// # Example
///
/// ```
/// # use solutions::step_07::*;
/// # use ndarray::array;
/// let (query, key) = (array![[0.0], [0.0]], array![[1.0], [2.0]]);
/// let value = array![[2.0, 0.0], [4.0, 8.0]];
/// let mask = array![[0.0, f32::NEG_INFINITY], [0.0, 0.0]];
/// let taken = attention(query.view(), key.view(), value.view(), mask.view());
/// assert_eq!(taken, array![[2.0, 0.0], [3.0, 4.0]]);
/// ```
// ANCHOR: attention
pub fn attention(
    query: ArrayView2<'_, f32>,
    key: ArrayView2<'_, f32>,
    value: ArrayView2<'_, f32>,
    mask: ArrayView2<'_, f32>,
) -> Array2<f32> {
    // 3: Take of every value as much as its weight says
    // ANCHOR: answer_3
    let scores = attention_scores(query, key) + mask;
    softmax(scores.view()).dot(&value)
    // ANCHOR_END: answer_3
}
// ANCHOR_END: attention

/// Cuts what one layer has computed for every token into its query, its key and its value, in this order.
///
/// # Arguments
///
/// * `qkv`: a matrix of shape `(tokens, 3 * channels)`.
///
/// # Returns
///
/// Three new arrays of shape `(tokens, channels)`.
///
/// # Errors
///
/// [`ShapeError`] if the number of columns is no multiple of 3.
///
/// # Example
///
/// ```
/// # use solutions::step_07::*;
/// # use ndarray::array;
/// let [query, key, value] = split_qkv(array![[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]].view())?;
/// assert_eq!((query, key, value), (array![[1.0, 2.0]], array![[3.0, 4.0]], array![[5.0, 6.0]]));
/// # Ok::<(), ndarray::ShapeError>(())
/// ```
// ANCHOR: split_qkv
pub fn split_qkv(qkv: ArrayView2<'_, f32>) -> Result<[Array2<f32>; 3], ShapeError> {
    // 4: Cut the columns into three
    // https://docs.rs/ndarray/latest/ndarray/macro.s.html
    // ANCHOR: answer_4
    if !qkv.ncols().is_multiple_of(3) {
        return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
    }
    let channels = qkv.ncols() / 3;
    let part = |number| qkv.slice(s![.., number * channels..(number + 1) * channels]);
    Ok([0, 1, 2].map(|number| part(number).to_owned()))
    // ANCHOR_END: answer_4
}
// ANCHOR_END: split_qkv

/// Splits the channels of every token among the heads: the first head gets the first of them, and so on.
///
/// # Arguments
///
/// * `x`: a matrix of shape `(tokens, channels)`.
/// * `n_head`: how many heads there are.
///
/// # Returns
///
/// A new [`Array3`] of shape `(n_head, tokens, channels / n_head)`.
///
/// # Errors
///
/// [`ShapeError`] if `channels` is no multiple of `n_head`, or there is no head.
///
/// # Example
///
/// ```
/// # use solutions::step_07::*;
/// # use ndarray::array;
/// let heads = split_heads(array![[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0]].view(), 2)?;
/// assert_eq!(heads, array![[[1.0, 2.0], [5.0, 6.0]], [[3.0, 4.0], [7.0, 8.0]]]);
/// # Ok::<(), ndarray::ShapeError>(())
/// ```
// ANCHOR: split_heads
pub fn split_heads(x: ArrayView2<'_, f32>, n_head: usize) -> Result<Array3<f32>, ShapeError> {
    // 5: Split the channels among the heads
    // https://docs.rs/ndarray/latest/ndarray/struct.ArrayBase.html#method.from_shape_fn
    // ANCHOR: answer_5
    let (tokens, channels) = x.dim();
    if n_head == 0 || !channels.is_multiple_of(n_head) {
        return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
    }
    let width = channels / n_head;
    let entry = |(head, token, channel)| x[[token, head * width + channel]];
    Ok(Array3::from_shape_fn((n_head, tokens, width), entry))
    // ANCHOR_END: answer_5
}
// ANCHOR_END: split_heads

/// Puts the channels of all heads side by side again, as they were before they were split.
///
/// # Arguments
///
/// * `heads`: an array of shape `(n_head, tokens, width)`, with at least one head.
///
/// # Returns
///
/// A new [`Array2`] of shape `(tokens, n_head * width)`.
///
/// # Example
///
/// ```
/// # use solutions::step_07::*;
/// # use ndarray::array;
/// let merged = merge_heads(array![[[1.0, 2.0], [5.0, 6.0]], [[3.0, 4.0], [7.0, 8.0]]].view());
/// assert_eq!(merged, array![[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0]]);
/// ```
// ANCHOR: merge_heads
pub fn merge_heads(heads: ArrayView3<'_, f32>) -> Array2<f32> {
    // 6: Put the heads side by side
    // ANCHOR: answer_6
    let (n_head, tokens, width) = heads.dim();
    let mut merged = Array2::zeros((tokens, n_head * width));
    for (number, head) in heads.outer_iter().enumerate() {
        let columns = s![.., number * width..(number + 1) * width];
        merged.slice_mut(columns).assign(&head);
    }
    merged
    // ANCHOR_END: answer_6
}
// ANCHOR_END: merge_heads

/// The attention of GPT-2, with the names that its files use.
#[derive(Clone, Debug, PartialEq)]
pub struct MultiHeadAttention {
    /// From the channels of a token to its query, key and value, one behind the other.
    pub c_attn: Linear,
    /// From what the heads have taken, side by side, to the channels.
    pub c_proj: Linear,
    /// How many heads there are.
    pub n_head: usize,
}

impl MultiHeadAttention {
    /// Lets every token look at itself and at those before it, in all heads.
    ///
    /// # Arguments
    ///
    /// * `x`: a matrix of shape `(tokens, channels)`. No tokens are allowed and give a matrix without rows.
    ///
    /// # Returns
    ///
    /// A new [`Array2`] of the same shape.
    ///
    /// # Errors
    ///
    /// [`ShapeError`] if a layer cannot take what it is given, or the channels cannot be split among the heads.
    ///
    /// # Example
    ///
    /// ```
    /// # use solutions::{step_04::Linear, step_07::*};
    /// # use ndarray::array;
    /// // Queries and keys are 0, so all that may be seen counts alike; values are the tokens.
    /// let attention = MultiHeadAttention {
    ///     c_attn: Linear::new(array![[0.0, 0.0, 1.0]], array![0.0, 0.0, 0.0])?,
    ///     c_proj: Linear::new(array![[1.0]], array![0.0])?,
    ///     n_head: 1,
    /// };
    /// let y = attention.forward(array![[2.0], [4.0], [6.0]].view())?;
    /// assert!((y - array![[2.0], [3.0], [4.0]]).iter().all(|off| off.abs() < 1e-6));
    /// # Ok::<(), ndarray::ShapeError>(())
    /// ```
    // ANCHOR: MultiHeadAttention_forward
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeError> {
        // 7: Put the parts together
        // https://docs.rs/ndarray/latest/ndarray/struct.ArrayRef.html#method.index_axis
        // ANCHOR: answer_7
        let [query, key, value] = split_qkv(self.c_attn.forward(x)?.view())?;
        let query = split_heads(query.view(), self.n_head)?;
        let key = split_heads(key.view(), self.n_head)?;
        let value = split_heads(value.view(), self.n_head)?;
        let mask = causal_mask(x.nrows(), 0)?;
        let mut heads = Array3::zeros(value.dim());
        for (number, mut head) in heads.outer_iter_mut().enumerate() {
            let [query, key, value] =
                [&query, &key, &value].map(|of| of.index_axis(Axis(0), number));
            head.assign(&attention(query, key, value, mask.view()));
        }
        self.c_proj.forward(merge_heads(heads.view()).view())
        // ANCHOR_END: answer_7
    }
    // ANCHOR_END: MultiHeadAttention_forward
}
