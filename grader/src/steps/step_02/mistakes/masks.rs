//! Masks of the right values whose pattern or shape is wrong.
//!
//! `offset` is where the right triangle begins: 0 for task 7, `num_tokens` for task 8. A mistake with two ways is
//! made in task 8 with the triangle in either corner.

use super::oracle::{self, BELOW_ZERO, Mask, Overflow::Unnoticed};
use super::{TEXTS, mistakes, read, way};
use crate::protocol::Call;
use crate::steps::{Given, Misconception};

pub(super) const PATTERN: &[Misconception] = mistakes![
    G0 [8] (open: upper)
    G1 [7] (open: |m, i, j| j <= i + m.n)
    G2 [7, 8] (edge -1, |most| most < 0, |_, i, j| j - i)
    G3 [7, 8] (edge 1, |most| most > 0, |m, i, j| j - i - m.offset)
    G4 [7, 8] (open: |_, i, j| j >= i) (open: |m, i, j| j >= i + m.offset) (open: |m, i, j| j >= i - m.offset)
    G5 [7, 8] (open: |_, i, j| j > i) (open: |m, i, j| j > i + m.offset)
    G6 [7, 8] (open: |_, i, j| j == i) (open: |m, i, j| j == i + m.offset)
    G7 [7, 8] (open: |_, _, _| true)
    G8 [7, 8] (open: |_, _, _| false)
    G9 [7, 8]
        (open: |m, i, j| i - m.n <= j && j <= i)
        (open: |m, i, j| i - m.n <= j && m.allows(i, j))
        (open: |m, i, j| i + m.offset - m.n <= j && m.allows(i, j))
    G10 [7, 8] (open: |m, i, j| j <= i || j >= m.l)
    G11 [7, 8] (open: |m, i, j| m.n <= j && j <= i + m.n)
    G12 [7, 8] (edge -1, |most| most < 0, |m, i, j| j - i - m.n)
    G13 [7, 8]
        (edge 0, |most| most >= 0, |_, _, j| j)
        (edge 0, |_| true, |m, _, j| j - m.n)
        (edge -1, |_| true, |m, _, j| j - m.l)
        (edge -2, |most| most < -1, |m, _, j| j - m.w)
    G14 [7, 8] (edge -1, |_| true, |m, i, j| j + i - m.l) (edge -1, |_| true, |m, i, j| j + i - m.w)
    G15 [7, 8]
        (edge 1, |most| most > 0, |m, i, j| m.w - j - i)
        (edge 1, |most| most > 0, |m, i, j| m.l - j - i)
    G16 [7, 8]
        (open: |m, i, j| (i * m.w + j) % m.l <= (i * m.w + j) / m.l)
        (open: |m, i, j| (i * m.w + j) % m.l <= (i * m.w + j) / m.l + m.offset)
    G17 [7, 8]
        (open: |m, i, j| (i + j * m.l) % m.w <= (i + j * m.l) / m.w)
        (open: |m, i, j| (i + j * m.l) % m.w <= (i + j * m.l) / m.w + m.offset)
        (open: |m, i, j| (i * m.w + j) / m.l <= (i * m.w + j) % m.l)
        (open: |m, i, j| (i * m.w + j) / m.l <= (i * m.w + j) % m.l + m.offset)
    G18 [7, 8] (open: |_, i, j| j != i) (open: |m, i, j| j != i + m.offset)
    G19 [7, 8] (open: |m, i, j| j <= i + m.l)
    G20 [7, 8] (open: |m, i, j| j != i + m.offset + 1)
    G21 [7, 8] (open: |m, i, j| j <= i - m.n)
    G22 [7, 8] (open: |m, i, j| j <= i + 2 * m.n)
];

pub(super) const SHAPE: &[Misconception] = mistakes![
    S1 [7, 8]
        (shape: |m| [m.l, m.l], open: upper) (shape: |m| [m.l, m.l], open: upper, overflow: Unnoticed)
        (shape: |m| [m.l, m.l]) (shape: |m| [m.l, m.l], overflow: Unnoticed)
    S2 [7, 8]
        (shape: |m| [m.w, m.l], open: upper) (shape: |m| [m.w, m.l])
        (shape: |m| [m.w, m.l], open: |m, i, j| m.allows(j, i))
    S3 [7, 8] (shape: |m| [m.w, m.w], open: upper) (shape: |m| [m.w, m.w])
    S4 [7, 8]
        (shape: |m| [m.l, m.n], open: upper) (shape: |m| [m.l, m.n], open: upper, overflow: Unnoticed)
        (shape: |m| [m.l, m.n]) (shape: |m| [m.l, m.n], overflow: Unnoticed)
    S5 [7, 8]
        (shape: |m| [m.l, m.w - 1], open: upper, special: no_column)
        (shape: |m| [m.l, m.w - 1], special: no_column)
    S6 [7, 8] (shape: |m| [m.l, m.w + 1], open: upper) (shape: |m| [m.l, m.w + 1])
    S8 [7, 8] (shape: |m| [m.l + 1, m.w], open: upper) (shape: |m| [m.l + 1, m.w])
];

/// In task 7 it is the same as the right one.
fn upper(_: &Mask, i: i64, j: i64) -> bool {
    j <= i
}

/// Without a column there is none to take away.
fn no_column(call: &Call) -> Option<Given> {
    let none = Mask::of(call, 0.0)?.w == 0;
    none.then(|| Given::OrPanic(oracle::expect(call), BELOW_ZERO))
}
