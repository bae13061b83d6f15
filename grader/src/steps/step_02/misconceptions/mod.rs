//! What people get wrong in step 02: one list a family. To add a mistake, add an item to a list.
//!
//! A mistake is named only where its answers equal the learner's to every question. So each must be told from every
//! other by some question; a test holds all pairs against each other.

mod geometry;

use crate::protocol::{Array, Call, Layout, Value};
use crate::steps::Misconception;
use crate::steps::{Expected, Given};

/// All families.
pub(super) const ALL: &[&[Misconception]] = &[geometry::LIST];

/// The tasks that make a mask.
const MASKS: &[u8] = &[7, 8];

/// The lengths that a mask is asked for, `None` where their sum overflows.
struct Lengths {
    sequence_length: u64,
    num_tokens: u64,
    total_length: Option<u64>,
}

fn lengths(call: &Call) -> Option<Lengths> {
    let &[Value::Size(sequence_length), Value::Size(num_tokens)] = call.arguments.as_slice() else {
        return None;
    };
    let total_length = sequence_length.checked_add(num_tokens);
    Some(Lengths {
        sequence_length,
        num_tokens,
        total_length,
    })
}

/// A mask of the right shape that is 0 where `open(sequence_length, num_tokens, row, column)` and negative infinity
/// elsewhere. Lengths that overflow are refused, as they should be.
fn mask(call: &Call, open: impl Fn(i64, i64, i64, i64) -> bool) -> Option<Given> {
    let Lengths {
        sequence_length,
        num_tokens,
        total_length,
    } = lengths(call)?;
    let Some(total_length) = total_length else {
        return Some(Given::Answer(Expected::Error));
    };
    let [l, n] = [sequence_length as i64, num_tokens as i64];
    let entry = |i, j| {
        if open(l, n, i, j) {
            0.0
        } else {
            f64::NEG_INFINITY
        }
    };
    Some(matrix(sequence_length, total_length, entry))
}

fn matrix(rows: u64, columns: u64, entry: impl Fn(i64, i64) -> f64) -> Given {
    let entry = &entry;
    let entries = (0..rows as i64).flat_map(|i| (0..columns as i64).map(move |j| entry(i, j)));
    let array = Array {
        shape: vec![rows, columns],
        layout: Layout::Rows,
        entries: entries.collect(),
    };
    Given::Answer(Expected::Value(Value::Array(array)))
}
