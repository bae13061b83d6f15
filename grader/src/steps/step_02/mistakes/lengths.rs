//! What goes wrong with the total length, and answers that are right until a number goes below 0, a size is 0, or
//! there is no answer.

use super::oracle::{self, BELOW_ZERO, Band, Mask, Overflow::*};
use super::values::of_error;
use super::{TEXTS, mistakes, read, way};
use crate::protocol::{Call, Value};
use crate::steps::Given::{self, Fails};
use crate::steps::{Expected, Misconception};

const ADDED: &str = "attempt to add with overflow";

pub(super) const TOTAL: &[Misconception] = mistakes![
    T1 [3, 7, 8] (overflow: Is(Given::Panic(ADDED)))
    T2 [3] (overflow: Saturates)
    T2 [7, 8] (overflow: Saturates)
    T3 [3, 7, 8] (overflow: Wraps)
    T4 [3] (total: |l, _, _| l) (total: |_, n, _| n)
    T5 [3] (total: |l, n, _| l.max(n)) (total: |l, n, _| l.min(n))
    T6 [3]
        (total: |l, n, _| l.wrapping_mul(n), overflow: Is(Fails))
        (total: |l, n, _| l.wrapping_mul(n), overflow: Saturates)
        (total: |l, n, _| l.wrapping_mul(n), overflow: Wraps)
    T7 [3]
        (number -1.0, |_, rest| rest != 0.0, read::rest;
            total: |l, n, rest| off_by(l + n, rest as i128), overflow: Is(Fails))
        (total: |l, n, _| off_by(l + n, -1).max(0), overflow: Is(Fails))
    T8 [3]
        (total: |l, n, _| (l - n).abs()) (total: |l, n, _| (l - n).max(0))
        (total: |l, n, _| l - n, overflow: Is(Fails)) (total: |l, n, _| n - l, overflow: Is(Fails))
    T9 [3]
        (total: |l, n, _| l + 2 * n, overflow: Is(Fails)) (total: |l, n, _| 2 * l + n, overflow: Is(Fails))
        (total: |l, _, _| 2 * l, overflow: Is(Fails)) (total: |_, n, _| 2 * n, overflow: Is(Fails))
];

/// A sum that is off. One that overflows is found out before.
fn off_by(sum: i128, rest: i128) -> i128 {
    match usize::try_from(sum) {
        Ok(_) => sum.saturating_add(rest),
        Err(_) => sum,
    }
}

pub(super) const LIMITS: &[Misconception] = mistakes![
    R1 [6] (special: differences_in_band) (special: |call| sometimes(call, BELOW_ZERO))
    R1 [7, 8] (special: differences) (special: |call| sometimes(call, BELOW_ZERO))
    R2 [3, 5, 7, 8]
        (special: |call| refused(call, |l, _| l == 0)) (special: |call| refused(call, |_, n| n == 0))
        (special: |call| refused(call, |l, n| l == 0 || n == 0))
        (special: |call| refused(call, |l, n| l == 0 && n == 0))
    R4 [7, 8] (shape: |m| if m.l == 0 { [0, 0] } else { [m.l, m.w] })
    R3 [3, 5, 7, 8]
        (special: |call| of_error(call, "::unwrap()` on a"))
        (special: |call| of_error(call, "").and(Some(Given::Refuses)))
    R5 [6] (special: sums_in_band) (special: |call| sometimes(call, ADDED))
];

/// The right answer or this panic. Where it comes from is not told: there are many ways to subtract.
fn sometimes(call: &Call, panic: &'static str) -> Option<Given> {
    Some(Given::OrPanic(oracle::expect(call), panic))
}

/// A panic in all masks with a column beyond the first row's own.
fn differences(call: &Call) -> Option<Given> {
    let mask = Mask::of(call, 0.0)?;
    let is_right = oracle::expect(call) == Expected::ANY_ERROR || mask.l == 0 || mask.w < 2;
    (!is_right).then_some(Given::Panic(BELOW_ZERO))
}

/// A panic at entries for which the indices are subtracted from each other.
fn differences_in_band(call: &Call) -> Option<Given> {
    any_entry(call, BELOW_ZERO, |band, i, j| {
        band.lower.is_some() && j > i || band.below(i, j) && band.upper.is_some() && i > j
    })
}

/// A panic at entries for which the largest number is added to an index.
fn sums_in_band(call: &Call) -> Option<Given> {
    any_entry(call, ADDED, |band, i, j| {
        band.lower.is_none() && j > 0 || band.upper.is_none() && i > 0
    })
}

fn any_entry(
    call: &Call,
    panic: &'static str,
    panics: fn(&Band<'_>, i64, i64) -> bool,
) -> Option<Given> {
    let band = Band::of(call, 0.0)?;
    let mut entries = (0..band.rows).flat_map(|i| (0..band.columns).map(move |j| (i, j)));
    entries
        .any(|(i, j)| panics(&band, i, j))
        .then_some(Given::Panic(panic))
}

/// An error or a panic where the lengths or the sides are as this says.
fn refused(call: &Call, is_special: fn(u64, u64) -> bool) -> Option<Given> {
    match *call.arguments.as_slice() {
        [.., Value::Size(first), Value::Size(second)] if is_special(first, second) => {
            Some(Given::Refuses)
        }
        _ => None,
    }
}
