//! What may be asked of the functions that cut channels and put them together, and of the whole.

use super::{CHANNELS, LAYOUT, OF_ATTENTION, SMALL, TOKENS, begins};
use crate::protocol::Value;
use crate::steps::domains::reals::{DRAWN, array, call};
use crate::steps::domains::{Axis, Class, Draw, OWNED, Pick, Space, axis, class, named};
use crate::steps::step_04::domains::layer;

pub(in super::super) const SPLIT_QKV: &[Space] = &[Space {
    name: "columns",
    axes: &[
        TOKENS,
        axis("channels", CHANNELS),
        axis(
            "left over",
            &[
                class("none", &[Pick::Size(0)], |_| Some(Pick::Size(0))),
                class("one", &[Pick::Size(1)], |d| left_over(d, 1)),
                class("two", &[], |d| left_over(d, 2)),
            ],
        ),
        LAYOUT,
        DRAWN,
        axis("content", CONTENT),
    ],
    plain: |row| {
        const PLAIN: [[u64; 2]; 6] = [[3, 2], [2, 3], [3, 1], [1, 2], [6, 4], [0, 2]];
        let fits = row.get(2).is_none_or(|more| more.size() == 0);
        begins(row, &PLAIN) && (fits || begins(row, &PLAIN[..1]))
    },
    call: |_, picks| {
        let [tokens, channels, more, _, seed] = [0, 1, 2, 3, 4].map(|place| picks[place].size());
        let columns = 3 * channels + more;
        let qkv = array(&[tokens, columns], picks[3].layout(), picks[5].name(), seed);
        call("split_qkv", vec![qkv])
    },
    entries: |picks| match picks[2].size() {
        0 => 3 * picks[0].size() * picks[1].size(),
        _ => 0,
    },
    ..OF_ATTENTION
}];

/// So many columns too many. Without tokens nothing is left over, whatever the columns are.
fn left_over(d: &mut Draw<'_>, columns: u64) -> Option<Pick> {
    d.like(0).map(|_| Pick::Size(columns))
}

/// What is only moved can be any number.
const CONTENT: &[Class] = &[
    named("whole numbers", &[Pick::Name("whole numbers")]),
    named("fractions", &[]),
    named("one far out", &[]),
    named("NaN", &[]),
    named("infinity", &[]),
];

const HEADS: Axis = axis(
    "heads",
    &[
        class("2", &[Pick::Size(2)], |_| Some(Pick::Size(2))),
        class("3 to 6", &[Pick::Size(3)], |d| d.size(3, 6)),
        class("1", &[Pick::Size(1)], |_| Some(Pick::Size(1))),
        class("around 12", &[], |d| d.size(11, 16)),
        class("as many as tokens", &[], |d| d.like(0)),
        class("as many as channels", &[], |d| d.like(1)),
    ],
);
/// The channels of a head.
const WIDTH: Axis = axis("width", CHANNELS);

/// Tokens, channels of a head, heads.
const PLAIN: [[u64; 3]; 7] = [
    [3, 2, 2],
    [5, 2, 3],
    [2, 3, 2],
    [3, 1, 3],
    [1, 2, 2],
    [3, 4, 1],
    [0, 2, 2],
];

/// Whether the heads can share the channels, and why not.
const SHARED: Axis = axis(
    "shared",
    &[
        named("evenly", &[Pick::Name("evenly")]),
        class("one is left", &[Pick::Name("one is left")], unshared),
        class("one is missing", &[], unshared),
        class("more heads than channels", &[], unshared),
        named("no heads", &[Pick::Name("no heads")]),
    ],
);

/// What several heads cannot share, where there are tokens that show it.
fn unshared(d: &mut Draw<'_>) -> Option<Pick> {
    d.like(0)?;
    (d.earlier[2].size() > 1).then_some(Pick::Name(d.class))
}

/// The channels, and how many heads there are to share them.
fn shared(how: &str, width: u64, heads: u64) -> [u64; 2] {
    let channels = width * heads;
    match how {
        "one is left" => [channels + 1, heads],
        "one is missing" => [channels - 1, heads],
        "more heads than channels" => [channels, channels + 1],
        "no heads" => [channels, 0],
        _ => [channels, heads],
    }
}

pub(in super::super) const SPLIT_HEADS: &[Space] = &[Space {
    name: "channels",
    axes: &[
        TOKENS,
        WIDTH,
        HEADS,
        SHARED,
        LAYOUT,
        DRAWN,
        axis("content", CONTENT),
    ],
    plain: |row| {
        let evenly = row.get(3).is_none_or(|how| how.name() == "evenly");
        begins(row, &PLAIN) && (evenly || begins(row, &PLAIN[..1]))
    },
    call: |_, picks| {
        let [tokens, width, heads, ..] = [0, 1, 2].map(|place| picks[place].size());
        let [channels, heads] = shared(picks[3].name(), width, heads);
        let (layout, content) = (picks[4].layout(), picks[6].name());
        let x = array(&[tokens, channels], layout, content, picks[5].size());
        call("split_heads", vec![x, Value::Size(heads)])
    },
    entries: |picks| match picks[3].name() {
        "evenly" => all(picks),
        _ => 0,
    },
    ..OF_ATTENTION
}];

