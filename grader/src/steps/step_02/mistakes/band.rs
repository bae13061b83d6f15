//! What goes wrong in `band_part`, and with large sizes, last rows and last columns in any matrix.

use super::oracle::{self, BELOW_ZERO, BLOCKED, Band, Mask};
use super::{TEXTS, mistakes, read, way};
use crate::protocol::{Call, Dtype};
use crate::steps::{Given, Misconception};

pub(super) const BAND: &[Misconception] = mistakes![
    B1 [6] (keep: |_, inside, _, _| inside) (keep: |_, inside, _, _| !inside)
    B2 [6] (keep: |b, inside, _, _| inside == b.exclude)
    B3 [6] (inside: |b, i, j| b.inside(j, i))
    B4 [6] (lower: none_is_0, upper: none_is_0) (lower: none_is_0) (upper: none_is_0)
    B5 [6] (lower: one_less, upper: one_less) (lower: one_less) (upper: one_less)
    B6 [6] (inside: |b, i, j| b.below(i, j) || b.above(i, j))
    B7 [6]
        (kept: |_, _, _| BLOCKED)
        (kept: |b, _, _| b.entry(0, 0))
        (number 1.0, |_, number| number != 0.0, read::kept; kept: |b, _, _| b.number)
    B8 [6]
        (rest: |b, i, j| 0.0 * b.entry(i, j))
        (rest: |b, i, j| if b.exclude { b.entry(i, j) - b.entry(i, j) } else { 0.0 })
        (rest: |b, i, j| b.entry(i, j) - b.entry(i, j))
    B9 [6] (lower: |_| None) (upper: |_| None)
    B10 [6] (lower: one_more, upper: one_more) (lower: one_more) (upper: one_more)
    B11 [6] (lower: none_shuts, upper: none_shuts) (lower: none_shuts) (upper: none_shuts)
    B12 [6] (rest: |_, _, _| BLOCKED)
    B13 [6]
        (inside: |b, i, j| b.inside(i + b.columns - b.rows, j))
        (inside: |b, i, j| b.inside(i + (b.columns - b.rows).max(0), j))
    B14 [6] (lower: zero_is_none, upper: zero_is_none) (lower: zero_is_none) (upper: zero_is_none)
    B15 [6] (inside: |b, i, j| b.inside(i, j) && b.inside(j, i))
    B16 [6] (transposed: true) (transposed: true, inside: |b, i, j| b.inside(j, i))
    B17 [6] (inside: other_side)
    B18 [6] (keep: |_, _, _, _| true)
    B19 [6] (lower: none_is_below, upper: none_is_below) (lower: none_is_below) (upper: none_is_below)
    B20 [6] (keep: |b, inside, _, _| inside && !b.exclude) (keep: |b, inside, _, _| !inside && b.exclude)
    B21 [6] (keep: |b, inside, _, _| inside || b.exclude) (keep: |b, inside, _, _| !(inside && b.exclude))
    B22 [6] (number 1.0, is_rest, read::rest_of_band; rest: |b, _, _| b.number)
];

type Bound = Option<i64>;

fn none_is_0(bound: Bound) -> Bound {
    bound.or(Some(0))
}

fn none_is_below(bound: Bound) -> Bound {
    bound.or(Some(-1))
}

fn none_shuts(bound: Bound) -> Bound {
    bound.or(Some(i64::MIN))
}

fn zero_is_none(bound: Bound) -> Bound {
    bound.filter(|bound| *bound != 0)
}

fn one_less(bound: Bound) -> Bound {
    bound.map(|bound| bound - 1)
}

fn one_more(bound: Bound) -> Bound {
    bound.map(|bound| bound + 1)
}

/// A bound shuts out the whole other side.
fn other_side(band: &Band<'_>, i: i64, j: i64) -> bool {
    band.inside(i, j) && (band.lower.is_none() || i >= j) && (band.upper.is_none() || j >= i)
}

