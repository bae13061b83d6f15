//! What goes wrong in the parts of a mask: `constant` and `broadcast_to`.

use super::values::minimum;
use super::{ERROR, TOO_LARGE, answer, array, fits, right, scalar};
use crate::protocol::{Array, Call, Dtype, Value};
use crate::steps::{Given, Misconception};

const MULTIPLIED_TOO_MUCH: Given = Given::Panic("attempt to multiply with overflow");

pub(super) const LIST: &[Misconception] = &[
    Misconception {
        id: "C1",
        tasks: &[4],
        title: "The array holds 0",
        text: "The array has the right shape, but `value` never gets into it: `zeros` and `default` make the array by \
               themselves.",
        fix: "Look for a constructor that takes the value.",
        answers: &[|call| changed(call, |_, _| 0.0)],
    },
    Misconception {
        id: "C2",
        tasks: &[4],
        title: "The sign of the value is turned",
        text: "The array holds `-value`, perhaps because the mask will need minus infinity. That is the business of task 2.",
        fix: "A constant takes what it is given.",
        answers: &[|call| changed(call, |_, value| -value)],
    },
    Misconception {
        id: "C3",
        tasks: &[4],
        title: "The array always holds -inf",
        text: "It looks as if the mask's value was put in, whatever `value` is.",
        fix: "Take what is handed in: this function is for any number, and task 7 will hand it the value of task 2.",
        answers: &[|call| changed(call, |_, _| f64::NEG_INFINITY)],
    },
    Misconception {
        id: "C4",
        tasks: &[4],
        title: "The array holds 1",
        text: "The array has the right shape, but `value` never gets into it: `ones` and `T::one()` make an array of ones.",
        fix: "Look for a constructor that takes the value.",
        answers: &[|call| changed(call, |_, _| 1.0)],
    },
    Misconception {
        id: "C5",
        tasks: &[4],
        title: "Infinity is replaced by a finite number",
        text: "Infinities are ordinary values of a float, and -inf is the very one that the mask needs.",
        fix: "There is nothing to clamp or to repair: put the value in as it comes.",
        answers: &[
            |call| changed(call, |dtype, value| value.clamp(-most(dtype), most(dtype))),
            |call| changed(call, between),
            |call| changed(call, |dtype, value| finite_or(value, -most(dtype))),
            |call| {
                changed(call, |dtype, value| {
                    if value < -most(dtype) {
                        -most(dtype)
                    } else {
                        value
                    }
                })
            },
            |call| changed(call, |_, value| finite_or(value, 0.0)),
            |call| {
                changed(call, |_, value| {
                    if value.is_nan() {
                        0.0
                    } else {
                        finite_or(value, 0.0)
                    }
                })
            },
        ],
    },
    Misconception {
        id: "C6",
        tasks: &[4],
        title: "The sign of the value is lost",
        text: "Negative values come out positive, and -inf becomes inf.",
        fix: "A constant keeps its value with its sign; leave `abs` out.",
        answers: &[|call| changed(call, |_, value| value.abs())],
    },
    Misconception {
        id: "C7",
        tasks: &[4],
        title: "The value is made a whole number",
        text: "Fractions are lost on the way, but 0.5 is a value like any other.",
        fix: "There is no need to round, or to go through an integer: the array takes the value as it is.",
        answers: &[
            |call| changed(call, |_, value| value.round()),
            |call| changed(call, |_, value| value.trunc()),
            |call| changed(call, |_, value| value.ceil()),
        ],
    },
    Misconception {
        id: "E1",
        tasks: &[5],
        title: "Rows and columns are exchanged",
        text: "The shape is given as rows, then columns, and ndarray takes it in this order too. Yours comes out on its \
               side.",
        fix: "Hand the shape over as it is.",
        answers: &[|call| view(call, |rows, columns| [columns, rows])],
    },
    Misconception {
        id: "E2",
        tasks: &[5],
        title: "A plain `*` that panics",
        text: "The check for the size panics itself, because the product does not fit into a `usize`.",
        fix: "ndarray already knows which shapes are possible, and its answer tells you without a product of your own.",
        answers: &[|call| {
            let [rows, columns] = sides(call)?;
            let product = usize::try_from(rows)
                .ok()?
                .checked_mul(usize::try_from(columns).ok()?);
            Some(if product.is_none() {
                MULTIPLIED_TOO_MUCH
            } else {
                right(call)
            })
        }],
    },
    Misconception {
        id: "E3",
        tasks: &[5],
        title: "The entries are copied",
        text: "The values are right, but a whole matrix was made for them and must be kept alive for ever.",
        fix: "A view can have a stride of 0, so that every entry is the one that `tensor` holds. ndarray has a method for \
              just this.",
        answers: &[|call| copied(call, ERROR), |call| copied(call, TOO_LARGE)],
    },
    Misconception {
        id: "E4",
        tasks: &[5],
        title: "Reshaped instead of broadcast",
        text: "Reshaping lays the same entries out in another way and never makes more of them, so a single entry fits only \
               into the shape (1, 1).",
        fix: "To see one entry at many places, broadcast.",
        answers: &[|call| match sides(call)? {
            [1, 1] => Some(right(call)),
            _ => Some(ERROR),
        }],
    },
    Misconception {
        id: "E5",
        tasks: &[5],
        title: "The result has one entry, whatever the shape",
        text: "The constant was given two axes, but each of length 1; `shape` has no part in it.",
        fix: "ndarray would stretch one entry by itself in many places, but the result promised here has this very `shape`.",
        answers: &[|call| view(call, |_, _| [1, 1])],
    },
    Misconception {
        id: "E6",
        tasks: &[5],
        title: "Only one side of the shape is used",
        text: "One of the two numbers never reaches the result, so the view is square or a single line.",
        fix: "Both sides of the shape count: `shape.0` rows and `shape.1` columns.",
        answers: &[
            |call| view(call, |_, columns| [1, columns]),
            |call| view(call, |_, columns| [columns, columns]),
            |call| view(call, |rows, _| [rows, rows]),
            |call| view(call, |rows, _| [rows, 1]),
        ],
    },
];

