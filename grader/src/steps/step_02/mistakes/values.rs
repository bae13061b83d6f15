//! Right patterns with wrong numbers in them, the same numbers as the answer to task 2, and the parts of a mask:
//! `constant` and `broadcast_to`.

use super::oracle::{self, BLOCKED, Mask};
use super::{TEXTS, mistakes, read, way};
use crate::protocol::{Call, Dtype, Value};
use crate::steps::{Expected, Given, Misconception};

/// A mask shows more of the number that blocks than task 2, which asks for the number alone.
pub(super) const VALUES: &[Misconception] = mistakes![
    V1 [7, 8] (allowed: |_, _| 1.0, blocked: |_, _, _| 0.0)
    V1 [2] (blocked: |_, _, _| 0.0)
    V2 [7, 8, 2] (blocked: |_, _, _| 1.0)
    V3 [7, 8, 2] (blocked: |_, _, _| f64::INFINITY)
    V4 [7, 8, 2] (number -1e9, is_very_large, read::blocked; blocked: |m, _, _| m.number)
    V5 [7, 8, 2] (number -1e4, is_large, read::blocked; blocked: |m, _, _| m.number)
    V6 [7, 8, 2] (blocked: |m, _, _| -m.dtype.largest())
    V7 [7, 8, 2]
        (blocked: |_, _, _| -Dtype::F16.largest()) (blocked: |_, _, _| -Dtype::F32.largest())
        (blocked: |_, _, _| -Dtype::F64.largest()) (blocked: |_, _, _| -Dtype::Bf16.largest())
    V8 [7, 8] (allowed: |_, _| f64::NAN)
    V9 [7, 8] (allowed: |_, _| BLOCKED, blocked: |_, _, _| f64::NAN)
    V10 [7, 8, 2] (number -1e-9, is_next_to_zero, read::blocked; blocked: |m, _, _| m.number)
    V11 [7, 8, 2] (blocked: |m, _, _| m.dtype.smallest_normal())
    V12 [7, 8]
        (allowed: |m, i| share(m, i, Dtype::round), blocked: |_, _, _| 0.0)
        (allowed: |m, i| share(m, i, |_, count| count), blocked: |_, _, _| 0.0)
        (allowed: |m, i| share(m, i, counted_by_one), blocked: |_, _, _| 0.0)
    V13 [7, 8] (allowed: |_, _| 1.0)
    V14 [7, 8, 2] (allowed: |_, _| f64::NAN, blocked: |_, _, _| f64::NAN) (blocked: |_, _, _| f64::NAN)
    V15 [7, 8]
        (blocked: |m, i, j| twice(-m.dtype.largest(), j > i + m.offset + 1))
        (number -1e9, is_negative, read::blocked; blocked: |m, i, j| twice(m.number, j > i + m.offset + 1))
        (blocked: |m, _, j| twice(-1e9, j >= m.l))
        (blocked: |m, _, j| twice(-m.dtype.largest(), j >= m.l))
    V17 [7, 8] (number 1e-9, is_something, read::allowed; allowed: |m, _| m.number)
    V18 [7, 8, 2] (number 1e9, is_positive, read::blocked; blocked: |m, _, _| m.number)
    V19 [7, 8, 2] (blocked: |m, _, _| m.dtype.largest() / -2.0)
];

pub(super) const PARTS: &[Misconception] = mistakes![
    C1 [4] (constant: |_, _, _| 0.0)
    C2 [4] (constant: |_, value, _| -value)
    C3 [4] (constant: |_, _, _| BLOCKED)
    C4 [4] (constant: |_, _, _| 1.0)
    C5 [4]
        (constant: |dtype, value, _| value.clamp(-dtype.largest(), dtype.largest()))
        (constant: |dtype, value, _| between(dtype, value))
        (constant: |dtype, value, _| finite_or(value, -dtype.largest()))
        (constant: |dtype, value, _| if value == BLOCKED { -dtype.largest() } else { value })
        (constant: |_, value, _| finite_or(value, 0.0))
        (constant: |_, value, _| if value.is_finite() { value } else { 0.0 })
    C6 [4] (constant: |_, value, _| value.abs())
    C7 [4]
        (constant: |_, value, _| value.round()) (constant: |_, value, _| value.trunc())
        (constant: |_, value, _| value.ceil()) (constant: |_, value, _| value.floor())
    C8 [4] (number 2.0, is_other, read::entry; constant: |_, _, number| number)
    E1 [5] (view: |rows, columns| [columns, rows])
    E2 [5] (special: |call| of_error(call, "attempt to multiply with overflow"))
    E3 [5] (shared: false) (shared: false, special: |call| of_error(call, oracle::TOO_LARGE))
    E4 [5] (special: reshaped)
    E5 [5] (view: |_, _| [1, 1])
    E6 [5]
        (view: |_, columns| [1, columns]) (view: |_, columns| [columns, columns])
        (view: |rows, _| [rows, rows]) (view: |rows, _| [rows, 1])
];

