//! `grader show`: draws what an implementation answers, for the steps that have something to draw.

mod choice;
mod file;

use std::time::{Duration, Instant};

use crate::build::{Binary, Built, LeftOut};
use crate::check::{Judging, Ready};
use crate::cli::{Format, ShowArgs};
use crate::error::{Error, Exit, Result};
use crate::judge::{self, Asked, Status, StepVerdict, Verdict};
use crate::protocol::{Call, Reply};
use crate::report::{self, Progress, Report};
use crate::session::{self, find_task, lead, relative, width};
use crate::steps::{Answer, Check, Medium, Step, Task, Wanted};
use crate::worker::{self, Limits};
use choice::choose;
use file::{refuse, save};

/// So many numbers are no step but what the current one takes, where the first has no 0 before it.
const ALONE: usize = 2;

pub(super) fn run(args: &ShowArgs) -> Result<Exit> {
    let (named, words) = lead(&args.words, ALONE)?;
    let judging = Judging::new(&args.judge, Format::Human)?;
    let (step, draw) = choose(&judging, named, words, &args.own)?;
    let medium = match &args.svg {
        Some(_) => Medium::File,
        None => Medium::Terminal(width()),
    };
    let options = args.own.of(step, draw).map_err(Error::Usage)?;
    let model = session::model();
    let drawing = (draw.plan)(&Wanted {
        words,
        options,
        medium,
        model: model.as_deref(),
    })?;
    let tasks = drawing.tasks.iter().map(|task| find_task(step, *task));
    let tasks: Vec<_> = tasks.collect::<Result<_>>()?;
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
                leak: None,
                tasks: Vec::new(),
            };
            Report::new(&judging.implementation.name, &[verdict]).print(Format::Human)?;
            return Ok(Exit::NotPassed);
        }
    };
    let (verdict, answer) = match left_out(step, &tasks, binary) {
        Some((task, out)) => (judge::left_out(step, task, &ready.source, out), None),
        None => ask(
            step,
            &tasks,
            &drawing.call,
            &ready,
            binary,
            judging.limits(),
        )?,
    };
    let place = place(&verdict, &tasks, &ready);
    let picture = |drawn: Option<&str>, remark: Option<&str>| {
        report::print(&report::picture(
            &drawing.title,
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
    let remarks = [
        remark(step, draw.what, &verdict, &tasks, &judging),
        // The solutions are the course's own.
        report::lent(&binary.lent).filter(|_| judging.implementation.name != "solutions"),
    ];
    let remarks: Vec<_> = remarks.into_iter().flatten().collect();
    let remark = (!remarks.is_empty()).then(|| remarks.join("\n"));
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

/// A function without which the call cannot be made, and its task. Where the call goes through several, it is one piece of
/// glue with all of them, and is left out with any.
fn left_out<'a>(
    step: &'static Step,
    tasks: &[&'static Task],
    binary: &'a Binary,
) -> Option<(&'static Task, &'a LeftOut)> {
    let mut all = binary.left_out.iter().filter_map(|out| {
        let mut tasks = step.tasks.iter();
        let task = tasks.find(|task| task.function == Some(&out.function))?;
        Some((task, out))
    });
    all.find(|(task, _)| tasks.len() > 1 || tasks.iter().any(|one| one.number == task.number))
}

/// Where the function is that was called; of several, the one at which the call stopped.
fn place(verdict: &Verdict, tasks: &[&Task], ready: &Ready) -> String {
    let file = &ready.source.path;
    let stopped = matches!(
        verdict.status,
        Status::Unfinished | Status::Panicked | Status::DoesNotCompile
    );
    match &verdict.location {
        Some(at) if tasks.len() == 1 || stopped && at.file == *file => {
            format!("{}:{}", relative(&at.file), at.line)
        }
        _ => relative(file),
    }
}

/// Puts the one question, within the limits.
fn ask(
    step: &Step,
    tasks: &[&'static Task],
    call: &Call,
    ready: &Ready,
    binary: &Binary,
    limits: Limits,
) -> Result<(Verdict, Option<Answer>)> {
    let Some(&task) = tasks.first() else {
        return Err(Error::Broken("a drawing goes through no task".to_owned()));
    };
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
    let mut verdict = judge::task(step, &ready.source, &asked);
    if let (Status::Unfinished, Some(at)) = (verdict.status, &verdict.location) {
        // The last function that begins before that line is the one that is not finished.
        let begin = |task: &&'static Task| ready.source.line_of(task.function?);
        let above = tasks
            .iter()
            .copied()
            .filter(|task| begin(task) <= Some(at.line));
        verdict.task = above.max_by_key(begin).unwrap_or(task);
    }
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
fn remark(
    step: &Step,
    what: &str,
    verdict: &Verdict,
    tasks: &[&Task],
    judging: &Judging,
) -> Option<String> {
    if verdict.status == Status::Passed {
        return None;
    }
    let numbers = tasks.iter().map(|task| task.number.to_string());
    let numbers = numbers.collect::<Vec<_>>().join(", ");
    let (asked, about) = match tasks {
        [_] => (format!("task {numbers} asks"), format!(" --task {numbers}")),
        _ => (format!("tasks {numbers} ask"), String::new()),
    };
    let mut lines = vec![format!("This is not the {what} that {asked} for.")];
    lines.extend(verdict.message.clone());
    let example = verdict.counterexample.as_ref();
    lines.extend(example.and_then(|example| example.effect.clone()));
    let selected = judging.selected();
    lines.push(format!(
        "`cargo grade check {:02}{about}{selected}` says more.",
        step.number
    ));
    Some(lines.join("\n"))
}
