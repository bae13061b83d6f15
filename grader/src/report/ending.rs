//! How far a learner is, and the end of a step that is passed: what was learned, and what comes now.

use ::colored::Colorize;

use super::text::{width, wrap};
use crate::judge::{Status, StepVerdict};

/// So many places has a bar; with what stands behind it, it fits the narrowest terminal.
const BAR: usize = 20;

/// How far it is, readable without colour.
pub(super) fn bar(points: u32, most: u32, tasks: Option<(usize, usize)>) -> String {
    let share = |places: u32| (points * places).checked_div(most).unwrap_or(places);
    let full = share(BAR as u32) as usize;
    let rest = BAR - full;
    let (full, rest) = ("#".repeat(full).green(), ".".repeat(rest));
    let tasks = tasks.map_or(String::new(), |(done, all)| {
        format!("{done} of {all} tasks, ")
    });
    format!("  [{full}{rest}] {tasks}{points} of {most} points")
}

/// The bar of a step. Tasks that the step is passed without do not count.
pub(super) fn step_bar(verdict: &StepVerdict) -> String {
    let required = || verdict.tasks.iter().filter(|task| !task.task.optional);
    let done = required().filter(|task| task.status == Status::Passed);
    let tasks = (done.count(), required().count());
    bar(verdict.points(), verdict.max_points(), Some(tasks))
}

/// What is to be said at the end of a step that is passed.
pub(super) fn passed(verdict: &StepVerdict, diff: Option<&str>, lines: &mut Vec<String>) {
    let step = verdict.step;
    let learned = wrap(&step.learned(), width() - 2);
    lines.extend(learned.into_iter().map(|line| format!("  {line}")));
    lines.push(String::new());
    if let Some(diff) = diff {
        lines.push(format!("  compare   {diff}"));
    }
    if let Some(open) = verdict.next() {
        let (number, title) = (open.task.number, open.task.title);
        lines.push(format!("  go on     task {number} (optional): {title}"));
    }
}
