//! `grader show`: draws the mask that an implementation makes.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use crate::build::{Binary, Built};
use crate::check::{Judging, Ready};
use crate::cli::{Format, ShowArgs};
use crate::error::{Error, Exit, Result};
use crate::judge::{self, Asked, Location, Status, StepVerdict, Verdict};
use crate::protocol::{Call, Reply, Value};
use crate::report::picture::{self, Matrix, Picture};
use crate::report::{self, Progress, Report};
use crate::session::{Words, relative};
use crate::steps::{Answer, Check, Mask, Step, Task};
use crate::worker::{self, Limits};

/// So long may a side be that is drawn in a terminal.
const TERMINAL: u64 = 32;
/// The lengths of the mask that is drawn where none are named.
const SMALL: [u64; 2] = [4, 2];
/// So long may a side be that is drawn in a file.
const FILE: u64 = 64;

pub(super) fn run(args: &ShowArgs) -> Result<Exit> {
    let asked = Words::of(&args.words, 2, 2)?;
    let lengths = match (asked.number, asked.second) {
        (None, _) => SMALL,
        (Some(rows), more) => [rows, more.unwrap_or(0)],
    };
    let most = sides(lengths, args)?;
    if let Some(file) = &args.svg {
        refuse(file, args.force)?;
    }
    let judging = Judging::new(&args.judge, Format::Human)?;
    let step = judging.step_or_current(asked.step)?;
    let (call, task) = question(step, lengths, args)
        .ok_or_else(|| Error::Usage(format!("step {:02} makes no mask to draw", step.number)))?;

    let ready = judging.build(step)?;
    let binary = match &ready.built {
        Built::Worker(binary) => binary,
        Built::Failed(failure) => {
            let verdict = StepVerdict {
                step,
                file: ready.source.path.clone(),
                seed: 0,
                failure: Some(failure.clone()),
                lent: Vec::new(),
                tasks: Vec::new(),
            };
            Report::new(&judging.implementation.name, &[verdict]).print(Format::Human)?;
            return Ok(Exit::NotPassed);
        }
    };
    let mut left_out = binary.left_out.iter();
    let (verdict, answer) = match left_out.find(|out| out.function == call.function) {
        Some(out) => (judge::left_out(step, task, &ready.source, out), None),
        None => ask(step, task, &call, &ready, binary, judging.limits())?,
    };
    let shown = step.show(&call);
    let place = verdict.location.as_ref().map_or_else(
        || relative(&ready.source.path),
        |Location { file, line }| format!("{}:{line}", relative(file)),
    );
    let mask = match answer {
        Some(Answer::Reply(Reply::Returned(Value::Array(mask)))) => mask,
        _ => return undrawn(&shown, &place, &missing(&verdict), &verdict),
    };
    let Some(matrix) = Matrix::of(&mask, most) else {
        let reason = format!(
            "It returned an array of shape {:?}, too large to draw.",
            mask.shape
        );
        return undrawn(&shown, &place, &reason, &verdict);
    };
    let picture = Picture {
        call: shown,
        mask: matrix,
        softmax: args.softmax,
    };
    let remark = remark(step, &verdict, &judging);
    let text = match &args.svg {
        None => picture.text(&place, remark.as_deref(), &verdict.output),
        Some(file) => {
            save(file, &picture.svg(), args.force)?;
            let remark = remark.map(|remark| remark + "\n").unwrap_or_default();
            let said = format!("`{}` is written.\n{remark}", file.display());
            report::wrapped(&report::plain(&said))
        }
    };
    report::print(&text)?;
    Ok(Exit::Passed)
}

/// How long a side may be. Refuses what was asked for if it is longer.
fn sides([rows, more]: [u64; 2], args: &ShowArgs) -> Result<u64> {
    let most = if args.svg.is_some() { FILE } else { TERMINAL };
    let columns = rows.saturating_add(more);
    if columns <= most {
        return Ok(most);
    }
    let (place, advice) = if args.svg.is_some() {
        ("a file", "ask for fewer".to_owned())
    } else {
        (
            "a terminal",
            format!("ask for fewer; `--svg FILE` takes up to {FILE}"),
        )
    };
    Err(Error::Usage(format!(
        "`{rows} {more}` is a mask with {columns} keys, and {place} shows no more than {most}\n{advice}"
    )))
}

