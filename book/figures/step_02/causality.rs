//! The test that finds a leak: change the last token, and no earlier row may move.

use ndarray::{Array2, ShapeError, array};
use solutions::step_02;

use super::sentence::TOKENS;
use super::softmax::softmax;
use crate::figures::grid::Grid;
use crate::figures::svg::draw;

// ANCHOR: moved
/// The rows of the output that move when the last token becomes another one.
fn moved(model: impl Fn(&Array2<f32>) -> Array2<f32>, tokens: &Array2<f32>) -> Vec<usize> {
    let last = tokens.nrows() - 1;
    let mut other = tokens.clone();
    other.row_mut(last).mapv_inplace(|x| x + 1.0);
    let (before, after) = (model(tokens), model(&other));
    (0..=last)
        .filter(|&i| before.row(i) != after.row(i))
        .collect()
}
// ANCHOR_END: moved

/// Four tokens of two made-up numbers each.
fn tokens() -> Array2<f32> {
    array![[1.0, 0.0], [0.5, 1.0], [0.0, 2.0], [1.5, 0.5]]
}

/// Attention in which query, key and value of a token are the token itself.
fn attend(tokens: &Array2<f32>, mask: &Array2<f32>) -> Array2<f32> {
    let scores = tokens.dot(&tokens.t()) / (tokens.ncols() as f32).sqrt();
    softmax((scores + mask).view()).dot(tokens)
}

/// The output without the mask and with it, and what of it moves.
pub(super) fn test() -> Result<String, ShapeError> {
    let x = tokens();
    let masks = [Array2::zeros((4, 4)), step_02::causal_mask(4, 0)?];
    let grid = |caption: &str, mask: &Array2<f32>| {
        let rows = moved(|x| attend(x, mask), &x);
        let places = rows.iter().flat_map(|&i| [(i, 0), (i, 1)]);
        let caption = format!("{caption}: {rows:?}");
        Grid::new(&caption, &attend(&x, mask), 2)
            .rows(TOKENS[..4].iter().copied())
            .marked(places)
    };
    let [open, masked] = masks;
    Ok(draw(&[
        grid("no mask, moved", &open),
        grid("causal mask, moved", &masked),
    ]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_mask_keeps_the_earlier_rows_where_they_are() -> Result<(), ShapeError> {
        let (x, open) = (tokens(), Array2::zeros((4, 4)));
        let mask = step_02::causal_mask(4, 0)?;
        assert_eq!(moved(|x| attend(x, &open), &x), [0, 1, 2, 3]);
        assert_eq!(moved(|x| attend(x, &mask), &x), [3]);
        assert_eq!(test()?.matches("\"mark\"").count(), 8 + 2);
        Ok(())
    }
}
