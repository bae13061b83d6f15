//! Makes the calls of step 02, one piece a function. A piece is left out where the function is missing or has another
//! signature.

use ndarray::{Array0, Array2, ArrayView2, Ix2, ShapeError};
use runtime::{Call, Input, Reply, Scalar, Shown, by_dtype, call, reply};

use crate::implementation::step_02 as step;

type Bound = Option<usize>;
type Mask<T> = Result<Array2<T>, ShapeError>;

/// Answers one call; `None` where there is no such piece or the arguments are not the function's.
pub fn answer(asked: &Call) -> Option<Reply> {
    by_dtype!(asked.dtype, T => match asked.function.as_str() {
        #[cfg(not(left_out = "mask_value"))]
        "mask_value" => call(asked, |&()| reply(Scalar::<T>(step::mask_value()))),
        #[cfg(not(left_out = "total_length"))]
        "total_length" => call(asked, |&(l, n): &(usize, usize)| reply::<Result<usize, ShapeError>>(step::total_length(l, n))),
        #[cfg(not(left_out = "constant"))]
        "constant" => call(asked, |&(Scalar(value),): &(Scalar<T>,)| reply::<Array0<T>>(step::constant(value))),
        #[cfg(not(left_out = "broadcast_to"))]
        "broadcast_to" => call(asked, |(tensor, rows, columns): &(Array0<T>, usize, usize)| {
            let view: Result<ArrayView2<'_, T>, ShapeError> = step::broadcast_to(tensor, (*rows, *columns));
            reply(view.map(|view| Shown(tensor, view)))
        }),
        #[cfg(not(left_out = "band_part"))]
        "band_part" => call(asked, |(tensor, lower, upper, exclude): &(Input<T, Ix2>, Bound, Bound, bool)| {
            reply::<Array2<T>>(step::band_part(tensor.view(), *lower, *upper, *exclude))
        }),
        #[cfg(not(left_out = "causal_mask"))]
        "causal_mask" => call(asked, |&(l, n): &(usize, usize)| reply::<Mask<T>>(step::causal_mask(l, n))),
        #[cfg(not(left_out = "cached_causal_mask"))]
        "cached_causal_mask" => call(asked, |&(l, n): &(usize, usize)| reply::<Mask<T>>(step::cached_causal_mask(l, n))),
        // The learner's own earlier functions, put together as the reference puts them together. Where a mask equals
        // this one, its fault lies in an earlier task.
        #[cfg(not(left_out = "composed"))]
        "composed" => call(asked, |&(l, n, upper): &(usize, usize, usize)| {
            let compose = || -> Mask<T> {
                let total: usize = step::total_length(l, n)?;
                let tensor: Array0<T> = step::constant(step::mask_value::<T>());
                let view: ArrayView2<'_, T> = step::broadcast_to(&tensor, (l, total))?;
                Ok(step::band_part(view, None, Some(upper), true))
            };
            reply(compose())
        }),
        _ => None,
    })
}
