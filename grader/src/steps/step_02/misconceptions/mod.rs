//! What people get wrong in step 02: one list a family. To add a mistake, add an item to a list.
//!
//! A mistake is named only where its answers equal the learner's to every question. So each must be told from every
//! other by some question; a test holds all pairs against each other.
//!
//! Two mistakes that are common elsewhere are missing, because rustc finds them: a mask with more than two dimensions
//! (S7), and a mask of another dtype than `T` (V16).

mod band;
mod banded;
mod edges;
mod geometry;
mod limits;
mod parts;
mod shape;
mod total;
mod values;

use super::oracle;
use crate::protocol::{Array, Call, Dtype, Layout, MAX_ENTRIES, Value};
use crate::steps::{Expected, Family, Given, Misconception};

/// All families.
pub(super) const ALL: &[Family] = &[
    family("The pattern of the mask", geometry::LIST),
    family("The shape of the mask", shape::LIST),
    family("The values in the mask", values::LIST),
    family("The band", band::LIST),
    family("The total length", total::LIST),
    family("The constant and its broadcast", parts::LIST),
    family("Below zero, empty, or no answer at all", limits::LIST),
    family("Large sizes, last rows and last columns", edges::LIST),
];

const fn family(title: &'static str, mistakes: &'static [Misconception]) -> Family {
    Family { title, mistakes }
}

/// The tasks that make a mask.
const MASKS: &[u8] = &[7, 8];

const ERROR: Given = Given::Answer(Expected::Error);
/// What ndarray says when it is to make an array that no memory could hold.
const TOO_LARGE: Given = Given::Panic("Shape too large");
const BELOW_ZERO: Given = Given::Panic("attempt to subtract with overflow");
const BLOCKED: f64 = f64::NEG_INFINITY;

/// A question about a mask whose total length fits. Signed, so that differences are what they are on paper.
struct Mask {
    dtype: Dtype,
    /// `sequence_length`
    l: i64,
    /// `num_tokens`
    n: i64,
    /// The total length.
    w: i64,
    /// The last column that row 0 may look at.
    offset: i64,
}

impl Mask {
    /// `None` where the total length overflows.
    fn of(call: &Call, [l, n]: [u64; 2]) -> Option<Self> {
        let [l, n, w] = [l, n, sum([l, n])?].map(|length| length as i64);
        let offset = if is_cached(call) { n } else { 0 };
        Some(Self {
            dtype: call.dtype,
            l,
            n,
            w,
            offset,
        })
    }

    /// Whether row `i` may look at column `j`.
    fn allows(&self, i: i64, j: i64) -> bool {
        j <= i + self.offset
    }
}

/// Whether the mask is the one for a cache.
fn is_cached(call: &Call) -> bool {
    call.function == "cached_causal_mask"
}

/// Both arguments of a function that takes two lengths.
fn lengths(call: &Call) -> Option<[u64; 2]> {
    match call.arguments.as_slice() {
        &[Value::Size(first), Value::Size(second)] => Some([first, second]),
        _ => None,
    }
}

/// The sum, where a `usize` holds it.
fn sum([first, second]: [u64; 2]) -> Option<u64> {
    let fits = |sum: &u64| usize::try_from(*sum).is_ok();
    first.checked_add(second).filter(fits)
}

/// Whether ndarray makes arrays or views with as many entries.
fn fits(rows: u64, columns: u64) -> bool {
    let product = usize::try_from(rows.max(1))
        .ok()
        .zip(usize::try_from(columns.max(1)).ok())
        .and_then(|(rows, columns)| rows.checked_mul(columns));
    product.is_some_and(|product| isize::try_from(product).is_ok())
}

/// The right answer.
fn right(call: &Call) -> Given {
    Given::Answer(oracle::expect(call))
}

/// This where lengths overflow, else the right answer.
fn overflowing(call: &Call, given: Given) -> Option<Given> {
    Some(if sum(lengths(call)?).is_none() {
        given
    } else {
        right(call)
    })
}

/// A mask of the right shape that is 0 where `open` says so and negative infinity elsewhere. Lengths that overflow are
/// refused, as they should be.
fn mask(call: &Call, open: impl Fn(&Mask, i64, i64) -> bool) -> Option<Given> {
    entries(call, |mask, i, j| score(open(mask, i, j)))
}

/// A mask of the right shape with these entries.
fn entries(call: &Call, entry: impl Fn(&Mask, i64, i64) -> f64) -> Option<Given> {
    let lengths = lengths(call)?;
    Some(match Mask::of(call, lengths) {
        Some(mask) => matrix(mask.l, mask.w, |i, j| entry(&mask, i, j)),
        None => ERROR,
    })
}

fn score(open: bool) -> f64 {
    if open { 0.0 } else { BLOCKED }
}

fn matrix(rows: i64, columns: i64, entry: impl Fn(i64, i64) -> f64) -> Given {
    answer(Value::Array(array(rows, columns, entry)))
}

fn answer(value: Value) -> Given {
    Given::Answer(Expected::exact(value))
}

/// An array with these entries, or without any if it is too large to be sent.
fn array(rows: i64, columns: i64, entry: impl Fn(i64, i64) -> f64) -> Array {
    let sent = rows.saturating_mul(columns) <= MAX_ENTRIES as i64;
    let entry = &entry;
    let entries = (0..if sent { rows } else { 0 })
        .flat_map(|i| (0..columns).map(move |j| entry(i, j)))
        .collect();
    Array {
        shape: vec![rows as u64, columns as u64],
        layout: Layout::Rows,
        entries,
    }
}

fn scalar(entry: f64) -> Given {
    answer(Value::Array(Array {
        shape: Vec::new(),
        layout: Layout::Rows,
        entries: vec![entry],
    }))
}