/// Any but 0 and what has a name of its own. In f16 it may be 0.
fn is_rest(dtype: Dtype, number: f64) -> bool {
    number != BLOCKED && (number != 0.0 || dtype == Dtype::F16)
}

pub(super) const EDGES: &[Misconception] = mistakes![
    W1 [3, 6, 7, 8]
        (total: |l, n, _| cut(l + n, 32)) (total: |l, n, _| cut(l + n, 16)) (total: |l, n, _| cut(l + n, 8))
        (open: |m, i, j| byte(j) <= byte(i) + m.offset, inside: |b, i, j| b.inside(byte(i), byte(j)))
        (open: |m, i, j| j <= byte(i) + m.offset, inside: |b, i, j| b.inside(byte(i), j))
        (open: |m, i, j| byte(j) <= i + m.offset, inside: |b, i, j| b.inside(i, byte(j)))
        (open: |m, i, j| j <= i + byte(m.offset))
        (open: |m, i, j| signed(j) <= signed(i) + m.offset, inside: |b, i, j| b.inside(signed(i), signed(j)))
        (open: |m, i, j| j <= byte(i + m.offset))
        (open: |m, i, j| byte(j) <= byte(i + m.offset))
        (open: |m, i, j| signed(j) <= signed(i + m.offset))
    W2 [7, 8]
        (number 63.0, is_wide, |call, reply| read::edge(call, reply, |m, i, j| i + m.offset - j);
            open: |m, i, j| m.allows(i, j) && i + m.offset - j <= m.number as i64)
        (number 63.0, is_wide, |call, reply| read::edge(call, reply, |_, i, j| i - j);
            open: |m, i, j| m.allows(i, j) && i - j <= m.number as i64)
    W3 [6, 7, 8]
        (open: |m, i, j| i + 1 != m.l && m.allows(i, j), special: nothing_to_skip,
            keep: |b, inside, i, _| i + 1 != b.rows && inside != b.exclude)
        (open: |m, i, j| i + 1 == m.l || m.allows(i, j), special: nothing_to_skip,
            keep: |b, inside, i, _| i + 1 == b.rows || inside != b.exclude)
    W4 [6, 7, 8]
        (open: |m, i, j| j + 1 == m.w || m.allows(i, j), special: nothing_to_skip,
            keep: |b, inside, _, j| j + 1 == b.columns || inside != b.exclude)
        (open: |m, i, j| j + 1 != m.w && m.allows(i, j), special: nothing_to_skip,
            keep: |b, inside, _, j| j + 1 != b.columns && inside != b.exclude)
    W5 [7, 8]
        (open: |m, i, j| float(m, j) <= float(m, i + m.offset))
        (open: |m, i, j| float(m, j) <= plus(m, i, m.offset))
        (open: |m, i, j| plus(m, j, -i) <= float(m, m.offset))
];

/// A sum in fewer bits. One that overflows is found out before.
fn cut(sum: i128, bits: u32) -> i128 {
    if usize::try_from(sum).is_ok() {
        sum & ((1 << bits) - 1)
    } else {
        sum
    }
}

fn byte(index: i64) -> i64 {
    index & 0xFF
}

fn signed(index: i64) -> i64 {
    i64::from(index as i8)
}

/// A window in which a token sees nothing but itself is another mistake.
fn is_wide(_: Dtype, number: f64) -> bool {
    number >= 1.0
}

/// Where a side is empty, the end of the loop may be found by a subtraction that goes below 0.
fn nothing_to_skip(call: &Call) -> Option<Given> {
    let right = oracle::expect(call);
    let is_empty = right.array().is_some_and(|array| array.shape.contains(&0));
    is_empty.then_some(Given::OrPanic(right, BELOW_ZERO))
}

/// An index as a float of the mask's dtype.
fn float(mask: &Mask, index: i64) -> f64 {
    mask.dtype.round(index as f64)
}

/// The sum of two indices as floats of the mask's dtype.
fn plus(mask: &Mask, first: i64, second: i64) -> f64 {
    mask.dtype.round(float(mask, first) + float(mask, second))
}
