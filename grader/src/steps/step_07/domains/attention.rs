//! What may be asked of the functions that know nothing of heads.

use super::{CHANNELS, CONTENT, FAR, LAYOUT, OF_ATTENTION, begins};
use crate::protocol::{Array, Layout, Value};
use crate::steps::domains::reals::{DRAWN, array, call, varied};
use crate::steps::domains::{
    Axis, Class, Draw, LAYOUTS, Pick, SIZES, Space, axis, but_the_last, class, named,
};

const QUERIES: Axis = axis("queries", SIZES);
const KEYS: Axis = axis(
    "keys",
    &[
        class(
            "3 to 6",
            &[Pick::Size(4), Pick::Size(3), Pick::Size(5)],
            |d| d.size(3, 6),
        ),
        class("1", &[Pick::Size(1)], |_| Some(Pick::Size(1))),
        class("2", &[Pick::Size(2)], |_| Some(Pick::Size(2))),
        class("7 to 9", &[], |d| d.size(7, 9)),
        class("tens", &[], |d| d.size(10, 62)),
        class("hundreds", &[], |d| d.size(200, 260)),
        class("as many as queries", &[], |d| d.like(0)),
    ],
);

/// What scores can be like. Where a row differs from the others in kind, the matrix is small enough to be written out.
const SCORES: &[Class] = &[
    named("whole numbers", &[Pick::Name("whole numbers")]),
    named("fractions", &[]),
    named("all equal", &[Pick::Name("all equal")]),
    named("zero", &[]),
    named("above zero", &[]),
    named("below zero", &[]),
    class("around 100", &[Pick::Name("around 100")], varied),
    class("around 10000", &[], varied),
    class("close together", &[], varied),
    class("one far out", &[Pick::Name("one far out")], varied),
    class(
        "negative infinity",
        &[Pick::Name("negative infinity")],
        |d| match d.earlier[1].size() {
            1 => None,
            _ => varied(d),
        },
    ),
    named("huge", &[]),
    named("tiny", &[]),
    class("causal", &[Pick::Name("causal")], small),
    class(
        "one row is blocked",
        &[Pick::Name("one row is blocked")],
        small,
    ),
    class("rows far apart", &[Pick::Name("rows far apart")], small),
];

/// A matrix whose entries are not alike, and can be written out.
fn small(d: &mut Draw<'_>) -> Option<Pick> {
    const MOST: u64 = 36;
    const LONGEST: u64 = 9;
    let [queries, keys] = [0, 1].map(|place| d.earlier[place].size());
    let is_small = queries * keys <= MOST && queries.max(keys) <= LONGEST;
    is_small.then(|| varied(d)).flatten()
}

/// A matrix of scores.
fn scores(sides: [u64; 2], layout: Layout, content: &str, seed: u64) -> Value {
    let change: fn(u64, u64, u64) -> f64 = match content {
        "causal" => |i, j, _| if j > i { f64::NEG_INFINITY } else { 0.0 },
        "one row is blocked" => |i, _, odd| if i == odd { f64::NEG_INFINITY } else { 0.0 },
        // So far that the exponential of one row is 0 beside that of another.
        "rows far apart" => |i, _, _| -150.0 * i as f64,
        _ => return array(&sides, layout, content, seed),
    };
    let Value::Array(mut scores) = array(&sides, layout, "whole numbers", seed) else {
        return Value::Ids(Vec::new());
    };
    let odd = seed % sides[0].max(1);
    for (place, entry) in (0..).zip(&mut scores.entries) {
        *entry += change(place / sides[1], place % sides[1], odd);
    }
    Value::Array(scores)
}

pub(in super::super) const SOFTMAX: &[Space] = &[Space {
    name: "scores",
    axes: &[QUERIES, KEYS, LAYOUT, DRAWN, axis("content", SCORES)],
    plain: |row| {
        const PLAIN: [[u64; 2]; 6] = [[3, 4], [3, 3], [1, 3], [3, 1], [2, 2], [0, 3]];
        let plain = ["whole numbers", "all equal"];
        begins(row, &PLAIN)
            && (begins(row, &PLAIN[..2]) || row.len() < 5 || plain.contains(&row[4].name()))
    },
    call: |_, picks| {
        let sides = [0, 1].map(|place| picks[place].size());
        let (layout, seed) = (picks[2].layout(), picks[3].size());
        call(
            "softmax",
            vec![scores(sides, layout, picks[4].name(), seed)],
        )
    },
    entries: |picks| picks[0].size() * picks[1].size(),
    ..OF_ATTENTION
}];

