//! What another notion of a band makes of a call of `band_part`.

use super::matrix;
use crate::protocol::{Array, Call, Layout, Value};
use crate::steps::Given;

/// A call of `band_part`, with signed numbers.
pub(super) struct Band<'a> {
    tensor: &'a Array,
    pub(super) rows: i64,
    pub(super) columns: i64,
    pub(super) lower: Option<i64>,
    pub(super) upper: Option<i64>,
    pub(super) exclude: bool,
}

impl<'a> Band<'a> {
    pub(super) fn of(call: &'a Call) -> Option<Self> {
        let [
            Value::Array(tensor),
            Value::Bound(lower),
            Value::Bound(upper),
            Value::Flag(exclude),
        ] = call.arguments.as_slice()
        else {
            return None;
        };
        let &[rows, columns] = tensor.shape.as_slice() else {
            return None;
        };
        let [lower, upper] = [lower, upper].map(|bound| bound.map(|bound| bound as i64));
        Some(Self {
            tensor,
            rows: rows as i64,
            columns: columns as i64,
            lower,
            upper,
            exclude: *exclude,
        })
    }

    /// Whether `num_lower` lets the entry in.
    pub(super) fn below(&self, i: i64, j: i64) -> bool {
        self.lower.is_none_or(|lower| i - j <= lower)
    }

    /// Whether `num_upper` lets the entry in.
    pub(super) fn above(&self, i: i64, j: i64) -> bool {
        self.upper.is_none_or(|upper| j - i <= upper)
    }

    pub(super) fn inside(&self, i: i64, j: i64) -> bool {
        self.below(i, j) && self.above(i, j)
    }

    pub(super) fn keeps(&self, i: i64, j: i64) -> bool {
        self.inside(i, j) != self.exclude
    }

    pub(super) fn entry(&self, i: i64, j: i64) -> f64 {
        match self.tensor.layout {
            Layout::Broadcast => self.tensor.entries[0],
            _ => self.tensor.entries[(i * self.columns + j) as usize],
        }
    }
}

/// What comes of another notion of what is inside.
pub(super) fn by(call: &Call, inside: impl Fn(&Band<'_>, i64, i64) -> bool) -> Option<Given> {
    kept(call, |band, i, j| inside(band, i, j) != band.exclude)
}

/// What comes of keeping other entries.
pub(super) fn kept(call: &Call, keep: impl Fn(&Band<'_>, i64, i64) -> bool) -> Option<Given> {
    filled(call, |band, i, j| {
        zero_unless(keep(band, i, j), band.entry(i, j))
    })
}

/// What comes of other entries.
pub(super) fn filled(call: &Call, entry: impl Fn(&Band<'_>, i64, i64) -> f64) -> Option<Given> {
    let band = Band::of(call)?;
    Some(matrix(band.rows, band.columns, |i, j| entry(&band, i, j)))
}

pub(super) fn zero_unless(kept: bool, entry: f64) -> f64 {
    if kept { entry } else { 0.0 }
}
