//! What is asked about a mask or a band, in signed numbers, so that differences are what they are on paper.

use crate::protocol::{Array, Call, Dtype, Layout, Value};

/// A question about a mask.
pub(super) struct Mask {
    pub dtype: Dtype,
    /// `sequence_length`
    pub l: i64,
    /// `num_tokens`
    pub n: i64,
    /// The total length.
    pub w: i64,
    /// The last column that row 0 may look at.
    pub offset: i64,
    /// The number that a mistake leaves open.
    pub number: f64,
}

impl Mask {
    /// `None` where the call is about something else.
    pub(super) fn of(call: &Call, number: f64) -> Option<Self> {
        let cached = call.function == "cached_causal_mask";
        let [l, n] = match call.arguments.as_slice() {
            [] => [0, 0],
            &[Value::Size(l), Value::Size(n)] if cached || call.function == "causal_mask" => {
                [signed(l), signed(n)]
            }
            _ => return None,
        };
        let (dtype, w) = (call.dtype, l.saturating_add(n));
        let offset = if cached { n } else { 0 };
        Some(Self {
            dtype,
            l,
            n,
            w,
            offset,
            number,
        })
    }

    /// Whether row `i` may look at column `j`.
    pub(super) fn allows(&self, i: i64, j: i64) -> bool {
        j <= i + self.offset
    }
}

/// A question about a band.
pub(super) struct Band<'a> {
    tensor: &'a Array,
    pub rows: i64,
    pub columns: i64,
    pub lower: Option<i64>,
    pub upper: Option<i64>,
    pub exclude: bool,
    /// The number that a mistake leaves open.
    pub number: f64,
}

impl<'a> Band<'a> {
    /// `None` where the call is about something else.
    pub(super) fn of(call: &'a Call, number: f64) -> Option<Self> {
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
        let ([rows, columns], exclude) = ([rows, columns].map(signed), *exclude);
        let [lower, upper] = [lower, upper].map(|bound| bound.map(signed));
        Some(Self {
            tensor,
            rows,
            columns,
            lower,
            upper,
            exclude,
            number,
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

    /// The entry that is handed in.
    pub(super) fn entry(&self, i: i64, j: i64) -> f64 {
        match self.tensor.layout {
            Layout::Broadcast => self.tensor.entries[0],
            _ => self.tensor.entries[(i * self.columns + j) as usize],
        }
    }
}

/// A length, or the largest number in its place: no question is about lengths between a million and `usize::MAX`.
pub(super) fn signed(length: u64) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}
