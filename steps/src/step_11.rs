//! # Step 11: The language-model head and the loss
//!
//! Turn hidden states into a score for every token that could come next, and measure how surprised the model is by the one
//! that does.
//!
//! Tasks:
//! 1. A score for every token
//! 2. The scores behind the last token
//! 3. How surprising the right token is
//! 4. The loss of a text
//! 5. Perplexity
//!
//! Run: `cargo s11`

use ndarray::{Array1, Array2, ArrayView2, ErrorKind, ShapeError, s};

use crate::step_10::Gpt2Model;

/// GPT-2 with its head. The head has no parameters of its own: it is the table of tokens once more.
#[derive(Clone, Debug, PartialEq)]
pub struct Gpt2LmHeadModel {
    /// All that stands below the head.
    pub transformer: Gpt2Model,
}

impl Gpt2LmHeadModel {
    /// Scores, at every place, each token of the vocabulary as the next one: the product of its hidden state with the row
    /// that `wte` has for the token. No bias is added. The scores are called *logits*.
    ///
    /// # Arguments
    ///
    /// * `ids`: the ids of the tokens. No tokens are allowed and give a matrix without rows.
    ///
    /// # Returns
    ///
    /// A new [`Array2`] of shape `(tokens, vocabulary)`.
    ///
    /// # Errors
    ///
    /// [`ShapeError`] if the model refuses the ids.
    ///
    /// # Example
    ///
    /// ```
    /// # use steps::{step_03::LayerNorm, step_05::Embedding, step_10::Gpt2Model, step_11::*};
    /// # use ndarray::{Array1, Array2, array};
    /// let transformer = Gpt2Model {
    ///     wte: Embedding { weight: array![[2.0, 0.0], [0.0, 3.0], [1.0, 1.0]] },
    ///     wpe: Embedding { weight: Array2::zeros((4, 2)) },
    ///     h: vec![],
    ///     ln_f: LayerNorm { weight: array![1.0, 1.0], bias: Array1::zeros(2), eps: 1e-5 },
    /// };
    /// let model = Gpt2LmHeadModel { transformer };
    /// // Token 0 becomes about [1, -1], and token 1 about [-1, 1].
    /// let logits = model.logits(&[0, 1])?;
    /// assert_eq!(logits.mapv(f32::round), array![[2.0, -3.0, 0.0], [-2.0, 3.0, 0.0]]);
    /// # Ok::<(), ndarray::ShapeError>(())
    /// ```
    pub fn logits(&self, ids: &[usize]) -> Result<Array2<f32>, ShapeError> {
        // 1: A score for every token
        // https://docs.rs/ndarray/latest/ndarray/struct.ArrayBase.html#method.dot
        // TODO 1: Multiply the hidden states with the transposed table of tokens.
        // Hint: A token scores high where its row in `wte` points the same way as the hidden
        // state: a dot product for every place and every token, which is a product of two
        // matrices.
        todo!("task 1: Gpt2LmHeadModel::logits")
    }

    /// The last row of [`logits`](Self::logits) alone: what comes next is asked behind the last token, and the product for
    /// one row costs a share of that for all.
    ///
    /// # Arguments
    ///
    /// * `ids`: the ids of the tokens, at least one.
    ///
    /// # Returns
    ///
    /// A new [`Array1`] with an entry for every token of the vocabulary.
    ///
    /// # Errors
    ///
    /// [`ShapeError`] if there are no tokens, or if the model refuses the ids.
    ///
    /// # Example
    ///
    /// ```
    /// # use steps::{step_03::LayerNorm, step_05::Embedding, step_10::Gpt2Model, step_11::*};
    /// # use ndarray::{Array1, Array2, array};
    /// # let transformer = Gpt2Model {
    /// #     wte: Embedding { weight: array![[2.0, 0.0], [0.0, 3.0], [1.0, 1.0]] },
    /// #     wpe: Embedding { weight: Array2::zeros((4, 2)) },
    /// #     h: vec![],
    /// #     ln_f: LayerNorm { weight: array![1.0, 1.0], bias: Array1::zeros(2), eps: 1e-5 },
    /// # };
    /// # let model = Gpt2LmHeadModel { transformer };
    /// // With the model of the example above.
    /// assert_eq!(model.next_token_logits(&[0, 1])?.mapv(f32::round), array![-2.0, 3.0, 0.0]);
    /// assert!(model.next_token_logits(&[]).is_err());
    /// # Ok::<(), ndarray::ShapeError>(())
    /// ```
    pub fn next_token_logits(&self, ids: &[usize]) -> Result<Array1<f32>, ShapeError> {
        // 2: The scores behind the last token
        // https://docs.rs/ndarray/latest/ndarray/struct.ArrayBase.html#method.row
        // TODO 2: Give the scores behind the last token alone. Where there is no token, return an
        // error.
        // Hint: All tokens have to go through the model, since the last one looks at them. Only
        // the product with the table can be left to one row.
        todo!("task 2: Gpt2LmHeadModel::next_token_logits")
    }