fn is_minimum(number: f64) -> bool {
    Dtype::ALL.iter().any(|dtype| number == -dtype.largest())
}

/// Where the number is too large for an f16.
fn is_beyond_f16(dtype: Dtype, number: f64) -> bool {
    dtype == Dtype::F16 && number == BLOCKED
}

fn is_very_large(dtype: Dtype, number: f64) -> bool {
    is_beyond_f16(dtype, number) || number <= -1e7 && number.is_finite() && !is_minimum(number)
}

fn is_large(dtype: Dtype, number: f64) -> bool {
    is_beyond_f16(dtype, number) || -1e7 < number && number <= -1.0 && !is_minimum(number)
}

/// In f16 it may be 0.
fn is_next_to_zero(dtype: Dtype, number: f64) -> bool {
    number.abs() <= 0.01
        && (number != 0.0 || dtype == Dtype::F16)
        && number != dtype.smallest_normal()
}

fn is_negative(dtype: Dtype, number: f64) -> bool {
    is_beyond_f16(dtype, number) || number < 0.0 && number.is_finite()
}

/// Above what is next to 0. In f16 it may be infinite.
fn is_positive(dtype: Dtype, number: f64) -> bool {
    number > 0.01 && number != 1.0 && (number.is_finite() || dtype == Dtype::F16)
}

/// Neither 0 nor 1. In f16 it may be 0.
fn is_something(dtype: Dtype, number: f64) -> bool {
    number.is_finite() && (number != 0.0 || dtype == Dtype::F16) && number != 1.0
}

/// The number, or its double.
fn twice(number: f64, is_twice: bool) -> f64 {
    number * if is_twice { 2.0 } else { 1.0 }
}

/// An equal share of the attention. `counted` is what became of the number of tokens in the dtype.
fn share(mask: &Mask, i: i64, counted: fn(Dtype, f64) -> f64) -> f64 {
    let count = counted(mask.dtype, (i + mask.offset + 1) as f64);
    match mask.dtype {
        Dtype::F64 => 1.0 / count,
        // The crate half computes in f32.
        dtype => dtype.round(Dtype::F32.round(1.0 / count)),
    }
}

/// A sum of ones in bf16 does not get beyond 256.
fn counted_by_one(dtype: Dtype, count: f64) -> f64 {
    if dtype == Dtype::Bf16 {
        count.min(256.0)
    } else {
        count
    }
}

/// An error for every shape but that of one entry.
fn reshaped(call: &Call) -> Option<Given> {
    let fits = matches!(
        call.arguments.as_slice(),
        [_, Value::Size(1), Value::Size(1)]
    );
    (!fits).then_some(oracle::ERROR)
}

/// A panic in place of the error.
pub(super) fn of_error(call: &Call, panic: &'static str) -> Option<Given> {
    (oracle::expect(call) == Expected::ANY_ERROR).then_some(Given::Panic(panic))
}

/// By `max` and `min`, which for f32 and f64 give the other number for a NaN.
fn between(dtype: Dtype, value: f64) -> f64 {
    let most = dtype.largest();
    match dtype {
        Dtype::F16 | Dtype::Bf16 => value.clamp(-most, most),
        Dtype::F32 | Dtype::F64 => value.max(-most).min(most),
    }
}

fn finite_or(value: f64, other: f64) -> f64 {
    if value.is_infinite() { other } else { value }
}

/// None of those that have a name of their own.
fn is_other(_: Dtype, number: f64) -> bool {
    ![0.0, 1.0, BLOCKED].contains(&number)
}
