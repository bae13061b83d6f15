//! Masks of another shape. What is inside is the triangle of task 7, or in task 8 that of either task.

use super::{BELOW_ZERO, ERROR, MASKS, Mask, TOO_LARGE, fits, lengths, matrix, score};
use crate::protocol::Call;
use crate::steps::{Given, Misconception};

pub(super) const LIST: &[Misconception] = &[
    Misconception {
        id: "S1",
        tasks: MASKS,
        title: "The mask is square",
        text: "It has `sequence_length` columns, and `num_tokens` plays no part. Scores have a column for every key, those \
               before the sequence too, so this mask cannot be added to them.",
        fix: "Make it as wide as the total length, which task 3 computes.",
        answers: &[
            |call| shaped(call, UPPER, |m| [m.l, m.l]),
            |call| shaped(call, LOWER, |m| [m.l, m.l]),
            |call| unchecked(call, UPPER, ERROR, |[l, _]| [l, l]),
            |call| unchecked(call, LOWER, ERROR, |[l, _]| [l, l]),
            |call| unchecked(call, UPPER, TOO_LARGE, |[l, _]| [l, l]),
            |call| unchecked(call, LOWER, TOO_LARGE, |[l, _]| [l, l]),
        ],
    },
    Misconception {
        id: "S2",
        tasks: MASKS,
        title: "Rows and columns are exchanged in the shape",
        text: "Your mask has a row for every key and a column for every query. The scores have it the other way: one row for \
               each token that asks, one column for each token it could look at.",
        fix: "Turn the shape round.",
        answers: &[
            |call| shaped(call, UPPER, |m| [m.w, m.l]),
            |call| shaped(call, LOWER, |m| [m.w, m.l]),
            |call| shaped(call, |m, i, j| m.allows(j, i), |m| [m.w, m.l]),
        ],
    },
    Misconception {
        id: "S3",
        tasks: MASKS,
        title: "There is a row for every key",
        text: "The mask is a square as large as the total length. Only the tokens of the sequence ask a question now; those \
               of `num_tokens` are there to be looked at.",
        fix: "Make `sequence_length` rows: only the columns are more.",
        answers: &[
            |call| shaped(call, UPPER, |m| [m.w, m.w]),
            |call| shaped(call, LOWER, |m| [m.w, m.w]),
        ],
    },
    Misconception {
        id: "S4",
        tasks: MASKS,
        title: "The width is `num_tokens` alone",
        text: "The columns for the tokens of the sequence itself are missing, and with `num_tokens` = 0 the mask has none at \
               all.",
        fix: "A query can look at both kinds of tokens: count both, as in task 3.",
        answers: &[
            |call| shaped(call, UPPER, |m| [m.l, m.n]),
            |call| shaped(call, LOWER, |m| [m.l, m.n]),
            |call| unchecked(call, UPPER, TOO_LARGE, |lengths| lengths),
            |call| unchecked(call, LOWER, TOO_LARGE, |lengths| lengths),
        ],
    },
    Misconception {
        id: "S5",
        tasks: MASKS,
        title: "The mask is one column too narrow",
        text: "The last key has no column, so the mask does not fit the scores.",
        fix: "A range `0..width` already stops before its end and an index runs to `width - 1` by itself; do not make the \
              width smaller for that.",
        answers: &[
            |call| shaped(call, UPPER, |m| [m.l, (m.w - 1).max(0)]),
            |call| shaped(call, LOWER, |m| [m.l, (m.w - 1).max(0)]),
            |call| narrower(call, UPPER),
            |call| narrower(call, LOWER),
        ],
    },
    Misconception {
        id: "S6",
        tasks: MASKS,
        title: "The mask is one column too wide",
        text: "There is a column more than there are keys, so the mask does not fit the scores.",
        fix: "Take it away. If it was meant for the token that comes next: that one does not exist yet, and nobody looks at \
              it.",
        answers: &[
            |call| shaped(call, UPPER, |m| [m.l, m.w + 1]),
            |call| shaped(call, LOWER, |m| [m.l, m.w + 1]),
        ],
    },
];

/// Which entries are 0.
type Pattern = fn(&Mask, i64, i64) -> bool;

const UPPER: Pattern = |_, i, j| j <= i;
/// In task 7 this is the same.
const LOWER: Pattern = Mask::allows;

/// A mask of this shape. Lengths that overflow are refused.
fn shaped(call: &Call, open: Pattern, shape: impl Fn(&Mask) -> [i64; 2]) -> Option<Given> {
    let Some(mask) = Mask::of(call, lengths(call)?) else {
        return Some(ERROR);
    };
    let [rows, columns] = shape(&mask);
    Some(matrix(rows, columns, |i, j| score(open(&mask, i, j))))
}

/// The same by someone who never adds the lengths up, so that only a shape that is itself `too_large` stops it.
fn unchecked(
    call: &Call,
    open: Pattern,
    too_large: Given,
    shape: impl Fn([u64; 2]) -> [u64; 2],
) -> Option<Given> {
    let lengths = lengths(call)?;
    let [rows, columns] = shape(lengths);
    if !fits(rows, columns) {
        return Some(too_large);
    }
    match Mask::of(call, lengths) {
        Some(mask) => Some(matrix(rows as i64, columns as i64, |i, j| {
            score(open(&mask, i, j))
        })),
        // One row whose first entry is open either way.
        None => Some(matrix(rows as i64, columns as i64, |_, j| score(j == 0))),
    }
}

/// One column fewer, by a subtraction that an empty mask has nothing left for.
fn narrower(call: &Call, open: Pattern) -> Option<Given> {
    match Mask::of(call, lengths(call)?) {
        Some(mask) if mask.w == 0 => Some(BELOW_ZERO),
        _ => shaped(call, open, |mask| [mask.l, mask.w - 1]),
    }
}
