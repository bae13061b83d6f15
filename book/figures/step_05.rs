//! The figures of step 05. All numbers come from the `solutions` crate.

use ndarray::{Array2, ShapeError, array};
use solutions::step_05::{Embedding, one_hot};

use super::grid::{Grid, grouped};
use super::svg::draw;
use super::{Figure, Own};

/// What the page of step 05 shows.
pub(super) const OWN: Own = Own::figures(FIGURES);

const FIGURES: &[(&str, Figure)] = &[
    ("lookup.md", lookup),
    ("product.md", product),
    ("sizes.md", sizes),
];

/// A vocabulary, and a text in its ids.
const WORDS: [&str; 5] = ["a", "bites", "dog", "man", "the"];
const TEXT: [usize; 4] = [4, 2, 1, 2];

fn table() -> Embedding {
    let weight = array![
        [0.1, 0.0, 0.9],
        [-0.7, 0.2, 0.1],
        [0.8, 0.5, -0.3],
        [0.6, 0.9, -0.2],
        [0.1, 0.1, 0.8]
    ];
    Embedding { weight }
}

/// The words of the text.
fn text() -> impl Iterator<Item = &'static str> {
    TEXT.into_iter().map(|id| WORDS[id])
}

fn channels(grid: Grid) -> Grid {
    grid.columns((0..3).map(|j| format!("ch. {j}")))
}

fn ids() -> Grid {
    let ids = Array2::from_shape_fn((TEXT.len(), 1), |(i, _)| TEXT[i] as f32);
    Grid::new("ids", &ids, 0).rows(text())
}

/// A text, the table, and the rows of the text.
fn lookup() -> Result<String, ShapeError> {
    let table = table();
    let names = WORDS
        .iter()
        .enumerate()
        .map(|(id, word)| format!("{id} {word}"));
    Ok(draw(&[
        ids(),
        channels(Grid::new("the table", &table.weight, 1)).rows(names),
        channels(Grid::new("the text in rows", &table.forward(&TEXT)?, 1)).rows(text()),
    ]))
}

/// The same as a matrix product.
fn product() -> Result<String, ShapeError> {
    let table = table();
    let marks = one_hot(&TEXT, WORDS.len())?;
    let rows = marks.dot(&table.weight);
    let shaded = marks.clone();
    Ok(draw(&[
        Grid::new("one-hot rows (4, 5)", &marks, 0)
            .rows(text())
            .columns(WORDS)
            .shaded(move |i, j| shaded[[i, j]] == 1.0),
        channels(Grid::new("times the table (5, 3)", &table.weight, 1)).rows(WORDS),
        channels(Grid::new("are its rows (4, 3)", &rows, 1)).rows(text()),
    ]))
}

/// What a lookup and a product cost, and what the table holds.
fn sizes() -> Result<String, ShapeError> {
    const VOCABULARY: usize = 50_257;
    const CHANNELS: usize = 768;
    const TOKENS: usize = 1024;
    const ALL: usize = 124_439_808;
    let numbers = VOCABULARY * CHANNELS;
    Ok(format!(
        "| | in GPT-2 |\n|---|--:|\n\
         | numbers in the table, {VOCABULARY} × {CHANNELS} | {} |\n\
         | share of the whole model | {:.0} % |\n\
         | a lookup for {TOKENS} tokens: numbers copied | {} |\n\
         | the product: multiplications | {} |\n",
        grouped(numbers),
        100.0 * numbers as f64 / ALL as f64,
        grouped(TOKENS * CHANNELS),
        grouped(TOKENS * numbers),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lookup_is_a_product() -> Result<(), ShapeError> {
        let rows = table().forward(&TEXT)?;
        assert_eq!(one_hot(&TEXT, WORDS.len())?.dot(&table().weight), rows);
        assert_eq!(
            rows.row(1),
            rows.row(3),
            "a word that comes again has the same row"
        );
        Ok(())
    }

    #[test]
    fn the_table_is_as_large_as_it_is() -> Result<(), ShapeError> {
        let sizes = sizes()?;
        assert!(
            sizes.contains("| 38,597,376 |") && sizes.contains("31 %"),
            "{sizes}"
        );
        Ok(())
    }
}