pub(in super::super) const MERGE_HEADS: &[Space] = &[Space {
    name: "heads",
    axes: &[
        TOKENS,
        WIDTH,
        HEADS,
        LAYOUT,
        DRAWN,
        axis("content", CONTENT),
    ],
    plain: |row| begins(row, &PLAIN),
    call: |_, picks| {
        let [tokens, width, heads] = [0, 1, 2].map(|place| picks[place].size());
        let (layout, content) = (picks[3].layout(), picks[5].name());
        let shape = [heads, tokens, width];
        call(
            "merge_heads",
            vec![array(&shape, layout, content, picks[4].size())],
        )
    },
    entries: all,
    ..OF_ATTENTION
}];

/// Tokens times channels.
fn all(picks: &[Pick]) -> u64 {
    [0, 1, 2].map(|place| picks[place].size()).iter().product()
}

/// What fits and what does not.
const FIT: Axis = axis(
    "fit",
    &[
        named("fit", &[Pick::Name("fit")]),
        named("x is too wide", &[Pick::Name("x is too wide")]),
        class("x is too narrow", &[], |d| {
            (d.earlier[1].size() * d.earlier[2].size() > 1).then_some(Pick::Name(d.class))
        }),
        class(
            "no third of c_attn",
            &[Pick::Name("no third of c_attn")],
            |d| d.like(0).map(|_| Pick::Name(d.class)),
        ),
        named("c_proj takes more", &[]),
        class("heads do not divide", &[], heads_more),
        named("no heads", &[Pick::Name("no heads")]),
    ],
);

/// One head more, where that leaves something over.
fn heads_more(d: &mut Draw<'_>) -> Option<Pick> {
    let [width, heads] = [1, 2].map(|place| d.earlier[place].size());
    d.like(0)?;
    (!(width * heads).is_multiple_of(heads + 1)).then_some(Pick::Name(d.class))
}

pub(in super::super) const FORWARD: &[Space] = &[Space {
    name: "the whole",
    axes: &[
        axis("tokens", UP_TO_66),
        axis("width", FEW),
        axis("heads", FEW),
        LAYOUT,
        DRAWN,
        axis("content", SMALL),
        axis("weight", SMALL),
        axis("bias", SMALL),
        axis("lies", OWNED),
        FIT,
    ],
    plain: |row| {
        let fits = row.get(9).is_none_or(|fit| fit.name() == "fit");
        let many = begins(row, &[[20, 2, 2]]);
        (begins(row, &PLAIN) || many) && (fits || begins(row, &PLAIN[..1]))
    },
    call: |_, picks| {
        let [tokens, width, heads, _, seed] = [0, 1, 2, 3, 4].map(|place| picks[place].size());
        let channels = width * heads;
        let (mut columns, mut thirds, mut taken, mut n_head) =
            (channels, 3 * channels, channels, heads);
        match picks[9].name() {
            "x is too wide" => columns += 1,
            "x is too narrow" => columns -= 1,
            "no third of c_attn" => thirds += 1,
            "c_proj takes more" => taken += 1,
            "heads do not divide" => n_head += 1,
            "no heads" => n_head = 0,
            _ => {}
        }
        let contents = [picks[6].name(), picks[7].name()];
        let layer = |sides, seed| layer(sides, picks[8].layout(), contents, seed);
        let c_attn = layer([channels, thirds], 8 * seed + 1);
        let c_proj = layer([taken, channels], 8 * seed + 3);
        let x = array(
            &[tokens, columns],
            picks[3].layout(),
            picks[5].name(),
            8 * seed,
        );
        let attention = Value::Record(vec![c_attn, c_proj, Value::Size(n_head)]);
        call("MultiHeadAttention::forward", vec![attention, x])
    },
    entries: |picks| {
        let [tokens, width, heads] = [0, 1, 2].map(|place| picks[place].size());
        let channels = width * heads;
        match picks[9].name() {
            "fit" => tokens * channels * (1 + channels / 4 + tokens / 4),
            _ => 0,
        }
    },
    budget: 15_000,
    ..OF_ATTENTION
}];

/// Tokens of the whole, which is dear.
const UP_TO_66: &[Class] = &[
    class(
        "3 to 6",
        &[Pick::Size(3), Pick::Size(4), Pick::Size(5)],
        |d| d.size(3, 6),
    ),
    class("1", &[Pick::Size(1)], |_| Some(Pick::Size(1))),
    class("2", &[Pick::Size(2)], |_| Some(Pick::Size(2))),
    class("0", &[Pick::Size(0)], |_| Some(Pick::Size(0))),
    class("7 to 9", &[], |d| d.size(7, 9)),
    class("tens", &[Pick::Size(20)], |d| d.size(10, 40)),
    class("around 64", &[], |d| d.size(63, 66)),
];

/// Its widths and heads.
const FEW: &[Class] = &[
    class("2", &[Pick::Size(2)], |_| Some(Pick::Size(2))),
    class("3 to 6", &[Pick::Size(3), Pick::Size(4)], |d| d.size(3, 6)),
    class("1", &[Pick::Size(1)], |_| Some(Pick::Size(1))),
    class("7 to 9", &[], |d| d.size(7, 9)),
];
