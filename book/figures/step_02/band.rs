//! What a band is, and what `band_part` makes of it.

use ndarray::{Array2, ShapeError};
use solutions::step_02;

use crate::figures::grid::Grid;
use crate::figures::svg::draw;

const SIDE: usize = 4;

/// A matrix whose entries name their own place: 23 is row 2, column 3, counted from 1 so that no entry is 0.
fn numbered() -> Array2<f32> {
    Array2::from_shape_fn((SIDE, SIDE), |(i, j)| (10 * (i + 1) + j + 1) as f32)
}

/// The number of the diagonal on which each entry lies.
pub(super) fn diagonals() -> Result<String, ShapeError> {
    let numbers = Array2::from_shape_fn((SIDE, SIDE), |(i, j)| j as i32 - i as i32);
    let grid = Grid::new("j - i", &numbers, 0)
        .rows((0..SIDE).map(|i| format!("i = {i}")))
        .columns((0..SIDE).map(|j| format!("j = {j}")))
        .shaded(|i, j| i == j);
    Ok(draw(&[grid]))
}

/// A band kept and cleared, and then a narrower one.
pub(super) fn band_part() -> Result<String, ShapeError> {
    let a = numbered();
    let part = |num_lower, num_upper, exclude| {
        let caption = format!("{num_lower:?}, {num_upper:?}, {exclude}");
        let part = step_02::band_part(a.view(), num_lower, num_upper, exclude);
        let kept = |i, j| part[[i, j]] != 0.0;
        Grid::new(&caption, &part, 0).shaded(kept)
    };
    let both = |num_lower, num_upper| {
        draw(&[
            Grid::new("a", &a, 0),
            part(num_lower, num_upper, false),
            part(num_lower, num_upper, true),
        ])
    };
    Ok(format!(
        "{}\n{}",
        both(None, Some(0)),
        both(Some(1), Some(0))
    ))
}

/// The same band of a matrix of −∞, with both values of `exclude`.
pub(super) fn exclude() -> Result<String, ShapeError> {
    let blocked = step_02::constant(step_02::mask_value::<f32>());
    let mask = step_02::broadcast_to(&blocked, (SIDE, SIDE))?;
    Ok(draw(&[
        Grid::mask("blocked", &mask.to_owned()),
        excluded(false)?,
        excluded(true)?,
    ]))
}

fn excluded(exclude: bool) -> Result<Grid, ShapeError> {
    let blocked = step_02::constant(step_02::mask_value::<f32>());
    let mask = step_02::broadcast_to(&blocked, (SIDE, SIDE))?;
    let part = step_02::band_part(mask, None, Some(0), exclude);
    Ok(Grid::mask(&format!("exclude = {exclude}"), &part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inside_and_outside_add_up_to_the_matrix() {
        let a = numbered();
        for num_lower in [None, Some(0), Some(1)] {
            for num_upper in [None, Some(0), Some(2)] {
                let inside = step_02::band_part(a.view(), num_lower, num_upper, false);
                let outside = step_02::band_part(a.view(), num_lower, num_upper, true);
                assert_eq!(inside + outside, a);
            }
        }
    }

    #[test]
    fn excluding_the_band_of_a_blocked_matrix_is_the_causal_mask() -> Result<(), ShapeError> {
        let mask = Grid::mask("", &step_02::causal_mask::<f32>(SIDE, 0)?);
        let last = excluded(true)?;
        assert_eq!(
            draw(&[mask]),
            draw(&[Grid {
                caption: String::new(),
                ..last
            }])
        );
        Ok(())
    }
}
