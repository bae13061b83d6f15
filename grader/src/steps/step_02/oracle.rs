//! The right answers of step 02, written from the definition of each function and from nothing else.
//!
//! Entries are `f64`, into which all four dtypes fit. The questions use only numbers that all four can hold, so one
//! answer is right in every dtype.

use crate::protocol::{Array, Call, Layout, Value};
use crate::steps::Expected;

/// The right answer to a call of one of the step's functions.
///
/// A call with other arguments than the function has is the grader's own mistake; nothing answers it rightly.
pub fn expect(call: &Call) -> Expected {
    answer(call).unwrap_or(Expected::Error)
}

fn answer(call: &Call) -> Option<Expected> {
    let expected = match (call.function.as_str(), call.arguments.as_slice()) {
        ("mask_value", []) => Expected::exact(scalar(f64::NEG_INFINITY)),
        ("total_length", &[Value::Size(sequence_length), Value::Size(num_tokens)]) => {
            match sum(sequence_length, num_tokens) {
                Some(sum) => Expected::exact(Value::Size(sum)),
                None => Expected::Error,
            }
        }
        ("constant", [Value::Array(value)]) => Expected::exact(Value::Array(value.clone())),
        (
            "broadcast_to",
            [
                Value::Array(tensor),
                Value::Size(rows),
                Value::Size(columns),
            ],
        ) => {
            let entry = *tensor.entries.first()?;
            match usize::try_from(*rows)
                .ok()?
                .checked_mul(usize::try_from(*columns).ok()?)
            {
                Some(_) => {
                    Expected::exact(Value::View(matrix(*rows, *columns, |_, _| entry), true))
                }
                None => Expected::Error,
            }
        }
        (
            "band_part",
            [
                Value::Array(tensor),
                Value::Bound(lower),
                Value::Bound(upper),
                Value::Flag(exclude),
            ],
        ) => {
            let &[rows, columns] = tensor.shape.as_slice() else {
                return None;
            };
            let kept = matrix(rows, columns, |i, j| {
                // As the definition has it, in integers that hold every difference.
                let (row, column) = (i as i128, j as i128);
                let inside = lower.is_none_or(|lower| row - column <= i128::from(lower))
                    && upper.is_none_or(|upper| column - row <= i128::from(upper));
                if inside == *exclude {
                    0.0
                } else {
                    entry(tensor, i, j)
                }
            });
            Expected::exact(Value::Array(kept))
        }
        ("causal_mask", &[Value::Size(sequence_length), Value::Size(num_tokens)]) => {
            mask(sequence_length, num_tokens, |i, j| j <= i)
        }
        ("cached_causal_mask", &[Value::Size(sequence_length), Value::Size(num_tokens)]) => {
            mask(sequence_length, num_tokens, |i, j| j <= i + num_tokens)
        }
        _ => return None,
    };
    Some(expected)
}

/// The sum, where a `usize` holds it.
fn sum(a: u64, b: u64) -> Option<u64> {
    let sum = usize::try_from(a)
        .ok()?
        .checked_add(usize::try_from(b).ok()?)?;
    u64::try_from(sum).ok()
}

fn mask(sequence_length: u64, num_tokens: u64, visible: impl Fn(u64, u64) -> bool) -> Expected {
    let Some(total_length) = sum(sequence_length, num_tokens) else {
        return Expected::Error;
    };
    let mask = matrix(sequence_length, total_length, |i, j| {
        if visible(i, j) {
            0.0
        } else {
            f64::NEG_INFINITY
        }
    });
    Expected::exact(Value::Array(mask))
}

fn scalar(entry: f64) -> Value {
    Value::Array(Array {
        shape: Vec::new(),
        layout: Layout::Rows,
        entries: vec![entry],
    })
}

fn matrix(rows: u64, columns: u64, entry: impl Fn(u64, u64) -> f64) -> Array {
    let mut entries = Vec::new();
    for i in 0..rows {
        entries.extend((0..columns).map(|j| entry(i, j)));
    }
    Array {
        shape: vec![rows, columns],
        layout: Layout::Rows,
        entries,
    }
}

/// The entry in row `i` and column `j` of a matrix argument.
fn entry(tensor: &Array, i: u64, j: u64) -> f64 {
    match tensor.layout {
        Layout::Broadcast => tensor.entries[0],
        _ => tensor.entries[(i * tensor.shape[1] + j) as usize],
    }
}