    /// How surprised the model is by a text: the [`cross_entropy`] of its logits, where the target at every place is the
    /// token that comes next. The last token has none, and the first is nobody's.
    ///
    /// # Arguments
    ///
    /// * `ids`: the ids of the tokens, at least two.
    ///
    /// # Returns
    ///
    /// The mean over all places but the last.
    ///
    /// # Errors
    ///
    /// [`ShapeError`] if there are fewer than two tokens, or if the model refuses the ids.
    ///
    /// # Example
    ///
    /// ```
    /// # use steps::{step_03::LayerNorm, step_05::Embedding, step_10::Gpt2Model, step_11::*};
    /// # use ndarray::{Array1, Array2, array};
    /// # let transformer = Gpt2Model {
    /// #     wte: Embedding { weight: array![[2.0, 0.0], [0.0, 3.0], [1.0, 1.0]] },
    /// #     wpe: Embedding { weight: Array2::zeros((4, 2)) },
    /// #     h: vec![],
    /// #     ln_f: LayerNorm { weight: array![1.0, 1.0], bias: Array1::zeros(2), eps: 1e-5 },
    /// # };
    /// # let model = Gpt2LmHeadModel { transformer };
    /// // This model expects every token to come again.
    /// assert!(model.loss(&[0, 0, 0])? < model.loss(&[0, 1, 0])?);
    /// assert!(model.loss(&[0]).is_err());
    /// # Ok::<(), ndarray::ShapeError>(())
    /// ```
    pub fn loss(&self, ids: &[usize]) -> Result<f32, ShapeError> {
        // 4: The loss of a text
        // https://docs.rs/ndarray/latest/ndarray/macro.s.html
        // TODO 4: Compare the scores at every place with the token that comes next. The last place
        // has no such token.
        // Hint: Row 0 of the logits is about the token at place 1. So the targets are all ids but
        // the first, and the rows all but the last.
        todo!("task 4: Gpt2LmHeadModel::loss")
    }
}

/// How surprising the right tokens are, on average: `-ln p` of each, where the probabilities of a row are the softmax of its
/// logits. A token that was certain counts 0.
///
/// # Arguments
///
/// * `logits`: of shape `(rows, vocabulary)`, finite, of any size: no exponential may overflow, and no logarithm may be that
///   of 0.
/// * `targets`: the right token of every row.
///
/// # Returns
///
/// The mean over all rows, with natural logarithms.
///
/// # Errors
///
/// [`ShapeError`] if there are not as many targets as rows, if there are none, or if a target is not in the vocabulary.
///
/// # Example
///
/// ```
/// # use steps::step_11::*;
/// # use ndarray::array;
/// // The right token has a quarter of the probability.
/// let loss = cross_entropy(array![[0.0, 0.0, 0.0, 0.0]].view(), &[2])?;
/// assert_eq!(loss, 4.0_f32.ln());
/// assert_eq!(cross_entropy(array![[900.0, 0.0], [0.0, 900.0]].view(), &[0, 0])?, 450.0);
/// # Ok::<(), ndarray::ShapeError>(())
/// ```
pub fn cross_entropy(logits: ArrayView2<'_, f32>, targets: &[usize]) -> Result<f32, ShapeError> {
    // 3: How surprising the right token is
    // https://en.wikipedia.org/wiki/LogSumExp
    // TODO 3: Take of every row the negative logarithm of the probability that it gives its
    // target, and then the mean over all rows. Refuse targets that do not fit.
    // Hint: The probability is an exponential divided by a sum of exponentials, so its negative
    // logarithm is the logarithm of that sum, less the logit of the target. Taken like this, no
    // logarithm is ever that of 0.
    todo!("task 3: cross_entropy")
}

/// A loss as a number of tokens: who chooses among so many that are equally likely is as surprised.
///
/// # Arguments
///
/// * `loss`: with natural logarithms.
///
/// # Returns
///
/// The exponential of it.
///
/// # Example
///
/// ```
/// # use steps::step_11::*;
/// assert_eq!(perplexity(0.0), 1.0);
/// assert!((perplexity(50257.0_f32.ln()) - 50257.0).abs() < 0.1);
/// ```
pub fn perplexity(loss: f32) -> f32 {
    // 5: Perplexity
    // TODO 5: Turn a loss into the number of equally likely tokens that surprise as much.
    // Hint: Of n equally likely tokens each has probability 1/n, so the loss is the logarithm of
    // n. Undo the logarithm.
    todo!("task 5: perplexity")
}
