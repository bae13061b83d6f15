//! What a mask makes of the scores of the running example.

use ndarray::{Array2, ArrayView2, ShapeError, arr2, s};
use solutions::step_02;

use super::sentence::{SCORES, TOKENS};
use super::softmax::softmax;
use crate::figures::grid::Grid;
use crate::figures::svg::draw;

const PROMPT: usize = 4;
const CACHED: usize = 3;
const NEW: usize = 2;

fn names(tokens: &[&str]) -> Vec<String> {
    tokens.iter().map(|&token| token.to_owned()).collect()
}

/// The scores of the first tokens.
pub(super) fn scores(tokens: usize) -> Array2<f32> {
    arr2(&SCORES).slice(s![..tokens, ..tokens]).to_owned()
}

pub(super) fn weights_of(scores: ArrayView2<'_, f32>, mask: &Array2<f32>) -> Array2<f32> {
    softmax((&scores + mask).view())
}

/// Scores, mask, and their sum.
pub(super) fn add_the_mask() -> Result<String, ShapeError> {
    let scores = scores(PROMPT);
    let mask = step_02::causal_mask::<f32>(PROMPT, 0)?;
    let sum = &scores + &mask;
    Ok(draw(&[
        Grid::new("scores", &scores, 1).rows(names(&TOKENS[..PROMPT])),
        Grid::mask("+ mask", &mask).rows(names(&TOKENS[..PROMPT])),
        Grid::new("= what softmax gets", &sum, 1).rows(names(&TOKENS[..PROMPT])),
    ]))
}

/// The weights without the mask and with it.
pub(super) fn weights() -> Result<String, ShapeError> {
    let scores = scores(PROMPT);
    let mask = step_02::causal_mask::<f32>(PROMPT, 0)?;
    let columns = || names(&TOKENS[..PROMPT]);
    Ok(draw(&[
        Grid::weights("weights without the mask", &softmax(scores.view()))
            .rows(names(&TOKENS[..PROMPT]))
            .columns(columns())
            .marked(ahead()),
        Grid::weights("weights with it", &weights_of(scores.view(), &mask))
            .rows(columns())
            .columns(columns()),
    ]))
}

/// The places where a token would look ahead.
fn ahead() -> impl Iterator<Item = (usize, usize)> {
    (0..PROMPT).flat_map(|i| (i + 1..PROMPT).map(move |j| (i, j)))
}

/// The weights before and after one more token.
pub(super) fn growth() -> Result<String, ShapeError> {
    let picture = |length: usize| -> Result<Grid, ShapeError> {
        let mask = step_02::causal_mask::<f32>(length, 0)?;
        let weights = weights_of(scores(length).view(), &mask);
        let names = || names(&TOKENS[..length]);
        let grid = Grid::weights(&format!("weights of {length} tokens"), &weights);
        Ok(grid.rows(names()).columns(names()).framed(0..PROMPT - 1))
    };
    Ok(draw(&[picture(PROMPT - 1)?, picture(PROMPT)?]))
}

/// The last two tokens of the sentence, computed all at once and from a cache with either mask.
pub(super) fn cache() -> Result<String, ShapeError> {
    let [full, lower_right, upper_left] = cached_weights()?;
    let picture = |caption: &str, weights: &Array2<f32>| {
        draw(&[Grid::weights(caption, weights)
            .rows(names(&TOKENS[CACHED..CACHED + NEW]))
            .columns(names(&TOKENS[..CACHED + NEW]))])
    };
    Ok(format!(
        "{}\n{}\n{}",
        picture("no cache: the last two rows of all five", &full),
        picture("cache, cached_causal_mask(2, 3): the same", &lower_right),
        picture(
            "cache, causal_mask(2, 3): most of the sentence is lost",
            &upper_left
        ),
    ))
}

/// The weights of the new tokens: without a cache, with the lower-right mask, with the upper-left one.
fn cached_weights() -> Result<[Array2<f32>; 3], ShapeError> {
    let scores = scores(CACHED + NEW);
    let new = scores.slice(s![CACHED.., ..]);
    let square = step_02::causal_mask::<f32>(CACHED + NEW, 0)?;
    Ok([
        weights_of(scores.view(), &square)
            .slice(s![CACHED.., ..])
            .to_owned(),
        weights_of(new, &step_02::cached_causal_mask::<f32>(NEW, CACHED)?),
        weights_of(new, &step_02::causal_mask::<f32>(NEW, CACHED)?),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn masked_weights_are_exactly_zero_and_rows_sum_to_one() -> Result<(), ShapeError> {
        let mask = step_02::causal_mask::<f32>(PROMPT, 0)?;
        let weights = weights_of(scores(PROMPT).view(), &mask);
        for ((i, j), &weight) in weights.indexed_iter() {
            assert_eq!(weight == 0.0, j > i, "query {i}, key {j}: {weight}");
        }
        for row in weights.outer_iter() {
            assert!((row.sum() - 1.0).abs() < 1e-6, "{row}");
        }
        Ok(())
    }

    #[test]
    fn without_the_mask_every_token_but_the_last_looks_ahead() {
        let weights = softmax(scores(PROMPT).view());
        for i in 0..PROMPT - 1 {
            let ahead = weights.slice(s![i, i + 1..]).sum();
            assert!(ahead > 0.5, "query {i}: {ahead}");
        }
    }

    #[test]
    fn a_new_token_does_not_change_the_old_rows() -> Result<(), ShapeError> {
        let all = scores(PROMPT + 1);
        let after = weights_of(all.view(), &step_02::causal_mask::<f32>(5, 0)?);
        let before = weights_of(scores(PROMPT).view(), &step_02::causal_mask::<f32>(4, 0)?);
        assert_eq!(after.slice(s![..PROMPT, ..PROMPT]), before);
        Ok(())
    }

    #[test]
    fn only_the_lower_right_mask_agrees_with_no_cache() -> Result<(), ShapeError> {
        let [full, lower_right, upper_left] = cached_weights()?;
        assert_eq!(full, lower_right);
        // Row 0 of the upper-left mask leaves one key, so its weight is 1 whatever the scores are.
        assert_eq!(upper_left[[0, 0]], 1.0);
        assert!(full[[0, 0]] < 0.5);
        Ok(())
    }
}
