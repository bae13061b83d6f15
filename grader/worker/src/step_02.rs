//! Makes the calls of step 02. One piece a function, each behind the feature of the same name.
//!
//! The functions are called, not assigned to function pointers: so a signature that is more general than the one
//! asked for, or has a bound more, is fine. The type annotations hold the results to the contract.

use implementation::step_02 as step;
use ndarray::{Array0, Array2, ArrayView2, ShapeError};
use runtime::{Call, Element, Reply};

use crate::by_dtype;

/// Answers one call; `None` where the function was left out of the build or the arguments are not its own.
pub fn answer(call: &Call) -> Option<Reply> {
    let mut arguments = call.arguments();
    match call.function.as_str() {
        #[cfg(feature = "mask_value")]
        "mask_value" => by_dtype!(call.dtype, T => {
            let value: T = step::mask_value();
            Some(Reply::Returned(value.value()))
        }),
        #[cfg(feature = "total_length")]
        "total_length" => {
            let (sequence_length, num_tokens) = (arguments.size()?, arguments.size()?);
            let sum: Result<usize, ShapeError> = step::total_length(sequence_length, num_tokens);
            Some(Reply::result(sum, runtime::size))
        }
        #[cfg(feature = "constant")]
        "constant" => by_dtype!(call.dtype, T => {
            let value: T = arguments.scalar()?;
            let tensor: Array0<T> = step::constant(value);
            Some(Reply::Returned(T::array(tensor.view().into_dyn())))
        }),
        #[cfg(feature = "broadcast_to")]
        "broadcast_to" => by_dtype!(call.dtype, T => {
            let tensor = Array0::from_elem((), arguments.scalar::<T>()?);
            let shape = (arguments.size()?, arguments.size()?);
            let view: Result<ArrayView2<'_, T>, ShapeError> = step::broadcast_to(&tensor, shape);
            Some(Reply::result(view, |view| T::view_of(&tensor, view.into_dyn())))
        }),
        #[cfg(feature = "band_part")]
        "band_part" => by_dtype!(call.dtype, T => {
            let tensor = arguments.matrix::<T>()?;
            let (lower, upper) = (arguments.bound()?, arguments.bound()?);
            let exclude = arguments.flag()?;
            let kept: Array2<T> = step::band_part(tensor.view()?, lower, upper, exclude);
            Some(Reply::Returned(T::array(kept.view().into_dyn())))
        }),
        #[cfg(feature = "causal_mask")]
        "causal_mask" => by_dtype!(call.dtype, T => {
            let (sequence_length, num_tokens) = (arguments.size()?, arguments.size()?);
            let mask: Result<Array2<T>, ShapeError> = step::causal_mask(sequence_length, num_tokens);
            Some(Reply::result(mask, |mask| T::array(mask.view().into_dyn())))
        }),
        #[cfg(feature = "cached_causal_mask")]
        "cached_causal_mask" => by_dtype!(call.dtype, T => {
            let (sequence_length, num_tokens) = (arguments.size()?, arguments.size()?);
            let mask: Result<Array2<T>, ShapeError> = step::cached_causal_mask(sequence_length, num_tokens);
            Some(Reply::result(mask, |mask| T::array(mask.view().into_dyn())))
        }),
        // The learner's own earlier functions, put together as the reference puts them together. Where a mask equals
        // this one, its fault lies in an earlier task.
        #[cfg(feature = "composed")]
        "composed" => by_dtype!(call.dtype, T => {
            let (sequence_length, num_tokens) = (arguments.size()?, arguments.size()?);
            let upper = arguments.size()?;
            let compose = || -> Result<runtime::Value, ShapeError> {
                let total: usize = step::total_length(sequence_length, num_tokens)?;
                let value: T = step::mask_value();
                let tensor: Array0<T> = step::constant(value);
                let view: ArrayView2<'_, T> = step::broadcast_to(&tensor, (sequence_length, total))?;
                let mask: Array2<T> = step::band_part(view, None, Some(upper), true);
                Ok(T::array(mask.view().into_dyn()))
            };
            Some(Reply::result(compose(), |mask| mask))
        }),
        _ => None,
    }
}