pub(in super::super) const ATTENTION_SCORES: &[Space] = &[Space {
    name: "queries and keys",
    axes: &[
        QUERIES,
        KEYS,
        axis("channels", CHANNELS),
        LAYOUT,
        axis("keys' layout", LAYOUTS),
        DRAWN,
        axis("query", PRODUCTS),
        axis("key", PRODUCTS),
    ],
    plain: |row| {
        const PLAIN: [[u64; 3]; 7] = [
            [3, 4, 2],
            [3, 3, 3],
            [2, 4, 4],
            [3, 5, 1],
            [1, 2, 5],
            [1, 1, 3],
            [0, 3, 2],
        ];
        begins(row, &PLAIN)
    },
    call: |_, picks| {
        let [queries, keys, channels] = [0, 1, 2].map(|place| picks[place].size());
        let seed = 2 * picks[5].size();
        let query = array(
            &[queries, channels],
            picks[3].layout(),
            picks[6].name(),
            seed,
        );
        let key = array(
            &[keys, channels],
            picks[4].layout(),
            picks[7].name(),
            seed + 1,
        );
        call("attention_scores", vec![query, key])
    },
    entries: |picks| product([0, 1, 2].map(|place| picks[place].size())),
    ..OF_ATTENTION
}];

/// What queries and keys can be like where nothing is made of their products.
const PRODUCTS: &[Class] = &[
    named("whole numbers", &[Pick::Name("whole numbers")]),
    named("fractions", &[Pick::Name("fractions")]),
    named("all equal", &[]),
    named("zero", &[]),
    named("above zero", &[]),
    named("below zero", &[]),
    class("around 100", &[], varied),
    class("one far out", &[], varied),
    named("huge", &[]),
    named("tiny", &[]),
];

/// Which keys are seen: every query sees one at least. The open mask comes first, as it goes with all sizes.
const MASK: &[Class] = &[
    named("open", &[Pick::Name("open")]),
    class("causal", &[Pick::Name("causal")], small),
    class("every third is blocked", &[], |d| {
        (d.earlier[1].size() > 1).then_some(Pick::Name(d.class))
    }),
];

/// A mask for queries that are the last of the tokens, where there are at least as many keys.
fn mask(kind: &str, [queries, keys]: [u64; 2]) -> Value {
    let before = keys.saturating_sub(queries);
    let entry = |place: u64| {
        let is_blocked = match kind {
            "causal" => place % keys > place / keys + before,
            "every third is blocked" => place % 3 == 2,
            _ => false,
        };
        if is_blocked { f64::NEG_INFINITY } else { 0.0 }
    };
    Value::Array(Array {
        shape: vec![queries, keys],
        layout: Layout::Rows,
        entries: (0..queries * keys).map(entry).collect(),
    })
}

pub(in super::super) const ATTENTION: &[Space] = &[Space {
    name: "one head",
    axes: &[
        QUERIES,
        axis("keys", KEYS.classes),
        axis("channels", but_the_last(CHANNELS)),
        axis("outputs", OUTPUTS),
        LAYOUT,
        axis("keys' layout", LAYOUTS),
        DRAWN,
        axis("content", CONTENT),
        axis("value", PRODUCTS),
        axis("mask", MASK),
    ],
    plain: |row| {
        const PLAIN: [[u64; 4]; 8] = [
            [3, 3, 4, 2],
            [3, 3, 3, 3],
            [2, 4, 4, 4],
            [4, 4, 2, 3],
            [1, 3, 2, 2],
            [3, 5, 5, 1],
            [1, 1, 3, 3],
            [0, 3, 2, 2],
        ];
        let far = row.get(7).is_some_and(|content| content.name() == FAR);
        let few = || {
            let rows = Pick::Layout(Layout::Rows);
            let whole = row
                .get(8)
                .is_none_or(|value| value.name() == "whole numbers");
            begins(row, &PLAIN[..4]) && row[4..6] == [rows, rows] && whole
        };
        begins(row, &PLAIN) && (!far || few())
    },
    call: |_, picks| {
        let [queries, keys, channels, outputs] = [0, 1, 2, 3].map(|place| picks[place].size());
        let (layout, other, seed) = (picks[4].layout(), picks[5].layout(), 3 * picks[6].size());
        let (of_queries, of_keys) = match picks[7].name() {
            FAR => ("hundreds above zero", "hundreds below zero"),
            both => (both, both),
        };
        let kind = match (picks[7].name(), picks[9].name()) {
            (FAR, "open") if keys > 1 => "every third is blocked",
            (_, kind) => kind,
        };
        let of_values = picks[8].name();
        call(
            "attention",
            vec![
                array(&[queries, channels], layout, of_queries, seed),
                array(&[keys, channels], other, of_keys, seed + 1),
                array(&[keys, outputs], layout, of_values, seed + 2),
                mask(kind, [queries, keys]),
            ],
        )
    },
    entries: |picks| {
        let [queries, keys, channels, outputs] = [0, 1, 2, 3].map(|place| picks[place].size());
        product([queries, keys, channels]) + product([queries, outputs, keys])
    },
    ..OF_ATTENTION
}];

/// How many numbers a value has.
const OUTPUTS: &[Class] = &[
    class("3 to 6", &[Pick::Size(4), Pick::Size(3)], |d| d.size(3, 6)),
    class("1", &[Pick::Size(1)], |_| Some(Pick::Size(1))),
    class("2", &[Pick::Size(2)], |_| Some(Pick::Size(2))),
    class("tens", &[], |d| d.size(10, 62)),
    class("as many as channels", &[], |d| d.like(2)),
    class("as many as keys", &[], |d| d.like(1)),
];

/// What a product costs, in entries.
fn product([rows, columns, terms]: [u64; 3]) -> u64 {
    rows * columns * (16 + terms) / 16
}
