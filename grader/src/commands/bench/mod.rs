//! `grader bench`: how long an implementation takes, beside the reference and beside writing as much memory.

mod cause;

use std::time::Instant;

use crate::build::{Binary, Built};
use crate::check::Judging;
use crate::cli::{BenchArgs, Format};
use crate::error::{Error, Exit, Result};
use crate::protocol::{Array, Call, Reply, Value};
use crate::report::{self, Progress};
use crate::session::Words;
use crate::steps::{Answer, Question, Task, longest_side};
use crate::worker::{self, Limits};

use cause::cause;

/// How often both are measured, in turns.
const TURNS: usize = 7;
/// Up to here two times are the same.
const NEAR: f64 = 1.25;
/// From here on a function is called slow.
const SLOW: f64 = 1.3;

pub(super) fn run(args: &BenchArgs) -> Result<Exit> {
    let named = Words::step(&args.words, "bench")?;
    let judging = Judging::new(&args.judge, Format::Human)?;
    let step = judging.step_or_current(named)?;
    let [own, reference] = judging.fast(step)?;
    let (Built::Worker(binary), Built::Worker(other)) = (&own.built, &reference.built) else {
        return Err(Error::Usage(format!(
            "step {:02} does not compile, so there is nothing to measure\n`cargo grade check {:02}` says why",
            step.number, step.number
        )));
    };
    let mut text = format!(
        "Step {:02} {} {}\n\n",
        step.number,
        report::sign("·"),
        step.title
    );
    text.push_str("  task                            yours  reference     memory    ratio\n");
    let mut causes = Vec::new();
    {
        let _progress = Progress::start("measuring");
        for task in step.tasks {
            let Some(function) = task.function else {
                continue;
            };
            let measured = measure(task, binary, other, judging.limits())?;
            let name = function.rsplit("::").next().unwrap_or(function);
            text.push_str(&line(task, name, &measured));
            if let Measured::Times { ratio, .. } = measured
                && ratio >= SLOW
                && let Some(cause) = cause(&own.source.text, function)
            {
                causes.push(format!("  {name}: {cause}\n"));
            }
        }
    }
    report::print(&text)?;
    if !causes.is_empty() {
        report::print("\n")?;
    }
    for cause in causes {
        report::print(&report::wrapped(&cause))?;
    }
    report::print(&report::wrapped(
        "\nA ratio is the middle one of seven turns. Memory is what it takes to write as many numbers as the answer has. No \
         point depends on any of this.\n",
    ))?;
    Ok(Exit::Passed)
}

