//! The right answer to a question, how near is near enough, and how an answer differs from it.

use std::borrow::Cow;
use std::fmt;

use super::Given;
use crate::protocol::{Array, Reply, Value};

/// A right answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Expected {
    /// This value; with `Ok` around it if the function returns a `Result`.
    Value(Value, Slack),
    /// An error whose text is one of these; where there are none, of any kind.
    Error(Vec<String>),
}

/// How far from the right value an answer may be and still be right.
#[derive(Clone, Debug, PartialEq)]
pub enum Slack {
    /// Not at all; -0 is 0, and NaN is NaN.
    Exact,
    /// By this much, entry by entry over all arrays of the value. The oracle derives it from its own arithmetic.
    Within(Vec<f64>),
}

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
        /// Where all of them are when the array is read row by row.
        places: Vec<usize>,
        /// By how much the first one differs and by how much it may; `None` where it must be equal.
        excess: Option<(f64, f64)>,
    },
    /// A part of a record.
    Part(usize, Box<Difference>),
    /// Another number: by how much it differs and by how much it may; `None` where it must be equal.
    Number(Option<(f64, f64)>),
    /// A view that does not show the memory of the argument.
    Copied,
    /// A value where an error is right.
    NoError,
    /// An error where a value is right, with its text.
    Error(String),
    /// An error that says something else: what it should say, and what it does.
    Text(String, String),
    /// It wrote into this argument, counted from 0.
    Changed(u32),
    /// Nothing that can be compared; neither the compiler nor the worker lets this happen.
    Kind,
}

impl Expected {
    /// An error of any kind.
    pub const ANY_ERROR: Self = Self::Error(Vec::new());

    /// What an oracle gives with the right choices. A call that it has no answer to is the grader's own mistake; nothing
    /// answers it rightly.
    pub fn of(given: Option<Given>) -> Self {
        match given {
            Some(Given::Answer(expected)) => expected,
            _ => Self::ANY_ERROR,
        }
    }

    /// This value and no other.
    pub fn exact(value: Value) -> Self {
        Self::Value(value, Slack::Exact)
    }

    /// The value; none where an error is right.
    pub fn value(&self) -> Option<&Value> {
        match self {
            Self::Value(value, _) => Some(value),
            Self::Error(_) => None,
        }
    }

    /// The array, where one is right.
    pub fn array(&self) -> Option<&Array> {
        self.value().and_then(Value::array)
    }

    /// How a reply differs from it; `None` where it does not. The one comparison of the grader, its tests and the book.
    pub fn difference(&self, reply: &Reply) -> Option<Difference> {
        match (self, reply) {
            (Self::Error(texts), Reply::Failed(text)) => {
                let first = texts.first().filter(|_| !texts.contains(text))?;
                Some(Difference::Text(first.clone(), text.clone()))
            }
            (Self::Error(_), Reply::Returned(_)) => Some(Difference::NoError),
            (Self::Value(..), Reply::Failed(error)) => Some(Difference::Error(error.clone())),
            (Self::Value(expected, slack), Reply::Returned(actual)) => {
                differing(expected, actual, &mut slack.entries())
            }
            (_, Reply::Changed(argument)) => Some(Difference::Changed(*argument)),
            (_, Reply::Panicked(_) | Reply::Unknown | Reply::Part(_)) => Some(Difference::Kind),
        }
    }

    /// Whether an entry of it may be anything.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Value(_, Slack::Within(entries)) if entries.contains(&f64::INFINITY))
    }

    /// The same with so many times the slack.
    pub fn loosened(&self, times: f64) -> Cow<'_, Self> {
        match self {
            Self::Value(value, Slack::Within(entries)) => {
                let entries = entries.iter().map(|entry| entry * times).collect();
                Cow::Owned(Self::Value(value.clone(), Slack::Within(entries)))
            }
            _ => Cow::Borrowed(self),
        }
    }

    /// As a reply: what who gives this answer exactly returns.
    pub fn reply(&self) -> Reply {
        match self {
            Self::Value(value, _) => Reply::Returned(value.clone()),
            Self::Error(texts) => Reply::Failed(texts.first().cloned().unwrap_or_default()),
        }
    }
}

impl Slack {
    /// What the first entries may differ by, and what the others.
    fn entries(&self) -> &[f64] {
        match self {
            Self::Exact => &[],
            Self::Within(entries) => entries,
        }
    }
}

