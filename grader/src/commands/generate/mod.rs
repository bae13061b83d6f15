//! `grader generate`: writes a text with the model that an implementation makes of weights.

mod asked;
mod broken;
mod compare;
mod voice;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use fastrand::Rng;

use crate::build::{Built, Lent, Takes};
use crate::check::Judging;
use crate::cli::{Format, GenerateArgs};
use crate::error::{Error, Exit, Result};
use crate::model::{Checkpoint, Tokenizer};
use crate::protocol::{Dtype, Value};
use crate::report;
use crate::session;
use crate::steps::Step;
use crate::worker::Limits;

use asked::Asked;
use compare::side_by_side;
use voice::{Speaker, Written};

/// The step whose functions write.
const LAST: &str = "12";

pub(super) fn run(args: &GenerateArgs) -> Result<Exit> {
    let judging = Judging::new(&args.judge, Format::Human)?;
    let broken = match &args.broken {
        Some(name) if name == "list" => {
            report::print(&broken::list())?;
            return Ok(Exit::Passed);
        }
        Some(name) => Some(broken::find(name)?),
        None => None,
    };
    let weights = weights(args.weights.as_deref())?;
    let checkpoint = Checkpoint::open(&weights)?;
    let folder = if weights.is_dir() {
        weights.as_path()
    } else {
        weights.parent().unwrap_or(Path::new("."))
    };
    let tokenizer = Tokenizer::read(folder)?;
    let prompt = tokenizer.encode(&args.prompt);
    if prompt.is_empty() {
        return Err(Error::Usage(
            "there is no text to go on from\ngive some words, such as `cargo grade generate \"It is a truth\"`".to_owned(),
        ));
    }
    let limits = limits(args, &checkpoint);
    let asked = Asked {
        model: Value::Record(vec![checkpoint.model.clone()]),
        prompt,
        chances: chances(args),
        temperature: args.temperature,
    };
    let speaker = |takes, changes| -> Result<Option<(Speaker<'_>, Vec<Lent>)>> {
        let whole = judging.whole(last()?, takes, changes)?;
        match whole.built {
            Built::Worker(binary) => {
                let reads = vec![checkpoint.file().to_owned()];
                let speaker = Speaker::new(binary, whole.made, &tokenizer, reads, limits);
                Ok(Some((speaker, whole.steps)))
            }
            Built::Failed(failure) => {
                let errors = failure.errors.iter().map(|error| error.text.as_str());
                report::note(&errors.collect::<String>());
                Ok(None)
            }
        }
    };
    if let Some(broken) = broken {
        let with = |changes| speaker(Takes::Passed, changes);
        return side_by_side(broken, args, &asked, with);
    }
    let takes = match args.as_is {
        true => Takes::Written { but: None },
        false => Takes::Passed,
    };
    let Some((voice, steps)) = speaker(takes, &[])? else {
        return Ok(Exit::NotPassed);
    };
    report::note(&whose(&judging, &steps));
    let written = voice.write(&args.prompt, &asked)?;
    let is_whole = matches!(written, Written::Whole(_));
    let (Written::Whole(told) | Written::Broken(told)) = written;
    report::note(&told);
    // What has passed knows nothing of what comes later.
    if args.as_is
        && let Some(leak) = judging.leak()?
    {
        report::note(&report::leak(leak));
    }
    Ok(if is_whole {
        Exit::Passed
    } else {
        Exit::NotPassed
    })
}

fn last() -> Result<&'static Step> {
    Step::find(LAST).ok_or_else(|| Error::Broken(format!("the course has no step {LAST}")))
}

/// Where the weights are: where the user says, or in the course.
fn weights(named: Option<&Path>) -> Result<PathBuf> {
    match (named, session::model()) {
        (Some(named), _) => Ok(named.to_owned()),
        (None, Some(folder)) => Ok(folder),
        (None, None) => Err(Error::NoCourse {
            folder: PathBuf::from("grader/model"),
            advice: "run this inside the course, or name a model with `--weights`",
        }),
    }
}

/// A random number for every token, from the seed.
fn chances(args: &GenerateArgs) -> Vec<f64> {
    let mut rng = args.judge.seed.map_or_else(Rng::new, Rng::with_seed);
    let count = args.max_new_tokens;
    (0..count)
        .map(|_| Dtype::F32.round(f64::from(rng.f32())))
        .collect()
}

/// The limits, with room for the weights as `f32`, and for what is made of them.
fn limits(args: &GenerateArgs, checkpoint: &Checkpoint) -> Limits {
    const PATIENCE: u64 = 60;
    const HOURS: u64 = 10;
    // Half types take twice as much then, and a table is there twice for a moment.
    let weights = fs::metadata(checkpoint.file()).map_or(0, |about| about.len());
    Limits {
        call: Duration::from_secs(args.judge.limits.timeout.max(PATIENCE)),
        step: Duration::from_secs(HOURS * 3600),
        memory: (args.judge.limits.memory << 20).saturating_add(weights.saturating_mul(4)),
    }
}

/// Whose steps write, in a line.
fn whose(judging: &Judging, steps: &[Lent]) -> String {
    if judging.implementation.name == "solutions" {
        return "Written by the solutions:".to_owned();
    }
    let of = |own: bool| {
        let numbers = steps.iter().filter(|lent| lent.own == own);
        ranges(&numbers.map(|lent| lent.step).collect::<Vec<_>>())
    };
    match (of(true), of(false)) {
        (own, ours) if ours.is_empty() => format!("Written by your steps {own}:"),
        (own, ours) if own.is_empty() => {
            format!("Written by the course's own steps {ours}: none of yours has passed yet.")
        }
        (own, ours) => format!("Written by your steps {own}; the course's own: {ours}."),
    }
}

/// Numbers of steps, those that follow each other as a range.
fn ranges(numbers: &[u8]) -> String {
    let groups = numbers.chunk_by(|one, other| one + 1 == *other);
    let groups = groups.map(|group| match group {
        [first, .., last] => format!("{first:02}-{last:02}"),
        one => format!("{:02}", one[0]),
    });
    groups.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::steps::STEPS;

    #[test]
    fn steps_that_follow_each_other_are_a_range() {
        assert_eq!(ranges(&[2, 4, 5, 6, 9, 12]), "02, 04-06, 09, 12");
        assert_eq!(ranges(&[]), "");
    }

    #[test]
    fn every_mistake_can_be_made_in_the_reference() {
        for broken in broken::BROKEN {
            for change in broken.changes {
                let step = STEPS.iter().find(|step| step.number == change.step);
                let solution = step.expect("the step is there").solution;
                assert_eq!(
                    solution.matches(change.right).count(),
                    1,
                    "{}: {}",
                    broken.id,
                    change.right
                );
            }
        }
    }
}
