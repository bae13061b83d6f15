//! The answers of step 02, written from the definition of each function and from nothing else.
//!
//! All that a definition decides is a choice. With the right ones these are the right answers; with another one, those
//! of a mistake. Entries are `f64`, into which all four dtypes fit. The questions use only numbers that all four can
//! hold, so one answer is right in every dtype.

use super::asked::signed;
pub(super) use super::asked::{Band, Mask};
use super::calls::scalar;
use crate::protocol::{Array, Call, Dtype, Value};
use crate::steps::{Expected, Given};

pub(super) const BLOCKED: f64 = f64::NEG_INFINITY;
pub(super) const ERROR: Given = Given::Answer(Expected::ANY_ERROR);
/// What ndarray says when it is to make an array that no memory could hold.
pub(super) const TOO_LARGE: &str = "Shape too large";
pub(super) const BELOW_ZERO: &str = "attempt to subtract with overflow";

/// What the answers rest on.
pub(super) struct Choices {
    /// Answers that have nothing to do with the rest.
    pub special: fn(&Call) -> Option<Given>,
    /// The total of two lengths, in numbers that hold every one; the third is the number that a mistake leaves open.
    pub total: fn(i128, i128, f64) -> i128,
    /// What becomes of a total that no `usize` holds.
    pub overflow: Overflow,
    /// How many rows and columns a mask has.
    pub shape: fn(&Mask) -> [i64; 2],
    /// Which of its entries may be seen.
    pub open: fn(&Mask, i64, i64) -> bool,
    /// What stands there.
    pub allowed: fn(&Mask, i64) -> f64,
    /// What stands elsewhere.
    pub blocked: fn(&Mask, i64, i64) -> f64,
    /// What a constant holds of its value.
    pub constant: fn(Dtype, f64, f64) -> f64,
    /// The shape of a broadcast.
    pub view: fn(i64, i64) -> [i64; 2],
    /// Whether it shows the memory of its argument.
    pub shared: bool,
    /// What the bound on the diagonals below the main one is taken for.
    pub lower: fn(Option<i64>) -> Option<i64>,
    /// The same for those above it.
    pub upper: fn(Option<i64>) -> Option<i64>,
    /// Which entries are inside a band.
    pub inside: fn(&Band<'_>, i64, i64) -> bool,
    /// Which are kept, after whether they are inside.
    pub keep: fn(&Band<'_>, bool, i64, i64) -> bool,
    /// What stands there.
    pub kept: fn(&Band<'_>, i64, i64) -> f64,
    /// What stands elsewhere.
    pub rest: fn(&Band<'_>, i64, i64) -> f64,
    /// Whether rows become columns.
    pub transposed: bool,
}

/// What becomes of a total that no `usize` holds.
pub(super) enum Overflow {
    Is(Given),
    Wraps,
    Saturates,
    /// It is not computed, so only a shape that is itself too large stops a mask.
    Unnoticed,
}

/// The right choices.
pub(super) const RIGHT: Choices = Choices {
    special: |_| None,
    total: |sequence_length, num_tokens, _| sequence_length + num_tokens,
    overflow: Overflow::Is(ERROR),
    shape: |mask| [mask.l, mask.w],
    open: Mask::allows,
    allowed: |_, _| 0.0,
    blocked: |_, _, _| BLOCKED,
    constant: |_, value, _| value,
    view: |rows, columns| [rows, columns],
    shared: true,
    lower: |bound| bound,
    upper: |bound| bound,
    inside: |band, i, j| band.inside(i, j),
    keep: |band, inside, _, _| inside != band.exclude,
    kept: |band, i, j| band.entry(i, j),
    rest: |_, _, _| 0.0,
    transposed: false,
};

/// The right answer to a call of one of the step's functions.
///
/// A call with other arguments than the function has is the grader's own mistake; nothing answers it rightly.
pub fn expect(call: &Call) -> Expected {
    Expected::of(answer(call, 0.0, &RIGHT))
}

/// The answer that comes of these choices. `number` is what a mistake leaves open.
pub(super) fn answer(call: &Call, number: f64, choices: &Choices) -> Option<Given> {
    if let Some(special) = (choices.special)(call) {
        return Some(special);
    }
    let given = match (call.function.as_str(), call.arguments.as_slice()) {
        ("mask_value", []) => {
            let blocked = (choices.blocked)(&Mask::of(call, number)?, 0, 0);
            value(scalar(call.dtype.round(blocked)))
        }
        ("total_length", &[Value::Size(l), Value::Size(n)]) => match total(l, n, number, choices) {
            Ok(total) => value(Value::Size(total)),
            Err(given) => given,
        },
        ("constant", [Value::Array(tensor)]) => {
            let held = (choices.constant)(call.dtype, *tensor.entries.first()?, number);
            value(scalar(call.dtype.round(held)))
        }
        (
            "broadcast_to",
            [
                Value::Array(tensor),
                Value::Size(rows),
                Value::Size(columns),
            ],
        ) => {
            let entry = *tensor.entries.first()?;
            let [rows, columns] = (choices.view)(signed(*rows), signed(*columns));
            if fits(rows, columns) {
                let array = Array::matrix([rows, columns], &|_, _| entry);
                value(Value::View(array, choices.shared))
            } else {
                ERROR
            }
        }
        ("band_part", _) => band_part(Band::of(call, number)?, choices),
        ("causal_mask" | "cached_causal_mask", &[Value::Size(l), Value::Size(n)]) => {
            let mut mask = Mask::of(call, number)?;
            match total(l, n, number, choices) {
                Ok(total) => mask.w = signed(total),
                Err(given) if !matches!(choices.overflow, Overflow::Unnoticed) => {
                    return Some(given);
                }
                Err(_) => {}
            }
            causal_mask(&mask, choices)
        }
        _ => return None,
    };
    Some(given)
}

/// The total of two lengths, or what is given in its place.
fn total(l: u64, n: u64, number: f64, choices: &Choices) -> Result<u64, Given> {
    let total = (choices.total)(i128::from(l), i128::from(n), number);
    match (usize::try_from(total), &choices.overflow) {
        (Ok(total), _) => Ok(total as u64),
        (_, Overflow::Wraps) => Ok(total as usize as u64),
        (_, Overflow::Saturates) => Ok(usize::MAX as u64),
        (_, Overflow::Is(given)) => Err(given.clone()),
        (_, Overflow::Unnoticed) => Err(Given::Fails),
    }
}

fn causal_mask(mask: &Mask, choices: &Choices) -> Given {
    let [rows, columns] = (choices.shape)(mask);
    if !fits(rows, columns) {
        return match choices.overflow {
            Overflow::Saturates => Given::Panic(TOO_LARGE),
            _ => Given::Fails,
        };
    }
    value(Value::Array(Array::matrix([rows, columns], &|i, j| {
        mask.dtype.round(if (choices.open)(mask, i, j) {
            (choices.allowed)(mask, i)
        } else {
            (choices.blocked)(mask, i, j)
        })
    })))
}

fn band_part(mut band: Band<'_>, choices: &Choices) -> Given {
    band.lower = (choices.lower)(band.lower);
    band.upper = (choices.upper)(band.upper);
    let entry = |i, j| {
        let inside = (choices.inside)(&band, i, j);
        if (choices.keep)(&band, inside, i, j) {
            (choices.kept)(&band, i, j)
        } else {
            (choices.rest)(&band, i, j)
        }
    };
    value(Value::Array(if choices.transposed {
        Array::matrix([band.columns, band.rows], &|j, i| entry(i, j))
    } else {
        Array::matrix([band.rows, band.columns], &entry)
    }))
}

fn value(value: Value) -> Given {
    Given::Answer(Expected::exact(value))
}

/// Whether ndarray makes arrays or views with as many entries.
fn fits(rows: i64, columns: i64) -> bool {
    let product = rows.max(1).checked_mul(columns.max(1));
    product.is_some_and(|product| product < isize::MAX as i64)
}
