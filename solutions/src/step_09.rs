//! # Step 09: The transformer block
//!
//! Put attention and the feed-forward network together: what GPT-2 has twelve times, one on top of the other.
//!
//! Tasks:
//! 1. Both layers, each in its frame
//!
//! Run: `cargo s09`

use ndarray::{Array2, ArrayView2, ShapeError};

use crate::step_03::LayerNorm;
use crate::step_04::Mlp;
use crate::step_07::MultiHeadAttention;
use crate::step_08::pre_norm;

/// A block of GPT-2, with the names that its files use.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// What attention reads is normalized by this.
    pub ln_1: LayerNorm,
    /// Lets tokens look at each other.
    pub attn: MultiHeadAttention,
    /// What the network reads is normalized by this.
    pub ln_2: LayerNorm,
    /// Makes something of every token for itself.
    pub mlp: Mlp,
}

impl Block {
    /// Sends tokens through attention and then through the network. Each reads a normalized copy, and adds what it made.
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
    /// [`ShapeError`] if one of the parts refuses what it is given, or returns another shape than that of `x`.
    ///
    /// # Example
    ///
    /// ```
    /// # use solutions::{step_03::LayerNorm, step_04::{Linear, Mlp}, step_07::MultiHeadAttention, step_09::*};
    /// # use ndarray::{Array1, Array2, array};
    /// let norm = LayerNorm { weight: Array1::ones(2), bias: Array1::zeros(2), eps: 1e-5 };
    /// let silent = |inputs, outputs| Linear::new(Array2::zeros((inputs, outputs)), Array1::zeros(outputs));
    /// // Layers that have nothing to say leave the tokens as they are.
    /// let mut block = Block {
    ///     ln_1: norm.clone(),
    ///     attn: MultiHeadAttention { c_attn: silent(2, 6)?, c_proj: silent(2, 2)?, n_head: 1 },
    ///     ln_2: norm,
    ///     mlp: Mlp { c_fc: silent(2, 8)?, c_proj: silent(8, 2)? },
    /// };
    /// let x = array![[1.0, 2.0], [3.0, 4.0]];
    /// assert_eq!(block.forward(x.view())?, x);
    /// block.mlp.c_proj.bias = array![10.0, 0.0];
    /// assert_eq!(block.forward(x.view())?, array![[11.0, 2.0], [13.0, 4.0]]);
    /// # Ok::<(), ndarray::ShapeError>(())
    /// ```
    // ANCHOR: Block_forward
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeError> {
        // 1: Both layers, each in its frame
        // https://doc.rust-lang.org/book/ch13-01-closures.html
        // ANCHOR: answer_1
        let x = pre_norm(x, &self.ln_1, |h| self.attn.forward(h))?;
        pre_norm(x.view(), &self.ln_2, |h| self.mlp.forward(h))
        // ANCHOR_END: answer_1
    }
    // ANCHOR_END: Block_forward
}
