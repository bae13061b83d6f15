//! What may be asked of the function of step 10. The general part makes the questions.

use crate::protocol::{Call, Layout, Value};
use crate::steps::domains::reals::{DRAWN, call};
use crate::steps::domains::{
    Axis, Class, Draw, OWNED, Pick, SIZES, SPACE, Space, axis, class, named,
};
use crate::steps::step_05::domains::{BEYOND, IDS, ids, table};
use crate::steps::step_09::domains::{FEW, HIDDEN, LEARNED, Made, hidden};

/// How long texts are.
const TOKENS: &[Class] = &[SIZES[0], SIZES[1], SIZES[2], SIZES[3], SIZES[4], SIZES[5]];

/// Long enough to tell code that has room for fewer.
const LONG: &[Class] = &[
    class("hundreds", &[], |d| d.size(200, 210)),
    class("around 64", &[], |d| d.size(63, 66)),
];

/// How many blocks there are.
pub(in crate::steps) const BLOCKS: &[Class] = &[
    class("2", &[Pick::Size(2)], |_| Some(Pick::Size(2))),
    class("3", &[Pick::Size(3)], |_| Some(Pick::Size(3))),
    class("1", &[Pick::Size(1)], |_| Some(Pick::Size(1))),
    class("0", &[Pick::Size(0)], |_| Some(Pick::Size(0))),
    class("4 to 5", &[], |d| d.size(4, 5)),
];

/// How many tokens there are to know.
pub(in crate::steps) const VOCABULARY: &[Class] = &[
    class("5 to 6", &[Pick::Size(5)], |d| d.size(5, 6)),
    class("2 to 4", &[], |d| d.size(2, 4)),
    class("7 to 12", &[], |d| d.size(7, 12)),
    class("1", &[], |_| Some(Pick::Size(1))),
    class("tens", &[], |d| d.size(13, 40)),
    class("as many as channels", &[], |d| {
        let [width, heads] = [1, 2].map(|place| d.earlier[place].size());
        Some(Pick::Size(width * heads))
    }),
];

/// What stands in weights. Were all of them above 0, the stream would grow so much that rounding decides what tokens look at.
const WEIGHTS: &[Class] = &[LEARNED[0], LEARNED[1], LEARNED[3]];

/// What stands in the tables.
const TABLES: &[Class] = &[
    named("fractions", &[Pick::Name("fractions")]),
    named("quarters", &[]),
    named("whole numbers", &[]),
    named("one far out", &[]),
];

/// How many positions there are beside those that the tokens take.
pub(in crate::steps) const ROOM: Axis = axis(
    "room",
    &[
        named("exactly", &[Pick::Name("exactly")]),
        named("one more", &[]),
        named("many more", &[Pick::Name("many more")]),
    ],
);

/// What does not fit.
pub(in crate::steps) const FIT: Axis = axis(
    "fit",
    &[
        named("ln_f is longer", &[Pick::Name("ln_f is longer")]),
        class(
            "one position less",
            &[Pick::Name("one position less")],
            several,
        ),
        class("half of the positions", &[], several),
        class(
            "the first block",
            &[Pick::Name("the first block")],
            with_blocks,
        ),
        class(
            "the last block",
            &[Pick::Name("the last block")],
            with_blocks,
        ),
    ],
);

/// A table has a row at least.
fn several(d: &mut Draw<'_>) -> Option<Pick> {
    (d.earlier[0].size() > 1).then_some(Pick::Name(d.class))
}

fn with_blocks(d: &mut Draw<'_>) -> Option<Pick> {
    (d.earlier[3].size() > 0).then_some(Pick::Name(d.class))
}

/// The sizes that plain questions have: tokens, width, heads, blocks.
pub(in crate::steps) const PLAIN: [[u64; 4]; 6] = [
    [3, 2, 2, 2],
    [3, 2, 1, 1],
    [4, 3, 1, 0],
    [2, 2, 2, 3],
    [1, 2, 2, 2],
    [0, 2, 2, 2],
];

/// The axes of everything that is asked about a model, and one more.
macro_rules! axes {
    ($last:expr) => {
        &[
            axis("tokens", TOKENS),
            axis("width", FEW),
            axis("heads", FEW),
            axis("blocks", BLOCKS),
            axis("vocabulary", VOCABULARY),
            DRAWN,
            axis("ids", IDS),
            $last,
            axis("tables", TABLES),
            axis("weights", WEIGHTS),
            axis("biases", LEARNED),
            axis("lies", OWNED),
            HIDDEN,
        ]
    };
}

/// What is asked of a function that takes a model and ids, with these axes. Its questions cost so much at most.
macro_rules! of_models {
    ($function:literal, $axes:ident, $budget:literal) => {
        [
            Space {
                name: "the model",
                axes: $axes!(ROOM),
                plain: |row| begins(row, &PLAIN),
                call: |_, picks| {
                    let model = model(picks, picks[7].name(), "");
                    asked($function, model, ids_of(picks, "none"))
                },
                entries,
                budget: $budget,
                ..OF_MODELS
            },
            Space {
                name: "an id that is not there",
                axes: $axes!(BEYOND),
                plain: |row| begins(row, &PLAIN[..1]) && row.get(7).is_none_or(is_beyond),
                call: |_, picks| {
                    let ids = ids_of(picks, picks[7].name());
                    asked($function, model(picks, "exactly", ""), ids)
                },
                budget: 60,
                ..OF_MODELS
            },
            Space {
                name: "parts that do not fit",
                axes: $axes!(FIT),
                plain: |row| begins(row, &PLAIN[..1]),
                call: |_, picks| {
                    let model = model(picks, "exactly", picks[7].name());
                    asked($function, model, ids_of(picks, "none"))
                },
                budget: 60,
                ..OF_MODELS
            },
        ]
    };
}
pub(in crate::steps) use of_models;

