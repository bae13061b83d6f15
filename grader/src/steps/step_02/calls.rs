//! The parts that questions of step 02 are made of.

use crate::protocol::{Array, Call, Dtype, Layout, Value};
use crate::steps::Mask;

/// The bounds of a band, and whether it is excluded.
pub(super) type Band = (Option<u64>, Option<u64>, bool);

pub(super) fn bands(bounds: &[Option<u64>]) -> Vec<Band> {
    let pairs = bounds
        .iter()
        .flat_map(|&lower| bounds.iter().map(move |&upper| (lower, upper)));
    pairs
        .flat_map(|(lower, upper)| [false, true].map(|exclude| (lower, upper, exclude)))
        .collect()
}

pub(super) fn banded(dtype: Dtype, input: Array, (lower, upper, exclude): Band) -> Call {
    let arguments = vec![
        Value::Array(input),
        Value::Bound(lower),
        Value::Bound(upper),
        Value::Flag(exclude),
    ];
    call("band_part", dtype, arguments)
}

/// A matrix of whole numbers from 1 on. They start again after 251, which every dtype still holds exactly.
pub(super) fn counting([rows, columns]: [u64; 2], layout: Layout) -> Array {
    let entries = (0..rows * columns).map(|k| (k % 251 + 1) as f64).collect();
    Array {
        shape: vec![rows, columns],
        layout,
        entries,
    }
}

pub(super) fn broadcast(value: f64, [rows, columns]: [u64; 2]) -> Array {
    Array {
        shape: vec![rows, columns],
        layout: Layout::Broadcast,
        entries: vec![value],
    }
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

/// The call that makes a mask to draw.
pub(super) fn mask(mask: Mask) -> Call {
    let function = if mask.cached {
        "cached_causal_mask"
    } else {
        "causal_mask"
    };
    sizes(
        function,
        mask.dtype,
        [mask.sequence_length, mask.num_tokens],
    )
}

/// The smallest number above 1 that the dtype holds: what goes through a narrower one on its way comes back as 1.
pub(super) fn all_digits(dtype: Dtype) -> f64 {
    1.0 + dtype.epsilon()
}
