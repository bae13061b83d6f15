//! Makes the calls of step 09, one piece a function. A piece is left out where the function is missing or has another
//! signature.

use ndarray::{Array2, Ix2, ShapeError};
use runtime::{Call, Input, Reply, call, reply};

use crate::implementation::step_09 as step;

type Matrix = Input<f32, Ix2>;
type Rows = Result<Array2<f32>, ShapeError>;

/// Answers one call; `None` where there is no such piece or the arguments are not the function's.
pub fn answer(asked: &Call) -> Option<Reply> {
    match asked.function.as_str() {
        #[cfg(not(left_out = "Block::forward"))]
        "Block::forward" => call(asked, |(block, x): &(step::Block, Matrix)| {
            reply::<Rows>(block.forward(x.view()))
        }),
        _ => None,
    }
}