/// The question, and the task that it belongs to; `None` where the step makes no mask.
fn question(
    step: &'static Step,
    [sequence_length, num_tokens]: [u64; 2],
    args: &ShowArgs,
) -> Option<(Call, &'static Task)> {
    let call = step.mask?(Mask {
        dtype: args.dtype,
        sequence_length,
        num_tokens,
        cached: args.cached,
    });
    let mut tasks = step.tasks.iter();
    let task = tasks.find(|task| task.function == Some(&call.function))?;
    Some((call, task))
}

/// Puts the one question, within the limits.
fn ask(
    step: &Step,
    task: &'static Task,
    call: &Call,
    ready: &Ready,
    binary: &Binary,
    limits: Limits,
) -> Result<(Verdict, Option<Answer>)> {
    let calls = [call.clone()];
    let run = {
        let _progress = Progress::start("running your answer");
        worker::run(binary, &calls, &limits, Instant::now() + limits.step)?
    };
    let checks = [Check {
        name: String::new(),
        questions: vec![task.question(call.clone())],
    }];
    let asked = Asked::new(task, &ready.source, &checks, &run, Duration::ZERO);
    let verdict = judge::task(step, &ready.source, &asked);
    Ok((verdict, run.answers.into_iter().next()))
}

/// Why no mask came back.
fn missing(verdict: &Verdict) -> String {
    let function = verdict.task.function.unwrap_or_default();
    match &verdict.message {
        _ if verdict.status == Status::Unfinished => {
            format!("There is no mask to draw yet: `{function}` comes to a `todo!`.")
        }
        Some(message) => format!("There is no mask to draw. {message}"),
        None => "There is no mask to draw.".to_owned(),
    }
}

fn undrawn(call: &str, place: &str, reason: &str, verdict: &Verdict) -> Result<Exit> {
    report::print(&picture::nothing(call, place, reason, &verdict.output))?;
    Ok(Exit::NotPassed)
}

/// What to say of a mask that is drawn and is not the right one.
fn remark(step: &Step, verdict: &Verdict, judging: &Judging) -> Option<String> {
    if verdict.status == Status::Passed {
        return None;
    }
    let number = verdict.task.number;
    let mut lines = vec![format!("This is not the mask that task {number} asks for.")];
    lines.extend(verdict.message.clone());
    let example = verdict.counterexample.as_ref();
    lines.extend(example.and_then(|example| example.effect.clone()));
    let selected = judging.selected();
    lines.push(format!(
        "`cargo grade check {:02} --task {number}{selected}` says more.",
        step.number
    ));
    Some(lines.join("\n"))
}

/// Refuses a file that is there, before anything is built for it.
fn refuse(file: &Path, force: bool) -> Result<()> {
    if force || fs::symlink_metadata(file).is_err() {
        return Ok(());
    }
    Err(taken(file, None))
}

fn taken(file: &Path, source: Option<io::Error>) -> Error {
    let path = file.to_owned();
    Error::Exists { path, source }
}

/// Writes the file whole or not at all.
fn save(file: &Path, text: &str, force: bool) -> Result<()> {
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists if !force => taken(file, Some(error)),
        _ => Error::file("write", file, error),
    };
    let folder = match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    // Made as any file is, not for the user's eyes alone as temporary files are.
    let mut written = tempfile::Builder::new()
        .prefix(".mask-")
        .make_in(folder, |path| File::create_new(path))
        .map_err(failed)?;
    written.write_all(text.as_bytes()).map_err(failed)?;
    let kept = if force {
        written.persist(file)
    } else {
        written.persist_noclobber(file)
    };
    kept.map_err(|error| failed(error.error))?;
    Ok(())
}
