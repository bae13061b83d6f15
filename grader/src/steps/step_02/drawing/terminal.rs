//! A mask as text: a table with labelled axes, of one sign an entry where the entries themselves are too wide.

use ::colored::Colorize;

use super::attention::{FORMULA, masked, softmax};
use super::{Effect, Matrix, Picture, effect, equal, number, weight};
use crate::text::wrap;

/// The width of what stands before the first column.
const LABEL: usize = 9;

/// The picture in lines of at most so many columns.
pub(super) fn draw(picture: &Picture, width: usize) -> Vec<String> {
    let mask = &picture.mask;
    if let Some(empty) = mask.empty() {
        return vec![empty];
    }
    let table = |cell: &dyn Fn(usize, usize) -> String| Table::new(mask, width, cell);
    let entries = table(&|i, j| number(mask.entry(i, j)));
    let mut lines = if mask.columns <= entries.columns {
        entries.lines(mask)
    } else {
        signs(mask, width)
    };
    if picture.softmax {
        let scores = masked(mask);
        let weights = softmax(&scores);
        lines.push(String::new());
        let title = format!("Scores + mask, with the scores {FORMULA}:");
        lines.extend(wrap(&title, width));
        lines.push(String::new());
        lines.extend(table(&|i, j| score(scores.entry(i, j))).lines(mask));
        lines.push(String::new());
        lines.push("Softmax of each row, the weights of the keys:".to_owned());
        lines.push(String::new());
        lines.extend(table(&|i, j| weight(weights.entry(i, j))).lines(mask));
    }
    lines
}

/// A score with one decimal; one that is so large that it has no use for decimals as it is.
fn score(entry: f64) -> String {
    if entry.abs() < 1e6 {
        format!("{entry:.1}")
    } else if entry.is_finite() {
        format!("{entry:.1e}")
    } else {
        number(entry)
    }
}

/// Texts in rows and columns, all of one width.
struct Table {
    cells: Vec<String>,
    width: usize,
    /// How many columns stand beside each other.
    columns: usize,
}

impl Table {
    /// The table for a page of this width.
    fn new(mask: &Matrix, page: usize, cell: impl Fn(usize, usize) -> String) -> Self {
        let places = (0..mask.rows).flat_map(|i| (0..mask.columns).map(move |j| (i, j)));
        let cells: Vec<_> = places.map(|(i, j)| cell(i, j)).collect();
        let last = mask.columns.saturating_sub(1).to_string().len();
        let longest = cells.iter().map(|cell| cell.chars().count()).max();
        let width = longest.unwrap_or(0).max(last) + 2;
        Self {
            cells,
            width,
            columns: ((page - LABEL) / width).max(1),
        }
    }

    /// The table with labelled axes, in blocks of as many columns as fit. Every entry is styled as its place in `mask`.
    fn lines(&self, mask: &Matrix) -> Vec<String> {
        let width = self.width;
        let mut lines = Vec::new();
        let all: Vec<usize> = (0..mask.columns).collect();
        for columns in all.chunks(self.columns) {
            if !lines.is_empty() {
                lines.push(String::new());
            }
            let numbers = columns.iter().map(|j| format!("{j:>width$}"));
            lines.push(format!("{:>LABEL$}{}", "key", numbers.collect::<String>()));
            for i in 0..mask.rows {
                let cells = columns.iter().map(|&j| {
                    let text = format!("{:>width$}", self.cells[i * mask.columns + j]);
                    styled(&text, mask.entry(i, j))
                });
                lines.push(label(i) + &cells.collect::<String>());
            }
        }
        lines
    }
}

/// One sign an entry, with what the signs mean below.
fn signs(mask: &Matrix, width: usize) -> Vec<String> {
    let mut others: Vec<f64> = Vec::new();
    for &entry in &mask.entries {
        if effect(entry) == Effect::Other && !others.iter().any(|other| equal(*other, entry)) {
            others.push(entry);
        }
    }
    // So many values have a letter of their own; the rest share a sign.
    let letters = || 'a'..='h';
    let sign = |entry: f64| match effect(entry) {
        Effect::Seen => '.',
        Effect::Blocked => '#',
        Effect::Other => {
            let place = others.iter().position(|other| equal(*other, entry));
            place.and_then(|place| letters().nth(place)).unwrap_or('?')
        }
    };
    // Two columns a sign look like squares; one does where there is no room.
    let wide = if LABEL + 1 + 2 * mask.columns <= width {
        2
    } else {
        1
    };
    let mut lines = Vec::new();
    if mask.columns > 10 {
        let tens = (0..mask.columns).map(|j| match j % 10 {
            0 if j > 0 => format!("{:>wide$}", j / 10),
            _ => " ".repeat(wide),
        });
        let tens = " ".repeat(LABEL + 1) + &tens.collect::<String>();
        lines.push(tens.trim_end().to_owned());
    }
    let ones = (0..mask.columns).map(|j| format!("{:>wide$}", j % 10));
    lines.push(format!("{:>LABEL$} {}", "key", ones.collect::<String>()));
    for i in 0..mask.rows {
        let cells = (0..mask.columns).map(|j| {
            let entry = mask.entry(i, j);
            styled(&format!("{:>wide$}", sign(entry)), entry)
        });
        lines.push(format!("{} {}", label(i), cells.collect::<String>()));
    }
    lines.push(String::new());
    lines.push(".  0, the query may look at the key".to_owned());
    lines.push("#  -inf, it may not".to_owned());
    let named = letters().zip(&others);
    lines.extend(named.map(|(letter, other)| format!("{letter}  {}", number(*other))));
    if others.len() > letters().count() {
        lines.push("?  other values".to_owned());
    }
    lines
}

/// What stands before a row.
fn label(i: usize) -> String {
    let axis = if i == 0 { "query" } else { "" };
    format!("{axis:<6}{i:>3}")
}

/// The text, told apart by what the entry does also where there is colour.
fn styled(text: &str, entry: f64) -> String {
    match effect(entry) {
        Effect::Seen => text.green(),
        Effect::Blocked => text.dimmed(),
        Effect::Other => text.yellow(),
    }
    .to_string()
}
