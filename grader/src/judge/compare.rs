//! Compares an answer with the right one.

use std::fmt;

use crate::protocol::{Array, Reply, Value};
use crate::steps::{Answer, Expected};

/// How an answer differs from the right one.
#[derive(Clone, Debug, PartialEq)]
pub enum Difference {
    /// An array of another shape.
    Shape {
        /// The right one.
        expected: Vec<u64>,
        /// The learner's.
        actual: Vec<u64>,
    },
    /// An entry of an array; the index has one number an axis.
    Entry {
        /// Where the first entry that differs is.
        index: Vec<u64>,
        /// How many entries differ.
        count: usize,
    },
    /// Another number.
    Number,
    /// A view that does not show the memory of the argument.
    Copied,
    /// A value where an error is right.
    NoError,
    /// An error where a value is right, with its text.
    Error(String),
    /// Nothing that can be compared; neither the compiler nor the worker lets this happen.
    Kind,
}

/// The difference between the right answer and a reply; `None` where there is none.
pub(super) fn difference(expected: &Expected, reply: &Reply) -> Option<Difference> {
    match (expected, reply) {
        (Expected::Error, Reply::Failed(_)) => None,
        (Expected::Error, Reply::Returned(_)) => Some(Difference::NoError),
        (Expected::Value(_), Reply::Failed(error)) => Some(Difference::Error(error.clone())),
        (Expected::Value(expected), Reply::Returned(actual)) => values(expected, actual),
        (_, Reply::Panicked(_) | Reply::Unknown) => Some(Difference::Kind),
    }
}

fn values(expected: &Value, actual: &Value) -> Option<Difference> {
    match (expected, actual) {
        (Value::Size(expected), Value::Size(actual)) => {
            (expected != actual).then_some(Difference::Number)
        }
        (Value::Array(expected), Value::Array(actual)) => arrays(expected, actual),
        (Value::View(expected, shared), Value::View(actual, is_shared)) => arrays(expected, actual)
            .or_else(|| (*shared && !*is_shared).then_some(Difference::Copied)),
        (Value::Text(expected), Value::Text(actual)) => {
            (expected != actual).then_some(Difference::Number)
        }
        (Value::Ids(expected), Value::Ids(actual)) => {
            (expected != actual).then_some(Difference::Number)
        }
        (Value::Record(expected), Value::Record(actual)) if expected.len() == actual.len() => {
            let mut pairs = expected.iter().zip(actual);
            pairs.find_map(|(expected, actual)| values(expected, actual))
        }
        _ => Some(Difference::Kind),
    }
}

fn arrays(expected: &Array, actual: &Array) -> Option<Difference> {
    if expected.shape != actual.shape {
        return Some(Difference::Shape {
            expected: expected.shape.clone(),
            actual: actual.shape.clone(),
        });
    }
    if expected.entries.len() != actual.entries.len() {
        return Some(Difference::Kind);
    }
    let pairs = expected.entries.iter().zip(&actual.entries);
    let mut differing = pairs
        .enumerate()
        .filter(|(_, (expected, actual))| !equal(**expected, **actual));
    let (first, _) = differing.next()?;
    let count = 1 + differing.count();
    if expected.shape.is_empty() {
        return Some(Difference::Number);
    }
    Some(Difference::Entry {
        index: index(first as u64, &expected.shape),
        count,
    })
}

/// Whether two numbers are the same: -0 is 0, and NaN is NaN.
pub fn equal(a: f64, b: f64) -> bool {
    a == b || (a.is_nan() && b.is_nan())
}

/// The index of the entry that stands at this place when the array is read row by row.
fn index(mut place: u64, shape: &[u64]) -> Vec<u64> {
    let mut index = vec![0; shape.len()];
    for (number, length) in index.iter_mut().zip(shape).rev() {
        *number = place % length;
        place /= length;
    }
    index
}

/// Whether two answers are the same.
pub(super) fn same(a: &Answer, b: &Answer) -> bool {
    match (a, b) {
        (Answer::Reply(Reply::Returned(a)), Answer::Reply(Reply::Returned(b))) => {
            values(a, b).is_none()
        }
        (Answer::Reply(Reply::Failed(_)), Answer::Reply(Reply::Failed(_))) => true,
        _ => a == b,
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shape { expected, actual } => {
                write!(f, "The shape is {}, but should be {}.", tuple(actual), tuple(expected))
            }
            Self::Entry { index, count: 1 } => write!(f, "The entry at {} differs.", list(index)),
            Self::Entry { index, count } => write!(f, "{count} entries differ, the first at {}.", list(index)),
            Self::Number => f.write_str("The value differs."),
            Self::Copied => f.write_str(
                "The values are right, but they were copied. Every entry of the view should be the one entry of `tensor`.",
            ),
            Self::NoError => f.write_str("It returned `Ok`, but this should be an `Err`."),
            Self::Error(error) => write!(f, "It returned `Err`, but there is an answer. The error says: {error}"),
            Self::Kind => f.write_str("It returned something else than the task asks for."),
        }
    }
}

fn tuple(numbers: &[u64]) -> String {
    format!("({})", join(numbers))
}

fn list(numbers: &[u64]) -> String {
    format!("[{}]", join(numbers))
}

fn join(numbers: &[u64]) -> String {
    numbers
        .iter()
        .map(u64::to_string)
        .collect::<Vec<_>>()
        .join(", ")
}
