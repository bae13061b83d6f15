//! What may be asked of the functions of step 01. The general part makes the questions.

use crate::protocol::{Call, Value};
use crate::steps::domains::reals::{call, scalar};
use crate::steps::domains::{Axis, Pick, SPACE, Space, axis, class, named};

const SPACE_OF_SIZES: Space = Space {
    dtypes: false,
    ..SPACE
};

pub(super) const GPT2: &[Space] = &[Space {
    name: "the smallest model",
    // There is one answer, so it is asked a few times.
    axes: &[axis(
        "time",
        &[class("any", &[Pick::Size(1), Pick::Size(2)], |_| {
            Some(Pick::Size(1))
        })],
    )],
    call: |_, _| call("Gpt2Config::gpt2", Vec::new()),
    ..SPACE_OF_SIZES
}];

pub(super) const NAMED: &[Space] = &[Space {
    name: "names",
    axes: &[axis(
        "name",
        &[
            named("gpt2", &[Pick::Name("gpt2")]),
            named("gpt2-medium", &[Pick::Name("gpt2-medium")]),
            named("gpt2-large", &[Pick::Name("gpt2-large")]),
            named("gpt2-xl", &[Pick::Name("gpt2-xl")]),
            named("gpt3", &[Pick::Name("gpt3")]),
            named("GPT2", &[Pick::Name("GPT2")]),
            named("gpt2-small", &[Pick::Name("gpt2-small")]),
            named("gpt2-xl-large", &[]),
            named("medium", &[Pick::Name("medium")]),
            named("gpt2 ", &[Pick::Name("gpt2 ")]),
            named("", &[Pick::Name("")]),
            named("größer", &[]),
        ],
    )],
    call: |_, picks| {
        call(
            "Gpt2Config::named",
            vec![Value::Text(picks[0].name().to_owned())],
        )
    },
    ..SPACE_OF_SIZES
}];

const CHANNELS: Axis = axis(
    "channels",
    &[
        class("768", &[Pick::Size(768)], |_| Some(Pick::Size(768))),
        class("few", &[Pick::Size(12), Pick::Size(6)], |d| d.size(3, 12)),
        class("1", &[], |_| Some(Pick::Size(1))),
        class("tens", &[Pick::Size(32)], |d| d.size(13, 99)),
        class("hundreds", &[], |d| d.size(200, 300)),
        class("thousands", &[Pick::Size(1024)], |d| d.size(1000, 1600)),
    ],
);
const BLOCKS: Axis = axis(
    "blocks",
    &[
        class("12", &[Pick::Size(12)], |_| Some(Pick::Size(12))),
        class("few", &[Pick::Size(2), Pick::Size(3)], |d| d.size(2, 9)),
        class("1", &[], |_| Some(Pick::Size(1))),
        class("0", &[], |_| Some(Pick::Size(0))),
        class("tens", &[Pick::Size(24)], |d| d.size(10, 48)),
    ],
);
const HEADS: Axis = axis(
    "heads",
    &[
        class("12", &[Pick::Size(12)], |_| Some(Pick::Size(12))),
        class("few", &[Pick::Size(2), Pick::Size(4)], |d| d.size(2, 9)),
        class("1", &[], |_| Some(Pick::Size(1))),
        class("0", &[Pick::Size(0)], |_| Some(Pick::Size(0))),
        class("tens", &[Pick::Size(16)], |d| d.size(10, 25)),
        class("as many as channels", &[], |d| d.like(0)),
        class("half as many as channels", &[], |d| {
            let half = d.like(0)?.size() / 2;
            (half > 0).then_some(Pick::Size(half))
        }),
        class("more than channels", &[], |d| {
            Some(Pick::Size(d.like(0)?.size() + 1))
        }),
    ],
);
const INNER: Axis = axis(
    "inner",
    &[
        class("none", &[Pick::Bound(None)], |_| Some(Pick::Bound(None))),
        class("few", &[Pick::Bound(Some(10))], |d| {
            Some(Pick::Bound(Some(d.rng.u64(1..40))))
        }),
        class("many", &[], |d| {
            Some(Pick::Bound(Some(d.rng.u64(41..5000))))
        }),
        class("four times as many as channels", &[], |d| {
            Some(Pick::Bound(Some(4 * d.like(0)?.size())))
        }),
    ],
);
const VOCABULARY: Axis = axis(
    "vocabulary",
    &[
        class("50257", &[Pick::Size(50_257)], |_| Some(Pick::Size(50_257))),
        class("few", &[], |d| d.size(3, 12)),
        class("tens", &[Pick::Size(97)], |d| d.size(13, 99)),
        class("1", &[], |_| Some(Pick::Size(1))),
        class("more", &[], |d| d.size(50_258, 130_000)),
    ],
);
const POSITIONS: Axis = axis(
    "positions",
    &[
        class("1024", &[Pick::Size(1024)], |_| Some(Pick::Size(1024))),
        class("few", &[], |d| d.size(3, 12)),
        class("tens", &[Pick::Size(64)], |d| d.size(13, 99)),
        class("1", &[], |_| Some(Pick::Size(1))),
        class("thousands", &[], |d| d.size(1025, 8192)),
    ],
);

