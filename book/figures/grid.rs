//! Matrices to draw: what stands in them, how it looks, and what is written around them.

use std::ops::Range;

use ndarray::Array2;
use num_traits::ToPrimitive;

/// A matrix to draw.
pub(super) struct Grid {
    pub(super) caption: String,
    /// What rows and columns are, such as queries and keys.
    pub(super) axes: Option<[String; 2]>,
    pub(super) rows: Vec<String>,
    pub(super) columns: Vec<String>,
    pub(super) cells: Array2<Cell>,
    /// The places of the cells that stand out.
    pub(super) marks: Vec<(usize, usize)>,
    /// The rows that have a frame around them.
    pub(super) frame: Option<Range<usize>>,
}

/// One entry.
pub(super) struct Cell {
    pub(super) text: String,
    pub(super) look: Look,
}

/// How a cell is filled. Never the only thing that tells what is in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Look {
    Plain,
    /// The query may look at the key.
    Seen,
    /// It may not.
    Blocked,
    /// No number that belongs here.
    Other,
    /// So much of the attention, between 0 and 1.
    Weight(f64),
}

impl Grid {
    /// A matrix with no labels. Values have so many decimals; `-inf` and `NaN` are written as Rust prints them.
    pub(super) fn new<T: ToPrimitive>(caption: &str, values: &Array2<T>, decimals: usize) -> Self {
        let cell = |value: &T| {
            let value = value.to_f64().unwrap_or(f64::NAN);
            let look = match value {
                f64::NEG_INFINITY => Look::Blocked,
                value if value.is_finite() => Look::Plain,
                _ => Look::Other,
            };
            let text = number(value, decimals);
            Cell { text, look }
        };
        Self {
            caption: caption.to_owned(),
            axes: None,
            rows: Vec::new(),
            columns: Vec::new(),
            cells: values.map(cell),
            marks: Vec::new(),
            frame: None,
        }
    }

    /// An additive mask: 0 opens, negative infinity blocks, anything else is odd.
    pub(super) fn mask<T: ToPrimitive>(caption: &str, values: &Array2<T>) -> Self {
        let mut grid = Self::new(caption, values, 0);
        for (cell, value) in grid.cells.iter_mut().zip(values) {
            let value = value.to_f64().unwrap_or(f64::NAN);
            if value == 0.0 {
                cell.look = Look::Seen;
            } else if value.is_finite() {
                // Not all of its digits would be seen otherwise.
                cell.text = short(value);
                cell.look = Look::Other;
            }
        }
        grid
    }

    /// Attention weights, with two decimals.
    pub(super) fn weights<T: ToPrimitive>(caption: &str, values: &Array2<T>) -> Self {
        let mut grid = Self::new(caption, values, 2);
        for (cell, value) in grid.cells.iter_mut().zip(values) {
            let value = value.to_f64().unwrap_or(f64::NAN);
            if value.is_finite() {
                cell.look = Look::Weight(value);
            }
        }
        grid
    }

    pub(super) fn rows(mut self, labels: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.rows = labels.into_iter().map(Into::into).collect();
        self
    }

    pub(super) fn columns(mut self, labels: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.columns = labels.into_iter().map(Into::into).collect();
        self
    }

    /// Says what rows and columns are.
    pub(super) fn axes(mut self, rows: &str, columns: &str) -> Self {
        self.axes = Some([rows.to_owned(), columns.to_owned()]);
        self
    }

    /// Fills the cells where `stands_out` says so as if they were open.
    pub(super) fn shaded(mut self, stands_out: impl Fn(usize, usize) -> bool) -> Self {
        for ((i, j), cell) in self.cells.indexed_iter_mut() {
            if stands_out(i, j) {
                cell.look = Look::Seen;
            }
        }
        self
    }

    /// Draws a strong outline around these cells.
    pub(super) fn marked(mut self, places: impl IntoIterator<Item = (usize, usize)>) -> Self {
        self.marks.extend(places);
        self
    }

    /// Draws one frame around these rows.
    pub(super) fn framed(mut self, rows: Range<usize>) -> Self {
        self.frame = Some(rows);
        self
    }
}

fn number(value: f64, decimals: usize) -> String {
    if value.is_finite() {
        format!("{value:.decimals$}")
    } else {
        value.to_string()
    }
}

/// A whole number with its digits in groups of three.
pub(super) fn grouped(number: usize) -> String {
    match number {
        0..1000 => number.to_string(),
        _ => format!("{},{:03}", grouped(number / 1000), number % 1000),
    }
}

/// A number in few characters.
fn short(value: f64) -> String {
    let plain = value.to_string();
    if plain.len() <= 6 {
        plain
    } else if value.abs() >= 1000.0 || value.abs() < 0.01 {
        let whole = format!("{value:e}");
        if whole.len() <= 6 {
            whole
        } else {
            format!("{value:.1e}")
        }
    } else {
        format!("{value:.2}")
    }
}

#[cfg(test)]
mod tests {
    use ndarray::array;

    use super::*;

    fn texts(grid: &Grid) -> Vec<&str> {
        grid.cells.iter().map(|cell| cell.text.as_str()).collect()
    }

    fn looks(grid: &Grid) -> Vec<Look> {
        grid.cells.iter().map(|cell| cell.look).collect()
    }

    #[test]
    fn a_mask_opens_blocks_or_is_odd() {
        let values = array![
            [0.0, f64::NEG_INFINITY, 1.0],
            [-1e9, f64::NAN, f64::INFINITY]
        ];
        let grid = Grid::mask("", &values);
        assert_eq!(texts(&grid), ["0", "-inf", "1", "-1e9", "NaN", "inf"]);
        use Look::{Blocked, Other, Seen};
        assert_eq!(looks(&grid), [Seen, Blocked, Other, Other, Other, Other]);
    }

    #[test]
    fn weights_know_how_much() {
        let grid = Grid::weights("", &array![[0.25, f64::NAN]]);
        assert_eq!(texts(&grid), ["0.25", "NaN"]);
        assert_eq!(looks(&grid), [Look::Weight(0.25), Look::Other]);
    }
}