pub(super) const FORWARD: &[Space] = &{
    let [model, unknown, unfit] = of_models!("Gpt2Model::forward", axes, 18_000);
    [model, LONG_TEXTS, unknown, unfit]
};

const LITTLE: &[Class] = &[FEW[0], FEW[2]];
const FEW_TOKENS: &[Class] = &[VOCABULARY[0], VOCABULARY[2]];
const SOME: &[Class] = &[BLOCKS[2], BLOCKS[3]];

const LONG_TEXTS: Space = Space {
    name: "long texts",
    axes: &[
        axis("tokens", LONG),
        axis("width", LITTLE),
        axis("heads", LITTLE),
        axis("blocks", SOME),
        axis("vocabulary", FEW_TOKENS),
        DRAWN,
        axis("ids", IDS),
        ROOM,
    ],
    plain: |_| false,
    call: |_, picks| {
        let model = model(picks, picks[7].name(), "");
        asked("Gpt2Model::forward", model, ids_of(picks, "none"))
    },
    entries,
    budget: 12_000,
    ..OF_MODELS
};

pub(in crate::steps) const OF_MODELS: Space = Space {
    dtypes: false,
    ..SPACE
};

pub(in crate::steps) fn is_beyond(beyond: &Pick) -> bool {
    beyond.name() != "none"
}

/// What it takes to compare: a product of all channels with all of them, several times, and of all tokens with each other.
pub(in crate::steps) fn entries(picks: &[Pick]) -> u64 {
    let [tokens, width, heads, blocks] = [0, 1, 2, 3].map(|place| picks[place].size());
    let channels = width * heads;
    tokens * channels * (1 + (channels / 2 + tokens / 32) * blocks.max(1))
}

pub(in crate::steps) fn begins(row: &[Pick], plain: &[[u64; 4]]) -> bool {
    let sizes: Vec<u64> = row.iter().take(4).map(|pick| pick.size()).collect();
    plain.iter().any(|plain| plain.starts_with(&sizes))
}

/// The call of a method of the model, or of one of the model with its head.
pub(in crate::steps) fn asked(function: &str, model: Value, ids: Value) -> Call {
    let object = match function.starts_with("Gpt2Model::") {
        true => model,
        false => Value::Record(vec![model]),
    };
    call(function, vec![object, ids])
}

pub(in crate::steps) fn ids_of(picks: &[Pick], beyond: &str) -> Value {
    let [tokens, rows, seed] = [0, 4, 5].map(|place| picks[place].size());
    ids(tokens, rows, picks[6].name(), beyond, seed)
}

/// A model with so much room, of which one part may not fit.
pub(in crate::steps) fn model(picks: &[Pick], room: &str, fit: &str) -> Value {
    let [tokens, width, heads, blocks, rows, seed] =
        [0, 1, 2, 3, 4, 5].map(|place| picks[place].size());
    let positions = match (room, fit) {
        (_, "one position less") => tokens - 1,
        (_, "half of the positions") => tokens / 2,
        ("one more", _) => tokens + 1,
        ("many more", _) => tokens + 7,
        _ => tokens,
    };
    let channels = width * heads;
    // Where nothing is asked about these, they are plain.
    let name = |place: usize| picks.get(place).map_or("fractions", |pick| pick.name());
    let made = Made {
        channels,
        heads,
        hidden: hidden(name(12), channels),
        lies: picks.get(11).map_or(Layout::Rows, |pick| pick.layout()),
        weights: name(9),
        biases: name(10),
        // Code may know the usual one, and has to look at it all the same.
        eps: if seed % 2 == 0 { 1e-5 } else { 0.5 },
        seed: 128 * seed,
    };
    let tables = [rows, positions.max(1)].map(|rows| (rows, name(8)));
    let unfit = match fit {
        "the first block" => Some(0),
        "the last block" => blocks.checked_sub(1),
        _ => None,
    };
    assembled(made, tables, blocks, unfit, fit == "ln_f is longer")
}

/// A model of two tables, each with so many rows of this content, and so many blocks, one of which may not fit.
pub(in crate::steps) fn assembled(
    mut made: Made,
    tables: [(u64, &str); 2],
    blocks: u64,
    unfit: Option<u64>,
    longer: bool,
) -> Value {
    let [wte, wpe] = tables.map(|(rows, content)| {
        let sides = [rows, made.channels];
        table(sides, Layout::Rows, content, made.next())
    });
    let blocks = (0..blocks).map(|place| {
        let fit = if unfit == Some(place) {
            "ln_2 is longer"
        } else {
            ""
        };
        made.block(fit)
    });
    let blocks = blocks.collect();
    let ln_f = made.norm(made.channels + u64::from(longer));
    Value::Record(vec![wte, wpe, Value::Record(blocks), ln_f])
}
