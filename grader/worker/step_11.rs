//! Makes the calls of step 11, one piece a function. A piece is left out where the function is missing or has another
//! signature.

use ndarray::{Array1, Array2, Ix2, ShapeError, s};
use runtime::{Call, Input, Reply, Scalar, call, reply};

use crate::implementation::step_11 as step;

type Asked = (step::Gpt2LmHeadModel, Vec<usize>);
type Rows = Result<Array2<f32>, ShapeError>;
type Row = Result<Array1<f32>, ShapeError>;

/// A number, or why there is none.
fn number(number: Result<f32, ShapeError>) -> Reply {
    reply(number.map(Scalar))
}

/// Answers one call; `None` where there is no such piece or the arguments are not the function's.
pub fn answer(asked: &Call) -> Option<Reply> {
    match asked.function.as_str() {
        #[cfg(not(left_out = "Gpt2LmHeadModel::logits"))]
        "Gpt2LmHeadModel::logits" => call(asked, |(model, ids): &Asked| {
            reply::<Rows>(model.logits(ids))
        }),
        #[cfg(not(left_out = "Gpt2LmHeadModel::next_token_logits"))]
        "Gpt2LmHeadModel::next_token_logits" => call(asked, |(model, ids): &Asked| {
            reply::<Row>(model.next_token_logits(ids))
        }),
        #[cfg(not(left_out = "cross_entropy"))]
        "cross_entropy" => call(
            asked,
            |(logits, targets): &(Input<f32, Ix2>, Vec<usize>)| {
                number(step::cross_entropy(logits.view(), targets))
            },
        ),
        #[cfg(not(left_out = "Gpt2LmHeadModel::loss"))]
        "Gpt2LmHeadModel::loss" => call(asked, |(model, ids): &Asked| number(model.loss(ids))),
        #[cfg(not(left_out = "perplexity"))]
        "perplexity" => call(asked, |&(loss,): &(f32,)| {
            let perplexity: f32 = step::perplexity(loss);
            reply(Scalar(perplexity))
        }),
        // The learner's own earlier functions, put together as the reference puts them together. Where an answer equals
        // this one, its fault lies in an earlier task.
        #[cfg(not(left_out = "composed_loss"))]
        "composed_loss" => call(asked, |(model, ids): &Asked| {
            let compose = || -> Result<f32, ShapeError> {
                let logits: Array2<f32> = model.logits(ids)?;
                let last = ids.len().saturating_sub(1);
                step::cross_entropy(logits.slice(s![..last, ..]), ids.get(1..).unwrap_or(&[]))
            };
            number(compose())
        }),
        _ => None,
    }
}
