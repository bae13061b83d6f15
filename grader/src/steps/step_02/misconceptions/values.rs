//! Right patterns with wrong numbers in them, and the same numbers as the answer to task 2.

use super::{BLOCKED, MASKS, Mask, entries, scalar};
use crate::protocol::{Call, Dtype};
use crate::steps::{Given, Misconception};

/// Where the number that blocks matters. A mask shows more of it than the number alone.
const BLOCKING: &[u8] = &[7, 8, 2];

pub(super) const LIST: &[Misconception] = &[
    Misconception {
        id: "V1",
        tasks: MASKS,
        title: "1 keeps and 0 hides",
        text: "These are flags, but the mask is added to the scores: adding 1 or 0 hides nothing.",
        fix: "What a token may look at must change by nothing at all, and what it may not must fall below every other score.",
        answers: &[|call| allowed_and_blocked(call, 1.0, 0.0)],
    },
    Misconception {
        id: "V1",
        tasks: &[2],
        title: "0 hides nothing",
        text: "0 is what a flag or a factor would be. This value is added to a score, and adding 0 leaves the score as it \
               was.",
        fix: "Look for the number that beats every score it is added to.",
        answers: &[|call| blocked(call, |_| 0.0)],
    },
    Misconception {
        id: "V2",
        tasks: BLOCKING,
        title: "1 stands for hidden",
        text: "As a flag, 1 may well mean hidden. Added to a score, it makes the token more likely to be looked at, not \
               less.",
        fix: "The value must pull the score down so far that softmax leaves nothing of it.",
        answers: &[|call| blocked(call, |_| 1.0)],
    },
    Misconception {
        id: "V3",
        tasks: BLOCKING,
        title: "Infinity has the wrong sign",
        text: "A score of plus infinity wins over all others, and softmax turns its row into NaN (it computes inf - inf).",
        fix: "A blocked score lies at the other end of the line.",
        answers: &[|call| blocked(call, |_| f64::INFINITY)],
    },
    Misconception {
        id: "V4",
        tasks: BLOCKING,
        title: "A very large negative number instead of `-inf`",
        text: "It does for ordinary scores in f32. But f16 turns it into -inf, and in a row where everything is hidden it \
               shares out the attention as if nothing were.",
        fix: "Every float dtype has a value for `never`: look for it.",
        answers: &[
            |call| blocked(call, |_| -1e9),
            |call| blocked(call, |_| -1e8),
            |call| blocked(call, |_| -1e10),
            |call| blocked(call, |_| -1e12),
            |call| blocked(call, |_| -9e15),
            |call| blocked(call, |_| -1e20),
            |call| blocked(call, |_| -1e30),
            |call| blocked(call, |_| -2f64.powi(100)),
        ],
    },
    Misconception {
        id: "V5",
        tasks: BLOCKING,
        title: "A floor that scores can fall below",
        text: "It hides a token only as long as all scores stay far above it. Where a score that is allowed is lower still, \
               the hidden token wins and the future leaks through.",
        fix: "Take the value below which nothing can fall.",
        answers: &[
            |call| blocked(call, |_| -1e4),
            |call| blocked(call, |_| -1e2),
            |call| blocked(call, |_| -1e3),
            |call| blocked(call, |_| -9999.0),
            |call| blocked(call, |_| -1e5),
            |call| blocked(call, |_| -1e6),
        ],
    },
    Misconception {
        id: "V6",
        tasks: BLOCKING,
        title: "The lowest finite number instead of `-inf`",
        text: "It is finite: where every token of a row is hidden, softmax shares the attention equally instead of telling \
               you. Added to another such number it overflows.",
        fix: "`Float` has a function for the value beyond it.",
        answers: &[|call| blocked(call, minimum)],
    },
    Misconception {
        id: "V7",
        tasks: BLOCKING,
        title: "The minimum of one dtype, used in all",
        text: "The smallest number of one dtype is out of range in a smaller one, where it turns into -inf, and nothing \
               special in a larger one. So it is right in some dtypes by luck.",
        fix: "Ask `T` for the value, not a dtype you know.",
        answers: &[
            |call| blocked(call, |_| minimum(Dtype::F16)),
            |call| blocked(call, |_| minimum(Dtype::F32)),
            |call| blocked(call, |_| minimum(Dtype::F64)),
            |call| blocked(call, |_| minimum(Dtype::Bf16)),
        ],
    },
    Misconception {
        id: "V8",
        tasks: MASKS,
        title: "-inf was multiplied by 0",
        text: "The blocked entries are right, but those a token may see are NaN: 0 * -inf is not 0. A mask cannot be made by \
               multiplying with infinity.",
        fix: "Choose between the two values for each entry.",
        answers: &[|call| allowed_and_blocked(call, f64::NAN, BLOCKED)],
    },
    Misconception {
        id: "V9",
        tasks: MASKS,
        title: "-inf was multiplied by the flags of what is allowed",
        text: "Two things at once: the flags were 1 where a token may look, so the past is blocked, and 0 * -inf made the \
               future NaN.",
        fix: "Choose one of two values for each entry, and mind which is which.",
        answers: &[|call| allowed_and_blocked(call, BLOCKED, f64::NAN)],
    },
    Misconception {
        id: "V10",
        tasks: BLOCKING,
        title: "A number next to 0",
        text: "An exponent with a minus makes a number tiny, not large: -1e-9 is so close to 0 that softmax sees no \
               difference, and in f16 it is 0. Nothing is hidden by it.",
        fix: "Take a value far below every score, not one next to 0.",
        answers: &[
            |call| blocked(call, |_| -1e-9),
            |call| blocked(call, |_| 1e-9),
            |call| blocked(call, |_| -1e-10),
        ],
    },
    Misconception {
        id: "V11",
        tasks: BLOCKING,
        title: "`MIN_POSITIVE` is not a minimum",
        text: "Despite its name it lies just above 0: it is the smallest positive number that is stored in full precision. \
               Adding it hides nothing.",
        fix: "The other end of the scale is wanted: look for what lies below every number.",
        answers: &[|call| blocked(call, smallest_positive)],
    },
    Misconception {
        id: "V12",
        tasks: MASKS,
        title: "These are attention weights",
        text: "Every row sums to 1, as after softmax. The mask comes before that: it is added to the scores, and softmax \
               then makes the weights.",
        fix: "Put no shares into the mask, only what is to be added to a score.",
        answers: &[
            |call| entries(call, |m, i, j| share(m, i, j, Dtype::round)),
            |call| entries(call, |m, i, j| share(m, i, j, |_, n| n)),
            // A sum of ones in bf16 does not get beyond 256.
            |call| {
                entries(call, |m, i, j| {
                    share(m, i, j, |dtype, n| {
                        if dtype == Dtype::Bf16 {
                            n.min(256.0)
                        } else {
                            n
                        }
                    })
                })
            },
        ],
    },
    Misconception {
        id: "V13",
        tasks: MASKS,
        title: "What may be seen is 1 instead of 0",
        text: "The blocked part is right. On paper, adding 1 to all the others changes nothing after softmax; in a narrow \
               dtype it rounds away digits of the scores.",
        fix: "A score that is not blocked should stay as it is.",
        answers: &[|call| allowed_and_blocked(call, 1.0, BLOCKED)],
    },
    Misconception {
        id: "V14",
        tasks: BLOCKING,
        title: "NaN is no score",
        text: "NaN swallows whatever it is added to: one such entry makes its whole row NaN after softmax.",
        fix: "It comes from `nan()`, 0 / 0, inf - inf, or a softmax of nothing but -inf. Look for one of these.",
        answers: &[
            |call| allowed_and_blocked(call, f64::NAN, f64::NAN),
            |call| blocked(call, |_| f64::NAN),
        ],
    },
    Misconception {
        id: "V15",
        tasks: MASKS,
        title: "Two finite masks were added",
        text: "Some blocked entries were blocked by both: they are twice as low as the others, or -inf where twice as low \
               is more than the dtype can hold.",
        fix: "Decide once for each entry, with a value that stays the same when it is added.",
        answers: &[
            |call| added(call, minimum, |m, i, j| j > i + m.offset + 1),
            |call| added(call, minimum, |m, _, j| j >= m.l),
            |call| added(call, |_| -1e9, |m, i, j| j > i + m.offset + 1),
            |call| added(call, |_| -1e9, |m, _, j| j >= m.l),
        ],
    },
];

