//! The list of all steps: their tasks, what is passed, what is next.

use ::colored::Colorize;

use super::ending::{bar, step_bar};
use super::human::{NARROW, mark, word};
use super::sign;
use super::text::{colored, cut, plain, short, spread, width, wrap};
use crate::error::{Error, Result};
use crate::judge::{Status, StepVerdict, Verdict};
use crate::session::relative;
use crate::steps::Step;

/// What a step came to, or why it could not be judged.
pub type Listed = (&'static Step, Result<StepVerdict>);

/// Prints the list. Of several steps, one that is passed or not begun is one line, but for the one that is next.
///
/// # Errors
///
/// As [`super::print`].
pub fn list(steps: &[Listed]) -> Result<()> {
    list_at(steps, None)
}

/// Prints the list with a sign before one of the tasks, counted over all steps.
///
/// # Errors
///
/// As [`super::print`].
pub fn list_at(steps: &[Listed], cursor: Option<usize>) -> Result<()> {
    let mut lines = Vec::new();
    let mut count = 0;
    // Where a task is to be chosen, all of them are there.
    let may_fold = cursor.is_none() && steps.len() > 1;
    let first = steps.iter().position(|listed| !is_passed(listed));
    let fold = |place: usize| {
        let listed = steps.get(place)?;
        folded(listed).filter(|_| may_fold && first != Some(place))
    };
    for (place, (step, verdict)) in steps.iter().enumerate() {
        if let Some(line) = fold(place) {
            lines.push(line);
            if fold(place + 1).is_none() {
                lines.push(String::new());
            }
            continue;
        }
        let here = cursor.and_then(|cursor| cursor.checked_sub(count));
        show_step(step, verdict.as_ref(), here, &mut lines);
        count += verdict.as_ref().map_or(0, |verdict| verdict.tasks.len());
        lines.push(String::new());
    }
    let points = |(_, verdict): &Listed| verdict.as_ref().map_or(0, StepVerdict::points);
    let most = |(step, _): &Listed| step.max_points();
    if steps.len() > 1 {
        lines.push("All steps".bold().to_string());
        lines.push(bar(
            steps.iter().map(points).sum(),
            steps.iter().map(most).sum(),
            None,
        ));
        lines.push(String::new());
    }
    lines.push(next(steps));
    super::print(&colored(&(lines.join("\n") + "\n")))
}

fn is_passed((_, verdict): &Listed) -> bool {
    let passed = |verdict: &StepVerdict| verdict.status() == Status::Passed;
    verdict.as_ref().is_ok_and(passed)
}

/// A step in one line, where all of its tasks are alike.
fn folded(listed: &Listed) -> Option<String> {
    let (step, verdict) = listed;
    let verdict = verdict.as_ref().ok()?;
    let is_open = |task: &Verdict| task.status == Status::Unfinished;
    let (sign, word) = match () {
        () if is_passed(listed) => (sign("✓"), "passed"),
        () if verdict.tasks.iter().all(is_open) => (sign("·"), "to do"),
        () => return None,
    };
    let (number, title) = (step.number, step.title);
    let points = format!("{}/{}", verdict.points(), verdict.max_points());
    let room = width().min(80) - 26;
    let title = cut(title, room);
    Some(format!(
        "  {sign} {number:02}  {title:<room$} {points:>8}  {word}"
    ))
}

fn show_step(
    step: &Step,
    verdict: std::result::Result<&StepVerdict, &Error>,
    cursor: Option<usize>,
    lines: &mut Vec<String>,
) {
    let title = format!("Step {:02} {} {}", step.number, sign("·"), step.title);
    let file = verdict.map_or(String::new(), |verdict| relative(&verdict.file));
    lines.push(spread(&title, &file).bold().to_string());
    lines.push(String::new());
    match verdict {
        Ok(verdict) => {
            let rows = verdict.tasks.iter().enumerate();
            lines.extend(rows.map(|(place, task)| row(task, cursor == Some(place))));
            lines.push(String::new());
            lines.push(step_bar(verdict));
            if verdict.failure.is_some() {
                let why = format!("cargo grade check {:02}", step.number);
                lines.push(format!("  The file does not compile; `{why}` shows why."));
            }
        }
        Err(error) => lines.extend(
            wrap(&plain(&error.to_string()), width() - 2)
                .iter()
                .map(|line| format!("  {line}")),
        ),
    }
}

/// A task in one line: mark, number, title, function, points, state.
fn row(verdict: &Verdict, is_chosen: bool) -> String {
    let task = verdict.task;
    let title = task.title;
    let function = task.function.unwrap_or_default();
    let points = if task.optional {
        "optional".to_owned()
    } else {
        format!("{}/{}", verdict.points, verdict.worth)
    };
    let state = match (verdict.status, verdict.blocked_by) {
        (Status::DoesNotCompile, _) => "not compiled".to_owned(),
        (Status::OutOfLimits, _) => "over a limit".to_owned(),
        (Status::Blocked, Some(by)) => format!("waits for {by}"),
        (status, _) => word(status).to_owned(),
    };
    let cursor = if is_chosen { ">" } else { " " };
    let begin = format!(" {cursor}{} {}", mark(verdict), task.number);
    if width() < NARROW {
        return format!("{begin}  {title:<31} {points:>8}  {state}");
    }
    let function = short(function, 18);
    format!("{begin}  {title:<31} {function:<18} {points:>8}  {state}")
}

/// What is to be done next, and how.
fn next(steps: &[Listed]) -> String {
    let open = |verdict: &&StepVerdict| verdict.status() != Status::Passed;
    let judged = || {
        steps
            .iter()
            .filter_map(|(_, verdict)| verdict.as_ref().ok())
    };
    let Some(verdict) = judged().find(open) else {
        return if judged().count() == steps.len() {
            "Every step that exists so far is passed.".to_owned()
        } else {
            "Every step that could be judged is passed.".to_owned()
        };
    };
    let number = verdict.step.number;
    match verdict.next() {
        Some(next) if verdict.failure.is_none() => {
            let (task, title) = (next.task.number, next.task.title);
            format!("Next: step {number:02}, task {task}, {title}.")
        }
        _ => format!("Next: step {number:02}; make it compile."),
    }
}
