//! # Step 12: Text generation
//!
//! Let the model write: choose a token, put it behind the text, and ask again.
//!
//! Tasks:
//! 1. The token with the largest score
//! 2. Scores as probabilities
//! 3. A token by chance
//! 4. The loop that writes
//!
//! Run: `cargo s12`

use ndarray::{Array1, ArrayView1, Axis, ShapeError};

use crate::step_07::softmax;
use crate::step_11::Gpt2LmHeadModel;

/// The token that the model thinks most likely. Who always takes it writes *greedily*.
///
/// # Arguments
///
/// * `logits`: an entry for every token, at least one, none of them NaN.
///
/// # Returns
///
/// The place of the largest entry; of several that are equal, any.
///
/// # Example
///
/// ```
/// # use solutions::step_12::*;
/// # use ndarray::array;
/// assert_eq!(argmax(array![-3.0, -1.5, -2.0].view()), 1);
/// ```
// ANCHOR: argmax
pub fn argmax(logits: ArrayView1<'_, f32>) -> usize {
    // 1: The token with the largest score
    // https://doc.rust-lang.org/std/iter/trait.Iterator.html#method.enumerate
    // ANCHOR: answer_1
    let mut best = 0;
    for (token, logit) in logits.iter().enumerate() {
        if *logit > logits[best] {
            best = token;
        }
    }
    best
    // ANCHOR_END: answer_1
}
// ANCHOR_END: argmax

/// How likely every token is: the softmax of the logits, each divided by the *temperature*. Below 1 what is likely becomes
/// likelier, above 1 all become more alike.
///
/// # Arguments
///
/// * `logits`: an entry for every token, at least one. An entry may be -inf: that token has probability 0.
/// * `temperature`: above 0.
///
/// # Returns
///
/// A new [`Array1`] of as many entries, whose sum is 1.
///
/// # Example
///
/// ```
/// # use solutions::step_12::*;
/// # use ndarray::array;
/// let logits = array![0.0, 2.0_f32.ln()];
/// let thirds = probabilities(logits.view(), 1.0);
/// assert!((thirds[1] - 2.0 / 3.0).abs() < 1e-6);
/// // Half the temperature squares the odds.
/// let fifths = probabilities(logits.view(), 0.5);
/// assert!((fifths[1] - 4.0 / 5.0).abs() < 1e-6);
/// ```
// ANCHOR: probabilities
pub fn probabilities(logits: ArrayView1<'_, f32>, temperature: f32) -> Array1<f32> {
    // 2: Scores as probabilities
    // https://docs.rs/ndarray/latest/ndarray/struct.ArrayBase.html#method.insert_axis
    // ANCHOR: answer_2
    let scaled = &logits / temperature;
    softmax(scaled.insert_axis(Axis(0)).view()).remove_axis(Axis(0))
    // ANCHOR_END: answer_2
}
// ANCHOR_END: probabilities

/// A token by chance. Lay the probabilities end to end, from 0 to 1: the token on whose piece `u` falls is picked.
///
/// # Arguments
///
/// * `probabilities`: an entry for every token, at least one of them above 0. Rounding may leave their sum a little below 1.
/// * `u`: a random number, at least 0 and below 1.
///
/// # Returns
///
/// The first token with which the sum up to it, its own probability included, is larger than `u`; where the sum of all is
/// not, the last token whose probability is above 0.
///
/// # Example
///
/// ```
/// # use solutions::step_12::*;
/// # use ndarray::array;
/// let half = array![0.25, 0.5, 0.25];
/// assert_eq!(pick(half.view(), 0.0), 0);
/// assert_eq!(pick(half.view(), 0.25), 1);
/// assert_eq!(pick(half.view(), 0.9), 2);
/// // No token that cannot come is picked, whatever rounding does.
/// assert_eq!(pick(array![0.0, 0.5, 0.0].view(), 0.0), 1);
/// assert_eq!(pick(array![0.0, 0.5, 0.0].view(), 0.9), 1);
/// ```
// ANCHOR: pick
pub fn pick(probabilities: ArrayView1<'_, f32>, u: f32) -> usize {
    // 3: A token by chance
    // https://doc.rust-lang.org/std/iter/trait.Iterator.html#method.rposition
    // ANCHOR: answer_3
    let mut sum = 0.0;
    for (token, probability) in probabilities.iter().enumerate() {
        sum += probability;
        if sum > u {
            return token;
        }
    }
    let last = probabilities
        .iter()
        .rposition(|probability| *probability > 0.0);
    last.unwrap_or(0)
    // ANCHOR_END: answer_3
}
// ANCHOR_END: pick

/// Writes: asks the model for the logits of the next token, has one chosen, puts it behind the text, and starts again. The
/// model sees the last `n_positions` tokens at most, which is as many as `wpe` has rows.
///
/// # Arguments
///
/// * `model`: scores the next token.
/// * `prompt`: the text to go on from.
/// * `max_new_tokens`: how many tokens to write. GPT-2 marks the end of a text with a token of its own; here that is a
///   token like all others, and whoever reads may stop there.
/// * `choose`: takes the logits of the next token and gives its id. It is called once for every new token.
///
/// # Returns
///
/// The ids of the prompt, followed by the new ones.
///
/// # Errors
///
/// [`ShapeError`] if a token is to be written and the model refuses the ids, as it does where there are none.
///
/// # Example
///
/// ```
/// # use solutions::{step_03::LayerNorm, step_05::Embedding, step_10::Gpt2Model, step_11::Gpt2LmHeadModel, step_12::*};
/// # use ndarray::{Array1, Array2, array};
/// # let transformer = Gpt2Model {
/// #     wte: Embedding { weight: array![[2.0, 0.0], [0.0, 3.0], [1.0, 1.0]] },
/// #     wpe: Embedding { weight: Array2::zeros((4, 2)) },
/// #     h: vec![],
/// #     ln_f: LayerNorm { weight: array![1.0, 1.0], bias: Array1::zeros(2), eps: 1e-5 },
/// # };
/// # let model = Gpt2LmHeadModel { transformer };
/// // With the model of step 11, which expects every token to come again.
/// assert_eq!(generate(&model, &[0, 1], 3, argmax)?, [0, 1, 1, 1, 1]);
/// # Ok::<(), ndarray::ShapeError>(())
/// ```
// ANCHOR: generate
pub fn generate(
    model: &Gpt2LmHeadModel,
    prompt: &[usize],
    max_new_tokens: usize,
    choose: impl FnMut(ArrayView1<'_, f32>) -> usize,
) -> Result<Vec<usize>, ShapeError> {
    // 4: The loop that writes
    // https://doc.rust-lang.org/std/primitive.usize.html#method.saturating_sub
    // ANCHOR: answer_4
    let (mut ids, mut choose) = (prompt.to_vec(), choose);
    let n_positions = model.transformer.wpe.weight.nrows();
    for _ in 0..max_new_tokens {
        let seen = ids.len().saturating_sub(n_positions);
        let logits = model.next_token_logits(&ids[seen..])?;
        ids.push(choose(logits.view()));
    }
    Ok(ids)
    // ANCHOR_END: answer_4
}
// ANCHOR_END: generate
