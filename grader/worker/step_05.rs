//! Makes the calls of step 05, one piece a function. A piece is left out where the function is missing or has another
//! signature.

use ndarray::{Array2, ShapeError};
use runtime::{Call, Reply, call, reply};

use crate::implementation::step_05 as step;

type Rows = Result<Array2<f32>, ShapeError>;
type Ids = Vec<usize>;

/// Answers one call; `None` where there is no such piece or the arguments are not the function's.
pub fn answer(asked: &Call) -> Option<Reply> {
    match asked.function.as_str() {
        #[cfg(not(left_out = "Embedding::forward"))]
        "Embedding::forward" => call(asked, |(table, ids): &(step::Embedding, Ids)| {
            reply::<Rows>(table.forward(ids))
        }),
        #[cfg(not(left_out = "one_hot"))]
        "one_hot" => call(asked, |(ids, num_classes): &(Ids, usize)| {
            reply::<Rows>(step::one_hot(ids, *num_classes))
        }),
        _ => None,
    }
}
