//! The answers to the questions of the page that ask what comes out.

use half::f16;
use ndarray::{Array2, ShapeError};
use num_traits::Float;
use solutions::step_02;

use super::attention::{scores, weights_of};
use super::sentence::TOKENS;
use super::softmax::softmax;
use crate::figures::grid::Grid;
use crate::figures::svg::draw;

/// How many entries of a mask block.
pub(super) fn count() -> Result<String, ShapeError> {
    let mask = step_02::causal_mask::<f32>(5, 0)?;
    let blocked = mask.iter().filter(|entry| **entry == f32::NEG_INFINITY);
    Ok(format!(
        "**{}**, all above the diagonal: row i hides the tokens after token i, which are 4, 3, 2, 1 and 0.\n\n{}",
        blocked.count(),
        draw(&[Grid::mask("causal_mask(5, 0)", &mask)])
    ))
}

/// A mask with more columns than rows.
pub(super) fn rectangle() -> Result<String, ShapeError> {
    let mask = step_02::causal_mask::<f32>(2, 3)?;
    let row: Vec<String> = mask.row(1).iter().map(f32::to_string).collect();
    Ok(format!(
        "The shape is `{:?}`, and row 1 is `[{}]`: only j ≤ i counts, whatever `num_tokens` is.\n",
        mask.dim(),
        row.join(", ")
    ))
}

/// Both masks for a single token.
pub(super) fn single() -> Result<String, ShapeError> {
    Ok(draw(&[
        Grid::mask("causal_mask(1, 3)", &step_02::causal_mask::<f32>(1, 3)?),
        Grid::mask(
            "cached_causal_mask(1, 3)",
            &step_02::cached_causal_mask::<f32>(1, 3)?,
        ),
    ]))
}

/// What is added to a score if the mask is added twice, in `f16`.
pub(super) fn twice() -> Result<String, ShapeError> {
    let twice = |value: f16| (value + value).to_string();
    Ok(format!(
        "| written | once | twice |\n|---|--:|--:|\n\
        | `T::neg_infinity()` | {} | {} |\n\
        | `T::min_value()` | {} | {} |\n\
        | `-1e4` | {} | {} |\n",
        f16::neg_infinity(),
        twice(f16::neg_infinity()),
        f16::min_value(),
        twice(f16::min_value()),
        f16::from_f32(-1e4),
        twice(f16::from_f32(-1e4)),
    ))
}

/// A mask from a band with 0 below the diagonal instead of no limit.
pub(super) fn bounds() -> Result<String, ShapeError> {
    let blocked = step_02::constant(step_02::mask_value::<f32>());
    let mask = step_02::broadcast_to(&blocked, (4, 4))?;
    let part = step_02::band_part(mask, Some(0), Some(0), true);
    let names = || TOKENS[..4].iter().copied();
    Ok(draw(&[Grid::mask("", &part)
        .rows(names())
        .columns(names())]))
}

/// Weights that were cleared and scaled after softmax.
fn cleared_afterwards(mask: &Array2<f32>) -> Array2<f32> {
    let mut weights = softmax(scores(mask.nrows()).view());
    weights.zip_mut_with(mask, |weight, blocked| {
        if *blocked == f32::NEG_INFINITY {
            *weight = 0.0;
        }
    });
    for mut row in weights.outer_iter_mut() {
        let sum = row.sum();
        row /= sum;
    }
    weights
}

/// The mask before softmax, and zeros after it.
pub(super) fn after_softmax() -> Result<String, ShapeError> {
    let mask = step_02::causal_mask::<f32>(4, 0)?;
    let names = || TOKENS[..4].iter().copied();
    Ok(draw(&[
        Grid::weights("-inf before softmax", &weights_of(scores(4).view(), &mask))
            .rows(names())
            .columns(names()),
        Grid::weights("0 after it, rows divided again", &cleared_afterwards(&mask))
            .rows(names())
            .columns(names()),
    ]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clearing_afterwards_gives_the_same_weights_but_for_rounding() -> Result<(), ShapeError> {
        let mask = step_02::causal_mask::<f32>(4, 0)?;
        let before = weights_of(scores(4).view(), &mask);
        for (before, after) in before.iter().zip(&cleared_afterwards(&mask)) {
            assert!((before - after).abs() < 1e-6, "{before} {after}");
        }
        Ok(())
    }

    #[test]
    fn the_answers_say_what_the_page_says_of_them() -> Result<(), ShapeError> {
        assert!(count()?.starts_with("**10**"));
        assert!(
            rectangle()?.contains("`(2, 5)`") && rectangle()?.contains("[0, 0, -inf, -inf, -inf]")
        );
        assert!(
            step_02::cached_causal_mask::<f32>(1, 3)?
                .iter()
                .all(|entry| *entry == 0.0)
        );
        let lines: Vec<String> = twice()?.lines().map(str::to_owned).collect();
        assert!(lines[2].ends_with("| -inf | -inf |"), "{lines:?}");
        assert!(lines[3].ends_with("| -65504 | -inf |"), "{lines:?}");
        assert!(lines[4].ends_with("| -10000 | -20000 |"), "{lines:?}");
        Ok(())
    }
}
