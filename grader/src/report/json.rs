//! The report for programs: one object, `grader/report/v1`.

use serde_json::{Value as Json, json};

use super::Report;
use super::text::plain;
use crate::build::Lent;
use crate::judge::{Counterexample, StepVerdict, Verdict};
use crate::protocol::{Array, Reply, Value};
use crate::steps::{Difference, Expected};

pub(super) fn report(report: &Report<'_>) -> Json {
    json!({
        "format": "grader/report/v1",
        "implementation": report.implementation,
        "seed": report.steps.first().map_or(0, |step| step.seed),
        "isolation": report.isolation,
        "error": report.error,
        "steps": report.steps.iter().map(step).collect::<Vec<_>>(),
    })
}

fn step(verdict: &StepVerdict) -> Json {
    let failure = verdict.failure.as_ref();
    let diagnostics: Vec<_> = failure
        .into_iter()
        .flat_map(|failure| {
            let texts = failure.errors.iter().map(|error| plain(&error.text));
            let more = failure.more;
            let more = (more > 0).then(|| format!("and {more} more errors"));
            let texts = texts.chain(more).chain(failure.advice.clone());
            texts.collect::<Vec<_>>()
        })
        .collect();
    json!({
        "step": format!("{:02}", verdict.step.number),
        "title": verdict.step.title,
        "seed": verdict.seed,
        "status": verdict.status().name(),
        "points": verdict.points(),
        "max_points": verdict.max_points(),
        "diagnostics": diagnostics,
        "lent": verdict.lent.iter().map(lent).collect::<Vec<_>>(),
        "tasks": verdict.tasks.iter().map(task).collect::<Vec<_>>(),
    })
}

/// An earlier step that it was built with, and whose that is.
fn lent(lent: &Lent) -> Json {
    let from = if lent.own {
        "implementation"
    } else {
        "reference"
    };
    json!({ "step": format!("{:02}", lent.step), "from": from })
}

fn task(verdict: &Verdict) -> Json {
    let location = verdict.location.as_ref();
    let checks = verdict.checks.iter();
    json!({
        "task": verdict.task.number,
        "function": verdict.task.function,
        "title": verdict.task.title,
        "optional": verdict.task.optional,
        "status": verdict.status.name(),
        "points": verdict.points,
        "max_points": verdict.worth,
        "message": verdict.message,
        "misconception": verdict.misconception.map(|mistake| mistake.id),
        "note": verdict.note,
        "location": location.map(|at| json!({ "file": at.file.display().to_string(), "line": at.line })),
        "counterexample": verdict.counterexample.as_ref().map(counterexample),
        "output": verdict.output.text,
        "duration_ms": u64::try_from(verdict.duration.as_millis()).unwrap_or(u64::MAX),
        "checks": checks.map(|check| json!({
            "name": check.name,
            "status": check.status.name(),
            "visibility": "visible",
        })).collect::<Vec<_>>(),
    })
}

fn counterexample(example: &Counterexample) -> Json {
    let expected = match &example.expected {
        Expected::Value(expected, _) => value(expected),
        Expected::Error(_) => json!("Err"),
    };
    let actual = match &example.actual {
        Some(Reply::Returned(actual)) => value(actual),
        Some(Reply::Failed(_)) => json!("Err"),
        _ => Json::Null,
    };
    let first = match &example.difference {
        Some(Difference::Entry { index, .. }) => json!(index),
        _ => Json::Null,
    };
    json!({ "call": example.call, "expected": expected, "actual": actual, "first_difference": first })
}

fn value(value: &Value) -> Json {
    match value {
        Value::Size(size) => json!(size),
        Value::Bound(bound) => json!(bound),
        Value::Flag(flag) => json!(flag),
        Value::Array(array) | Value::View(array, _) => nested(array),
        Value::Text(text) => json!(text),
        Value::Ids(ids) => json!(ids),
        Value::Fixture(fixture) => json!({ "file": fixture.file, "shape": fixture.shape }),
        Value::Maybe(inner) => inner.as_deref().map_or(Json::Null, self::value),
        Value::Record(values) => values.iter().map(self::value).collect(),
    }
}

/// An array with more entries is given by its shape alone.
const MOST: usize = 4096;

/// An array as arrays in arrays.
fn nested(array: &Array) -> Json {
    let numbers: Vec<Json> = array.entries.iter().map(|&entry| number(entry)).collect();
    let count: u64 = array
        .shape
        .iter()
        .fold(1, |count, side| count.saturating_mul(*side));
    if numbers.len() > MOST || count != numbers.len() as u64 {
        return json!({ "shape": array.shape });
    }
    match array.shape.as_slice() {
        [] => numbers.into_iter().next().unwrap_or_default(),
        [_] => json!(numbers),
        &[rows, columns] => {
            let mut numbers = numbers.into_iter();
            (0..rows)
                .map(|_| numbers.by_ref().take(columns as usize).collect::<Json>())
                .collect()
        }
        _ => json!({ "shape": array.shape, "entries": numbers }),
    }
}

/// A number; what JSON has no number for is text.
fn number(entry: f64) -> Json {
    match entry {
        f64::INFINITY => json!("inf"),
        f64::NEG_INFINITY => json!("-inf"),
        entry if entry.is_nan() => json!("nan"),
        entry => json!(entry),
    }
}
