//! What may be asked of the functions of step 04. The general part makes the questions.

use crate::protocol::{Layout, Value};
use crate::steps::domains::reals::{CONTENT, DRAWN, PARAMETERS, SMALL, array, call, scalar};
use crate::steps::domains::{
    Axis, Draw, LAYOUTS, OWNED, Pick, SIZES, SPACE, Space, axis, but_the_last, class, named,
};

/// A number between two, some of which are told by few digits.
fn between(d: &mut Draw<'_>, least: i32, most: i32) -> Option<Pick> {
    let number = d.rng.i32(least * 64..=most * 64);
    Some(Pick::Number(f64::from(number) / 64.0))
}

/// A number of this size, above or below 0.
fn around(d: &mut Draw<'_>, size: f64) -> Option<Pick> {
    let number = f64::from(d.rng.i32(11..99)) / 10.0 * size;
    Some(Pick::Number(if d.rng.bool() { number } else { -number }))
}

pub(super) const GELU: &[Space] = &[Space {
    name: "numbers",
    axes: &[axis(
        "x",
        &[
            class(
                "0 to 1",
                &[Pick::Number(1.0), Pick::Number(0.5), Pick::Number(0.0)],
                |d| between(d, 0, 1),
            ),
            class("-1 to 0", &[Pick::Number(-1.0), Pick::Number(-0.5)], |d| {
                between(d, -1, 0)
            }),
            class("1 to 2", &[Pick::Number(2.0)], |d| between(d, 1, 2)),
            class("-2 to -1", &[Pick::Number(-2.0)], |d| between(d, -2, -1)),
            class("2 to 4", &[Pick::Number(3.0)], |d| between(d, 2, 4)),
            class("-4 to -2", &[Pick::Number(-3.0), Pick::Number(-4.0)], |d| {
                between(d, -4, -2)
            }),
            class("4 to 6", &[], |d| between(d, 4, 6)),
            class("-6 to -4", &[], |d| between(d, -6, -4)),
            class("6 to 20", &[Pick::Number(9.0)], |d| between(d, 6, 20)),
            class("-20 to -6", &[Pick::Number(-9.0)], |d| between(d, -20, -6)),
            class("minus zero", &[], |_| Some(Pick::Number(-0.0))),
            class("hundreds", &[Pick::Number(100.0)], |d| around(d, 100.0)),
            class("ten thousands", &[], |d| around(d, 1e4)),
            class("huge", &[Pick::Number(1e20), Pick::Number(-1e20)], |d| {
                around(d, 1e15)
            }),
            class("small", &[], |d| around(d, 1e-3)),
            class("tiny", &[Pick::Number(1e-20)], |d| around(d, 1e-20)),
            class("infinity", &[Pick::Number(f64::INFINITY)], |_| {
                Some(Pick::Number(f64::INFINITY))
            }),
            class("NaN", &[Pick::Number(f64::NAN)], |_| {
                Some(Pick::Number(f64::NAN))
            }),
        ],
    )],
    call: |_, picks| call("gelu", vec![scalar(picks[0].number())]),
    ..OF_LAYERS
}];

const OF_LAYERS: Space = Space {
    budget: 20_000,
    dtypes: false,
    ..SPACE
};

const TOKENS: Axis = axis("tokens", SIZES);
const INPUTS: Axis = axis(
    "inputs",
    &[
        class("3 to 6", &[Pick::Size(4), Pick::Size(3)], |d| d.size(3, 6)),
        class("1", &[Pick::Size(1)], |_| Some(Pick::Size(1))),
        class("2", &[Pick::Size(2)], |_| Some(Pick::Size(2))),
        class("7 to 9", &[], |d| d.size(7, 9)),
        class("tens", &[], |d| d.size(10, 62)),
        class("around 64", &[], |d| d.size(63, 66)),
        class("hundreds", &[], |d| d.size(200, 300)),
        class("as many as tokens", &[], |d| d.like(0)),
    ],
);
const OUTPUTS: Axis = axis(
    "outputs",
    &[
        class("3 to 6", &[Pick::Size(5), Pick::Size(3)], |d| d.size(3, 6)),
        class("1", &[Pick::Size(1)], |_| Some(Pick::Size(1))),
        class("2", &[Pick::Size(2)], |_| Some(Pick::Size(2))),
        class("7 to 9", &[], |d| d.size(7, 9)),
        class("tens", &[], |d| d.size(10, 62)),
        class("hundreds", &[], |d| d.size(200, 300)),
        class("as many as inputs", &[], |d| d.like(1)),
        class("as many as tokens", &[], |d| d.like(0)),
    ],
);

