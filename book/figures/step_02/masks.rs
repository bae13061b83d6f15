//! Pictures of the masks themselves.

use ndarray::ShapeError;
use solutions::step_02;

use super::sentence::TOKENS;
use crate::figures::grid::Grid;
use crate::figures::svg::{draw, draw_low};

/// The lengths of the rectangles: small, and different enough to tell rows, columns and cached tokens apart.
const NEW: usize = 2;
const CACHED: usize = 3;

/// `causal_mask(4, 0)` with a token for every row and column.
pub(super) fn causal_mask() -> Result<String, ShapeError> {
    let mask = step_02::causal_mask::<f32>(4, 0)?;
    let grid = Grid::mask("", &mask)
        .axes("query i", "key j")
        .rows((0..4).map(|i| format!("{i} {}", TOKENS[i])))
        .columns((0..4).map(|j| format!("{j} {}", TOKENS[j])));
    Ok(draw(&[grid]))
}

/// The two masks for two new tokens and three in the cache.
pub(super) fn rectangles() -> Result<String, ShapeError> {
    let labels = || (0..NEW).map(|i| format!("i = {i}"));
    let columns = || (0..NEW + CACHED).map(|j| j.to_string());
    let upper_left = Grid::mask(
        &format!("causal_mask({NEW}, {CACHED}): upper-left"),
        &step_02::causal_mask::<f32>(NEW, CACHED)?,
    );
    let lower_right = Grid::mask(
        &format!("cached_causal_mask({NEW}, {CACHED}): lower-right"),
        &step_02::cached_causal_mask::<f32>(NEW, CACHED)?,
    );
    Ok(draw(&[
        upper_left.rows(labels()).columns(columns()),
        lower_right.rows(labels()).columns(columns()),
    ]))
}

/// What one more token does to the mask.
pub(super) fn growth() -> Result<String, ShapeError> {
    let picture = |length: usize| -> Result<Grid, ShapeError> {
        let names = || (0..length).map(|i| TOKENS[i]);
        let mask = step_02::causal_mask::<f32>(length, 0)?;
        let grid = Grid::mask(&format!("causal_mask({length}, 0)"), &mask);
        Ok(grid.rows(names()).columns(names()).framed(0..3))
    };
    Ok(draw(&[picture(3)?, picture(4)?]))
}

/// The square mask of the whole sequence, next to the mask that is its last rows.
pub(super) fn last_rows() -> Result<String, ShapeError> {
    let total = NEW + CACHED;
    let square = step_02::causal_mask::<f32>(total, 0)?;
    let cached = step_02::cached_causal_mask::<f32>(NEW, CACHED)?;
    let columns = || (0..total).map(|j| j.to_string());
    let left = Grid::mask(&format!("causal_mask({total}, 0)"), &square)
        .rows((0..total).map(|i| format!("i = {i}")))
        .columns(columns())
        .framed(CACHED..total);
    let right = Grid::mask(&format!("cached_causal_mask({NEW}, {CACHED})"), &cached)
        .rows((0..NEW).map(|i| format!("i = {i}")))
        .columns(columns())
        .framed(0..NEW);
    Ok(draw_low(&[left, right]))
}

#[cfg(test)]
mod tests {
    use ndarray::s;

    use super::*;

    #[test]
    fn the_cached_mask_is_the_last_rows_of_the_square_one() -> Result<(), ShapeError> {
        for (new, cached) in [(1, 0), (1, 4), (2, 3), (5, 2)] {
            let square = step_02::causal_mask::<f32>(new + cached, 0)?;
            let rows = square.slice(s![cached.., ..]);
            assert_eq!(step_02::cached_causal_mask::<f32>(new, cached)?, rows);
        }
        Ok(())
    }

    #[test]
    fn without_a_cache_both_alignments_are_equal() -> Result<(), ShapeError> {
        let upper_left = step_02::causal_mask::<f32>(4, 0)?;
        assert_eq!(upper_left, step_02::cached_causal_mask::<f32>(4, 0)?);
        Ok(())
    }

    #[test]
    fn the_picture_has_the_whole_triangle() -> Result<(), ShapeError> {
        let picture = causal_mask()?;
        assert_eq!(picture.matches(">-inf</text>").count(), 6);
        Ok(())
    }
}