/// The models that plain questions are about: channels, blocks, heads, vocabulary, positions.
const PLAIN: [[u64; 5]; 7] = [
    [768, 12, 12, 50_257, 1024],
    [32, 2, 2, 97, 64],
    [1024, 24, 16, 50_257, 1024],
    [6, 3, 2, 97, 64],
    [12, 2, 4, 97, 1024],
    [32, 3, 12, 97, 64],
    [6, 2, 0, 97, 64],
];

const OF_CONFIG: Space = Space {
    name: "models",
    axes: &[CHANNELS, BLOCKS, HEADS, VOCABULARY, POSITIONS, INNER],
    plain: |row| {
        let sizes = row.iter().take(5).map(|pick| pick.size());
        let sizes: Vec<u64> = sizes.collect();
        PLAIN.iter().any(|plain| plain.starts_with(&sizes))
    },
    ..SPACE_OF_SIZES
};

fn ask(function: &str, picks: &[Pick], others: &[Value]) -> Call {
    let size = |place: usize| Value::Size(picks[place].size());
    let inner = match picks[5] {
        Pick::Bound(inner) => inner,
        _ => None,
    };
    let config = vec![
        size(3),
        size(4),
        size(0),
        size(1),
        size(2),
        Value::Bound(inner),
        scalar(1e-5),
    ];
    call(function, [&[Value::Record(config)], others].concat())
}

/// What is asked about a model, and nothing else.
macro_rules! of_config {
    ($function:literal) => {
        &[Space {
            call: |_, picks| ask($function, picks, &[]),
            ..OF_CONFIG
        }]
    };
}
pub(super) const INNER_DIM: &[Space] = of_config!("Gpt2Config::inner_dim");
pub(super) const HEAD_DIM: &[Space] = of_config!("Gpt2Config::head_dim");
pub(super) const NUM_PARAMETERS: &[Space] = of_config!("Gpt2Config::num_parameters");

pub(super) const KV_CACHE_BYTES: &[Space] = &[Space {
    axes: &[
        CHANNELS,
        BLOCKS,
        HEADS,
        VOCABULARY,
        POSITIONS,
        INNER,
        axis(
            "tokens",
            &[
                class("few", &[Pick::Size(5)], |d| d.size(2, 12)),
                class("0", &[Pick::Size(0)], |_| Some(Pick::Size(0))),
                class("1", &[], |_| Some(Pick::Size(1))),
                class("hundreds", &[Pick::Size(1000)], |d| d.size(200, 1024)),
            ],
        ),
        axis(
            "bytes",
            &[
                class("4", &[Pick::Size(4)], |_| Some(Pick::Size(4))),
                class("2", &[Pick::Size(2)], |_| Some(Pick::Size(2))),
                class("1", &[], |_| Some(Pick::Size(1))),
                class("8", &[], |_| Some(Pick::Size(8))),
            ],
        ),
    ],
    call: |_, picks| {
        let others = [picks[6], picks[7]].map(|pick| Value::Size(pick.size()));
        ask("Gpt2Config::kv_cache_bytes", picks, &others)
    },
    ..OF_CONFIG
}];
