//! `grader hint`: what a task asks for and a hint.

use crate::check::Judging;
use crate::cli::{Format, HintArgs};
use crate::error::{Error, Exit, Result};
use crate::report::{self, paragraphs, sign};
use crate::session::{Words, either, find_task};
use crate::steps::{Step, Task};

pub(super) fn run(args: &HintArgs) -> Result<Exit> {
    let asked = Words::of(&args.words, 1, 2)?;
    let level = asked.second.map(level).transpose()?;
    let level = either(level, args.level, "--level")?.unwrap_or(1);
    let (step, task) = match (asked.step, asked.task()) {
        (Some(step), Some(number)) => (step, find_task(step, number)?),
        (named, number) => next(args, named, number)?,
    };
    let mut text = text(step, task, level);
    if level < LEVELS {
        let next = level + 1;
        let more = format!(
            "\nMore: cargo grade hint {:02} {} {next}\n",
            step.number, task.number
        );
        text.push_str(&more);
    }
    report::print(&text)?;
    Ok(Exit::Passed)
}

/// A number as how much to tell.
fn level(number: u64) -> Result<u8> {
    let level = u8::try_from(number).ok();
    let known = level.filter(|level| (1..=LEVELS).contains(level));
    known.ok_or_else(|| {
        Error::Usage(format!(
            "there is no hint {number}; hints are 1 to {LEVELS}"
        ))
    })
}

/// The task that is meant where the words leave the step or the task open: of the step, or of the current one, the task
/// of that number, or the next one.
fn next(
    args: &HintArgs,
    named: Option<&'static Step>,
    number: Option<u8>,
) -> Result<(&'static Step, &'static Task)> {
    let judging = Judging::new(&args.judge, Format::Human)?;
    let steps = judging.implementation.steps(named)?;
    if let (Some(number), [only]) = (number, steps.as_slice()) {
        return Ok((only, find_task(only, number)?));
    }
    let (step, verdict) = judging.current(&steps)?;
    if let Some(number) = number {
        return Ok((step, find_task(step, number)?));
    }
    let verdict = verdict.filter(|verdict| verdict.failure.is_none());
    let next = verdict.as_ref().and_then(|verdict| verdict.next());
    match (next, verdict.is_some()) {
        (Some(next), _) => Ok((step, next.task)),
        (None, true) => Err(Error::Usage(format!(
            "every task of step {:02} is done\nfor a hint all the same, name one: cargo grade hint {:02} 6",
            step.number, step.number
        ))),
        (None, false) => Err(Error::Usage(format!(
            "which task is next is known once the file compiles\nuntil then, name one: cargo grade hint {:02} 6",
            step.number
        ))),
    }
}

/// So many hints has every task.
pub(super) const LEVELS: u8 = 3;

/// What a task asks for and one of its hints.
pub(super) fn text(step: &Step, task: &Task, level: u8) -> String {
    let what = task.function.unwrap_or(task.title);
    format!(
        "Step {:02}, task {} {} {what}\n\n{}\n\nHint {level} of {LEVELS}\n\n{}\n",
        step.number,
        task.number,
        sign("·"),
        paragraphs(&step.todo(task)),
        paragraphs(&step.hint(task, level))
    )
}
