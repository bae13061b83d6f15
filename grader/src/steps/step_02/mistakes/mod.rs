//! What people get wrong in step 02. A mistake is the oracle with one choice made differently, in one way or several; to
//! add one, add a line here and a section to `mistakes.md`.
//!
//! A mistake is named only where its answers equal the learner's to every question. So each must be told from every
//! other by some question; tests hold all pairs against each other.
//!
//! Two mistakes that are common elsewhere are missing, because rustc finds them: a mask with more than two dimensions
//! (S7), and a mask of another dtype than `T` (V16).

mod band;
mod lengths;
mod masks;
mod read;
mod values;

use super::oracle;
use crate::steps::Family;
use crate::steps::misconception::mistakes;

/// All families.
pub(super) const ALL: &[Family] = &[
    Family::new("The pattern of the mask", masks::PATTERN),
    Family::new("The shape of the mask", masks::SHAPE),
    Family::new("The values in the mask", values::VALUES),
    Family::new("The band", band::BAND),
    Family::new("The total length", lengths::TOTAL),
    Family::new("The constant and its broadcast", values::PARTS),
    Family::new("Below zero, empty, or no answer at all", lengths::LIMITS),
    Family::new("Large sizes, last rows and last columns", band::EDGES),
];

const TEXTS: &str = include_str!("../mistakes.md");

/// A way to make a mistake. An `edge` is a mask that is open where a form of row and column is at most a number that is
/// left open.
macro_rules! way {
    (edge $example:expr, $within:expr, $form:expr) => {
        $crate::steps::misconception::way!(number $example as f64, |_, number| ($within as fn(i64) -> bool)(number as i64),
            |call, reply| read::edge(call, reply, $form);
            open: |m, i, j| ($form as fn(&Mask, i64, i64) -> i64)(m, i, j) <= m.number as i64)
    };
    ($($other:tt)+) => {
        $crate::steps::misconception::way!($($other)+)
    };
}
use way;
