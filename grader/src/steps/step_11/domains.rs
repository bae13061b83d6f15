//! What may be asked of the functions of step 11. The general part makes the questions.

use crate::protocol::Call;
use crate::steps::domains::reals::{DRAWN, array, call, scalar, varied};
use crate::steps::domains::{
    Axis, Class, Draw, LAYOUTS, Pick, SIZES, SPACE, Space, axis, class, named,
};
use crate::steps::step_05::domains::{BEYOND, IDS, ids};
use crate::steps::step_09::domains::FEW;
use crate::steps::step_10::domains::{
    BLOCKS, FIT, OF_MODELS, PLAIN, ROOM, VOCABULARY as OF_TABLES, asked, begins, entries, ids_of,
    is_beyond, model, of_models,
};

/// How long texts are. What long ones do to a model is asked in step 10.
const TEXT: &[Class] = &[SIZES[0], SIZES[1], SIZES[2], SIZES[3], SIZES[4]];

/// The axes of everything that is asked about a model, and one more. What is inside of it is asked in step 10.
macro_rules! axes {
    ($last:expr) => {
        &[
            axis("tokens", TEXT),
            axis("width", FEW),
            axis("heads", FEW),
            axis("blocks", BLOCKS),
            axis("vocabulary", OF_TABLES),
            DRAWN,
            axis("ids", IDS),
            $last,
        ]
    };
}

pub(super) const LOGITS: &[Space] = &of_models!("Gpt2LmHeadModel::logits", axes, 3_000);
pub(super) const NEXT: &[Space] = &of_models!("Gpt2LmHeadModel::next_token_logits", axes, 3_000);
pub(super) const LOSS: &[Space] = &of_models!("Gpt2LmHeadModel::loss", axes, 3_000);

/// How many tokens there are to be scored.
const VOCABULARY: Axis = axis(
    "vocabulary",
    &[
        class("3 to 6", &[Pick::Size(5), Pick::Size(4)], |d| d.size(3, 6)),
        class("1", &[Pick::Size(1)], |_| Some(Pick::Size(1))),
        class("2", &[Pick::Size(2)], |_| Some(Pick::Size(2))),
        class("7 to 9", &[], |d| d.size(7, 9)),
        class("tens", &[], |d| d.size(10, 62)),
        class("hundreds", &[], |d| d.size(200, 300)),
        class("as many as rows", &[], |d| d.like(0)),
    ],
);

/// What scores are like. Far from 0 their exponentials overflow, or nothing is left of them.
const SCORES: &[Class] = &[
    named("fractions", &[Pick::Name("fractions")]),
    named("quarters", &[]),
    named("whole numbers", &[Pick::Name("whole numbers")]),
    named("zero", &[]),
    named("all equal", &[]),
    named("around 100", &[Pick::Name("around 100")]),
    named("around -200", &[Pick::Name("around -200")]),
    named("around 10000", &[]),
    class("one far out", &[Pick::Name("one far out")], varied),
];

/// How many targets there are.
const TARGETS: Axis = axis(
    "targets",
    &[
        named("as many", &[Pick::Name("as many")]),
        named("one more", &[Pick::Name("one more")]),
        class("one less", &[Pick::Name("one less")], several),
        class("none", &[], several),
        named("twice as many", &[]),
    ],
);

/// Less than there are, where there are any.
fn several(d: &mut Draw<'_>) -> Option<Pick> {
    (d.earlier[0].size() > 0).then_some(Pick::Name(d.class))
}

/// The sizes that plain questions have: rows, vocabulary.
const SIDES: [[u64; 2]; 6] = [[3, 5], [4, 4], [1, 5], [3, 1], [3, 2], [0, 5]];

/// The axes of logits and targets, and one more.
macro_rules! of_logits {
    ($last:expr) => {
        &[
            axis("rows", SIZES),
            VOCABULARY,
            axis("layout", LAYOUTS),
            DRAWN,
            axis("scores", SCORES),
            axis("ids", IDS),
            $last,
        ]
    };
}

pub(super) const CROSS_ENTROPY: &[Space] = &[
    Space {
        name: "scores and targets",
        axes: of_logits!(BEYOND),
        plain: |row| {
            plain(row)
                && row
                    .get(6)
                    .is_none_or(|beyond| !is_beyond(beyond) || row[0].size() == 3)
        },
        call: |_, picks| surprise(picks, picks[0].size(), picks[6].name()),
        ..OF_NUMBERS
    },
    Space {
        name: "too few targets, or too many",
        axes: of_logits!(TARGETS),
        plain: |row| {
            plain(row)
                && row
                    .get(6)
                    .is_none_or(|targets| targets.name() == "as many" || row[0].size() == 3)
        },
        call: |_, picks| {
            let rows = picks[0].size();
            let targets = match picks[6].name() {
                "one more" => rows + 1,
                "one less" => rows.saturating_sub(1),
                "none" => 0,
                "twice as many" => 2 * rows,
                _ => rows,
            };
            surprise(picks, targets, "none")
        },
        budget: 200,
        ..OF_NUMBERS
    },
];

const OF_NUMBERS: Space = Space {
    budget: 2_000,
    dtypes: false,
    ..SPACE
};

fn plain(row: &[Pick]) -> bool {
    let sides: Vec<u64> = row.iter().take(2).map(|pick| pick.size()).collect();
    SIDES.iter().any(|plain| plain.starts_with(&sides))
}

fn surprise(picks: &[Pick], targets: u64, beyond: &str) -> Call {
    let [rows, vocabulary, _, seed] = [0, 1, 2, 3].map(|place| picks[place].size());
    let (layout, content) = (picks[2].layout(), picks[4].name());
    let logits = array(&[rows, vocabulary], layout, content, seed);
    let targets = ids(targets, vocabulary, picks[5].name(), beyond, seed);
    call("cross_entropy", vec![logits, targets])
}

pub(super) const PERPLEXITY: &[Space] = &[Space {
    name: "losses",
    axes: &[axis(
        "loss",
        &[
            class("2 to 4", &[Pick::Number(2.5), Pick::Number(3.0)], |d| {
                Some(Pick::Number(f64::from(d.rng.i32(16..=32)) / 8.0))
            }),
            class("0", &[Pick::Number(0.0)], |_| Some(Pick::Number(0.0))),
            class("below 1", &[Pick::Number(0.5)], |d| {
                Some(Pick::Number(f64::from(d.rng.i32(1..=15)) / 16.0))
            }),
            class("1", &[Pick::Number(1.0)], |_| Some(Pick::Number(1.0))),
            class("large", &[Pick::Number(10.75)], |d| {
                Some(Pick::Number(f64::from(d.rng.i32(36..=80)) / 4.0))
            }),
            class("larger", &[], |d| {
                Some(Pick::Number(f64::from(d.rng.i32(84..=340)) / 4.0))
            }),
        ],
    )],
    call: |_, picks| call("perplexity", vec![scalar(picks[0].number())]),
    ..OF_NUMBERS
}];
