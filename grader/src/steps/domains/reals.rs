//! Classes of real numbers, and `f32` arrays made of them.

use fastrand::Rng;

use super::{Axis, Class, Draw, Pick, axis, class, named};
use crate::protocol::{Array, Call, Dtype, Layout, Value};

/// From where the numbers are drawn; the same as 0 for everybody.
pub const DRAWN: Axis = axis(
    "drawn",
    &[class("drawn", &[Pick::Size(0)], |d| d.size(1, 1 << 20))],
);

/// What numbers can be like that go through a model.
pub const CONTENT: &[Class] = &[
    named("whole numbers", &[Pick::Name("whole numbers")]),
    named("fractions", &[]),
    named("all equal", &[Pick::Name("all equal")]),
    named("zero", &[]),
    named("above zero", &[]),
    named("below zero", &[]),
    class("around 100", &[], varied),
    class("around 10000", &[Pick::Name("around 10000")], varied),
    class("close together", &[Pick::Name("close together")], varied),
    class("one far out", &[Pick::Name("one far out")], varied),
    named("huge", &[]),
    named("tiny", &[Pick::Name("tiny")]),
    class("NaN", &[Pick::Name("NaN")], varied),
    class("infinity", &[], varied),
    class("negative infinity", &[], varied),
];

/// What differs from entry to entry is nothing where all are one and the same.
pub fn varied(d: &mut Draw<'_>) -> Option<Pick> {
    let broadcast = d.earlier.contains(&Pick::Layout(Layout::Broadcast));
    (!broadcast).then_some(Pick::Name(d.class))
}

/// What the numbers can be like that a model has learned.
pub const PARAMETERS: &[Class] = &[
    named("whole numbers", &[Pick::Name("whole numbers")]),
    named("fractions", &[]),
    named("one", &[]),
    named("zero", &[]),
    named("above zero", &[]),
    named("below zero", &[]),
    named("NaN", &[]),
    named("infinity", &[]),
];

/// Weights and what they are multiplied with, so that sums come out near 1, where an activation bends.
pub const SMALL: &[Class] = &[
    named("fractions", &[Pick::Name("fractions")]),
    named("quarters", &[]),
    named("whole numbers", &[]),
    named("all equal", &[]),
    named("one", &[]),
    named("zero", &[]),
    named("above zero", &[]),
    named("below zero", &[]),
    named("one far out", &[]),
    named("huge", &[]),
    named("tiny", &[]),
    named("NaN", &[]),
    named("infinity", &[]),
];

/// Numbers start again after so many, so that large arrays can be shown in a line. It is one of these that the length of a
/// row is no multiple of, so that rows differ all the same.
const PERIODS: [u64; 3] = [13, 11, 12];

/// So many numbers with this content, all of which `f32` holds.
pub fn numbers(content: &str, count: u64, seed: u64) -> Vec<f64> {
    repeated(content, count, PERIODS[0], seed)
}

fn repeated(content: &str, count: u64, period: u64, seed: u64) -> Vec<f64> {
    let mut rng = Rng::with_seed(seed);
    let odd = rng.u64(..count.max(1)) as usize;
    let equal = f64::from(rng.i32(1..80)) / 10.0;
    let mut number = || {
        let whole = f64::from(rng.i32(-9..=9));
        Dtype::F32.round(match content {
            "fractions" => whole / 8.0 + 1.0 / 16.0,
            "quarters" => whole / 4.0,
            "all equal" => equal,
            "zero" => 0.0,
            "one" => 1.0,
            "above zero" => (whole + 10.0) / 4.0,
            "below zero" => (whole - 10.0) / 4.0,
            "around 100" => 100.0 + whole / 8.0,
            "around -200" => whole / 8.0 + 1.0 / 16.0 - 200.0,
            "around 10000" => 1e4 + whole / 1024.0,
            "far below zero" => (whole - 14.0) / 4.0 * 1e12,
            "hundreds above zero" => (whole + 10.0) * 100.0,
            "hundreds below zero" => (whole - 10.0) * 100.0,
            "close together" => 0.5 + whole / 8192.0,
            "huge" => whole * 1e15,
            "tiny" => whole * 1e-20,
            _ => whole,
        })
    };
    let period: Vec<f64> = (0..count.min(period)).map(|_| number()).collect();
    let count = count as usize;
    let mut numbers = period.repeat(count.div_ceil(period.len().max(1)));
    numbers.truncate(count);
    // One that is not like the others.
    let other = match content {
        "one far out" => 1000.0,
        "NaN" => f64::NAN,
        "infinity" => f64::INFINITY,
        "negative infinity" => f64::NEG_INFINITY,
        _ => return numbers,
    };
    let odd = numbers.get_mut(odd).into_iter();
    odd.for_each(|number| *number = other);
    numbers
}

/// An array of numbers with this content; seen through a broadcast, of one of them.
pub fn array(shape: &[u64], layout: Layout, content: &str, seed: u64) -> Value {
    let count = match layout {
        Layout::Broadcast => 1,
        _ => shape.iter().product(),
    };
    let row = shape.last().filter(|_| shape.len() > 1);
    let differs = |period: &u64| row.is_none_or(|row| !row.is_multiple_of(*period));
    let period = PERIODS.into_iter().find(differs).unwrap_or(PERIODS[0]);
    Value::Array(Array {
        shape: shape.to_vec(),
        layout,
        entries: repeated(content, count, period, seed),
    })
}

/// One number, as `f32` has it.
pub fn scalar(value: f64) -> Value {
    Value::Array(Array {
        shape: Vec::new(),
        layout: Layout::Rows,
        entries: vec![Dtype::F32.round(value)],
    })
}

/// A call of a function about `f32`.
pub fn call(function: &str, arguments: Vec<Value>) -> Call {
    Call {
        function: function.to_owned(),
        dtype: Dtype::F32,
        arguments,
    }
}

/// The call that comes to the same by the learner's own earlier functions, which the glue puts together.
pub fn composed(whole: &Call) -> Call {
    let function = whole.function.rsplit("::").next().unwrap_or_default();
    Call {
        function: format!("composed_{function}"),
        ..whole.clone()
    }
}