/// What became of a task.
enum Measured {
    /// Seconds of both, seconds to fill the memory of the answer, and how much slower the first is.
    Times {
        own: f64,
        reference: f64,
        fill: f64,
        ratio: f64,
    },
    /// Why there is nothing to measure.
    Nothing(&'static str),
}

fn measure(task: &Task, own: &Binary, reference: &Binary, limits: Limits) -> Result<Measured> {
    let Some(question) = largest(task) else {
        return Ok(Measured::Nothing("nothing to ask"));
    };
    let function = &question.call.function;
    if own.left_out.iter().any(|out| out.function == *function) {
        return Ok(Measured::Nothing("not there"));
    }
    match ask(own, &question.call, limits)? {
        Some(reply) if question.expected.difference(&reply).is_none() => {}
        _ => return Ok(Measured::Nothing("not right yet")),
    }
    let timed = |call: &Call| Call {
        function: format!("timed {}", call.function),
        ..call.clone()
    };
    let fill = Call {
        function: "timed fill".to_owned(),
        arguments: vec![Value::Size(entries(question.expected.value()))],
        ..question.call.clone()
    };
    let call = timed(&question.call);
    let (mut owns, mut others, mut fills) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..TURNS {
        owns.extend(seconds(own, &call, limits)?);
        others.extend(seconds(reference, &call, limits)?);
        fills.extend(seconds(reference, &fill, limits)?);
    }
    let ratios = owns.iter().zip(&others).map(|(own, other)| own / other);
    let ratio = middle(ratios.collect());
    match (middle(owns), middle(others), middle(fills), ratio) {
        (Some(own), Some(reference), Some(fill), Some(ratio)) => Ok(Measured::Times {
            own,
            reference,
            fill,
            ratio,
        }),
        _ => Ok(Measured::Nothing("took too long")),
    }
}

/// The question that has most to compute, of those with an answer.
fn largest(task: &Task) -> Option<Question> {
    let checks = task.questions(0);
    let questions = checks.into_iter().flat_map(|check| check.questions);
    let answered = questions.filter(|question| question.expected.value().is_some());
    // A product takes as many steps for an entry as its arguments are long.
    answered.max_by_key(|question| {
        let longest = longest_side(&question.call);
        entries(question.expected.value()).saturating_mul(longest.saturating_add(1))
    })
}

/// How many numbers there are in a value.
fn entries(value: Option<&Value>) -> u64 {
    let of = |array: &Array| array.shape.iter().product();
    match value {
        Some(Value::Array(array) | Value::View(array, _)) => of(array),
        Some(Value::Ids(ids)) => ids.len() as u64,
        Some(Value::Record(parts)) => parts.iter().map(|part| entries(Some(part))).sum(),
        Some(Value::Maybe(Some(value))) => entries(Some(value)),
        Some(_) => 1,
        None => 0,
    }
}

/// What a worker replies to one call.
fn ask(binary: &Binary, call: &Call, limits: Limits) -> Result<Option<Reply>> {
    let run = worker::run(
        binary,
        std::slice::from_ref(call),
        &limits,
        Instant::now() + limits.step,
    )?;
    Ok(match run.answers.into_iter().next() {
        Some(Answer::Reply(reply)) => Some(reply),
        _ => None,
    })
}

/// How long a worker says that a call takes.
fn seconds(binary: &Binary, call: &Call, limits: Limits) -> Result<Option<f64>> {
    Ok(match ask(binary, call, limits)? {
        Some(Reply::Returned(value)) => value
            .array()
            .and_then(|array| middle(array.entries.clone())),
        _ => None,
    })
}

/// The middle one of several numbers.
fn middle(mut numbers: Vec<f64>) -> Option<f64> {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied()
}

/// A task in a line.
fn line(task: &Task, name: &str, measured: &Measured) -> String {
    let head = format!("  {:<3}{name:<24}", task.number);
    match measured {
        Measured::Nothing(why) => format!("{head}  {why}\n"),
        Measured::Times {
            own,
            reference,
            fill,
            ratio,
        } => {
            let words = match *ratio {
                ratio if ratio < 1.0 / NEAR => "  faster",
                ratio if ratio < NEAR => "  as fast",
                ratio if ratio < SLOW => "",
                _ => "  slower",
            };
            let [own, reference, fill] = [own, reference, fill].map(|seconds| shown(*seconds));
            format!("{head}{own:>10} {reference:>10} {fill:>10} {ratio:>8.2}{words}\n")
        }
    }
}

/// A time with its unit.
fn shown(seconds: f64) -> String {
    let units = [(1.0, "s"), (1e3, "ms"), (1e6, "µs")];
    let fits = units
        .into_iter()
        .find(|(factor, _)| seconds * factor >= 1.0);
    let (factor, unit) = fits.unwrap_or((1e9, "ns"));
    let number = seconds * factor;
    let digits = usize::from(number < 100.0);
    format!("{number:.digits$} {unit}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_have_units_that_fit() {
        assert_eq!(shown(0.0021), "2.1 ms");
        assert_eq!(shown(3.2e-7), "320 ns");
        assert_eq!(shown(4.25e-5), "42.5 µs");
        assert_eq!(shown(2.0), "2.0 s");
    }

    #[test]
    fn the_middle_of_nothing_is_nothing() {
        assert_eq!(middle(vec![3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(middle(Vec::new()), None);
    }
}
