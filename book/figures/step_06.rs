//! The figures of step 06. All numbers come from the `solutions` crate.

use ndarray::{Array2, ShapeError, array};
use solutions::step_05::Embedding;
use solutions::step_06::{embed, positions};

use super::grid::Grid;
use super::svg::draw;
use super::{Figure, Own};

/// What the page of step 06 shows.
pub(super) const OWN: Own = Own::figures(FIGURES);

const FIGURES: &[(&str, Figure)] = &[
    ("sum.md", sum),
    ("without.md", without),
    ("with.md", with),
    ("pieces.md", pieces),
];

/// A vocabulary, and two texts in its ids.
const WORDS: [&str; 3] = ["bites", "dog", "man"];
const TEXTS: [[usize; 3]; 2] = [[1, 0, 2], [2, 0, 1]];

fn wte() -> Embedding {
    let weight = array![[-0.7, 0.2, 0.1], [0.8, 0.5, -0.3], [0.6, 0.9, -0.2]];
    Embedding { weight }
}

fn wpe() -> Embedding {
    let weight = array![
        [0.0, 0.2, 0.0],
        [0.1, 0.1, 0.0],
        [0.2, 0.0, 0.1],
        [0.2, -0.1, 0.2]
    ];
    Embedding { weight }
}

/// A matrix of channels, whose rows are words.
fn grid(caption: &str, rows: &Array2<f32>, ids: &[usize]) -> Grid {
    Grid::new(caption, rows, 1)
        .rows(ids.iter().map(|id| WORDS[*id]))
        .columns((0..3).map(|j| format!("ch. {j}")))
}

/// One text: its tokens, its positions, their sum.
fn sum() -> Result<String, ShapeError> {
    let (wte, wpe) = (wte(), wpe());
    let ids = TEXTS[0];
    let places = positions(0, ids.len(), wpe.weight.nrows())?;
    let names = places.iter().map(|place| format!("pos. {place}"));
    let rows = wpe.forward(&places)?;
    Ok(draw(&[
        grid("tokens, from wte", &wte.forward(&ids)?, &ids),
        grid("positions, from wpe", &rows, &ids).rows(names),
        grid("their sum", &embed(&wte, &wpe, &ids, 0)?, &ids),
    ]))
}

/// The places of the rows of a text that no row of the other is.
fn own(text: &Array2<f32>, other: &Array2<f32>) -> Vec<(usize, usize)> {
    let rows = text.outer_iter().enumerate();
    let own = rows.filter(|(_, row)| other.outer_iter().all(|other| other != row));
    own.flat_map(|(i, row)| (0..row.len()).map(move |j| (i, j)))
        .collect()
}

/// Both texts, with the rows marked that only one of them has.
fn both(rows: impl Fn(&[usize]) -> Result<Array2<f32>, ShapeError>) -> Result<String, ShapeError> {
    let [one, other] = TEXTS;
    let [rows, others] = [rows(&one)?, rows(&other)?];
    let (marks, their_marks) = (own(&rows, &others), own(&others, &rows));
    Ok(draw(&[
        grid("dog bites man", &rows, &one).marked(marks),
        grid("man bites dog", &others, &other).marked(their_marks),
    ]))
}

fn without() -> Result<String, ShapeError> {
    both(|ids| wte().forward(ids))
}

fn with() -> Result<String, ShapeError> {
    both(|ids| embed(&wte(), &wpe(), ids, 0))
}

/// A text of six tokens that comes in pieces.
fn pieces() -> Result<String, ShapeError> {
    let mut text = String::from(
        "| tokens that come | start | positions | with the start forgotten |\n|--:|--:|---|---|\n",
    );
    let mut start = 0;
    for length in [4, 1, 1] {
        let list = |start| -> Result<String, ShapeError> {
            let places = positions(start, length, 1024)?;
            let places = places.iter().map(usize::to_string);
            Ok(places.collect::<Vec<_>>().join(", "))
        };
        let (right, wrong) = (list(start)?, list(0)?);
        text.push_str(&format!("| {length} | {start} | {right} | {wrong} |\n"));
        start += length;
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_positions_tell_the_texts_apart() -> Result<(), ShapeError> {
        assert!(!without()?.contains("\"mark\""));
        // The word in the middle stands at the same place in both.
        assert_eq!(with()?.matches("\"mark\"").count(), 12);
        Ok(())
    }

    #[test]
    fn pieces_go_on_where_the_one_before_ended() -> Result<(), ShapeError> {
        assert!(pieces()?.ends_with("| 1 | 5 | 5 | 0 |\n"));
        Ok(())
    }
}
