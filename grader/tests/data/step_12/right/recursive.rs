//! Calls itself for the tokens that are left.

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
    fn written(
        model: &Gpt2LmHeadModel,
        mut ids: Vec<usize>,
        left: usize,
        choose: &mut dyn FnMut(ArrayView1<'_, f32>) -> usize,
    ) -> Result<Vec<usize>, ShapeError> {
        if left == 0 {
            return Ok(ids);
        }
        let seen = ids.len().saturating_sub(model.transformer.wpe.weight.nrows());
        let logits = model.next_token_logits(&ids[seen..])?;
        ids.push(choose(logits.view()));
        written(model, ids, left - 1, choose)
    }
    written(model, prompt.to_vec(), max_new_tokens, &mut choose)
}
