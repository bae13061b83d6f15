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
use crate::steps::{Family, Misconception, Way};

/// All families.
pub(super) const ALL: &[Family] = &[
    family("The pattern of the mask", masks::PATTERN),
    family("The shape of the mask", masks::SHAPE),
    family("The values in the mask", values::VALUES),
    family("The band", band::BAND),
    family("The total length", lengths::TOTAL),
    family("The constant and its broadcast", values::PARTS),
    family("Below zero, empty, or no answer at all", lengths::LIMITS),
    family("Large sizes, last rows and last columns", band::EDGES),
];

const fn family(title: &'static str, mistakes: &'static [Misconception]) -> Family {
    Family { title, mistakes }
}

const fn mistake(id: &'static str, tasks: &'static [u8], ways: &'static [Way]) -> Misconception {
    let texts = include_str!("../mistakes.md");
    Misconception {
        id,
        tasks,
        ways,
        texts,
    }
}

/// Mistakes, each with its id, its tasks, and in parentheses the ways in which it is made.
macro_rules! mistakes {
    ($($id:ident $tasks:tt $(($($way:tt)+))+)+) => {
        &[$(mistake(stringify!($id), &$tasks, &[$(way!($($way)+)),+])),+]
    };
}

/// A way to make a mistake: the choices that are made differently. A number may be left open: after `number` come the
/// one in the book, for which ones the words of the mistake are true, and what an answer shows of it. An `edge` is a mask
/// that is open where a form of row and column is at most such a number.
macro_rules! way {
    (edge $example:expr, $within:expr, $form:expr) => {
        way!(number $example as f64, |_, number| ($within as fn(i64) -> bool)(number as i64),
            |call, reply| read::edge(call, reply, $form);
            open: |m, i, j| ($form as fn(&Mask, i64, i64) -> i64)(m, i, j) <= m.number as i64)
    };
    (number $example:expr, $within:expr, $read:expr; $($choice:ident: $made:expr),+) => {
        $crate::steps::Way {
            number: Some($crate::steps::Number { example: $example, read: $read, within: $within }),
            ..way!($($choice: $made),+)
        }
    };
    ($($choice:ident: $made:expr),+) => {
        $crate::steps::Way {
            given: |call, number| {
                let choices = oracle::Choices { $($choice: $made,)+ ..oracle::RIGHT };
                oracle::answer(call, number, &choices)
            },
            number: None,
        }
    };
}
use {mistakes, way};