/// How a weight lies in memory.
const LIES: Axis = axis("lies", OWNED);

/// What must fit and how it does not; what that means, the call says.
const FIT: Axis = axis(
    "fit",
    &[
        named("fit", &[Pick::Name("fit")]),
        class("one more", &[Pick::Name("one more")], unfitting),
        class("one less", &[], unfitting),
        class("single", &[], unfitting),
        class("none", &[], unfitting),
        class("the other side", &[Pick::Name("the other side")], unfitting),
    ],
);

/// A length that does not fit. To see that, nobody needs a layer with hundreds on both sides.
fn unfitting(d: &mut Draw<'_>) -> Option<Pick> {
    let [inputs, outputs] = [1, 2].map(|place| d.earlier[place].size());
    let differs = [(inputs, outputs), (outputs, inputs)]
        .into_iter()
        .all(|(right, other)| length(d.class, right, other) != right);
    (differs && inputs * outputs <= 4096).then_some(Pick::Name(d.class))
}

/// How long something is that should be as long as `right`.
fn length(class: &str, right: u64, other: u64) -> u64 {
    match class {
        "one more" => right + 1,
        "one less" => right - 1,
        "single" => 1,
        "none" => 0,
        "the other side" => other,
        _ => right,
    }
}

/// The sizes that plain questions have. In squares it shows what takes one side for another.
const PLAIN: [[u64; 3]; 7] = [
    [3, 4, 5],
    [3, 3, 3],
    [2, 3, 3],
    [1, 2, 3],
    [2, 3, 2],
    [1, 1, 1],
    [0, 4, 3],
];

/// Whether plain values begin so; what does not fit is asked in one size.
fn plain(row: &[Pick]) -> bool {
    let sizes: Vec<u64> = row.iter().take(3).map(|pick| pick.size()).collect();
    let begins = PLAIN.iter().any(|plain| plain.starts_with(&sizes));
    let unfit = ["one more", "the other side"];
    let fits = row.iter().all(|pick| !unfit.contains(&pick.name()));
    begins && (fits || sizes == PLAIN[0])
}

pub(super) const NEW: &[Space] = &[Space {
    name: "parameters",
    axes: &[
        axis(
            "none",
            &[class("none", &[Pick::Size(0)], |_| Some(Pick::Size(0)))],
        ),
        axis("inputs", but_the_last(INPUTS.classes)),
        axis("outputs", but_the_last(OUTPUTS.classes)),
        axis("layout", LAYOUTS),
        DRAWN,
        axis("weight", PARAMETERS),
        axis("bias", PARAMETERS),
        FIT,
    ],
    plain: |row| {
        let sizes = [1, 2].map(|place| row.get(place).map(|pick| pick.size()));
        let square = sizes.iter().all(|size| size.is_none_or(|size| size == 3));
        let [Some(inputs), Some(outputs)] = sizes else {
            return true;
        };
        let fits = row.get(7).is_none_or(|fit| fit.name() == "fit");
        [inputs, outputs] == [4, 5] || (square || outputs <= 2) && inputs > 2 && fits
    },
    call: |_, picks| {
        let [inputs, outputs, seed] = [1, 2, 4].map(|place| picks[place].size());
        let layout = picks[3].layout();
        let length = length(picks[7].name(), outputs, inputs);
        let weight = array(&[inputs, outputs], layout, picks[5].name(), 2 * seed);
        let bias = array(&[length], layout, picks[6].name(), 2 * seed + 1);
        call("Linear::new", vec![weight, bias])
    },
    entries: |picks| work(&[picks[1], picks[1], picks[2]], picks[7], 0),
    ..OF_LAYERS
}];

