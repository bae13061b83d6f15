//! Shows a call that went wrong: the right answer and the learner's.

use super::matrix::{self, Matrix};
use super::text::width;
use crate::judge::Counterexample;
use crate::protocol::{Reply, Value};
use crate::steps::{Difference, Expected};
use crate::text::number;

/// Lines that show the right answer beside the learner's.
pub(super) fn show(example: &Counterexample, lines: &mut Vec<String>) {
    let Some(actual) = &example.actual else {
        return;
    };
    let (mut right, mut yours) = match (&example.expected, actual) {
        (Expected::Value(right, _), Reply::Returned(yours)) => (Some(right), Some(yours)),
        (Expected::Value(right, _), _) => (Some(right), None),
        (Expected::Error(_), Reply::Returned(yours)) => (None, Some(yours)),
        (Expected::Error(_), _) => (None, None),
    };
    let mut difference = example.difference.as_ref();
    while let Some(Difference::Part(part, inner)) = difference {
        [right, yours] = [right, yours].map(|value| nth(value?, *part));
        difference = Some(inner);
    }
    let matrices = [right, yours].map(|value| Matrix::of(value?.array()?));
    let places: Option<&[usize]> = match difference {
        Some(Difference::Entry { places, .. }) => Some(places),
        Some(Difference::Shape { .. }) => Some(&[]),
        _ => None,
    };
    if let ([Some(right), Some(yours)], Some(places)) = (matrices, places) {
        let shown = matrix::show(&right, &yours, places, width() - 4);
        lines.extend(shown.into_iter().map(|line| format!("    {line}")));
    } else if matches!(
        difference,
        Some(Difference::Copied | Difference::Changed(_))
    ) {
        return;
    } else {
        let or_error = |value: Option<&Value>| value.map_or_else(|| "Err".to_owned(), short);
        lines.push(format!("    expected  {}", or_error(right)));
        lines.push(format!("    yours     {}", or_error(yours)));
    }
    lines.push(String::new());
}

/// A part of a record.
fn nth(value: &Value, part: usize) -> Option<&Value> {
    match value {
        Value::Record(parts) => parts.get(part),
        Value::Maybe(Some(value)) => nth(value, part),
        _ => None,
    }
}

/// A value in a few words.
fn short(value: &Value) -> String {
    match value {
        Value::Size(size) => size.to_string(),
        Value::Bound(bound) => format!("{bound:?}"),
        Value::Flag(flag) => flag.to_string(),
        Value::Array(array) | Value::View(array, _) => {
            match (array.shape.as_slice(), array.entries.as_slice()) {
                ([], [entry]) => number(*entry),
                ([rows, columns], _) => format!("a matrix of shape ({rows}, {columns})"),
                ([length], _) => format!("a vector of length {length}"),
                (shape, _) => format!("an array of shape {shape:?}"),
            }
        }
        Value::Text(text) => format!("{text:?}"),
        Value::Ids(ids) => format!("{ids:?}"),
        Value::Fixture(fixture) => format!("an array of shape {:?}", fixture.shape),
        Value::Maybe(None) => "None".to_owned(),
        Value::Maybe(Some(value)) => format!("Some({})", short(value)),
        Value::Record(values) => {
            let values: Vec<_> = values.iter().map(short).collect();
            format!("({})", values.join(", "))
        }
    }
}
