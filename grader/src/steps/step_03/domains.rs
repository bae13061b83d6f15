//! What may be asked of the functions of step 03. The general part makes the questions.

use crate::protocol::{Layout, Value};
use crate::steps::domains::reals::{CONTENT, DRAWN, PARAMETERS, array, call, scalar};
use crate::steps::domains::{
    Axis, Draw, LAYOUTS, Pick, SIZES, SPACE, Space, axis, but_the_last, class, named,
};

pub(in crate::steps) const TOKENS: Axis = axis("tokens", SIZES);
/// As many as tokens in some, since what is by column and what is by row can be confused there.
pub(in crate::steps) const CHANNELS: Axis = axis(
    "channels",
    &[
        class("3 to 6", &[Pick::Size(3), Pick::Size(4)], |d| d.size(3, 6)),
        class("1", &[Pick::Size(1)], |_| Some(Pick::Size(1))),
        class("2", &[Pick::Size(2)], |_| Some(Pick::Size(2))),
        class("7 to 9", &[], |d| d.size(7, 9)),
        class("tens", &[Pick::Size(12)], |d| d.size(10, 62)),
        class("around 64", &[], |d| d.size(63, 66)),
        class("hundreds", &[], |d| d.size(200, 300)),
        class("as many as tokens", &[], |d| d.like(0)),
    ],
);
/// What GPT-2 has, and what tells code that looks at it from code that knows it.
pub(in crate::steps) const USUAL_EPS: Axis = axis("eps", but_the_last(but_the_last(EPS.classes)));
pub(in crate::steps) const EPS: Axis = axis(
    "eps",
    &[
        class("1e-5", &[Pick::Number(1e-5)], |_| Some(Pick::Number(1e-5))),
        class("large", &[Pick::Number(3.0)], |d| {
            Some(Pick::Number(f64::from(d.rng.u32(4..40)) / 8.0))
        }),
        class("small", &[], |d| {
            Some(Pick::Number(f64::from(d.rng.u32(2..90)) / 1e3))
        }),
        class("tiny", &[Pick::Number(1e-12)], |d| {
            Some(Pick::Number(f64::from(d.rng.u32(2..90)) * 1e-12))
        }),
    ],
);

/// The first axes of all that is asked about a matrix.
const LAYOUT: Axis = axis("layout", LAYOUTS);

/// Plain questions are asked about plain sizes, with every content in one of them. The more channels there are, the further
/// one can stand out.
fn plain(row: &[Pick]) -> bool {
    let [Pick::Size(tokens), Pick::Size(channels), ref rest @ ..] = *row else {
        return true;
    };
    let content = rest.get(2).map_or("", |content| content.name());
    match ([tokens, channels], content) {
        ([1, 12], "" | "one far out") => true,
        (_, "one far out") | ([_, 12], _) => false,
        ([3, 4], _) => true,
        (_, content) => tokens != 5 && ["", "whole numbers"].contains(&content),
    }
}

/// What is asked about the rows of a matrix, and nothing else.
macro_rules! of_rows {
    ($function:literal) => {
        &[Space {
            name: "rows",
            axes: &[TOKENS, CHANNELS, LAYOUT, DRAWN, axis("content", CONTENT)],
            plain,
            call: |_, picks| call($function, vec![matrix(picks)]),
            ..OF_MATRIX
        }]
    };
}
pub(super) const MEAN: &[Space] = of_rows!("mean");
pub(super) const VARIANCE: &[Space] = of_rows!("variance");

const OF_MATRIX: Space = Space {
    // Where lengths do not fit there is an error, and nothing to compare.
    entries: |picks| match picks.get(7).map(|lengths| lengths.name()) {
        None | Some("fit") => picks[0].size() * picks[1].size(),
        _ => 0,
    },
    budget: 40_000,
    dtypes: false,
    ..SPACE
};

pub(super) const NORMALIZE: &[Space] = &[Space {
    name: "rows",
    axes: &[
        TOKENS,
        CHANNELS,
        LAYOUT,
        DRAWN,
        axis("content", CONTENT),
        EPS,
    ],
    plain,
    call: |_, picks| call("normalize", vec![matrix(picks), scalar(picks[5].number())]),
    ..OF_MATRIX
}];

/// How long the parameters are, beside the channels.
const LENGTHS: Axis = axis(
    "lengths",
    &[
        named("fit", &[Pick::Name("fit")]),
        class("one more", &[Pick::Name("one more")], fitting),
        class("one more and one less", &[], fitting),
        class("one less", &[], fitting),
        class("more", &[], fitting),
        class("single", &[Pick::Name("single")], fitting),
        class("none", &[], fitting),
        class("as many as tokens", &[], fitting),
    ],
);
/// Which of the parameters is as long as this.
const WHICH: Axis = axis(
    "which",
    &[
        named("both", &[Pick::Name("both")]),
        named("weight", &[Pick::Name("weight")]),
        named("bias", &[Pick::Name("bias")]),
    ],
);

