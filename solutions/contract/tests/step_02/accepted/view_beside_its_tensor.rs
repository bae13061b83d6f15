//! A broadcast view lives as long as the tensor, and nothing else limits it.

use ndarray::{Array0, ArrayView2, ShapeError};
use solutions::step_02::{broadcast_to, constant};

fn row(tensor: &Array0<f32>) -> Result<ArrayView2<'_, f32>, ShapeError> {
    let columns = 3;
    broadcast_to(tensor, (1, columns))
}

fn main() -> Result<(), ShapeError> {
    let tensor = constant(2.0);
    assert_eq!(row(&tensor)?, ndarray::array![[2.0, 2.0, 2.0]]);
    Ok(())
}
