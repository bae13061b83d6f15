//! Every function takes all four dtypes of the course.
#![deny(unused_must_use)]

use half::{bf16, f16};
use ndarray::ShapeError;
use num_traits::Float;
use solutions::step_02::*;

fn every_function<T: Float>() -> Result<(), ShapeError> {
    let value: T = mask_value();
    let tensor = constant(value);
    let view = broadcast_to(&tensor, (2, total_length(2, 1)?))?;
    assert!(band_part(view, None, Some(0), true) == causal_mask::<T>(2, 1)?);
    assert!(band_part(view, None, Some(1), true) == cached_causal_mask::<T>(2, 1)?);
    Ok(())
}

fn main() -> Result<(), ShapeError> {
    every_function::<f16>()?;
    every_function::<bf16>()?;
    every_function::<f32>()?;
    every_function::<f64>()
}
