//! The parts that questions of step 02 are made of.

use crate::protocol::{Array, Call, Dtype, Layout, Value};
use crate::steps::code::counted;

/// A matrix of whole numbers from 1 on, which start again after 251, so that every dtype holds them and each place can be
/// told. Some of them are `entry` instead, if it is another one than 2; seen through a broadcast, all are.
pub(super) fn entries([rows, columns]: [u64; 2], layout: Layout, entry: f64) -> Array {
    if layout == Layout::Broadcast {
        return Array {
            shape: vec![rows, columns],
            layout,
            entries: vec![entry],
        };
    }
    let sides = [rows, columns].map(|side| side as i64);
    let array = Array::matrix(sides, &|i, j| match is_replaced(i as u64, j as u64) {
        true if entry != 2.0 => entry,
        _ => counted(i as u64 * columns + j as u64),
    });
    Array { layout, ..array }
}

/// Whether another entry may stand here: at every third place of a row, a column and a diagonal.
pub(super) fn is_replaced(i: u64, j: u64) -> bool {
    (i + j).is_multiple_of(3)
}

pub(super) fn scalar(value: f64) -> Value {
    Value::Array(Array {
        shape: Vec::new(),
        layout: Layout::Rows,
        entries: vec![value],
    })
}

pub(super) fn sizes(function: &str, dtype: Dtype, [first, second]: [u64; 2]) -> Call {
    call(
        function,
        dtype,
        vec![Value::Size(first), Value::Size(second)],
    )
}

pub(super) fn call(function: &str, dtype: Dtype, arguments: Vec<Value>) -> Call {
    Call {
        function: function.to_owned(),
        dtype,
        arguments,
    }
}

/// What the reference asks the earlier functions for a mask.
pub(super) fn parts(mask: &Call) -> Vec<Call> {
    let &[Value::Size(rows), Value::Size(num_tokens)] = mask.arguments.as_slice() else {
        return Vec::new();
    };
    let part = |function, arguments| call(function, mask.dtype, arguments);
    let blocked = scalar(f64::NEG_INFINITY);
    let mut parts = vec![
        part("mask_value", Vec::new()),
        sizes("total_length", mask.dtype, [rows, num_tokens]),
        part("constant", vec![blocked.clone()]),
    ];
    if let Some(columns) = rows.checked_add(num_tokens) {
        let shape = [rows, columns].map(Value::Size);
        let view = entries([rows, columns], Layout::Broadcast, f64::NEG_INFINITY);
        let upper = if mask.function == "cached_causal_mask" {
            num_tokens
        } else {
            0
        };
        let bounds = [None, Some(upper)].map(Value::Bound);
        parts.push(part("broadcast_to", [&[blocked], &shape[..]].concat()));
        parts.push(part(
            "band_part",
            [&[Value::Array(view)], &bounds[..], &[Value::Flag(true)]].concat(),
        ));
    }
    parts
}
