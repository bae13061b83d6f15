//! # Step 10: Stacking transformer blocks
//!
//! Put the whole model together: tables at the bottom, a dozen blocks on top of each other, a normalization at the end.
//!
//! Tasks:
//! 1. From ids to hidden states
//!
//! Run: `cargo s10`

use ndarray::{Array2, ShapeError};

use crate::step_03::LayerNorm;
use crate::step_05::Embedding;
use crate::step_06::embed;
use crate::step_09::Block;

/// GPT-2 without its head, with the names that its files use.
#[derive(Clone, Debug, PartialEq)]
pub struct Gpt2Model {
    /// A row for every token of the vocabulary.
    pub wte: Embedding,
    /// A row for every position.
    pub wpe: Embedding,
    /// The blocks, from the first that tokens go through to the last.
    pub h: Vec<Block>,
    /// Normalizes what comes out of the last block.
    pub ln_f: LayerNorm,
}

impl Gpt2Model {
    /// Sends tokens through the whole model: each becomes a row that tells what the model knows at its place.
    ///
    /// # Arguments
    ///
    /// * `ids`: the ids of the tokens, the first of which is at position 0. No tokens are allowed and give a matrix without
    ///   rows.
    ///
    /// # Returns
    ///
    /// A new [`Array2`] of shape `(tokens, channels)`: the *hidden states*, normalized by `ln_f`.
    ///
    /// # Errors
    ///
    /// [`ShapeError`] if an id is not in the vocabulary, if there are more tokens than positions, or if one of the parts
    /// refuses what it is given.
    ///
    /// # Example
    ///
    /// ```
    /// # use steps::{step_03::LayerNorm, step_05::Embedding, step_10::*};
    /// # use ndarray::{Array1, array};
    /// let model = Gpt2Model {
    ///     wte: Embedding { weight: array![[0.0, 1.0], [4.0, 0.0]] },
    ///     wpe: Embedding { weight: array![[0.0, 1.0], [1.0, 0.0], [0.0, 0.0]] },
    ///     // Without blocks nothing happens between the tables and the normalization.
    ///     h: vec![],
    ///     ln_f: LayerNorm { weight: array![3.0, 3.0], bias: Array1::zeros(2), eps: 1e-5 },
    /// };
    /// // The rows are [4, 1] and [1, 1], before they are normalized.
    /// let hidden = model.forward(&[1, 0])?;
    /// assert_eq!(hidden.mapv(f32::round), array![[3.0, -3.0], [0.0, 0.0]]);
    /// assert!(model.forward(&[0, 0, 0, 0]).is_err());
    /// # Ok::<(), ndarray::ShapeError>(())
    /// ```
    pub fn forward(&self, ids: &[usize]) -> Result<Array2<f32>, ShapeError> {
        // 1: From ids to hidden states
        // https://doc.rust-lang.org/book/ch08-01-vectors.html
        // TODO 1: Look up tokens and positions, send the rows through all blocks in their order,
        // and normalize what comes out at the end.
        // Hint: Step 06 has a function for what goes in. What a block returns is what the next one
        // is given, so one variable is enough for the way through all of them.
        todo!("task 1: Gpt2Model::forward")
    }
}
