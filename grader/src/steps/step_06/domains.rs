//! What may be asked of the functions of step 06. The general part makes the questions.

use crate::protocol::{Call, Layout, Value};
use crate::steps::domains::reals::{DRAWN, call};
use crate::steps::domains::{Axis, Draw, OWNED, Pick, SIZES, SPACE, Space, axis, class, named};
use crate::steps::step_05::domains::{BEYOND, IDS, TABLE, TOKENS, VOCABULARY, ids, table};

const MOST: u64 = usize::MAX as u64;

/// Where the positions begin.
const START: Axis = axis(
    "start",
    &[
        class("0", &[Pick::Size(0)], |_| Some(Pick::Size(0))),
        class("1", &[Pick::Size(1)], |_| Some(Pick::Size(1))),
        class("2 to 9", &[Pick::Size(2), Pick::Size(5)], |d| d.size(2, 9)),
        class("tens", &[], |d| d.size(10, 40)),
        class("half of all numbers", &[], |_| {
            Some(Pick::Size(MOST / 2 + 1))
        }),
        class("the last number", &[Pick::Size(MOST)], |_| {
            Some(Pick::Size(MOST))
        }),
    ],
);

/// Whether there are so many positions.
const ROOM: Axis = axis(
    "room",
    &[
        named("exactly", &[Pick::Name("exactly")]),
        named("one more", &[]),
        named("many more", &[Pick::Name("many more")]),
        class("one less", &[Pick::Name("one less")], lacking),
        class("few", &[Pick::Name("few")], lacking),
        class("one", &[], lacking),
        class("up to the start", &[], lacking),
    ],
);

/// Less than so many, where that is less than none.
fn lacking(d: &mut Draw<'_>) -> Option<Pick> {
    let room = Pick::Name(d.class);
    let row = [d.earlier, &[room]].concat();
    is_less(&row).then_some(room)
}

/// How many positions there are. A table of them is never larger than can be made.
fn room(name: &str, start: u64, length: u64) -> u64 {
    let end = start.saturating_add(length);
    match name {
        "one more" => end.saturating_add(1),
        "many more" => end.saturating_add(7),
        "one less" => end.saturating_sub(1).max(1),
        "few" => length.div_ceil(2).max(1),
        "one" => 1,
        "up to the start" => start.max(1),
        _ => end.max(1),
    }
}

pub(super) const POSITIONS: &[Space] = &[
    Space {
        name: "positions",
        axes: &[axis("length", SIZES), START, ROOM],
        plain: |row| {
            let fits = row.len() < 3 || !lacks(row[2].name()) || is_less(row);
            row[0].size() != 4 && fits
        },
        call: |_, picks| {
            let [length, start] = [0, 1].map(|place| picks[place].size());
            let count = room(picks[2].name(), start, length);
            sizes([start, length, count])
        },
        entries: |picks| match is_less(picks) {
            true => 0,
            false => picks[0].size(),
        },
        ..OF_POSITIONS
    },
    Space {
        name: "more than fit",
        axes: &[
            axis(
                "length",
                &[
                    class("all", &[Pick::Size(MOST)], |_| Some(Pick::Size(MOST))),
                    class("half", &[], |_| Some(Pick::Size(MOST / 2 + 1))),
                ],
            ),
            axis(
                "start",
                &[class("few", &[Pick::Size(0), Pick::Size(1)], |d| {
                    d.size(0, 9)
                })],
            ),
            axis(
                "positions",
                &[class("few", &[Pick::Size(8)], |d| d.size(1, 20))],
            ),
        ],
        call: |_, picks| sizes([1, 0, 2].map(|place| picks[place].size())),
        ..OF_POSITIONS
    },
];

const OF_POSITIONS: Space = Space {
    budget: 40_000,
    dtypes: false,
    ..SPACE
};

/// Whether a room of this name is to be too small.
fn lacks(name: &str) -> bool {
    ["one less", "few"].contains(&name)
}

/// Whether the room at the end of a row of picks is too small for length and start before it.
fn is_less(row: &[Pick]) -> bool {
    let [.., start, last] = row else { return true };
    let (length, start) = (row[0].size(), start.size());
    let enough = start.checked_add(length);
    enough.is_none_or(|enough| room(last.name(), start, length) < enough)
}

fn sizes(sizes: [u64; 3]) -> Call {
    call("positions", sizes.map(Value::Size).to_vec())
}

/// The channels of both tables.
const CHANNELS: Axis = axis(
    "channels",
    &[
        class("3 to 6", &[Pick::Size(3), Pick::Size(4)], |d| d.size(3, 6)),
        class("1", &[Pick::Size(1)], |_| Some(Pick::Size(1))),
        class("2", &[], |_| Some(Pick::Size(2))),
        class("tens", &[], |d| d.size(10, 62)),
        class("hundreds", &[], |d| d.size(200, 300)),
    ],
);

/// The sizes that plain questions have: tokens, vocabulary, channels.
const PLAIN: [[u64; 3]; 6] = [
    [3, 5, 4],
    [3, 4, 3],
    [4, 5, 4],
    [1, 4, 3],
    [2, 5, 1],
    [0, 5, 3],
];

pub(super) const EMBED: &[Space] = &[Space {
    name: "tokens and positions",
    axes: &[
        TOKENS,
        VOCABULARY,
        CHANNELS,
        axis("lies", OWNED),
        DRAWN,
        axis("tokens' table", TABLE),
        axis("positions' table", TABLE),
        axis("ids", IDS),
        BEYOND,
        START,
        ROOM,
    ],
    plain: |row| {
        let sizes: Vec<u64> = row.iter().take(3).map(|pick| pick.size()).collect();
        let beyond = row.get(8).is_none_or(|beyond| {
            beyond.name() == "none" || sizes[0] == 3 && row[7].name() == "any"
        });
        let start = row
            .get(9)
            .is_none_or(|start| start.size() < MOST || sizes == PLAIN[0]);
        let room = row.len() < 11
            || !lacks(row[10].name())
            || is_less(row) && sizes[0] == 3 && row[7].name() == "any";
        let is_beyond = row
            .get(9)
            .is_none_or(|start| row[8].name() == "none" || start.size() == 0);
        PLAIN.iter().any(|plain| plain.starts_with(&sizes)) && beyond && start && room && is_beyond
    },
    call: |_, picks| {
        let [tokens, rows, channels, _, seed] = [0, 1, 2, 3, 4].map(|place| picks[place].size());
        let start = picks[9].size();
        // Nobody has a table of so many positions.
        let count = room(picks[10].name(), start, tokens).min(600);
        let lies = picks[3].layout();
        let wte = table([rows, channels], lies, picks[5].name(), 2 * seed);
        let wpe = table(
            [count, channels],
            Layout::Rows,
            picks[6].name(),
            2 * seed + 1,
        );
        let ids = ids(tokens, rows, picks[7].name(), picks[8].name(), seed);
        call("embed", vec![wte, wpe, ids, Value::Size(start)])
    },
    // Where one is missing there is an error, and nothing to compare.
    entries: |picks| match !is_less(picks)
        && picks[8].name() == "none"
        && picks[9].size() < MOST / 2
    {
        true => picks[0].size() * picks[2].size(),
        false => 0,
    },
    ..OF_POSITIONS
}];