/// A length that does not fit.
fn fitting(d: &mut Draw<'_>) -> Option<Pick> {
    let [tokens, channels] = [0, 1].map(|place| d.earlier[place].size());
    (length(d.class, tokens, channels) != channels).then_some(Pick::Name(d.class))
}

fn length(class: &str, tokens: u64, channels: u64) -> u64 {
    match class {
        "one more" | "one more and one less" => channels + 1,
        "one less" => channels - 1,
        "more" => 2 * channels + 3,
        "single" => 1,
        "none" => 0,
        "as many as tokens" => tokens,
        _ => channels,
    }
}

/// The axes of a matrix with weight and bias.
macro_rules! scaled {
    ($more:expr) => {
        &[
            TOKENS,
            CHANNELS,
            LAYOUT,
            DRAWN,
            axis("content", CONTENT),
            axis("weight", PARAMETERS),
            axis("bias", PARAMETERS),
            LENGTHS,
            $more,
        ]
    };
}

pub(super) const SCALE_AND_SHIFT: &[Space] = &[Space {
    name: "channels",
    axes: scaled!(WHICH),
    plain: plainly_scaled,
    call: |_, picks| {
        let [weight, bias] = parameters(picks, [picks[5], picks[6]], picks[7], picks[8]);
        call("scale_and_shift", vec![matrix(picks), weight, bias])
    },
    ..OF_MATRIX
}];

/// A few lengths that do not fit are enough to be shown.
fn plainly_scaled(row: &[Pick]) -> bool {
    let fits = row.get(7).is_none_or(|length| {
        length.name() == "fit" || row[0].size() == 2 && row[1].size() == 3 && is_plain(row[4])
    });
    let which = row
        .get(8)
        .is_none_or(|which| which.name() == "both" || row[7].name() != "fit");
    plain(row) && fits && which
}

fn is_plain(content: Pick) -> bool {
    content.name() == "whole numbers"
}

pub(super) const NEW: &[Space] = &[Space {
    name: "parameters",
    axes: &[
        // There are no tokens here.
        axis(
            "none",
            &[class("none", &[Pick::Size(0)], |_| Some(Pick::Size(0)))],
        ),
        axis("channels", but_the_last(CHANNELS.classes)),
        LAYOUT,
        DRAWN,
        EPS,
        axis("weight", PARAMETERS),
        axis("bias", PARAMETERS),
        axis("lengths", but_the_last(LENGTHS.classes)),
        WHICH,
    ],
    plain: |row| {
        let which = row
            .get(8)
            .is_none_or(|which| which.name() != "both" || row[7].name() == "fit");
        which && row.len() < 10
    },
    call: |_, picks| {
        let [weight, bias] = parameters(picks, [picks[5], picks[6]], picks[7], picks[8]);
        call(
            "LayerNorm::new",
            vec![weight, bias, scalar(picks[4].number())],
        )
    },
    entries: |picks| match (picks[7].name(), picks[8].name()) {
        ("fit", _) | (_, "both") => picks[1].size(),
        _ => 0,
    },
    dtypes: false,
    ..SPACE
}];

pub(super) const FORWARD: &[Space] = &[Space {
    name: "a layer",
    axes: scaled!(EPS),
    plain: |row| {
        let eps = row.get(8).is_none_or(|eps| {
            eps.number() == 1e-5 || is_plain(row[4]) && row[7].name() == "fit" && row[0].size() == 3
        });
        plainly_scaled(&row[..row.len().min(8)]) && eps
    },
    call: |_, picks| {
        let both = Pick::Name("both");
        let [tokens, channels, _, drawn, ..] = *picks else {
            return call("LayerNorm::forward", Vec::new());
        };
        let owned = [tokens, channels, Pick::Layout(Layout::Rows), drawn];
        let layer = parameters(&owned, [picks[5], picks[6]], picks[7], both);
        let layer = [&layer[..], &[scalar(picks[8].number())]].concat();
        call(
            "LayerNorm::forward",
            vec![Value::Record(layer), matrix(picks)],
        )
    },
    ..OF_MATRIX
}];

/// The matrix that the first five picks make.
fn matrix(picks: &[Pick]) -> Value {
    let shape = [0, 1].map(|place| picks[place].size());
    array(&shape, picks[2].layout(), picks[4].name(), picks[3].size())
}

/// Weight and bias; `which` is as long as `length` says, and the other fits. What is seen through views lies in memory as
/// the matrix does.
fn parameters(picks: &[Pick], of: [Pick; 2], lengths: Pick, which: Pick) -> [Value; 2] {
    let [tokens, channels, seed] = [0, 1, 3].map(|place| picks[place].size());
    let long = length(lengths.name(), tokens, channels);
    let layout = match picks[2].layout() {
        Layout::Broadcast => Layout::Rows,
        layout => layout,
    };
    [("weight", of[0], 1), ("bias", of[1], 2)].map(|(own, content, number)| {
        let is_long = [own, "both"].contains(&which.name());
        let length = match lengths.name() {
            // Together they are as long as two that fit.
            "one more and one less" if which.name() != own => channels - 1,
            _ if is_long => long,
            _ => channels,
        };
        array(&[length], layout, content.name(), 4 * seed + number)
    })
}
