//! # Step 06: Position embeddings
//!
//! Tell the model in which order the tokens stand: give every position a row of its own, and add it.
//!
//! Tasks:
//! 1. The positions of the next tokens, as far as there are any
//! 2. Add up the rows of tokens and positions
//!
//! Run: `cargo s06`

use ndarray::{Array2, ErrorKind, ShapeError};

use crate::step_05::Embedding;

/// The positions of `length` tokens that begin at `start`.
///
/// # Arguments
///
/// * `start`: how many tokens stand before; 0 for a text from its beginning.
/// * `length`: how many tokens there are.
/// * `n_positions`: how many positions the model knows, counted from 0; 1024 in GPT-2.
///
/// # Errors
///
/// [`ShapeError`] if `start + length` is larger than `n_positions`, however large the numbers are, and also where there are no
/// tokens.
///
/// # Example
///
/// ```
/// # use steps::step_06::*;
/// assert_eq!(positions(2, 3, 8)?, [2, 3, 4]);
/// assert_eq!(positions(5, 3, 8)?, [5, 6, 7]);
/// assert!(positions(6, 3, 8).is_err());
/// # Ok::<(), ndarray::ShapeError>(())
/// ```
pub fn positions(
    start: usize,
    length: usize,
    n_positions: usize,
) -> Result<Vec<usize>, ShapeError> {
    // 1: The positions of the next tokens, as far as there are any
    // https://doc.rust-lang.org/std/primitive.usize.html#method.checked_add
    // TODO 1: Return `start`, `start` + 1 and so on, one number a token, or an error where `start
    // + length` is larger than `n_positions`.
    // Hint: Find out where the positions end, and compare that with how many there are. Mind that
    // a sum of two numbers may be too large for a `usize`.
    todo!("task 1: positions")
}

/// What goes into the first block: for every token its row in one table plus the row of its position in another.
///
/// # Arguments
///
/// * `wte`: the table of the tokens, of shape `(vocabulary, channels)`.
/// * `wpe`: the table of the positions, of shape `(positions, channels)`.
/// * `ids`: the tokens.
/// * `start`: the position of the first of them.
///
/// # Returns
///
/// A new [`Array2`] of shape `(tokens, channels)`.
///
/// # Errors
///
/// [`ShapeError`] if a token is not in the vocabulary, or the positions do not reach so far.
///
/// # Example
///
/// ```
/// # use steps::{step_05::Embedding, step_06::*};
/// # use ndarray::array;
/// let wte = Embedding { weight: array![[10.0, 10.0], [20.0, 20.0]] };
/// let wpe = Embedding { weight: array![[0.0, 1.0], [0.0, 2.0], [0.0, 3.0]] };
/// assert_eq!(embed(&wte, &wpe, &[1, 1], 0)?, array![[20.0, 21.0], [20.0, 22.0]]);
/// assert_eq!(embed(&wte, &wpe, &[0], 2)?, array![[10.0, 13.0]]);
/// # Ok::<(), ndarray::ShapeError>(())
/// ```
pub fn embed(
    wte: &Embedding,
    wpe: &Embedding,
    ids: &[usize],
    start: usize,
) -> Result<Array2<f32>, ShapeError> {
    // 2: Add up the rows of tokens and positions
    // TODO 2: Look up the tokens in `wte` and their positions in `wpe`, and return the sum.
    // Hint: Both tables have a `forward`, and `positions` says which rows of the second one are
    // needed. How many positions there are, its table knows.
    todo!("task 2: embed")
}
