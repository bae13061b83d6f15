//! `grader generate`: writes a text with the model that an implementation makes of weights.

mod broken;
mod voice;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use fastrand::Rng;

use crate::build::{Built, Change, Lent, Takes};
use crate::check::Judging;
use crate::cli::{Format, GenerateArgs, JudgeArgs};
use crate::error::{Error, Exit, Result};
use crate::model::{Checkpoint, Tokenizer};
use crate::protocol::{Array, Call, Dtype, Layout, Value};
use crate::report;
use crate::session;
use crate::steps::{STEPS, Step};
use crate::worker::Limits;

use broken::{BROKEN, Broken};
use voice::{Speaker, Written};

/// The step whose functions write.
const LAST: u8 = 12;

pub(super) fn run(args: &GenerateArgs) -> Result<Exit> {
    let judging = Judging::new(&judged(args), Format::Human)?;
    let broken = match &args.broken {
        Some(name) if name == "list" => {
            report::print(&list())?;
            return Ok(Exit::Passed);
        }
        Some(name) => Some(find(name)?),
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
    if args.as_is {
        let moved = voice.moved(&asked)?;
        drop(voice);
        if let Some(row) = moved {
            let own = steps.iter().rev().filter(|lent| lent.own);
            let own: Vec<u8> = own.map(|lent| lent.step).collect();
            report::note(&blamed(row, &own, |but| {
                let takes = Takes::Written { but: Some(but) };
                match speaker(takes, &[])? {
                    Some((voice, _)) => voice.moved(&asked),
                    None => Ok(Some(row)),
                }
            })?);
        }
    }
    Ok(if is_whole {
        Exit::Passed
    } else {
        Exit::NotPassed
    })
}

/// What to say of a model that knows a later token at a row, and of whose steps each is left out in turn.
fn blamed(
    row: u64,
    own: &[u8],
    mut moved_without: impl FnMut(u8) -> Result<Option<u64>>,
) -> Result<String> {
    let mut text = format!(
        "Your model knows what comes later: another last token changes row {row} of the logits, and only the last row may."
    );
    for step in own {
        if moved_without(*step)?.is_none() {
            text.push_str(&format!(
                "\nWith the course's step {step:02} in place of yours it does not: `cargo grade check {step:02}` says more."
            ));
            return Ok(text);
        }
    }
    text.push_str("\nNo single step of yours is the reason.");
    Ok(text)
}

/// What is asked of the model.
pub(super) struct Asked {
    model: Value,
    prompt: Vec<u64>,
    chances: Vec<f64>,
    temperature: f32,
}

impl Asked {
    /// As the call that writes.
    fn text(&self) -> Call {
        let chances = Value::Array(Array {
            shape: vec![self.chances.len() as u64],
            layout: Layout::Rows,
            entries: self.chances.clone(),
        });
        let temperature = Value::Array(Array {
            shape: Vec::new(),
            layout: Layout::Rows,
            entries: vec![self.temperature.into()],
        });
        let arguments = vec![
            self.model.clone(),
            Value::Ids(self.prompt.clone()),
            temperature,
            chances,
        ];
        call("composed_text", arguments)
    }

    /// As the call that says which rows of the logits move with the last token.
    fn moved(&self) -> Call {
        let mut ids = self.prompt.clone();
        // One token has none before it.
        ids.extend(self.prompt.first());
        call("composed_moved", vec![self.model.clone(), Value::Ids(ids)])
    }

    /// As the call that says how surprising a text is.
    fn surprise(&self, ids: Vec<u64>) -> Call {
        call(
            "composed_surprise",
            vec![self.model.clone(), Value::Ids(ids)],
        )
    }
}

fn call(function: &str, arguments: Vec<Value>) -> Call {
    Call {
        function: function.to_owned(),
        dtype: Dtype::F32,
        arguments,
    }
}

/// What a check would be asked for with these arguments.
fn judged(args: &GenerateArgs) -> JudgeArgs {
    JudgeArgs {
        implementation: args.implementation.clone(),
        target_dir: args.target_dir.clone(),
        color: args.color,
        ascii: args.ascii,
        limits: args.limits.clone(),
        ..JudgeArgs::default()
    }
}

fn last() -> Result<&'static Step> {
    let step = STEPS.iter().find(|step| step.number == LAST);
    step.ok_or_else(|| Error::Broken(format!("the course has no step {LAST}")))
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
    let mut rng = args.seed.map_or_else(Rng::new, Rng::with_seed);
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
        call: Duration::from_secs(args.limits.timeout.max(PATIENCE)),
        step: Duration::from_secs(HOURS * 3600),
        memory: (args.limits.memory << 20).saturating_add(weights.saturating_mul(4)),
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

fn find(name: &str) -> Result<&'static Broken> {
    let mut all = BROKEN.iter();
    all.find(|broken| broken.id.eq_ignore_ascii_case(name))
        .ok_or_else(|| {
            Error::Usage(format!(
                "there is no mistake `{name}` to make\n`cargo grade generate --break list` names them"
            ))
        })
}

fn list() -> String {
    let line = |broken: &Broken| {
        let step = broken.changes.first().map_or(0, |change| change.step);
        format!("  {:<4}step {step:02}   {}\n", broken.id, broken.title)
    };
    BROKEN.iter().map(line).collect()
}

/// Writes with a mistake and without it.
fn side_by_side<'a>(
    broken: &'static Broken,
    args: &GenerateArgs,
    asked: &Asked,
    speaker: impl Fn(&'static [Change]) -> Result<Option<(Speaker<'a>, Vec<Lent>)>>,
) -> Result<Exit> {
    let mut losses = Vec::new();
    for (head, changes) in [
        (
            format!("With {}, {}:", broken.id, broken.title),
            broken.changes,
        ),
        ("Without it:".to_owned(), &[][..]),
    ] {
        let Some((speaker, _)) = speaker(changes)? else {
            return Ok(Exit::NotPassed);
        };
        report::note(&head);
        if let Written::Broken(why) = speaker.write(&args.prompt, asked)? {
            report::note(&why);
        }
        losses.push(speaker.loss(asked)?);
    }
    if let [Some(wrong), Some(right)] = losses[..] {
        report::note(&format!(
            "Loss on a page that the model has not read: {wrong:.2} with it, {right:.2} without."
        ));
    }
    Ok(Exit::Passed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_that_follow_each_other_are_a_range() {
        assert_eq!(ranges(&[2, 4, 5, 6, 9, 12]), "02, 04-06, 09, 12");
        assert_eq!(ranges(&[]), "");
    }

    #[test]
    fn every_mistake_can_be_made_in_the_reference() {
        for broken in BROKEN {
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