/// A constant with another value, computed in its dtype.
fn changed(call: &Call, change: impl Fn(Dtype, f64) -> f64) -> Option<Given> {
    match call.arguments.as_slice() {
        [Value::Array(value)] if value.shape.is_empty() => {
            let value = *value.entries.first()?;
            Some(scalar(call.dtype.round(change(call.dtype, value))))
        }
        _ => None,
    }
}

/// By `max` and `min`, which for f32 and f64 give the other number for a NaN.
fn between(dtype: Dtype, value: f64) -> f64 {
    match dtype {
        Dtype::F16 | Dtype::Bf16 => value.clamp(-most(dtype), most(dtype)),
        Dtype::F32 | Dtype::F64 => value.max(-most(dtype)).min(most(dtype)),
    }
}

fn finite_or(value: f64, other: f64) -> f64 {
    if value.is_infinite() { other } else { value }
}

/// The largest finite number.
fn most(dtype: Dtype) -> f64 {
    -minimum(dtype)
}

/// The shape that a constant is to have.
fn sides(call: &Call) -> Option<[u64; 2]> {
    match call.arguments.as_slice() {
        &[_, Value::Size(rows), Value::Size(columns)] => Some([rows, columns]),
        _ => None,
    }
}

/// A view in another shape, or an error where ndarray has none.
fn view(call: &Call, shape: impl Fn(u64, u64) -> [u64; 2]) -> Option<Given> {
    let [rows, columns] = sides(call)?;
    let [rows, columns] = shape(rows, columns);
    if !fits(rows, columns) {
        return Some(ERROR);
    }
    let array = repeated(call, rows, columns)?;
    Some(answer(Value::View(array, true)))
}

/// The right view, but of other memory.
fn copied(call: &Call, too_large: Given) -> Option<Given> {
    let [rows, columns] = sides(call)?;
    if !fits(rows, columns) {
        return Some(too_large);
    }
    let array = repeated(call, rows, columns)?;
    Some(answer(Value::View(array, false)))
}

fn repeated(call: &Call, rows: u64, columns: u64) -> Option<Array> {
    let Value::Array(tensor) = call.arguments.first()? else {
        return None;
    };
    let entry = *tensor.entries.first()?;
    Some(array(rows as i64, columns as i64, |_, _| entry))
}
