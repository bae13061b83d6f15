//! What may be asked of the functions of step 05. The general part makes the questions.

use fastrand::Rng;

use crate::protocol::{Layout, Value};
use crate::steps::domains::reals::{DRAWN, array, call};
use crate::steps::domains::{
    Axis, Class, Draw, OWNED, Pick, SIZES, SPACE, Space, axis, class, named,
};

/// How many ids there are to be looked up.
pub(in crate::steps) const TOKENS: Axis = axis("tokens", SIZES);
/// How many rows a table has.
pub(in crate::steps) const VOCABULARY: Axis = axis(
    "vocabulary",
    &[
        class("3 to 6", &[Pick::Size(5), Pick::Size(4)], |d| d.size(3, 6)),
        class("1", &[Pick::Size(1)], |_| Some(Pick::Size(1))),
        class("2", &[Pick::Size(2)], |_| Some(Pick::Size(2))),
        class("7 to 9", &[], |d| d.size(7, 9)),
        class("tens", &[], |d| d.size(10, 62)),
        class("around 64", &[], |d| d.size(63, 66)),
        class("hundreds", &[], |d| d.size(258, 300)),
        class("as many as tokens", &[], |d| d.like(0)),
    ],
);
const CHANNELS: Axis = axis(
    "channels",
    &[
        class("3 to 6", &[Pick::Size(3), Pick::Size(4)], |d| d.size(3, 6)),
        class("1", &[Pick::Size(1)], |_| Some(Pick::Size(1))),
        class("2", &[Pick::Size(2)], |_| Some(Pick::Size(2))),
        class("7 to 9", &[], |d| d.size(7, 9)),
        class("tens", &[], |d| d.size(10, 62)),
        class("hundreds", &[], |d| d.size(200, 300)),
        class("as many as tokens", &[], |d| d.like(0)),
        class("as many as rows", &[], |d| d.like(1)),
    ],
);

/// What a table holds. Who looks up by a product has NaN where it holds an infinity, and is as right, so it holds none.
pub(in crate::steps) const TABLE: &[Class] = &[
    named("whole numbers", &[Pick::Name("whole numbers")]),
    named("fractions", &[]),
    named("all equal", &[]),
    named("zero", &[]),
    named("above zero", &[]),
    named("below zero", &[]),
    named("around 10000", &[]),
    named("one far out", &[]),
    named("huge", &[]),
    named("tiny", &[]),
];

/// Which ids are asked for.
pub(in crate::steps) const IDS: &[Class] = &[
    named("any", &[Pick::Name("any")]),
    named("again and again", &[Pick::Name("again and again")]),
    named("rising", &[]),
    named("falling", &[Pick::Name("falling")]),
    named("the first", &[]),
    named("the last", &[Pick::Name("the last")]),
];
/// Whether one of them is beyond the table.
pub(in crate::steps) const BEYOND: Axis = axis(
    "beyond",
    &[
        named("none", &[Pick::Name("none")]),
        class("just", &[Pick::Name("just")], beyond),
        class("by one", &[], beyond),
        class("twice", &[], beyond),
        class("far", &[Pick::Name("far")], beyond),
    ],
);

/// One can be beyond the table where there is one.
fn beyond(d: &mut Draw<'_>) -> Option<Pick> {
    let tokens = d.earlier.first().map_or(0, |tokens| tokens.size());
    (tokens > 0).then_some(Pick::Name(d.class))
}

/// They start again after so many, so that long lists can be shown in a line.
const PERIOD: u64 = 13;
/// From so many rows on a table is long.
const LONG: u64 = 40;

