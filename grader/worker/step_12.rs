//! Makes the calls of step 12, one piece a function. A piece is left out where the function is missing or has another
//! signature.

use crate::implementation::step_11::Gpt2LmHeadModel;
use ndarray::{Array1, Array2, ArrayView1, Ix1, ShapeError};
use runtime::{Call, Input, Reply, Scalar, Value, call, part, reply};

use crate::implementation::step_12 as step;

type Vector = Input<f32, Ix1>;
type Ids = Result<Vec<usize>, ShapeError>;
type Asked = (Gpt2LmHeadModel, Vec<usize>, usize, String);
/// Model, prompt, temperature, and a random number for every token.
type Written = (Gpt2LmHeadModel, Vec<usize>, Scalar<f32>, Vector);

/// What chooses, by how it is written.
fn choose(code: &str) -> impl FnMut(ArrayView1<'_, f32>) -> usize {
    let by_size = code.contains(".max_by(");
    let by_smallness = code.contains(".min_by(");
    let by_signs = code.contains(".filter(");
    let mut calls = 0;
    move |logits: ArrayView1<'_, f32>| {
        calls += 1;
        let pairs = logits.iter().enumerate();
        let found = match () {
            () if by_size => pairs.max_by(|a, b| a.1.total_cmp(b.1)),
            () if by_smallness => pairs.min_by(|a, b| a.1.total_cmp(b.1)),
            () if by_signs => {
                return logits.iter().filter(|logit| **logit < 0.0).count() % logits.len();
            }
            () => return calls % logits.len(),
        };
        found.map_or(0, |(token, _)| token)
    }
}

/// Answers one call; `None` where there is no such piece or the arguments are not the function's.
pub fn answer(asked: &Call) -> Option<Reply> {
    match asked.function.as_str() {
        #[cfg(not(left_out = "argmax"))]
        "argmax" => call(asked, |(logits,): &(Vector,)| {
            reply::<usize>(step::argmax(logits.view()))
        }),
        #[cfg(not(left_out = "probabilities"))]
        "probabilities" => call(asked, |(logits, temperature): &(Vector, Scalar<f32>)| {
            reply::<Array1<f32>>(step::probabilities(logits.view(), temperature.0))
        }),
        #[cfg(not(left_out = "pick"))]
        "pick" => call(asked, |(probabilities, u): &(Vector, Scalar<f32>)| {
            reply::<usize>(step::pick(probabilities.view(), u.0))
        }),
        #[cfg(not(left_out = "generate"))]
        "generate" => call(asked, |(model, prompt, count, code): &Asked| {
            reply::<Ids>(step::generate(model, prompt, *count, choose(code)))
        }),
        // All of them together, to write a text. Every token is told when it is there. Chance comes from the numbers that are
        // handed over, so that a text can be written again.
        #[cfg(not(left_out = "composed_text"))]
        "composed_text" => call(asked, |(model, prompt, temperature, chances): &Written| {
            let mut left = chances.view().to_vec().into_iter();
            let choose = |logits: ArrayView1<'_, f32>| -> usize {
                let chance = left.next().unwrap_or_default();
                let token = if temperature.0 == 0.0 {
                    step::argmax(logits)
                } else {
                    let probabilities: Array1<f32> = step::probabilities(logits, temperature.0);
                    step::pick(probabilities.view(), chance)
                };
                part(Value::Size(token as u64));
                token
            };
            reply::<Ids>(step::generate(model, prompt, chances.view().len(), choose))
        }),
        // How surprising a text is.
        #[cfg(not(left_out = "composed_surprise"))]
        "composed_surprise" => call(asked, |(model, ids): &(Gpt2LmHeadModel, Vec<usize>)| {
            let loss: Result<f32, ShapeError> = model.loss(ids);
            reply(loss.map(Scalar))
        }),
        _ => None,
    }
}
