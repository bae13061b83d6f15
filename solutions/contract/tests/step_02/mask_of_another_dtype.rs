// error: E0308
use half::f16;
use ndarray::{Array2, ShapeError};
use solutions::step_02::causal_mask;

fn main() {
    let _: Result<Array2<f32>, ShapeError> = causal_mask::<f16>(2, 0);
}
