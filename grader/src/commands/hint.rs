//! `grader hint`: what a task asks for and a hint.

use crate::cli::HintArgs;
use crate::error::{Exit, Result};
use crate::report::{self, paragraphs, sign};
use crate::session::{find_step, find_task};
use crate::steps::{Step, Task};

pub(super) fn run(args: &HintArgs) -> Result<Exit> {
    let step = find_step(&args.step)?;
    let task = find_task(step, args.task)?;
    let mut text = text(step, task, args.level);
    if args.level < LEVELS {
        let next = args.level + 1;
        let more = format!(
            "\nMore: cargo grade hint {:02} {} --level {next}\n",
            step.number, task.number
        );
        text.push_str(&more);
    }
    report::print(&text)?;
    Ok(Exit::Passed)
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
