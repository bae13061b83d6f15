//! What people get wrong in step 03. A mistake is the oracle with one choice made differently, in one way or several; to
//! add one, add a line here and a section to `mistakes.md`.

use super::oracle::{self, ONE, Over, Unfit, ZERO, average, mean, squared};
use crate::protocol::Dtype;
use crate::steps::misconception::{mistakes, way};
use crate::steps::{Family, Misconception};
use bounded::Bounded;

/// All families.
pub(super) const ALL: &[Family] = &[
    Family::new("Mean and variance", STATISTICS),
    Family::new("Normalizing", NORMALIZING),
    Family::new("Weight and bias", PARAMETERS),
];

const TEXTS: &str = include_str!("mistakes.md");

const STATISTICS: &[Misconception] = mistakes![
    L21 [1, 2, 3, 6]
        (mean: |row| row.iter().copied().sum())
        (variance: |row, mean| row.iter().map(|x| squared(*x - mean)).sum())
    L29 [1]
        (mean: median)
        (mean: |row| (least(row) + largest(row)) / Bounded::exact(2.0))
    L5 [1, 2, 3, 6] (over: Over::Columns)
    L6 [1, 2, 3, 6] (over: Over::All)
    L1 [2, 3, 6] (variance: |row, mean| {
        let squares = row.iter().map(|x| squared(*x - mean)).sum::<Bounded>();
        squares / Bounded::exact(row.len() as f64 - 1.0)
    })
    L9 [2, 3, 6] (variance: |row, _| average(row, squared))
    L14 [2, 3, 6] (variance: cancelling)
    L15 [2, 3, 6]
        (variance: |row, mean| average(row, |x| (x - mean).abs()), divisor: |row, eps| row.variance + eps)
        (variance: |row, mean| average(row, |x| (x - mean).abs()))
    L20 [2, 3, 6] (variance: |row, mean| average(row, |x| squared(x - mean)).sqrt())
];

const NORMALIZING: &[Misconception] = mistakes![
    L2 [3, 6] (divisor: |row, eps| row.variance.sqrt() + eps)
    L3 [3, 6] (divisor: |row, _| row.variance.sqrt())
    L4 [3, 6]
        (eps: |_| fixed(1e-5)) (eps: |_| fixed(1e-6)) (eps: |_| fixed(1e-8)) (eps: |_| fixed(1e-12))
    L4 [5] (eps: |_| fixed(1e-6)) (eps: |_| fixed(1e-5)) (eps: |_| fixed(1e-8)) (eps: |_| fixed(1e-12))
    L7 [3, 6] (divisor: |row, eps| row.variance + eps)
    L8 [3, 6]
        (dividend: |x, _| x, variance: |row, _| average(row, squared))
    L16 [3, 6]
        (dividend: |x, _| x, divisor: |row, _| row.entries.iter().copied().sum())
        (dividend: |x, _| x, divisor: |row, eps| row.entries.iter().copied().sum::<Bounded>() + eps)
    L23 [3, 6] (dividend: |x, _| x)
    L25 [3, 6]
        (dividend: |x, row| x - least(row.entries), divisor: |row, eps| largest(row.entries) - least(row.entries) + eps)
        (dividend: |x, row| x - least(row.entries), divisor: |row, _| largest(row.entries) - least(row.entries))
    L26 [3, 6] (divisor: |row, eps| largest(&[row.variance, eps]).sqrt())
];

const PARAMETERS: &[Misconception] = mistakes![
    L10 [4, 6] (scaled: |x, _, _| x)
    L10 [5] (parameters: |weight, bias| [vec![ONE; weight.len()], vec![ZERO; bias.len()]])
    L18 [4, 6] (scaled: |x, _, bias| x + bias)
    L19 [4, 6] (scaled: |x, weight, _| x * weight)
    L11 [4, 6] (scaled: |x, weight, bias| x * bias + weight)
    L11 [5] (parameters: |weight, bias| [bias, weight])
    L12 [4, 6] (scaled: |x, weight, bias| (x + bias) * weight)
    L13 [4, 6]
        (scaled: |x, weight, bias| x * (ONE + weight) + bias)
        (scaled: |x, weight, bias| x + x * weight + bias)
        (scaled: |x, weight, bias| x + (x * weight + bias))
    L22 [4, 6] (by_row: true)
    L27 [4, 6] (scaled: |x, weight, bias| x * weight - bias)
    L28 [6] (before: |x, weight| x * weight, scaled: |x, _, bias| x + bias)
    L30 [4, 5] (unfit: Unfit::Exchanged)
    L24 [4, 5, 6] (unfit: Unfit::Broadcast) (unfit: Unfit::Indexed) (unfit: Unfit::Zipped)
];

fn fixed(eps: f64) -> Bounded {
    Bounded::exact(Dtype::F32.round(eps))
}

fn least(row: &[Bounded]) -> Bounded {
    first(row, |a, b| a.value < b.value)
}

fn largest(row: &[Bounded]) -> Bounded {
    first(row, |a, b| a.value > b.value)
}

/// The entry that comes before all others. Beside NaN, each program has another.
fn first(row: &[Bounded], comes_before: fn(&Bounded, &Bounded) -> bool) -> Bounded {
    let is_nan = row.iter().any(|entry| entry.value.is_nan());
    let mut entries = row.iter().copied();
    let first = entries
        .next()
        .map(|first| entries.fold(first, |a, b| if comes_before(&b, &a) { b } else { a }));
    match first {
        Some(first) if !is_nan => first,
        _ => Bounded {
            value: f64::NAN,
            error: f64::INFINITY,
        },
    }
}

/// The entry in the middle, or the mean of both that are.
fn median(row: &[Bounded]) -> Bounded {
    let mut sorted = row.to_vec();
    sorted.sort_by(|a, b| a.value.total_cmp(&b.value));
    let middle = mean(&sorted[(sorted.len() - 1) / 2..=sorted.len() / 2]);
    // As in `first`.
    let error = first(row, |_, _| false).error;
    Bounded {
        error: middle.error + error,
        ..middle
    }
}

/// The mean of the squares less the square of the mean, as `f32` has it that adds one after the other. What rounding makes
/// of it can be as large as the squares.
fn cancelling(row: &[Bounded], _: Bounded) -> Bounded {
    let Bounded { error, .. } = average(row, squared) - squared(mean(row));
    let count = row.len() as f32;
    let add = |sum: f32, x: f32| sum + x;
    let entries = || row.iter().map(|x| x.value as f32);
    let mean = entries().fold(0.0, add) / count;
    let squares = entries().map(|x| x * x).fold(0.0, add) / count;
    let value = f64::from(squares - mean * mean);
    Bounded { value, error }
}