/// The axes that both forward passes have, up to the drawn.
macro_rules! of_layers {
    ($width:expr, $($axis:expr),+) => {
        &[TOKENS, INPUTS, $width, axis("layout", LAYOUTS), DRAWN, $($axis),+]
    };
}

pub(super) const LINEAR: &[Space] = &[Space {
    name: "a layer",
    axes: of_layers!(
        OUTPUTS,
        axis("content", CONTENT),
        axis("weight", PARAMETERS),
        axis("bias", PARAMETERS),
        LIES,
        FIT
    ),
    plain: |row| {
        let content = row
            .get(5)
            .is_none_or(|content| content.name() == "whole numbers" || row[2].size() == 5);
        plain(row) && content
    },
    call: |_, picks| {
        let [tokens, inputs, outputs, _, seed] = [0, 1, 2, 3, 4].map(|place| picks[place].size());
        let columns = length(picks[9].name(), inputs, outputs);
        let contents = [picks[6].name(), picks[7].name()];
        let layer = layer([inputs, outputs], picks[8].layout(), contents, 4 * seed + 1);
        let x = array(
            &[tokens, columns],
            picks[3].layout(),
            picks[5].name(),
            4 * seed,
        );
        call("Linear::forward", vec![layer, x])
    },
    entries: |picks| work(picks, picks[9], 1),
    ..OF_LAYERS
}];

pub(super) const MLP: &[Space] = &[Space {
    name: "the network",
    axes: of_layers!(
        OUTPUTS,
        axis("content", SMALL),
        axis("weight", SMALL),
        axis("bias", SMALL),
        LIES,
        FIT,
        axis(
            "unfit",
            &[
                named("x", &[Pick::Name("x")]),
                named("the second layer", &[Pick::Name("the second layer")]),
            ],
        )
    ),
    plain,
    call: |_, picks| {
        let [tokens, inputs, hidden, _, seed] = [0, 1, 2, 3, 4].map(|place| picks[place].size());
        let contents = [picks[6].name(), picks[7].name()];
        let lies = picks[8].layout();
        let long = |which: &str, right, other| match picks[10].name() == which {
            true => length(picks[9].name(), right, other),
            false => right,
        };
        let second = [long("the second layer", hidden, inputs), inputs];
        let c_fc = layer([inputs, hidden], lies, contents, 8 * seed + 1);
        let c_proj = layer(second, lies, contents, 8 * seed + 3);
        let columns = long("x", inputs, hidden);
        let x = array(
            &[tokens, columns],
            picks[3].layout(),
            picks[5].name(),
            8 * seed,
        );
        call("Mlp::forward", vec![Value::Record(vec![c_fc, c_proj]), x])
    },
    entries: |picks| work(picks, picks[9], 4),
    ..OF_LAYERS
}];

/// A layer of these sides.
pub(in crate::steps) fn layer(
    sides: [u64; 2],
    lies: Layout,
    [weight, bias]: [&str; 2],
    seed: u64,
) -> Value {
    let weight = array(&sides, lies, weight, seed);
    let bias = array(&sides[1..], Layout::Rows, bias, seed + 1);
    Value::Record(vec![weight, bias])
}

/// What a question costs, in entries: a product has as many terms as inputs. Where an error is right, nothing is compared.
fn work(picks: &[Pick], fit: Pick, factor: u64) -> u64 {
    const TERMS: u64 = 16;
    if fit.name() != "fit" {
        return 0;
    }
    let [tokens, inputs, outputs] = [0, 1, 2].map(|place| picks[place].size());
    tokens * outputs * (TERMS + factor * inputs) / TERMS
}
