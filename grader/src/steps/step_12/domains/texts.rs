//! Texts to go on with: a small model, a prompt, and what chooses.

use crate::protocol::{Call, Layout, Value};
use crate::steps::domains::reals::{DRAWN, call};
use crate::steps::domains::{Axis, Class, Pick, Space, axis, class, named};
use crate::steps::step_05::domains::{IDS, ids};
use crate::steps::step_09::domains::{LEARNED, Made};
use crate::steps::step_10::domains::assembled;
use crate::steps::step_12::oracle;
use crate::steps::step_12::written::CHOOSE;

/// How long the prompt is.
const PROMPT: Axis = axis(
    "prompt",
    &[
        class("3", &[Pick::Size(3)], |_| Some(Pick::Size(3))),
        class("1", &[Pick::Size(1)], |_| Some(Pick::Size(1))),
        class("2", &[], |_| Some(Pick::Size(2))),
        class("0", &[Pick::Size(0)], |_| Some(Pick::Size(0))),
        class("4 to 8", &[], |d| d.size(4, 8)),
    ],
);

/// How much is to be written.
const COUNT: Axis = axis(
    "new tokens",
    &[
        class("3", &[Pick::Size(3)], |_| Some(Pick::Size(3))),
        class("1", &[Pick::Size(1)], |_| Some(Pick::Size(1))),
        class("2", &[], |_| Some(Pick::Size(2))),
        class("0", &[Pick::Size(0)], |_| Some(Pick::Size(0))),
        class("4 to 7", &[], |d| d.size(4, 7)),
    ],
);

/// How many positions there are.
const ROOM: Axis = axis(
    "room",
    &[
        named("plenty", &[Pick::Name("plenty")]),
        named("as many as tokens", &[Pick::Name("as many as tokens")]),
        named("one less", &[Pick::Name("one less")]),
        named("as many as the prompt", &[]),
        named(
            "fewer than the prompt",
            &[Pick::Name("fewer than the prompt")],
        ),
        named("one", &[]),
    ],
);

const CODE: Axis = axis(
    "choose",
    &[
        class("the largest", &[Pick::Name(CHOOSE[0].0)], |_| {
            Some(Pick::Name(CHOOSE[0].0))
        }),
        class("the smallest", &[], |_| Some(Pick::Name(CHOOSE[1].0))),
        class("by signs", &[], |_| Some(Pick::Name(CHOOSE[2].0))),
        class("by calls", &[Pick::Name(CHOOSE[3].0)], |_| {
            Some(Pick::Name(CHOOSE[3].0))
        }),
    ],
);

pub(in crate::steps::step_12) const GENERATE: &[Space] = &[Space {
    name: "texts",
    axes: &[
        PROMPT,
        COUNT,
        ROOM,
        axis(
            "blocks",
            &[
                class("1", &[Pick::Size(1)], |_| Some(Pick::Size(1))),
                class("0", &[], |_| Some(Pick::Size(0))),
                class("2", &[], |_| Some(Pick::Size(2))),
            ],
        ),
        axis(
            "vocabulary",
            &[
                class("5 to 6", &[Pick::Size(5)], |d| d.size(5, 6)),
                class("3 to 4", &[], |d| d.size(3, 4)),
                class("7 to 9", &[], |d| d.size(7, 9)),
                class("1", &[], |_| Some(Pick::Size(1))),
                // Of more tokens some have the same row, and always the same score.
                class("10 to 13", &[], |d| d.size(10, 13)),
            ],
        ),
        axis(
            "heads",
            &[
                class("2", &[Pick::Size(2)], |_| Some(Pick::Size(2))),
                class("1", &[], |_| Some(Pick::Size(1))),
            ],
        ),
        DRAWN,
        axis("weights", WEIGHTS),
        axis("ids", IDS),
        CODE,
    ],
    plain: |row| {
        row.get(1)
            .is_none_or(|count| row[0].size() != 1 || count.size() == 3)
    },
    call: |_, picks| {
        // Rounding must not decide which token comes next; then other numbers are drawn.
        let mut calls = (0..TRIES).map(|tried| written(picks, tried));
        let decided = calls.find(oracle::is_decided);
        decided.unwrap_or_else(|| written(picks, TRIES))
    },
    entries: |picks| 2 + 2 * picks[1].size() * (picks[0].size() + picks[1].size()),
    budget: 9_000,
    dtypes: false,
}];

/// What stands in a weight. Were all of them alike, so would be the scores of all tokens.
const WEIGHTS: &[Class] = &[LEARNED[0], LEARNED[1]];

const TRIES: u64 = 24;

fn written(picks: &[Pick], tried: u64) -> Call {
    let [prompt, count, _, blocks, rows, heads, seed] =
        [0, 1, 2, 3, 4, 5, 6].map(|place| picks[place].size());
    let positions = match picks[2].name() {
        "as many as tokens" => prompt + count,
        "one less" => (prompt + count).saturating_sub(1),
        "as many as the prompt" => prompt,
        "fewer than the prompt" => prompt.saturating_sub(1),
        "one" => 1,
        _ => prompt + count + 5,
    };
    let channels = 2 * heads;
    let made = Made {
        channels,
        heads,
        hidden: 4 * channels,
        lies: Layout::Rows,
        weights: picks[7].name(),
        biases: "fractions",
        eps: 1e-5,
        seed: 512 * (seed + (tried << 21)),
    };
    let tables = [rows, positions.max(1)].map(|rows| (rows, "fractions"));
    let model = Value::Record(vec![assembled(made, tables, blocks, None, false)]);
    let prompt = ids(prompt, rows, picks[8].name(), "none", seed);
    let code = Value::Text(picks[9].name().to_owned());
    call("generate", vec![model, prompt, Value::Size(count), code])
}