/// The right pattern with these two values, which every dtype holds; `None` for task 2.
fn allowed_and_blocked(call: &Call, allowed: f64, blocked: f64) -> Option<Given> {
    entries(
        call,
        |mask, i, j| {
            if mask.allows(i, j) { allowed } else { blocked }
        },
    )
}

/// The right pattern with another value that blocks, or that value.
fn blocked(call: &Call, value: impl Fn(Dtype) -> f64) -> Option<Given> {
    let value = call.dtype.round(value(call.dtype));
    if call.arguments.is_empty() {
        return Some(scalar(value));
    }
    allowed_and_blocked(call, 0.0, value)
}

/// The right pattern in which `value` blocks, twice where `twice` says so.
fn added(
    call: &Call,
    value: impl Fn(Dtype) -> f64,
    twice: impl Fn(&Mask, i64, i64) -> bool,
) -> Option<Given> {
    let value = call.dtype.round(value(call.dtype));
    let both = call.dtype.round(2.0 * value);
    entries(call, |mask, i, j| match mask.allows(i, j) {
        true => 0.0,
        false if twice(mask, i, j) => both,
        false => value,
    })
}

/// An equal share of the attention. `counted` is what became of the number of tokens in the dtype.
fn share(mask: &Mask, i: i64, j: i64, counted: impl Fn(Dtype, f64) -> f64) -> f64 {
    if !mask.allows(i, j) {
        return 0.0;
    }
    let count = counted(mask.dtype, (i + mask.offset + 1) as f64);
    match mask.dtype {
        Dtype::F64 => 1.0 / count,
        // The crate half computes in f32.
        dtype => dtype.round(Dtype::F32.round(1.0 / count)),
    }
}

pub(super) fn minimum(dtype: Dtype) -> f64 {
    match dtype {
        Dtype::F16 => -65504.0,
        Dtype::Bf16 => f64::from(f32::from_bits(0xFF7F_0000)),
        Dtype::F32 => f64::from(f32::MIN),
        Dtype::F64 => f64::MIN,
    }
}

fn smallest_positive(dtype: Dtype) -> f64 {
    match dtype {
        Dtype::F16 => 2f64.powi(-14),
        Dtype::Bf16 | Dtype::F32 => 2f64.powi(-126),
        Dtype::F64 => f64::MIN_POSITIVE,
    }
}
