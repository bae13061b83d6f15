//! What may be asked of the functions of step 12. The general part makes the questions.

mod texts;

use fastrand::Rng;

use crate::protocol::{Array, Dtype, Layout, Value};
use crate::steps::domains::reals::{DRAWN, array, call, numbers, scalar, varied};
use crate::steps::domains::{
    Axis, Class, Draw, LAYOUTS, Pick, SIZES, SPACE, Space, axis, class, named,
};

pub(super) use texts::GENERATE;

/// How many tokens there are to choose from.
const TOKENS: &[Class] = &[
    SIZES[0],
    SIZES[1],
    SIZES[2],
    SIZES[4],
    SIZES[5],
    SIZES[6],
    class("hundreds", &[], |d| d.size(200, 300)),
];

/// What scores are like.
const SCORES: &[Class] = &[
    named("fractions", &[Pick::Name("fractions")]),
    named("whole numbers", &[Pick::Name("whole numbers")]),
    named("above zero", &[]),
    named("below zero", &[Pick::Name("below zero")]),
    named("around 100", &[]),
    named("close together", &[Pick::Name("close together")]),
    named("huge", &[]),
    named("negative infinity", &[]),
    // Lower than what somebody may think is lower than all.
    named("far below zero", &[]),
];

/// Which of several.
const PLACE: Axis = axis(
    "place",
    &[
        named("inside", &[Pick::Name("inside")]),
        named("the first", &[Pick::Name("the first")]),
        named("the last", &[Pick::Name("the last")]),
    ],
);

fn place(which: &str, count: u64, seed: u64) -> usize {
    let place = match which {
        "the first" => 0,
        "the last" => count - 1,
        _ => Rng::with_seed(seed).u64(..count),
    };
    place as usize
}

pub(super) const ARGMAX: &[Space] = &[Space {
    name: "scores",
    axes: &[
        axis("tokens", TOKENS),
        axis("layout", &OWN_ENTRIES),
        DRAWN,
        axis("scores", SCORES),
        PLACE,
    ],
    call: |_, picks| {
        let [count, seed] = [0, 2].map(|place| picks[place].size());
        let mut entries = numbers(picks[3].name(), count, seed);
        let largest = entries.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        // By so little that it is lost where it is rounded to a whole number, or to fewer digits.
        let above = match largest {
            largest if picks[3].name() == "close together" => largest + 1.0 / 8192.0,
            largest if largest.abs() < 1e4 => largest + 0.125,
            largest if picks[3].name() == "far below zero" => largest / 2.0,
            largest if largest.is_finite() => largest.abs() * 2.0,
            _ => 0.0,
        };
        entries[place(picks[4].name(), count, seed)] = Dtype::F32.round(above);
        call("argmax", vec![stored(entries, picks[1].layout())])
    },
    ..OF_SCORES
}];

/// Layouts of vectors whose entries differ.
const OWN_ENTRIES: [Class; 3] = [LAYOUTS[0], LAYOUTS[3], LAYOUTS[4]];

const OF_SCORES: Space = Space {
    budget: 3_000,
    dtypes: false,
    ..SPACE
};

/// A vector of these entries.
fn stored(entries: Vec<f64>, layout: Layout) -> Value {
    Value::Array(Array {
        shape: vec![entries.len() as u64],
        layout,
        entries,
    })
}

pub(super) const PROBABILITIES: &[Space] = &[Space {
    name: "scores and a temperature",
    axes: &[
        axis("tokens", TOKENS),
        axis("layout", LAYOUTS),
        DRAWN,
        axis(
            "scores",
            &[
                named("fractions", &[Pick::Name("fractions")]),
                named("whole numbers", &[Pick::Name("whole numbers")]),
                named("zero", &[]),
                named("above zero", &[]),
                named("below zero", &[]),
                class("around 100", &[Pick::Name("around 100")], varied),
                class("one far out", &[], varied),
                class("negative infinity", &[], with_others),
            ],
        ),
        axis(
            "temperature",
            &[
                class("1", &[Pick::Number(1.0)], |_| Some(Pick::Number(1.0))),
                class("0.5", &[Pick::Number(0.5)], |_| Some(Pick::Number(0.5))),
                class("2", &[Pick::Number(2.0)], |_| Some(Pick::Number(2.0))),
                class("between", &[], |d| {
                    Some(Pick::Number(f64::from(d.rng.i32(9..=15)) / 16.0))
                }),
                class("low", &[], |d| {
                    Some(Pick::Number(f64::from(d.rng.i32(1..=7)) / 32.0))
                }),
                class("near 0", &[], |d| {
                    Some(Pick::Number(0.5_f64.powi(d.rng.i32(8..=10))))
                }),
                class("high", &[], |d| {
                    Some(Pick::Number(f64::from(d.rng.i32(3..=20))))
                }),
            ],
        ),
    ],
    plain: |row| row[0].size() <= 4,
    call: |_, picks| {
        let [count, seed] = [0, 2].map(|place| picks[place].size());
        let logits = array(&[count], picks[1].layout(), picks[3].name(), seed);
        call("probabilities", vec![logits, scalar(picks[4].number())])
    },
    entries: |picks| picks[0].size(),
    ..OF_SCORES
}];

