//! Draws a mask, in the terminal or as SVG, as it was returned and without judging it.

mod attention;
mod svg;
mod terminal;

use super::matrix::number;
use super::printed;
use super::text::{colored, plain, spread, width, wrap};
use crate::protocol::{Array, equal};
use crate::worker::Printed;

/// The mask that a call returned.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The call, as Rust code.
    pub call: String,
    /// The mask.
    pub mask: Matrix,
    /// Whether to draw what softmax makes of sample scores with the mask added.
    pub softmax: bool,
}

/// A matrix, row by row.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    rows: usize,
    columns: usize,
    entries: Vec<f64>,
}

impl Matrix {
    /// The matrix with these sides.
    fn new(rows: usize, columns: usize, entry: impl Fn(usize, usize) -> f64) -> Self {
        let places = (0..rows).flat_map(|i| (0..columns).map(move |j| (i, j)));
        Self {
            rows,
            columns,
            entries: places.map(|(i, j)| entry(i, j)).collect(),
        }
    }

    /// The array as a matrix; `None` where it is none, or has a side longer than `most`.
    pub fn of(array: &Array, most: u64) -> Option<Self> {
        let &[rows, columns] = array.shape.as_slice() else {
            return None;
        };
        let fits = rows <= most && columns <= most && rows * columns == array.entries.len() as u64;
        fits.then(|| Self {
            rows: rows as usize,
            columns: columns as usize,
            entries: array.entries.clone(),
        })
    }

    fn entry(&self, i: usize, j: usize) -> f64 {
        self.entries[i * self.columns + j]
    }

    /// What there is to say instead of a picture of a matrix without entries.
    fn empty(&self) -> Option<String> {
        let text = format!("shape ({}, {}), empty", self.rows, self.columns);
        self.entries.is_empty().then_some(text)
    }
}

impl Picture {
    /// The picture for a terminal. `file` is where the function is, `remark` what there is to say of it.
    pub fn text(&self, file: &str, remark: Option<&str>, output: &Printed) -> String {
        let mut lines = vec![spread(&self.call, file), String::new()];
        lines.extend(terminal::draw(self));
        lines.push(String::new());
        if let Some(remark) = remark {
            lines.extend(wrap(&plain(remark), width()));
            lines.push(String::new());
        }
        finish(lines, output)
    }

    /// The picture as one SVG file, for light and dark pages.
    pub fn svg(&self) -> String {
        svg::draw(self)
    }
}

/// Why there is nothing to draw.
pub fn nothing(call: &str, file: &str, reason: &str, output: &Printed) -> String {
    let mut lines = vec![spread(call, file), String::new()];
    lines.extend(wrap(&plain(reason), width()));
    lines.push(String::new());
    finish(lines, output)
}

/// So many lines of what was printed are shown.
const PRINTED: usize = 12;

/// The lines as one text, with what the answers printed below them.
fn finish(mut lines: Vec<String>, output: &Printed) -> String {
    lines.extend(printed::show(output, PRINTED, ""));
    colored(&(lines.join("\n").trim_end().to_owned() + "\n"))
}

/// What an entry of a mask does to the key in its column.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Effect {
    /// The query may look at the key.
    Seen,
    /// The query may not look at it.
    Blocked,
    /// Something else, which no mask of the course has.
    Other,
}

fn effect(entry: f64) -> Effect {
    if equal(entry, 0.0) {
        Effect::Seen
    } else if entry == f64::NEG_INFINITY {
        Effect::Blocked
    } else {
        Effect::Other
    }
}

/// A weight with two decimals.
fn weight(entry: f64) -> String {
    if entry.is_nan() {
        number(entry)
    } else {
        format!("{entry:.2}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::Layout;

    fn array(shape: &[u64], entries: usize) -> Array {
        Array {
            shape: shape.to_vec(),
            layout: Layout::Rows,
            entries: vec![0.0; entries],
        }
    }

    #[test]
    fn only_a_whole_matrix_of_bounded_size_is_drawn() {
        assert!(Matrix::of(&array(&[2, 3], 6), 3).is_some());
        assert!(Matrix::of(&array(&[0, 3], 0), 3).is_some());
        assert!(Matrix::of(&array(&[2, 3], 6), 2).is_none());
        assert!(Matrix::of(&array(&[2, 3], 5), 3).is_none());
        assert!(Matrix::of(&array(&[u64::MAX, 2], 6), 3).is_none());
        assert!(Matrix::of(&array(&[6], 6), 8).is_none());
    }
}
