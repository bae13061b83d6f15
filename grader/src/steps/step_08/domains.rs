//! What may be asked of the functions of step 08. The general part makes the questions.

use super::oracle::SUBLAYERS;
use crate::protocol::{Layout, Value};
use crate::steps::domains::reals::{CONTENT, DRAWN, PARAMETERS, SMALL, array, call, scalar};
use crate::steps::domains::{Axis, Class, Draw, LAYOUTS, Pick, SPACE, Space, axis, class, named};
use crate::steps::step_03::domains::{CHANNELS, EPS, TOKENS};

const OF_MATRIX: Space = Space {
    budget: 40_000,
    dtypes: false,
    ..SPACE
};

/// How many entries are compared: none where an error is right.
fn compared(fits: bool, [tokens, channels]: [u64; 2]) -> u64 {
    if fits { tokens * channels } else { 0 }
}

/// How the shape of the output is beside that of `x`.
const FIT: Axis = axis(
    "fit",
    &[
        named("fit", &[Pick::Name("fit")]),
        class("single token", &[Pick::Name("single token")], unfitting),
        class("single channel", &[Pick::Name("single channel")], unfitting),
        class("one token more", &[Pick::Name("one token more")], unfitting),
        class(
            "one channel more",
            &[Pick::Name("one channel more")],
            unfitting,
        ),
        class("one token less", &[], unfitting),
        class("one channel less", &[], unfitting),
        class("one number", &[], unfitting),
        class("turned", &[Pick::Name("turned")], unfitting),
        class("no tokens", &[], unfitting),
    ],
);

/// A shape that does not fit.
fn unfitting(d: &mut Draw<'_>) -> Option<Pick> {
    let sides = [0, 1].map(|place| d.earlier[place].size());
    (shape(d.class, sides) != sides).then_some(Pick::Name(d.class))
}

fn shape(fit: &str, [tokens, channels]: [u64; 2]) -> [u64; 2] {
    match fit {
        "single token" => [1, channels],
        "single channel" => [tokens, 1],
        "one token more" => [tokens + 1, channels],
        "one channel more" => [tokens, channels + 1],
        "one token less" => [tokens.saturating_sub(1), channels],
        "one channel less" => [tokens, channels.saturating_sub(1)],
        "one number" => [1, 1],
        "turned" => [channels, tokens],
        "no tokens" => [0, channels],
        _ => [tokens, channels],
    }
}

/// Plain questions are asked about few sizes, and with any content in one of them.
fn plain(row: &[Pick], content: usize) -> bool {
    let sides: Vec<u64> = row.iter().take(2).map(|pick| pick.size()).collect();
    let known = [[3, 4], [2, 3], [3, 3], [1, 4], [4, 1], [1, 1], [0, 3]];
    let begins = known.iter().any(|known| known.starts_with(&sides));
    let contents = row.iter().skip(content).take(1);
    let usual = ["whole numbers", "fractions"];
    begins
        && (sides == [3, 4]
            || contents
                .into_iter()
                .all(|pick| usual.contains(&pick.name())))
}

pub(super) const RESIDUAL: &[Space] = &[Space {
    name: "a sum",
    axes: &[
        TOKENS,
        CHANNELS,
        axis("layout", LAYOUTS),
        DRAWN,
        axis("content", CONTENT),
        axis("the output's content", PARAMETERS),
        axis("the output's layout", LAYOUTS),
        FIT,
    ],
    plain: |row| {
        let fits = row.get(7).is_none_or(|fit| {
            let sides = [row[0].size(), row[1].size()];
            let differs = shape(fit.name(), sides) != sides;
            fit.name() == "fit" || differs && sides == [3, 4] && row[4].name() == "whole numbers"
        });
        plain(row, 4) && fits
    },
    call: |_, picks| {
        let [tokens, channels, _, seed] = [0, 1, 2, 3].map(|place| picks[place].size());
        let sides = [tokens, channels];
        let x = array(&sides, picks[2].layout(), picks[4].name(), 2 * seed);
        let sides = shape(picks[7].name(), sides);
        let output = array(&sides, picks[6].layout(), picks[5].name(), 2 * seed + 1);
        call("residual", vec![x, output])
    },
    entries: |picks| {
        let sides = [0, 1].map(|place| picks[place].size());
        compared(shape(picks[7].name(), sides) == sides, sides)
    },
    ..OF_MATRIX
}];

/// The layers between, by how they are written.
const CODE: &[Class] = &[
    named(SUBLAYERS[0].0, &[Pick::Name(SUBLAYERS[0].0)]),
    named(SUBLAYERS[1].0, &[Pick::Name(SUBLAYERS[1].0)]),
    named(SUBLAYERS[2].0, &[]),
    named(SUBLAYERS[3].0, &[Pick::Name(SUBLAYERS[3].0)]),
    named(SUBLAYERS[4].0, &[Pick::Name(SUBLAYERS[4].0)]),
    named(SUBLAYERS[5].0, &[]),
    named(SUBLAYERS[6].0, &[Pick::Name(SUBLAYERS[6].0)]),
];

/// How long the parameters are, beside the channels.
const LENGTHS: Axis = axis(
    "parameters",
    &[
        named("fit", &[Pick::Name("fit")]),
        named("one more", &[Pick::Name("one more")]),
        class("single", &[], |d| {
            (d.earlier[1].size() != 1).then_some(Pick::Name("single"))
        }),
    ],
);

pub(super) const PRE_NORM: &[Space] = &[Space {
    name: "around a layer",
    axes: &[
        TOKENS,
        CHANNELS,
        axis("layout", LAYOUTS),
        DRAWN,
        axis("content", CONTENT),
        axis("weight", SMALL),
        axis("bias", SMALL),
        axis("layer", CODE),
        LENGTHS,
        EPS,
    ],
    plain: |row| {
        let usual = row.get(8).is_none_or(|length| {
            let first = row[7].name() == SUBLAYERS[0].0;
            length.name() == "fit" || first && [row[0].size(), row[1].size()] == [3, 4]
        });
        let eps = row.get(9).is_none_or(|eps| {
            let first = row[7].name() == SUBLAYERS[0].0 && row[8].name() == "fit";
            eps.number() == 1e-5 || first && [row[0].size(), row[1].size()] == [3, 4]
        });
        plain(row, 4) && usual && eps
    },
    call: |_, picks| {
        let [tokens, channels, _, seed] = [0, 1, 2, 3].map(|place| picks[place].size());
        let length = match picks[8].name() {
            "one more" => channels + 1,
            "single" => 1,
            _ => channels,
        };
        let x = array(
            &[tokens, channels],
            picks[2].layout(),
            picks[4].name(),
            4 * seed,
        );
        let parameter = |place: usize| {
            let seed = 4 * seed + place as u64 - 4;
            array(&[length], Layout::Rows, picks[place].name(), seed)
        };
        let layer = vec![parameter(5), parameter(6), scalar(picks[9].number())];
        let code = Value::Text(picks[7].name().to_owned());
        call("pre_norm", vec![x, Value::Record(layer), code])
    },
    entries: |picks| {
        let sides = [0, 1].map(|place| picks[place].size());
        compared(picks[8].name() == "fit", sides)
    },
    ..OF_MATRIX
}];