/// How a value differs from the right one. Takes what its entries may differ by from the front of `allowed`, which says
/// nothing of entries that must be equal.
fn differing(expected: &Value, actual: &Value, allowed: &mut &[f64]) -> Option<Difference> {
    let number = |same: bool| (!same).then_some(Difference::Number(None));
    match (expected, actual) {
        (Value::Size(expected), Value::Size(actual)) => number(expected == actual),
        (Value::Text(expected), Value::Text(actual)) => number(expected == actual),
        (Value::Ids(expected), Value::Ids(actual)) => number(expected == actual),
        (Value::Array(expected), Value::Array(actual)) => arrays(expected, actual, allowed),
        (Value::View(expected, shared), Value::View(actual, is_shared)) => {
            let copied = *shared && !*is_shared;
            arrays(expected, actual, allowed).or(copied.then_some(Difference::Copied))
        }
        (Value::Maybe(Some(expected)), Value::Maybe(Some(actual))) => {
            differing(expected, actual, allowed)
        }
        (Value::Maybe(expected), Value::Maybe(actual)) => number(expected == actual),
        (Value::Record(expected), Value::Record(actual)) if expected.len() == actual.len() => {
            let mut parts = expected.iter().zip(actual).enumerate();
            parts.find_map(|(part, (expected, actual))| {
                let difference = differing(expected, actual, allowed)?;
                Some(Difference::Part(part, Box::new(difference)))
            })
        }
        _ => Some(Difference::Kind),
    }
}

fn arrays(expected: &Array, actual: &Array, allowed: &mut &[f64]) -> Option<Difference> {
    let (own, rest) = allowed.split_at(expected.entries.len().min(allowed.len()));
    *allowed = rest;
    if expected.shape != actual.shape {
        return Some(Difference::Shape {
            expected: expected.shape.clone(),
            actual: actual.shape.clone(),
        });
    }
    if expected.entries.len() != actual.entries.len() {
        return Some(Difference::Kind);
    }
    let places = expected.differing(actual, own);
    let &first = places.first()?;
    let off = (expected.entries[first] - actual.entries[first]).abs();
    let excess = own.get(first).map(|allowed| (off, *allowed));
    if expected.shape.is_empty() {
        return Some(Difference::Number(excess));
    }
    Some(Difference::Entry {
        index: index(first as u64, &expected.shape),
        excess,
        places,
    })
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

/// Whether two replies say the same, to the last digit.
pub fn same(a: &Reply, b: &Reply) -> bool {
    match (a, b) {
        (Reply::Returned(a), Reply::Returned(b)) => differing(a, b, &mut &[][..]).is_none(),
        (Reply::Failed(_), Reply::Failed(_)) => true,
        // The same may happen in other lines.
        (Reply::Panicked(a), Reply::Panicked(b)) => a.message == b.message,
        _ => a == b,
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shape { expected, actual } => {
                write!(f, "The shape is {}, but should be {}.", tuple(actual), tuple(expected))
            }
            Self::Entry { index, places, excess } => {
                let index = list(index);
                match places.len() {
                    1 => write!(f, "The entry at {index} differs")?,
                    count => write!(f, "{count} entries differ, the first at {index}")?,
                }
                by(f, *excess)
            }
            Self::Part(part, difference) => write!(f, "Part {} of the answer: {difference}", part + 1),
            Self::Number(excess) => {
                f.write_str("The value differs")?;
                by(f, *excess)
            }
            Self::Copied => f.write_str(
                "The values are right, but they were copied. Every entry of the view should be the one entry of `tensor`.",
            ),
            Self::NoError => f.write_str("It returned `Ok`, but this should be an `Err`."),
            Self::Error(error) => write!(f, "It returned `Err`, but there is an answer. The error says: {error}"),
            Self::Text(expected, actual) => {
                write!(f, "The error is right, but not what it says: \"{actual}\" should be \"{expected}\".")
            }
            Self::Changed(argument) => write!(
                f,
                "It wrote into argument {}, which is there to be read: whoever called still needs it.",
                argument + 1
            ),
            Self::Kind => f.write_str("It returned something else than the task asks for."),
        }
    }
}

/// By how much something differs, as the end of a sentence.
fn by(f: &mut fmt::Formatter<'_>, excess: Option<(f64, f64)>) -> fmt::Result {
    match excess {
        Some((by, 0.0)) if by.is_finite() => write!(f, ": by {by:.1e}."),
        Some((by, allowed)) if by.is_finite() => {
            write!(
                f,
                ": by {by:.1e}, where rounding explains no more than {allowed:.1e}."
            )
        }
        _ => f.write_str("."),
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
