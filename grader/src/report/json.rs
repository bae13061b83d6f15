//! The report for programs: one object, `grader/report/v1`.

use serde_json::{Value as Json, json};

use super::Report;
use super::text::plain;
use crate::build::Lent;
use crate::judge::{Counterexample, Leak, StepVerdict, Verdict};
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
        "leak": verdict.leak.map(leak),
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

/// The row that knows a later token, and the step that is the reason, where it is one.
fn leak(leak: Leak) -> Json {
    json!({ "row": leak.row, "step": leak.step.map(|step| format!("{step:02}")) })
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
    let count = |least: u64| {
        let sides = array.shape.iter().map(|side| least.max(*side));
        sides.fold(1, u64::saturating_mul)
    };
    // Without entries there can still be more rows than anybody reads.
    if count(1) > MOST as u64 || count(0) != numbers.len() as u64 {
        return json!({ "shape": array.shape });
    }
    lists(&array.shape, &mut numbers.into_iter())
}

/// Lists in lists, as the shape says.
fn lists(shape: &[u64], numbers: &mut impl Iterator<Item = Json>) -> Json {
    match shape {
        [] => numbers.next().unwrap_or_default(),
        [length, inner @ ..] => (0..*length).map(|_| lists(inner, numbers)).collect(),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::Layout;

    fn shown(shape: &[u64], entries: &[f64]) -> Json {
        nested(&Array {
            shape: shape.to_vec(),
            layout: Layout::Rows,
            entries: entries.to_vec(),
        })
    }

    #[test]
    fn an_array_is_as_many_lists_deep_as_it_has_axes() {
        assert_eq!(shown(&[], &[1.0]), json!(1.0));
        assert_eq!(shown(&[2], &[1.0, 2.0]), json!([1.0, 2.0]));
        let deep = json!([[[1.0], [2.0]], [[3.0], [4.0]]]);
        assert_eq!(shown(&[2, 2, 1], &[1.0, 2.0, 3.0, 4.0]), deep);
        assert_eq!(shown(&[2, 0], &[]), json!([[], []]));
    }

    #[test]
    fn more_rows_than_anybody_reads_are_a_shape() {
        let many = 1 << 40;
        assert_eq!(shown(&[many, 0], &[]), json!({ "shape": [many, 0] }));
    }
}
