//! The answers of step 12, written from the definition of each function and from nothing else.
//!
//! All that a definition decides is a choice. With the right ones these are the right answers; with another one, those
//! of a mistake.

use super::written::{Asked, Ids, last};
use crate::protocol::{Call, Value};
use crate::steps::step_07::oracle::softmax;
use crate::steps::{Expected, Given};
use bounded::{Answer, Bounded, Matrix, vector};

/// What the answers rest on.
pub(super) struct Choices {
    /// The place of the largest.
    pub argmax: fn(&[f64]) -> Place,
    /// How likely each is at a temperature.
    pub probabilities: fn(&[Bounded], Bounded) -> Vec<Bounded>,
    /// The place where a number falls.
    pub pick: fn(&[f64], f64) -> Place,
    /// What is written.
    pub generate: fn(&Asked<'_>) -> Ids,
}

/// A place; `None` in place of a panic.
pub(super) type Place = Option<usize>;

/// The right choices.
pub(super) const RIGHT: Choices = Choices {
    argmax: |logits| best(logits, |logit| logit),
    probabilities: |logits, temperature| shares(logits, |logit| logit / temperature),
    pick: |probabilities, u| Some(piece(probabilities, u).unwrap_or(possible(probabilities))),
    generate: |asked| asked.written(|ids| last(ids, asked.positions())),
};

/// The place of the first entry that is as large as any, by what is made of it.
pub(super) fn best(logits: &[f64], of: fn(f64) -> f64) -> Place {
    let largest = logits.iter().map(|logit| of(*logit));
    let largest = largest.fold(f64::NEG_INFINITY, f64::max);
    logits.iter().position(|logit| of(*logit) == largest)
}

/// The softmax of what is made of the logits.
pub(super) fn shares(logits: &[Bounded], of: impl Fn(Bounded) -> Bounded) -> Vec<Bounded> {
    softmax(&Matrix::row(logits).map(of)).rows.concat()
}

/// The sums up to each entry and with it. They are exact: all entries are multiples of one power of two.
pub(super) fn sums(probabilities: &[f64]) -> impl Iterator<Item = f64> {
    probabilities.iter().scan(0.0, |sum, probability| {
        *sum += probability;
        Some(*sum)
    })
}

/// The first entry with which the sum is larger than a number.
pub(super) fn piece(probabilities: &[f64], u: f64) -> Place {
    sums(probabilities).position(|sum| sum > u)
}

/// The last that can come at all.
pub(super) fn possible(probabilities: &[f64]) -> usize {
    let last = probabilities
        .iter()
        .rposition(|probability| *probability > 0.0);
    last.unwrap_or_default()
}

/// The right answer to a call of one of the step's functions.
pub(super) fn expect(call: &Call) -> Expected {
    Expected::of(answer(call, 0.0, &RIGHT))
}

/// Whether rounding decides nothing of what is written.
pub(super) fn is_decided(call: &Call) -> bool {
    Asked::of(&call.arguments).is_some_and(|asked| asked.is_decided())
}

/// The answer that comes of these choices.
pub(super) fn answer(call: &Call, _: f64, choices: &Choices) -> Option<Given> {
    let values = |value: &Value| {
        let entries = vector(value)?;
        Some(entries.iter().map(|entry| entry.value).collect::<Vec<_>>())
    };
    let place = |place: Place| match place {
        Some(place) => Given::Answer(Expected::exact(Value::Size(place as u64))),
        None => Given::Panic(""),
    };
    Some(match (call.function.as_str(), call.arguments.as_slice()) {
        ("argmax", [logits]) => place((choices.argmax)(&values(logits)?)),
        ("probabilities", [logits, temperature]) => {
            let temperature = *vector(temperature)?.first()?;
            Answer::from((choices.probabilities)(&vector(logits)?, temperature)).into()
        }
        ("pick", [probabilities, u]) => {
            let u = *values(u)?.first()?;
            place((choices.pick)(&values(probabilities)?, u))
        }
        ("generate", arguments) => match (choices.generate)(&Asked::of(arguments)?) {
            Ok(ids) => Given::Answer(Expected::exact(Value::Ids(ids))),
            Err(other) => other.into(),
        },
        _ => return None,
    })
}
