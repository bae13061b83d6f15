//! Shows a call that went wrong: the right answer and the learner's.

use super::matrix::{self, number};
use super::text::width;
use crate::judge::{Counterexample, Difference};
use crate::protocol::{Reply, Value};
use crate::steps::Expected;

/// Lines that show the right answer beside the learner's.
pub(super) fn show(example: &Counterexample, lines: &mut Vec<String>) {
    let Some(actual) = &example.actual else {
        return;
    };
    let arrays = match (&example.expected, actual) {
        (
            Expected::Value(Value::Array(a) | Value::View(a, _)),
            Reply::Returned(Value::Array(b) | Value::View(b, _)),
        ) => (a.shape.len() == 2 && b.shape.len() == 2).then_some((a, b)),
        _ => None,
    };
    if let Some((expected, actual)) = arrays {
        let first = match &example.difference {
            Some(Difference::Entry { index, .. }) => Some(index.as_slice()),
            Some(Difference::Shape { .. }) => None,
            _ => return,
        };
        lines.extend(
            matrix::show(expected, actual, first, width() - 4)
                .into_iter()
                .map(|line| format!("    {line}")),
        );
    } else {
        let expected = match &example.expected {
            Expected::Value(value) => short(value),
            Expected::Error => "Err".to_owned(),
        };
        let actual = match actual {
            Reply::Returned(value) => short(value),
            _ => "Err".to_owned(),
        };
        lines.push(format!("    expected  {expected}"));
        lines.push(format!("    yours     {actual}"));
    }
    lines.push(String::new());
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
                (shape, _) => format!("an array of shape {shape:?}"),
            }
        }
        Value::Text(text) => format!("{text:?}"),
        Value::Ids(ids) => format!("{ids:?}"),
        Value::Record(values) => {
            let values: Vec<_> = values.iter().map(short).collect();
            format!("({})", values.join(", "))
        }
    }
}
