//! `grader hint`: what a task asks for and a hint.

use crate::cli::HintArgs;
use crate::error::{Error, Exit, Result};
use crate::report;
use crate::session::find_step;

pub(super) fn run(args: &HintArgs) -> Result<Exit> {
    let step = find_step(&args.step)?;
    let task = step.task(args.task).ok_or_else(|| {
        let last = step.tasks.len();
        Error::Usage(format!(
            "step {:02} has no task {}; its tasks are 1 to {last}",
            step.number, args.task
        ))
    })?;
    let what = task.function.unwrap_or(task.title);
    let hint = step.hint(task, args.level);
    let mut text = format!(
        "Step {:02}, task {} · {what}\n\n{}\n\n{hint}",
        step.number,
        task.number,
        step.todo(task)
    );
    if args.level < 3 {
        let next = args.level + 1;
        let more = format!(
            "\nMore: cargo grade hint {:02} {} --level {next}\n",
            step.number, task.number
        );
        text.push_str(&more);
    }
    report::print(&text);
    Ok(Exit::Passed)
}