/// So many ids of a table of so many rows.
pub(in crate::steps) fn ids(count: u64, rows: u64, which: &str, beyond: &str, seed: u64) -> Value {
    let mut rng = Rng::with_seed(seed);
    let odd = rng.u64(..count.max(1)) as usize;
    let several = rows.min(PERIOD);
    let [first, second] = [rng.u64(..rows), rng.u64(..rows)];
    // Of a long table every other id is one of the last: whoever cuts ids short has them wrong.
    let mut drawn = |k: u64| match rows {
        LONG.. if k % 2 == 1 => rng.u64(rows - LONG..rows),
        _ => rng.u64(..rows),
    };
    let drawn: Vec<u64> = (0..PERIOD).map(&mut drawn).collect();
    let id = |k: u64| match which {
        "again and again" if k % 3 == 2 => second,
        "again and again" => first,
        "rising" => k % several,
        "falling" => several - 1 - k % several,
        "the first" => 0,
        "the last" => rows - 1,
        _ => drawn[(k % PERIOD) as usize],
    };
    let mut ids: Vec<u64> = (0..count).map(id).collect();
    let other = match beyond {
        "just" => rows,
        "by one" => rows + 1,
        "twice" => 2 * rows,
        "far" => u64::MAX,
        _ => return Value::Ids(ids),
    };
    ids.get_mut(odd).into_iter().for_each(|id| *id = other);
    Value::Ids(ids)
}

/// The sizes that plain questions have: tokens, rows, channels. In squares it shows what takes one side for another.
const PLAIN: [[u64; 3]; 7] = [
    [3, 5, 3],
    [4, 4, 4],
    [5, 4, 3],
    [6, 2, 3],
    [1, 4, 4],
    [2, 5, 1],
    [0, 5, 3],
];

/// Whether a row of plain values begins with plain sizes.
fn plain(row: &[Pick], sides: usize) -> bool {
    let sizes: Vec<u64> = row.iter().take(sides).map(|pick| pick.size()).collect();
    let is_beyond = row
        .iter()
        .any(|pick| ["just", "far"].contains(&pick.name()));
    PLAIN.iter().any(|plain| plain.starts_with(&sizes)) && !(is_beyond && sizes[0] == 0)
}

pub(super) const FORWARD: &[Space] = &[Space {
    name: "rows of a table",
    axes: &[
        TOKENS,
        VOCABULARY,
        CHANNELS,
        DRAWN,
        axis("table", TABLE),
        axis("lies", OWNED),
        axis("ids", IDS),
        BEYOND,
    ],
    plain: |row| plain(row, 3),
    call: |_, picks| {
        let [tokens, rows, channels, seed] = [0, 1, 2, 3].map(|place| picks[place].size());
        let table = table([rows, channels], picks[5].layout(), picks[4].name(), seed);
        let ids = ids(tokens, rows, picks[6].name(), picks[7].name(), seed);
        call("Embedding::forward", vec![table, ids])
    },
    entries: |picks| rows(picks) * picks[2].size(),
    ..OF_IDS
}];

const OF_IDS: Space = Space {
    budget: 40_000,
    dtypes: false,
    ..SPACE
};

/// How many rows are compared: none where one of the ids is an error.
fn rows(picks: &[Pick]) -> u64 {
    match picks.last().map(|beyond| beyond.name()) {
        Some("none") => picks[0].size(),
        _ => 0,
    }
}

/// An object with one table.
pub(in crate::steps) fn table(sides: [u64; 2], lies: Layout, content: &str, seed: u64) -> Value {
    Value::Record(vec![array(&sides, lies, content, seed)])
}

pub(super) const ONE_HOT: &[Space] = &[Space {
    name: "rows of zeros and a one",
    axes: &[TOKENS, VOCABULARY, DRAWN, axis("ids", IDS), BEYOND],
    plain: |row| plain(row, 2),
    call: |_, picks| {
        let [tokens, classes, seed] = [0, 1, 2].map(|place| picks[place].size());
        let ids = ids(tokens, classes, picks[3].name(), picks[4].name(), seed);
        call("one_hot", vec![ids, Value::Size(classes)])
    },
    entries: |picks| rows(picks) * picks[1].size(),
    ..OF_IDS
}];
