//! Many programs, one after the other on all processors.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Instant;

use grader::protocol::Value;
use grader::steps::{Expected, Given, STEPS, Slack, Step};
use serde_json::Value as Json;

use super::Learner;

/// The steps that are tested at length: all of them, or the one that is named by `STEP` in the environment.
pub fn chosen() -> impl Iterator<Item = &'static Step> {
    let name = std::env::var("STEP").ok();
    let chosen = name.map(|name| Step::find(&name).expect("the step in STEP"));
    let is_other = move |step: &&Step| chosen.is_some_and(|chosen| chosen.number != step.number);
    STEPS.iter().filter(move |step| !is_other(step))
}

/// Has each of these programs checked, on all processors, and fails with everything that was said wrongly.
#[expect(
    clippy::print_stdout,
    reason = "the counts are of interest when all is well, too"
)]
pub fn assert_none_missed<T: Sync>(
    step: &'static Step,
    kind: &str,
    programs: &[T],
    misses: impl Fn(&mut Learner, &T) -> Vec<String> + Sync,
) {
    // One test after the other, because each takes all processors.
    static ALONE: Mutex<()> = Mutex::new(());
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let started = Instant::now();
    let next = AtomicUsize::new(0);
    let missed = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                // The same learner, who saves one program over the other: that compiles sooner.
                let mut learner = Learner::of(step, "");
                while let Some(program) = programs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let found = misses(&mut learner, program);
                    let mut missed = missed.lock().unwrap_or_else(PoisonError::into_inner);
                    missed.extend(found);
                }
            });
        }
    });
    let mut missed = missed.into_inner().unwrap_or_else(PoisonError::into_inner);
    missed.sort();
    let counts = format!(
        "{} {kind} programs, {} missed",
        programs.len(),
        missed.len()
    );
    println!("{counts}, {} s", started.elapsed().as_secs());
    assert!(missed.is_empty(), "{counts}:\n\n{}", missed.join("\n"));
}

/// Whether an answer stands in a report as this.
pub fn gives(given: &Given, shown: &Json) -> bool {
    let Some(answer) = given.answer() else {
        return shown.is_null();
    };
    let Expected::Value(value, slack) = answer else {
        return shown == "Err";
    };
    // A large one is shown by its shape.
    let shape = value.array().map(|array| &array.shape);
    if shape.is_some_and(|shape| *shown == serde_json::json!({ "shape": shape })) {
        return true;
    }
    let (mut found, mut expected) = (Vec::new(), Vec::new());
    flatten(shown, &mut found);
    entries(value, &mut expected);
    let allowed = |place: usize| match slack {
        Slack::Exact => 0.0,
        Slack::Within(entries) => entries.get(place).copied().unwrap_or_default(),
    };
    let same = |(place, (a, b)): (usize, (&f64, &f64))| {
        // What serde_json reads can differ in the last digit.
        let off = (a - b).abs();
        a == b || (a.is_nan() && b.is_nan()) || off <= 1e-12 * b.abs() + allowed(place)
    };
    found.len() == expected.len() && found.iter().zip(&expected).enumerate().all(same)
}

/// All numbers of a value, in order.
fn entries(value: &Value, numbers: &mut Vec<f64>) {
    match value {
        Value::Size(size) => numbers.push(*size as f64),
        Value::Ids(ids) => numbers.extend(ids.iter().map(|id| *id as f64)),
        Value::Maybe(inner) => inner.iter().for_each(|inner| entries(inner, numbers)),
        Value::Record(parts) => parts.iter().for_each(|part| entries(part, numbers)),
        other => numbers.extend(other.array().into_iter().flat_map(|array| &array.entries)),
    }
}

fn flatten(shown: &Json, numbers: &mut Vec<f64>) {
    match shown {
        Json::Array(rows) => rows.iter().for_each(|row| flatten(row, numbers)),
        Json::String(text) => numbers.extend(text.parse::<f64>()),
        number => numbers.extend(number.as_f64()),
    }
}
