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
/// # use steps::step_07::*;
/// let blocked = f32::NEG_INFINITY;
/// let weights = softmax(ndarray::array![[3.0, 3.0, blocked]].view());
/// assert_eq!(weights, ndarray::array![[0.5, 0.5, 0.0]]);
/// ```
pub fn softmax(scores: ArrayView2<'_, f32>) -> Array2<f32> {
    // 1: Turn scores into weights
    // https://docs.rs/ndarray/latest/ndarray/struct.ArrayRef.html#method.rows_mut
    // TODO 1: Turn each row of scores into weights that sum to 1.
    // Hint: Three things happen to every row, one after the other: its largest score is
    // subtracted, each score becomes an exponential, and all are divided by their sum. Rows know
    // nothing of each other.
    todo!("task 1: softmax")
}

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
/// # use steps::step_07::*;
/// # use ndarray::array;
/// let query = array![[1.0, 2.0, 0.0, 1.0]];
/// let key = array![[2.0, 1.0, 5.0, 0.0], [0.0, 0.0, 0.0, 6.0]];
/// assert_eq!(attention_scores(query.view(), key.view()), array![[2.0, 3.0]]);
/// ```
pub fn attention_scores(query: ArrayView2<'_, f32>, key: ArrayView2<'_, f32>) -> Array2<f32> {
    // 2: Compare every query with every key
    // https://docs.rs/ndarray/latest/ndarray/struct.ArrayRef.html#method.dot
    // TODO 2: Multiply every query with every key, and divide by the root of the number of
    // channels.
    // Hint: Rows of the one with rows of the other: that is a matrix product once the second one
    // lies on its side.
    todo!("task 2: attention_scores")
}

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
/// # use steps::step_07::*;
/// # use ndarray::array;
/// let (query, key) = (array![[0.0], [0.0]], array![[1.0], [2.0]]);
/// let value = array![[2.0, 0.0], [4.0, 8.0]];
/// let mask = array![[0.0, f32::NEG_INFINITY], [0.0, 0.0]];
/// let taken = attention(query.view(), key.view(), value.view(), mask.view());
/// assert_eq!(taken, array![[2.0, 0.0], [3.0, 4.0]]);
/// ```
pub fn attention(
    query: ArrayView2<'_, f32>,
    key: ArrayView2<'_, f32>,
    value: ArrayView2<'_, f32>,
    mask: ArrayView2<'_, f32>,
) -> Array2<f32> {
    // 3: Take of every value as much as its weight says
    // TODO 3: Add the mask to the scores, turn them into weights, and take the values by these.
    // Hint: You have both functions that this needs. What is left is a sum between them and a
    // product behind them.
    todo!("task 3: attention")
}

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
/// # use steps::step_07::*;
/// # use ndarray::array;
/// let [query, key, value] = split_qkv(array![[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]].view())?;
/// assert_eq!((query, key, value), (array![[1.0, 2.0]], array![[3.0, 4.0]], array![[5.0, 6.0]]));
/// # Ok::<(), ndarray::ShapeError>(())
/// ```
pub fn split_qkv(qkv: ArrayView2<'_, f32>) -> Result<[Array2<f32>; 3], ShapeError> {
    // 4: Cut the columns into three
    // https://docs.rs/ndarray/latest/ndarray/macro.s.html
    // TODO 4: Cut the columns into three parts of the same width: queries, keys, values.
    // Hint: The first third of the columns are queries, the second are keys, the last are values.
    // Where no third is possible, there is an error.
    todo!("task 4: split_qkv")
}

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
/// # use steps::step_07::*;
/// # use ndarray::array;
/// let heads = split_heads(array![[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0]].view(), 2)?;
/// assert_eq!(heads, array![[[1.0, 2.0], [5.0, 6.0]], [[3.0, 4.0], [7.0, 8.0]]]);
/// # Ok::<(), ndarray::ShapeError>(())
/// ```
pub fn split_heads(x: ArrayView2<'_, f32>, n_head: usize) -> Result<Array3<f32>, ShapeError> {
    // 5: Split the channels among the heads
    // https://docs.rs/ndarray/latest/ndarray/struct.ArrayBase.html#method.from_shape_fn
    // TODO 5: Give every head its share of the channels of every token.
    // Hint: Say for one entry of the answer where it comes from: it has a head, a token and a
    // channel, and in `x` it stands in the row of that token. In which column?
    todo!("task 5: split_heads")
}

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
/// # use steps::step_07::*;
/// # use ndarray::array;
/// let merged = merge_heads(array![[[1.0, 2.0], [5.0, 6.0]], [[3.0, 4.0], [7.0, 8.0]]].view());
/// assert_eq!(merged, array![[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0]]);
/// ```
pub fn merge_heads(heads: ArrayView3<'_, f32>) -> Array2<f32> {
    // 6: Put the heads side by side
    // TODO 6: Put the channels of all heads side by side again.
    // Hint: It is the way back. Say for a column of the answer which head it comes from, and which
    // channel of that head.
    todo!("task 6: merge_heads")
}

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
    /// # use steps::{step_04::Linear, step_07::*};
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
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeError> {
        // 7: Put the parts together
        // https://docs.rs/ndarray/latest/ndarray/struct.ArrayRef.html#method.index_axis
        // TODO 7: Put the parts together: first layer, split, attention in every head, merge,
        // second layer.
        // Hint: Everything that this needs is there: two layers, and a function for each thing
        // between them. One mask serves all heads.
        todo!("task 7: MultiHeadAttention::forward")
    }
}
