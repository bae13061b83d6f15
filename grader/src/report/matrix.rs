//! Shows two arrays beside each other and marks where they differ.

use ::colored::Colorize;

use super::sign;
use super::text::columns as columns_of;
use crate::protocol::Array;
use crate::text::number;

/// So many rows and columns are shown at the most.
const WINDOW: u64 = 8;
/// So many are shown at the least before one array goes below the other.
const BESIDE: u64 = 3;
/// So many columns are between two that stand beside each other, where there is room.
const GAP: usize = 6;
/// So many rows may arrays have that go below each other as they are.
const BELOW: u64 = 5;

/// An array as rows: a vector is one row, and of an array with more axes than two all but the last go down the page.
pub(super) struct Matrix<'a> {
    rows: u64,
    columns: u64,
    array: &'a Array,
}

impl<'a> Matrix<'a> {
    /// The array as rows; `None` where it is a single number.
    pub(super) fn of(array: &'a Array) -> Option<Self> {
        let (&columns, rows) = array.shape.split_last()?;
        let rows = rows
            .iter()
            .fold(1, |rows: u64, side| rows.saturating_mul(*side));
        Some(Self {
            rows,
            columns,
            array,
        })
    }
}

/// Lines of at most `width` columns that show the right array and the learner's. Marks the entries at `places`, counted
/// row by row, and cuts large arrays around the first; without any, the shapes differ and both are shown from their corner.
///
/// They stand beside each other where that fits, else small ones below each other. Of others less is shown.
pub(super) fn show(
    expected: &Matrix<'_>,
    actual: &Matrix<'_>,
    places: &[usize],
    width: usize,
) -> Vec<String> {
    let rows = expected.rows.max(actual.rows);
    let small = (rows <= BELOW).then_some((WINDOW, None));
    let ways = [(WINDOW, Some(GAP)), (WINDOW, Some(GAP / 2))].into_iter();
    let ways = ways
        .chain(small)
        .chain((BESIDE..WINDOW).rev().map(|window| (window, Some(GAP))))
        .chain((2..=WINDOW).rev().map(|window| (window, None)));
    let laid_out = |(window, gap)| lay_out(expected, actual, places, window, gap);
    let fits = |lines: &Vec<String>| lines.iter().all(|line| columns_of(line) <= width);
    let fitting = ways.map(laid_out).find(fits);
    fitting.unwrap_or_else(|| laid_out((1, None)))
}

/// Both arrays, up to `window` rows and columns of each; beside each other with this gap, or below each other.
fn lay_out(
    expected: &Matrix<'_>,
    actual: &Matrix<'_>,
    places: &[usize],
    window: u64,
    gap: Option<usize>,
) -> Vec<String> {
    let corner = places.first().map_or([0, 0], |&place| {
        let columns = expected.columns.max(1);
        [
            start(place as u64 / columns, expected.rows, window),
            start(place as u64 % columns, expected.columns, window),
        ]
    });
    let left = block("expected", expected, None, corner, window);
    let marks = (!places.is_empty()).then_some(places);
    let right = block("yours", actual, marks, corner, window);
    let mut lines = if let Some(gap) = gap {
        let height = left.len().max(right.len());
        let width = left.iter().map(|line| columns_of(line)).max().unwrap_or(0) + gap;
        let line = |lines: &[String], row: usize| lines.get(row).cloned().unwrap_or_default();
        let pair = |row| format!("{:<width$}{}", line(&left, row), line(&right, row));
        (0..height)
            .map(|row| pair(row).trim_end().to_owned())
            .collect()
    } else {
        [left, right].concat()
    };
    if corner != [0, 0] {
        lines.push(format!(
            "from row {} and column {} on",
            corner[0], corner[1]
        ));
    }
    lines
}

/// Where to begin so that `place` is in view and as much of `length` as fits.
fn start(place: u64, length: u64, window: u64) -> u64 {
    if length <= window {
        0
    } else {
        place.saturating_sub(window / 2).min(length - window)
    }
}

/// One array with its title. The entries at the marked places have brackets, and their rows an arrow.
fn block(
    title: &str,
    matrix: &Matrix<'_>,
    marks: Option<&[usize]>,
    [top, left]: [u64; 2],
    window: u64,
) -> Vec<String> {
    let &Matrix {
        rows,
        columns,
        array,
    } = matrix;
    let sides: Vec<_> = array.shape.iter().map(u64::to_string).collect();
    let shape = format!("  shape ({})", sides.join(", "));
    match rows.checked_mul(columns) {
        Some(0) => return vec![title.to_owned(), format!("{shape}, empty")],
        Some(count) if count == array.entries.len() as u64 => {}
        _ => return vec![title.to_owned(), format!("{shape}, too large to show")],
    }
    let shown = top..rows.min(top + window);
    let differs = |place: usize| marks.is_some_and(|marks| marks.binary_search(&place).is_ok());
    let cell = |i: u64, j: u64| {
        let place = (i * columns + j) as usize;
        let text = number(array.entries[place]);
        // Only where entries are marked is there room for the marks.
        match (marks.is_some(), differs(place)) {
            (false, _) => format!(" {text}"),
            (true, false) => format!(" {text} "),
            (true, true) => format!("[{text}]"),
        }
    };
    let cells = |i: u64| {
        (left..columns.min(left + window))
            .map(move |j| cell(i, j))
            .collect::<Vec<_>>()
    };
    let table: Vec<Vec<String>> = shown.clone().map(cells).collect();
    let width = table
        .iter()
        .flatten()
        .map(|cell| cell.chars().count())
        .max()
        .unwrap_or(0);
    let more_columns = if columns > left + window {
        format!(" {}", sign("…"))
    } else {
        String::new()
    };

    let mut lines = vec![title.to_owned()];
    for cells in &table {
        let marked = cells.iter().any(|cell| cell.starts_with('['));
        let cells: Vec<_> = cells
            .iter()
            .map(|cell| (format!("{cell:>width$}"), cell.starts_with('[')))
            .map(|(cell, marked)| if marked { cell.red().to_string() } else { cell })
            .collect();
        let arrow = if marked {
            format!("  {}", sign("◄"))
        } else {
            String::new()
        };
        lines.push(format!("{}{more_columns}{arrow}", cells.join(" ")));
    }
    if rows > top + window {
        lines.push(format!("  {}", sign("…")));
    }
    lines
}
