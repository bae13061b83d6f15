//! Draws a mask, in a terminal or as SVG, as it was returned and without judging it.

mod attention;
mod svg;
mod terminal;

use clap::{Args, FromArgMatches};

use super::calls::sizes;
use crate::error::Error;
use crate::protocol::{Array, Dtype, Value, equal};
use crate::steps::{Draw, Drawing, Medium, Wanted};
use crate::text::number;

/// How a mask is drawn.
pub(super) const DRAW: Draw = Draw {
    what: "mask",
    words: "SEQUENCE_LENGTH, how many queries there are (the rows), and NUM_TOKENS, how many keys more than those; without them, it is a small mask",
    numbers: true,
    options: Options::augment_args,
    plan: |wanted| plan(wanted).map_err(Error::Usage),
};

/// The options that it takes.
#[derive(Debug, Args)]
#[command(next_help_heading = "Options of step 02")]
struct Options {
    /// Draw the mask for a cache
    #[arg(long)]
    cached: bool,
    /// The element type
    #[arg(long, default_value = "f32", value_parser = dtype)]
    dtype: Dtype,
    /// Add the mask to sample scores, and show the weights that softmax makes of them
    #[arg(long)]
    softmax: bool,
}

/// The lengths of the mask that is drawn where none are named.
const SMALL: [u64; 2] = [4, 2];
/// So long may a side be that is drawn in a terminal.
const TERMINAL: u64 = 32;
/// So long may a side be that is drawn in a file.
const FILE: u64 = 64;

/// The dtype that a user names.
fn dtype(name: &str) -> Result<Dtype, String> {
    let known = Dtype::ALL.map(Dtype::name).join(", ");
    Dtype::parse(name).ok_or_else(|| format!("the dtypes are {known}"))
}

fn plan(wanted: &Wanted<'_>) -> Result<Drawing, String> {
    let asked = Options::from_arg_matches(wanted.options).map_err(|error| error.to_string())?;
    let medium = wanted.medium;
    let number = |word: &String| word.parse().map_err(|_| format!("`{word}` is no number"));
    let lengths = match wanted.words {
        [] => SMALL,
        [rows] => [number(rows)?, 0],
        [rows, more] => [number(rows)?, number(more)?],
        [_, _, other, ..] => return Err(format!("`{other}` is one word too many")),
    };
    let most = most(lengths, medium)?;
    let (tasks, function): (&[u8], _) = if asked.cached {
        (&[8], "cached_causal_mask")
    } else {
        (&[7], "causal_mask")
    };
    let call = sizes(function, asked.dtype, lengths);
    let title = super::STEP.show(&call);
    let shown = title.clone();
    let draw = move |returned: &Value| {
        let array = returned.array().ok_or("It returned no array.")?;
        let too_large = || {
            let shape = &array.shape;
            format!("It returned an array of shape {shape:?}, too large to draw.")
        };
        let picture = Picture {
            call: shown,
            mask: Matrix::of(array, most).ok_or_else(too_large)?,
            softmax: asked.softmax,
        };
        Ok(match medium {
            Medium::Terminal(width) => terminal::draw(&picture, width).join("\n"),
            Medium::File => svg::draw(&picture),
        })
    };
    Ok(Drawing {
        tasks,
        title,
        call,
        draw: Box::new(draw),
    })
}

/// How long a side may be. Refuses what was asked for if it is longer.
fn most([rows, more]: [u64; 2], medium: Medium) -> Result<u64, String> {
    let (most, place, advice) = match medium {
        Medium::Terminal(_) => (
            TERMINAL,
            "a terminal",
            format!("; `--svg FILE` takes up to {FILE}"),
        ),
        Medium::File => (FILE, "a file", String::new()),
    };
    let columns = rows.saturating_add(more);
    if columns <= most {
        return Ok(most);
    }
    Err(format!(
        "`{rows} {more}` is a mask with {columns} keys, and {place} shows no more than {most}\nask for fewer{advice}"
    ))
}

/// The mask that a call returned.
#[derive(Debug)]
struct Picture {
    /// The call, as Rust code.
    call: String,
    /// The mask.
    mask: Matrix,
    /// Whether to draw what softmax makes of sample scores with the mask added.
    softmax: bool,
}

/// A matrix, row by row.
#[derive(Clone, Debug)]
struct Matrix {
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
    fn of(array: &Array, most: u64) -> Option<Self> {
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
