//! Makes the calls of step 06, one piece a function. A piece is left out where the function is missing or has another
//! signature.

use crate::implementation::step_05::Embedding;
use ndarray::{Array2, ShapeError};
use runtime::{Call, Reply, call, reply};

use crate::implementation::step_06 as step;

type Rows = Result<Array2<f32>, ShapeError>;
type Ids = Vec<usize>;
type Asked = (Embedding, Embedding, Ids, usize);

/// Answers one call; `None` where there is no such piece or the arguments are not the function's.
pub fn answer(asked: &Call) -> Option<Reply> {
    match asked.function.as_str() {
        #[cfg(not(left_out = "positions"))]
        "positions" => call(asked, |&(start, length, count): &(usize, usize, usize)| {
            reply::<Result<Ids, ShapeError>>(step::positions(start, length, count))
        }),
        #[cfg(not(left_out = "embed"))]
        "embed" => call(asked, |(wte, wpe, ids, start): &Asked| {
            reply::<Rows>(step::embed(wte, wpe, ids, *start))
        }),
        // The learner's own positions, used as the reference uses them. Where an answer equals this one, its fault lies in
        // an earlier task.
        #[cfg(not(left_out = "composed_embed"))]
        "composed_embed" => call(asked, |(wte, wpe, ids, start): &Asked| {
            let compose = || -> Rows {
                let positions: Ids = step::positions(*start, ids.len(), wpe.weight.nrows())?;
                Ok(wte.forward(ids)? + wpe.forward(&positions)?)
            };
            reply(compose())
        }),
        _ => None,
    }
}
