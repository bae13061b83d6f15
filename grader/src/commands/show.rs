//! `grader show`: draws what an implementation answers, for the steps that have something to draw.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use crate::build::{Binary, Built};
use crate::check::{Judging, Ready};
use crate::cli::{Format, ShowArgs};
use crate::error::{Error, Exit, Result};
use crate::judge::{self, Asked, Location, Status, StepVerdict, Verdict};
use crate::protocol::{Call, Reply};
use crate::report::{self, Progress, Report};
use crate::session::{find_task, lead, relative, width};
use crate::steps::draw::drawn;
use crate::steps::{Answer, Check, Draw, Medium, Step, Task};
use crate::worker::{self, Limits};

/// So many numbers are no step but what the current one takes, where the first has no 0 before it.
const ALONE: usize = 2;

pub(super) fn run(args: &ShowArgs) -> Result<Exit> {
    let (named, words) = lead(&args.words, ALONE)?;
    let judging = Judging::new(&args.judge, Format::Human)?;
    let (step, draw) = choose(&judging, named)?;
    let medium = match &args.svg {
        Some(_) => Medium::File,
        None => Medium::Terminal(width()),
    };
    let options = args.own.of(step, draw).map_err(Error::Usage)?;
    let drawing = (draw.plan)(words, options, medium).map_err(Error::Usage)?;
    let task = find_task(step, drawing.task)?;
    if let Some(file) = &args.svg {
        refuse(file, args.force)?;
    }

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
    let call = &drawing.call;
    let mut left_out = binary.left_out.iter();
    let (verdict, answer) = match left_out.find(|out| out.function == call.function) {
        Some(out) => (judge::left_out(step, task, &ready.source, out), None),
        None => ask(step, task, call, &ready, binary, judging.limits())?,
    };
    let place = verdict.location.as_ref().map_or_else(
        || relative(&ready.source.path),
        |Location { file, line }| format!("{}:{line}", relative(file)),
    );
    let picture = |drawn: Option<&str>, remark: Option<&str>| {
        let call = step.show(call);
        report::print(&report::picture(
            &call,
            &place,
            drawn,
            remark,
            &verdict.output,
        ))
    };
    let drawn = match answer {
        Some(Answer::Reply(Reply::Returned(value))) => (drawing.draw)(&value),
        _ => Err(missing(draw.what, &verdict)),
    };
    let drawn = match drawn {
        Ok(drawn) => drawn,
        Err(reason) => {
            picture(None, Some(&reason))?;
            return Ok(Exit::NotPassed);
        }
    };
    let remark = remark(step, draw.what, &verdict, &judging);
    match &args.svg {
        None => picture(Some(&drawn), remark.as_deref())?,
        Some(file) => {
            save(file, &drawn, args.force)?;
            let remark = remark.map(|remark| remark + "\n").unwrap_or_default();
            let said = format!("`{}` is written.\n{remark}", file.display());
            report::print(&report::wrapped(&report::plain(&said)))?;
        }
    }
    Ok(Exit::Passed)
}

/// The step that is named; else the current one or, where that has nothing to draw, the nearest one that has.
fn choose(
    judging: &Judging,
    named: Option<&'static Step>,
) -> Result<(&'static Step, &'static Draw)> {
    let steps = judging.implementation.steps(named)?;
    let current = || Ok(judging.current(&steps)?.0.number);
    nearest(&steps, current)?.ok_or_else(|| {
        let asked = steps.first().map_or(0, |step| step.number);
        let known: Vec<_> = drawn()
            .map(|(step, _)| format!("{:02}", step.number))
            .collect();
        let known = known.join(", ");
        Error::Usage(format!(
            "step {asked:02} has nothing to draw; steps that have are {known}"
        ))
    })
}

/// Of the steps that have something to draw, the current one or the last before it, else the first. Which one is current is
/// asked only where there is a choice.
fn nearest(
    steps: &[&'static Step],
    current: impl FnOnce() -> Result<u8>,
) -> Result<Option<(&'static Step, &'static Draw)>> {
    let draws = steps
        .iter()
        .filter_map(|&step| Some((step, step.draw.as_ref()?)));
    let mut draws: Vec<_> = draws.collect();
    if draws.len() > 1 {
        let current = current()?;
        let reached = draws.partition_point(|(step, _)| step.number <= current);
        draws.truncate(reached.max(1));
    }
    Ok(draws.pop())
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

/// Why there is no answer to draw.
fn missing(what: &str, verdict: &Verdict) -> String {
    let function = verdict.task.function.unwrap_or_default();
    match &verdict.message {
        _ if verdict.status == Status::Unfinished => {
            format!("There is no {what} to draw yet: `{function}` comes to a `todo!`.")
        }
        Some(message) => format!("There is no {what} to draw. {message}"),
        None => format!("There is no {what} to draw."),
    }
}

/// What to say of an answer that is drawn and is not the right one.
fn remark(step: &Step, what: &str, verdict: &Verdict, judging: &Judging) -> Option<String> {
    if verdict.status == Status::Passed {
        return None;
    }
    let number = verdict.task.number;
    let mut lines = vec![format!(
        "This is not the {what} that task {number} asks for."
    )];
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
        .prefix(".drawing-")
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::steps::step_02::STEP;

    const fn step(number: u8, draws: bool) -> Step {
        Step {
            number,
            draw: if draws { STEP.draw } else { None },
            ..STEP
        }
    }

    static ONE: Step = step(1, false);
    static TWO: Step = step(2, true);
    static FOUR: Step = step(4, false);
    static SEVEN: Step = step(7, true);

    #[test]
    fn without_a_name_the_nearest_step_that_draws_is_drawn() {
        let all = [&ONE, &TWO, &FOUR, &SEVEN];
        for (current, drawn) in [(1, 2), (2, 2), (4, 2), (7, 7)] {
            let found = nearest(&all, || Ok(current)).expect("there is a choice");
            assert_eq!(found.map(|(step, _)| step.number), Some(drawn), "{current}");
        }
        let unasked = || panic!("there is no choice");
        let only = nearest(&[&FOUR, &SEVEN], unasked).expect("no choice");
        assert_eq!(only.map(|(step, _)| step.number), Some(7));
        let none = nearest(&[&FOUR], unasked).expect("no choice");
        assert!(none.is_none());
    }
}
