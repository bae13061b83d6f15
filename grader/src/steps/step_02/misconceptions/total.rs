//! What goes wrong with the total length: in `total_length` itself, and in a mask that does not use it.

use super::{BELOW_ZERO, ERROR, MASKS, TOO_LARGE, answer, fits, lengths, matrix, overflowing, sum};
use crate::protocol::{Call, Value};
use crate::steps::{Given, Misconception};

const ADDED_TOO_MUCH: Given = Given::Panic("attempt to add with overflow");
const MULTIPLIED_TOO_MUCH: Given = Given::Panic("attempt to multiply with overflow");

pub(super) const LIST: &[Misconception] = &[
    Misconception {
        id: "T1",
        tasks: &[3, 7, 8],
        title: "A plain `+` that panics",
        text: "Two lengths that are too large together make `+` panic in a debug build; in a release build it would silently \
               give a small number.",
        fix: "The function returns a `Result` for this: find the addition that reports it.",
        answers: &[|call| overflowing(call, ADDED_TOO_MUCH)],
    },
    Misconception {
        id: "T2",
        tasks: &[3],
        title: "The sum stops at the largest `usize`",
        text: "`saturating_add` hides the overflow: whoever gets the result takes it for the true length, and trouble starts \
               later and elsewhere.",
        fix: "A sum that does not fit should be an `Err`.",
        answers: &[|call| overflowing(call, size(usize::MAX as u64))],
    },
    Misconception {
        id: "T2",
        tasks: MASKS,
        title: "Whether the total length fits is never asked",
        text: "Where the two lengths together are more than a `usize` holds, ndarray is asked for a mask that no memory has room \
               for, and panics: the sum stops at the largest `usize`, or nobody adds the lengths up.",
        fix: "Lengths that do not fit should be an `Err`: task 3 tells them apart.",
        answers: &[|call| overflowing(call, TOO_LARGE)],
    },
    Misconception {
        id: "T3",
        tasks: &[3, 7, 8],
        title: "The sum starts again from 0",
        text: "`wrapping_add` throws the overflow away, so two huge lengths make a small one, and a mask with far too few \
               columns follows from it.",
        fix: "A sum that does not fit should be an `Err`.",
        answers: &[|call| wrapped(call, ERROR), |call| wrapped(call, TOO_LARGE)],
    },
    Misconception {
        id: "T4",
        tasks: &[3],
        title: "One length stands for both",
        text: "The result is one of the two arguments, and the other does not matter.",
        fix: "A query could look at the tokens of the sequence and at those before it: the width needs both.",
        answers: &[
            |call| pair(call, |l, _| size(l)),
            |call| pair(call, |_, n| size(n)),
        ],
    },
    Misconception {
        id: "T5",
        tasks: &[3],
        title: "The larger or smaller length instead of the sum",
        text: "Neither of the lengths contains the other: the tokens of `num_tokens` come on top of the sequence, and the \
               two do not overlap.",
        fix: "Count the tokens of both.",
        answers: &[
            |call| pair(call, |l, n| size(l.max(n))),
            |call| pair(call, |l, n| size(l.min(n))),
        ],
    },
    Misconception {
        id: "T6",
        tasks: &[3],
        title: "Multiplied instead of added",
        text: "A product is the number of entries of a matrix.",
        fix: "Two groups of tokens stand one after the other here, and the question is how many there are together.",
        answers: &[
            |call| pair(call, |l, n| l.checked_mul(n).map_or(ERROR, size)),
            |call| {
                pair(call, |l, n| {
                    l.checked_mul(n).map_or(MULTIPLIED_TOO_MUCH, size)
                })
            },
            |call| pair(call, |l, n| size(l.saturating_mul(n))),
            |call| pair(call, |l, n| size(l.wrapping_mul(n))),
        ],
    },
    Misconception {
        id: "T7",
        tasks: &[3],
        title: "The sum is off by one",
        text: "There is a token too many or too few. The total is a count of tokens, not the index of the last one.",
        fix: "Add nothing and take nothing away: for 3 and 2 the answer is 5.",
        answers: &[
            |call| {
                moved(call, ADDED_TOO_MUCH, |sum| {
                    sum.checked_sub(1).map_or(BELOW_ZERO, size)
                })
            },
            |call| moved(call, ERROR, |sum| sum.checked_add(1).map_or(ERROR, size)),
            |call| {
                moved(call, ERROR, |sum| {
                    sum.checked_add(1).map_or(ADDED_TOO_MUCH, size)
                })
            },
            |call| {
                moved(call, ADDED_TOO_MUCH, |sum| {
                    sum.checked_add(1).map_or(ADDED_TOO_MUCH, size)
                })
            },
            |call| moved(call, ERROR, |sum| sum.checked_sub(1).map_or(ERROR, size)),
            |call| {
                moved(call, ERROR, |sum| {
                    sum.checked_sub(1).map_or(BELOW_ZERO, size)
                })
            },
            |call| moved(call, ERROR, |sum| size(sum.saturating_sub(1))),
        ],
    },
    Misconception {
        id: "T8",
        tasks: &[3],
        title: "The difference instead of the sum",
        text: "`num_tokens` is not contained in `sequence_length`: it counts tokens that come in addition.",
        fix: "There is nothing to take away; count both.",
        answers: &[
            |call| pair(call, |l, n| size(l.abs_diff(n))),
            |call| pair(call, |l, n| size(l.saturating_sub(n))),
            |call| pair(call, |l, n| l.checked_sub(n).map_or(ERROR, size)),
            |call| pair(call, |l, n| l.checked_sub(n).map_or(BELOW_ZERO, size)),
        ],
    },
];

fn size(size: u64) -> Given {
    answer(Value::Size(size))
}

/// Whether it is a call of task 3, not of a mask.
fn is_sum(call: &Call) -> bool {
    call.function == "total_length"
}

/// What this makes of the two lengths.
fn pair(call: &Call, given: impl Fn(u64, u64) -> Given) -> Option<Given> {
    let [l, n] = lengths(call)?;
    Some(given(l, n))
}

/// What this makes of the sum, where there is one.
fn moved(call: &Call, overflowed: Given, given: impl Fn(u64) -> Given) -> Option<Given> {
    Some(sum(lengths(call)?).map_or(overflowed, given))
}

/// A sum that wraps. A mask with few columns and many rows is still `too_large`.
fn wrapped(call: &Call, too_large: Given) -> Option<Given> {
    let [l, n] = lengths(call)?;
    let width = (l as usize).wrapping_add(n as usize) as u64;
    if is_sum(call) {
        return Some(size(width));
    }
    let given = if fits(l, width) {
        matrix(l as i64, width as i64, |_, _| 0.0)
    } else {
        too_large
    };
    overflowing(call, given)
}
