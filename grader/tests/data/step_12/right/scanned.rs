//! With `scan`.

use ndarray::{Array1, ArrayView1, Axis, ShapeError};

use crate::step_07::softmax;
use crate::step_11::Gpt2LmHeadModel;

pub fn argmax(logits: ArrayView1<'_, f32>) -> usize {
    let mut best = 0;
    for (token, logit) in logits.iter().enumerate() {
        if *logit > logits[best] {
            best = token;
        }
    }
    best
}

pub fn probabilities(logits: ArrayView1<'_, f32>, temperature: f32) -> Array1<f32> {
    let scaled = &logits / temperature;
    softmax(scaled.insert_axis(Axis(0)).view()).remove_axis(Axis(0))
}

pub fn pick(probabilities: ArrayView1<'_, f32>, u: f32) -> usize {
    let sums = probabilities.iter().scan(0.0, |sum, probability| {
        *sum += probability;
        Some(*sum)
    });
    let found = { sums }.position(|sum| sum > u);
    found.or_else(|| probabilities.iter().rposition(|p| *p > 0.0)).unwrap_or(0)
}

pub fn generate(
    model: &Gpt2LmHeadModel,
    prompt: &[usize],
    max_new_tokens: usize,
    mut choose: impl FnMut(ArrayView1<'_, f32>) -> usize,
) -> Result<Vec<usize>, ShapeError> {
    let mut ids = prompt.to_vec();
    let n_positions = model.transformer.wpe.weight.nrows();
    for _ in 0..max_new_tokens {
        let seen = ids.len().saturating_sub(n_positions);
        let logits = model.next_token_logits(&ids[seen..])?;
        ids.push(choose(logits.view()));
    }
    Ok(ids)
}
