//! What may be asked of the functions of step 07. The general part makes the questions.

mod attention;
mod heads;

use crate::steps::domains::{
    Axis, Class, LAYOUTS, Pick, SIZES, SPACE, Space, axis, but_the_last, class, named,
};

pub(super) use attention::{ATTENTION, ATTENTION_SCORES, SOFTMAX};
pub(super) use heads::{FORWARD, MERGE_HEADS, SPLIT_HEADS, SPLIT_QKV};

const OF_ATTENTION: Space = Space {
    budget: 30_000,
    dtypes: false,
    ..SPACE
};

const TOKENS: Axis = axis("tokens", SIZES);

/// How many channels there are, of which there is one at least.
const CHANNELS: &[Class] = &[
    class(
        "3 to 6",
        &[Pick::Size(4), Pick::Size(3), Pick::Size(5)],
        |d| d.size(3, 6),
    ),
    class("1", &[Pick::Size(1)], |_| Some(Pick::Size(1))),
    class("2", &[Pick::Size(2)], |_| Some(Pick::Size(2))),
    class("7 to 9", &[], |d| d.size(7, 9)),
    class("tens", &[], |d| d.size(10, 62)),
    class("around 64", &[], |d| d.size(63, 66)),
    class("as many as tokens", &[], |d| d.like(0)),
];

/// Tokens and weights that are multiplied, added up, and made an exponent of.
const SMALL: &[Class] = but_the_last(CONTENT);

/// The same for queries and keys. Where all scores are far below zero, no number but -inf hides a key.
const CONTENT: &[Class] = &[
    named("fractions", &[Pick::Name("fractions")]),
    named("quarters", &[]),
    named("all equal", &[]),
    named("one", &[]),
    named("zero", &[]),
    named("above zero", &[]),
    named("below zero", &[]),
    named("tiny", &[]),
    named(FAR, &[Pick::Name(FAR)]),
];
const FAR: &str = "scores far below zero";

const LAYOUT: Axis = axis("layout", LAYOUTS);

/// Whether the sizes, as many as there are yet, are those of a plain question.
fn begins<const N: usize>(row: &[Pick], plain: &[[u64; N]]) -> bool {
    let sizes: Vec<u64> = row.iter().take(N).map(|pick| pick.size()).collect();
    plain.iter().any(|plain| plain.starts_with(&sizes))
}
