//! A constant and its broadcast view: many entries, one place in memory.

use std::collections::BTreeSet;

use ndarray::{ArrayView2, ShapeError};
use solutions::step_02;

use crate::figures::grid::Grid;
use crate::figures::svg::draw;

const SHAPE: (usize, usize) = (2, 3);

/// The broadcast constant with its shape and strides.
pub(super) fn broadcast() -> Result<String, ShapeError> {
    let constant = step_02::constant(step_02::mask_value::<f32>());
    let view = step_02::broadcast_to(&constant, SHAPE)?;
    let picture = draw(&[Grid::mask(
        &format!("broadcast_to(&constant(-inf), {SHAPE:?})"),
        &view.to_owned(),
    )]);
    Ok(format!(
        "{picture}\n\
        | property | `constant` | `broadcast_to` |\n|---|---|---|\n\
        | shape | `{:?}` | `{:?}` |\n\
        | strides | `{:?}` | `{:?}` |\n\
        | entries | {} | {} |\n\
        | places in memory | 1 | {} |\n",
        constant.shape(),
        view.shape(),
        constant.strides(),
        view.strides(),
        constant.len(),
        view.len(),
        places(view),
    ))
}

fn places(view: ArrayView2<'_, f32>) -> usize {
    view.iter()
        .map(std::ptr::from_ref)
        .collect::<BTreeSet<_>>()
        .len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_is_one_place_and_a_copy_is_many() -> Result<(), ShapeError> {
        let constant = step_02::constant(1.0_f32);
        let view = step_02::broadcast_to(&constant, SHAPE)?;
        assert_eq!(places(view), 1);
        assert_eq!(places(view.to_owned().view()), 6);
        Ok(())
    }
}
