//! Probabilities to a power, made 1 again, where that loses nothing.

use ndarray::{Array1, ArrayView1, ShapeError};

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
    let scaled: Vec<f64> = logits.iter().map(|logit| f64::from(*logit) / f64::from(temperature)).collect();
    let largest = scaled.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let powers: Vec<f64> = scaled.iter().map(|logit| (logit - largest).exp()).collect();
    let sum: f64 = powers.iter().sum();
    powers.iter().map(|power| (power / sum) as f32).collect()
}

pub fn pick(probabilities: ArrayView1<'_, f32>, u: f32) -> usize {
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
