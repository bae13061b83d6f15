//! Answers that are right until a number goes below 0, a size is 0, or there is no answer.

use super::banded::Band;
use super::{BELOW_ZERO, ERROR, MASKS, Mask, lengths, matrix, right};
use crate::protocol::{Call, Value};
use crate::steps::{Expected, Given, Misconception};

const UNWRAPPED: Given = Given::Panic("::unwrap()` on a");
const ASSERTED: Given = Given::Panic("assertion failed");

pub(super) const LIST: &[Misconception] = &[
    Misconception {
        id: "R1",
        tasks: &[6],
        title: "A subtraction goes below 0",
        text: "A `usize` has no negative numbers, so a difference of indices panics as soon as the second is the larger; a \
               release build would wrap round to a huge number.",
        fix: "Bring the term to the other side and add it there.",
        answers: &[
            |call| {
                below_zero_in_band(call, |b, i, j| {
                    b.lower.is_some() && j > i || b.below(i, j) && b.upper.is_some() && i > j
                })
            },
            |call| {
                below_zero_in_band(call, |b, i, j| {
                    b.lower.is_some() && j > i || b.upper.is_some() && i > j
                })
            },
            |call| below_zero_in_band(call, |_, i, j| j > i),
            |call| below_zero_in_band(call, |_, i, j| i > j),
            |call| below_zero_in_band(call, |b, i, j| b.upper.is_some() && i > j),
            |call| below_zero_in_band(call, |b, i, j| b.below(i, j) && b.upper.is_some() && i > j),
            |call| below_zero_in_band(call, |b, i, j| b.lower.is_some() && j > i),
            |call| below_zero_in_band(call, |b, i, j| b.above(i, j) && b.lower.is_some() && j > i),
            |call| below_zero_in_band(call, |b, i, _| b.lower > Some(i)),
            |call| below_zero_in_band(call, |b, _, j| b.upper > Some(j)),
            |call| {
                below_zero_in_band(call, |b, i, j| {
                    b.lower > Some(i) || b.below(i, j) && b.upper > Some(j)
                })
            },
        ],
    },
    Misconception {
        id: "R1",
        tasks: MASKS,
        title: "A subtraction goes below 0",
        text: "A `usize` has no negative numbers, so something like `i - j` panics as soon as the second is the larger; a \
               release build would wrap round to a huge number.",
        fix: "Bring the term to the other side and add it there.",
        answers: &[
            |call| below_zero(call, |m| m.l > 0 && m.w > 1),
            |call| below_zero(call, |m| m.l > 1),
            |call| below_zero(call, |m| m.l > 0 && m.n > 0),
            |call| below_zero(call, |m| m.l > 0),
            |call| below_zero(call, |m| m.l == 0),
            |call| below_zero(call, |m| m.w == 0),
            |call| below_zero(call, |m| m.n == 0),
        ],
    },
    Misconception {
        id: "R2",
        tasks: &[3, 5, 7, 8],
        title: "An empty size is refused",
        text: "No tokens is a length like any other, and a shape with a side of 0 is a valid, empty one.",
        fix: "Leave the special treatment out: the general case gives the right answer.",
        answers: &[
            |call| empty(call, |l, _| l == 0, ERROR),
            |call| empty(call, |_, n| n == 0, ERROR),
            |call| empty(call, |l, n| l == 0 || n == 0, ERROR),
            |call| empty(call, |l, n| l == 0 && n == 0, ERROR),
            |call| empty(call, |l, _| l == 0, ASSERTED),
            |call| empty(call, |_, n| n == 0, ASSERTED),
            |call| empty(call, |l, n| l == 0 || n == 0, ASSERTED),
        ],
    },
    Misconception {
        id: "R4",
        tasks: MASKS,
        title: "An empty mask has lost its columns",
        text: "Without a row the mask still has a width: its shape is (0, `num_tokens`), so that it fits scores of this \
               shape.",
        fix: "Leave the special case out: the general one gives this shape by itself.",
        answers: &[|call| match lengths(call)? {
            [0, _] => Some(matrix(0, 0, |_, _| 0.0)),
            _ => Some(right(call)),
        }],
    },
    Misconception {
        id: "R3",
        tasks: &[3, 5, 7, 8],
        title: "`unwrap` turns the error into a panic",
        text: "Where there is no answer, the caller is to get an `Err` and decide what to do; `unwrap` ends the program \
               instead.",
        fix: "The function returns a `Result`: make an error of a `None`, and pass an `Err` on with `?`.",
        answers: &[|call| match right(call) {
            Given::Answer(Expected::Error) => Some(UNWRAPPED),
            right => Some(right),
        }],
    },
];

/// Right, but for a panic where a subtraction goes below 0.
fn below_zero(call: &Call, panics: impl Fn(&Mask) -> bool) -> Option<Given> {
    let mask = Mask::of(call, lengths(call)?);
    Some(if mask.is_some_and(|mask| panics(&mask)) {
        BELOW_ZERO
    } else {
        right(call)
    })
}

/// Right, but for a panic where a subtraction goes below 0 at one of the entries.
fn below_zero_in_band(call: &Call, panics: impl Fn(&Band<'_>, i64, i64) -> bool) -> Option<Given> {
    let band = Band::of(call)?;
    let mut indices = (0..band.rows).flat_map(|i| (0..band.columns).map(move |j| (i, j)));
    Some(if indices.any(|(i, j)| panics(&band, i, j)) {
        BELOW_ZERO
    } else {
        right(call)
    })
}

/// Right, but `given` where the lengths or the sides are as `special` says.
fn empty(call: &Call, special: impl Fn(u64, u64) -> bool, given: Given) -> Option<Given> {
    let &[.., Value::Size(first), Value::Size(second)] = call.arguments.as_slice() else {
        return None;
    };
    Some(if special(first, second) {
        given
    } else {
        right(call)
    })
}
