//! Answers that are right until a number is too large, or the last one.

use super::banded::{Band, by, kept};
use super::{BELOW_ZERO, ERROR, MASKS, Mask, answer, is_cached, lengths, mask, sum};
use crate::protocol::{Call, Value};
use crate::steps::{Given, Misconception};

pub(super) const LIST: &[Misconception] = &[
    Misconception {
        id: "W1",
        tasks: &[3, 6, 7, 8],
        title: "A number is cut to a smaller integer",
        text: "Small sizes are right, but `as` drops what does not fit: `256_usize as u8` is 0. Somewhere a length or an \
               index goes through such a type.",
        fix: "Stay with `usize` all the way.",
        answers: &[
            |call| cut_sum(call, 32, ERROR),
            |call| cut_sum(call, 16, ERROR),
            |call| cut_sum(call, 8, ERROR),
            |call| cut(call, |i| i & 0xFF, |j| j & 0xFF, |n| n),
            |call| cut(call, |i| i & 0xFF, |j| j, |n| n),
            |call| cut(call, |i| i, |j| j & 0xFF, |n| n),
            |call| cut(call, |i| i, |j| j, |n| n & 0xFF),
            |call| cut(call, |i| i as i8 as i64, |j| j as i8 as i64, |n| n),
            |call| cut_position(call, |i| i & 0xFF, |j| j),
            |call| cut_position(call, |i| i & 0xFF, |j| j & 0xFF),
            |call| cut_position(call, |i| i as i8 as i64, |j| j as i8 as i64),
        ],
    },
    Misconception {
        id: "W2",
        tasks: MASKS,
        title: "What is far back is forgotten",
        text: "Small masks are right, but in a large one a token no longer sees all of its past: a window of fixed size is \
               built in.",
        fix: "However far back a token lies, it may be looked at: take the window out.",
        answers: &[
            |call| mask(call, |m, i, j| m.allows(i, j) && i + m.offset - j < 64),
            |call| mask(call, |m, i, j| m.allows(i, j) && i + m.offset - j <= 64),
            |call| mask(call, |m, i, j| m.allows(i, j) && i + m.offset - j < 128),
            |call| mask(call, |m, i, j| m.allows(i, j) && i + m.offset - j <= 128),
            |call| mask(call, |m, i, j| m.allows(i, j) && i + m.offset - j < 256),
        ],
    },
    Misconception {
        id: "W3",
        tasks: &[6, 7, 8],
        title: "The last row is left out",
        text: "All rows but the last are right; that one is as it was before the loop.",
        fix: "A range `0..n` stops before `n` by itself, so subtract nothing from its end.",
        answers: &[
            |call| last_row(call, false, |_, _| false),
            |call| last_row(call, true, |_, _| false),
            |call| last_row(call, false, |rows, _| rows == 0),
            |call| last_row(call, true, |rows, _| rows == 0),
        ],
    },
    Misconception {
        id: "W4",
        tasks: &[6, 7, 8],
        title: "The last column is left out",
        text: "All columns but the last are right; that one is as it was before the loop.",
        fix: "A range `0..n` stops before `n` by itself, so subtract nothing from its end.",
        answers: &[
            |call| last_column(call, true, |rows, columns| rows > 0 && columns == 0),
            |call| last_column(call, true, |_, _| false),
            |call| last_column(call, false, |_, _| false),
            |call| last_column(call, false, |_, columns| columns == 0),
            |call| last_column(call, true, |_, columns| columns == 0),
            |call| last_column(call, false, |rows, columns| rows > 0 && columns == 0),
        ],
    },
    Misconception {
        id: "W5",
        tasks: MASKS,
        title: "Indices are compared as floats of the mask's dtype",
        text: "bf16 holds whole numbers exactly up to 256 only: beyond, neighbours are rounded to the same number, and a \
               token sees the one after it.",
        fix: "Compare the indices as `usize`; the dtype is for the entries.",
        answers: &[
            |call| mask(call, |m, i, j| float(m, j) <= float(m, i + m.offset)),
            |call| mask(call, |m, i, j| float(m, j) <= plus(m, i, m.offset)),
            |call| mask(call, |m, i, j| plus(m, j, -i) <= float(m, m.offset)),
        ],
    },
];

/// The sum in fewer bits.
fn cut_sum(call: &Call, bits: u32, overflowed: Given) -> Option<Given> {
    if call.function != "total_length" {
        return None;
    }
    Some(match sum(lengths(call)?) {
        Some(sum) => answer(Value::Size(sum & ((1 << bits) - 1))),
        None => overflowed,
    })
}

/// Indices, and the offset of a mask, that were cut.
fn cut(
    call: &Call,
    row: impl Fn(i64) -> i64,
    column: impl Fn(i64) -> i64,
    offset: impl Fn(i64) -> i64,
) -> Option<Given> {
    match call.function.as_str() {
        "band_part" => by(call, |band, i, j| {
            let (i, j) = (row(i), column(j));
            band.below(i, j) && band.above(i, j)
        }),
        _ => mask(call, |mask, i, j| column(j) <= row(i) + offset(mask.offset)),
    }
}

/// The position of the row's token, and the column, that were cut.
fn cut_position(
    call: &Call,
    position: impl Fn(i64) -> i64,
    column: impl Fn(i64) -> i64,
) -> Option<Given> {
    mask(call, |mask, i, j| column(j) <= position(i + mask.offset))
}

/// The last row is as it was before any loop: open, or kept in a band, or else not. Where `panics` says so, the end of
/// the loop is found by a subtraction that goes below 0.
fn last_row(call: &Call, open: bool, panics: impl Fn(i64, i64) -> bool) -> Option<Given> {
    // In the mask for a cache it has to be open.
    if open && is_cached(call) {
        return None;
    }
    unvisited(call, open, |i, _, rows, _| i + 1 == rows, panics)
}

/// The same for the last column.
fn last_column(call: &Call, open: bool, panics: impl Fn(i64, i64) -> bool) -> Option<Given> {
    unvisited(call, open, |_, j, _, columns| j + 1 == columns, panics)
}

fn unvisited(
    call: &Call,
    open: bool,
    skipped: impl Fn(i64, i64, i64, i64) -> bool,
    panics: impl Fn(i64, i64) -> bool,
) -> Option<Given> {
    if let Some(band) = Band::of(call) {
        let (rows, columns) = (band.rows, band.columns);
        if panics(rows, columns) {
            return Some(BELOW_ZERO);
        }
        return kept(call, |band, i, j| match skipped(i, j, rows, columns) {
            true => open,
            false => band.keeps(i, j),
        });
    }
    if Mask::of(call, lengths(call)?).is_some_and(|mask| panics(mask.l, mask.w)) {
        return Some(BELOW_ZERO);
    }
    mask(call, |mask, i, j| match skipped(i, j, mask.l, mask.w) {
        true => open,
        false => mask.allows(i, j),
    })
}

/// An index as a float of the mask's dtype.
fn float(mask: &Mask, index: i64) -> f64 {
    mask.dtype.round(index as f64)
}

/// The sum of two indices as floats of the mask's dtype.
fn plus(mask: &Mask, first: i64, second: i64) -> f64 {
    mask.dtype.round(float(mask, first) + float(mask, second))
}
