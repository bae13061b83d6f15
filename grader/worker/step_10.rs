//! Makes the calls of step 10, one piece a function. A piece is left out where the function is missing or has another
//! signature.

use ndarray::{Array2, ShapeError};
use runtime::{Call, Reply, call, reply};

use crate::implementation::step_10 as step;

type Rows = Result<Array2<f32>, ShapeError>;

/// Answers one call; `None` where there is no such piece or the arguments are not the function's.
pub fn answer(asked: &Call) -> Option<Reply> {
    match asked.function.as_str() {
        #[cfg(not(left_out = "Gpt2Model::forward"))]
        "Gpt2Model::forward" => call(asked, |(model, ids): &(step::Gpt2Model, Vec<usize>)| {
            reply::<Rows>(model.forward(ids))
        }),
        _ => None,
    }
}