/// Of nothing but -inf there are no probabilities.
fn with_others(d: &mut Draw<'_>) -> Option<Pick> {
    varied(d).filter(|_| d.earlier[0].size() > 1)
}

pub(super) const PICK: &[Space] = &[Space {
    name: "pieces",
    axes: &[
        axis("tokens", TOKENS),
        axis("layout", &OWN_ENTRIES),
        DRAWN,
        axis(
            "zeros",
            &[
                named("none", &[Pick::Name("none")]),
                named("some", &[Pick::Name("some")]),
                named("at both ends", &[Pick::Name("at both ends")]),
                named(
                    "nearly, at both ends",
                    &[Pick::Name("nearly, at both ends")],
                ),
            ],
        ),
        axis(
            "sum",
            &[
                named("1", &[Pick::Name("1")]),
                named("below 1", &[Pick::Name("below 1")]),
            ],
        ),
        axis(
            "u",
            &[
                named("inside a piece", &[Pick::Name("inside a piece")]),
                named("0", &[Pick::Name("0")]),
                named("between two pieces", &[Pick::Name("between two pieces")]),
                named("just below 1", &[Pick::Name("just below 1")]),
            ],
        ),
    ],
    plain: |row| row[0].size() <= 5,
    call: |_, picks| {
        let [count, seed] = [0, 2].map(|place| picks[place].size());
        let probabilities = pieces(count, picks[3].name(), picks[4].name(), seed);
        let chosen = Rng::with_seed(seed ^ 0x5EED).u64(..count) as usize;
        let end: f64 = probabilities.iter().take(chosen + 1).sum();
        let u = match picks[5].name() {
            "0" => 0.0,
            "between two pieces" if end < 1.0 => end,
            "just below 1" => 1.0 - 2.0_f64.powi(-24),
            _ => end - probabilities[chosen] / 2.0,
        };
        // A random number is below 1, and so is half of a piece that ends there.
        let u = scalar(if u < 1.0 { u } else { 0.0 });
        call("pick", vec![stored(probabilities, picks[1].layout()), u])
    },
    ..OF_SCORES
}];

/// The least that a sum of `f32` next to 1 can have, at both ends, and nearly all of it behind the first.
fn nearly_zeros(count: u64, sum: &str) -> Vec<f64> {
    const LEAST: f64 = 1.0 / (1 << 23) as f64;
    let missing = if sum == "1" { 2.0 } else { 10.0 };
    (0..count)
        .map(|place| match place {
            0 => LEAST,
            1 => 1.0 - missing * LEAST,
            last if last + 1 == count => LEAST,
            _ => 0.0,
        })
        .collect()
}

/// Probabilities that are multiples of one power of two, so that no sum of them is rounded.
fn pieces(count: u64, zeros: &str, sum: &str, seed: u64) -> Vec<f64> {
    if zeros == "nearly, at both ends" && count > 2 {
        return nearly_zeros(count, sum);
    }
    let mut rng = Rng::with_seed(seed);
    let drawn: Vec<u64> = (0..12).map(|_| rng.u64(1..=9)).collect();
    let weight = |k: u64| match zeros {
        "some" if k % 3 == 1 => 0,
        "at both ends" if count > 2 && (k == 0 || k + 1 == count) => 0,
        _ => drawn[(k % 12) as usize],
    };
    let mut weights: Vec<u64> = (0..count).map(weight).collect();
    let total: u64 = weights.iter().sum();
    let whole = (total + 1).next_power_of_two();
    if sum == "1" {
        let mut possible = weights.iter_mut().rev().filter(|weight| **weight > 0);
        possible
            .next()
            .into_iter()
            .for_each(|last| *last += whole - total);
    }
    let weights = weights.into_iter();
    weights.map(|weight| weight as f64 / whole as f64).collect()
}
