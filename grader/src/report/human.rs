//! The report for people.

use ::colored::{ColoredString, Colorize};

use super::text::{WIDTH, cut, plain, spread, wrap};
use super::{Report, compile, example, sign};
use crate::judge::{Location, Status, StepVerdict, Verdict};
use crate::session::relative;

/// So many lines of what was printed are shown.
const PRINTED: usize = 12;
/// So many lines of a message are shown; a panic may say more.
const MESSAGE: usize = 16;

pub(super) fn report(report: &Report<'_>) -> String {
    let mut lines = Vec::new();
    for step in report.steps {
        show_step(step, report, &mut lines);
    }
    if report.finished {
        lines.push("Every step that exists so far is passed.".to_owned());
    }
    lines.join("\n").trim_end().to_owned() + "\n"
}

fn show_step(verdict: &StepVerdict, report: &Report<'_>, lines: &mut Vec<String>) {
    let number = verdict.step.number;
    let title = format!("Step {number:02} {} {}", sign("·"), verdict.step.title);
    lines.push(spread(&title, &relative(&verdict.file)).bold().to_string());
    lines.push(String::new());
    if let Some(failure) = &verdict.failure {
        compile::show(failure, lines);
        return;
    }
    for task in verdict
        .tasks
        .iter()
        .filter(|task| report.only.is_none_or(|only| only == task.task.number))
    {
        lines.push(row(task));
    }
    lines.push(String::new());
    let next = match report.only {
        Some(only) => verdict
            .tasks
            .iter()
            .find(|task| task.task.number == only && task.status != Status::Passed),
        None => verdict.next(),
    };
    if let Some(task) = next {
        explain(task, verdict, lines);
    }
    notes(verdict, lines);
    lines.push(summary(verdict, report, next));
    if let Some(then) = report.start {
        start(verdict, then, lines);
    }
}

/// Where to begin, for who has not answered anything yet.
fn start(step: &StepVerdict, then: &str, lines: &mut Vec<String>) {
    let untouched = |verdict: &Verdict| verdict.status == Status::Unfinished;
    if !step.tasks.iter().all(untouched) {
        return;
    }
    let first = step.tasks.iter().find_map(|task| task.location.as_ref());
    let line = first.map_or(String::new(), |place| format!(":{}", place.line));
    lines.push(String::new());
    let file = relative(&step.file);
    lines.push(format!("  open   {file}{line}, and answer the first todo!"));
    lines.push(format!("  then   {then}"));
}

/// A task in one line: mark, number, title, function, points.
fn row(verdict: &Verdict) -> String {
    let task = verdict.task;
    let optional = if task.optional { " (optional)" } else { "" };
    let what = format!("{}{optional}", task.title);
    let function = task.function.unwrap_or_default();
    let state = match verdict.status {
        Status::Passed if task.optional => "done".to_owned(),
        Status::Passed => task.points.to_string(),
        Status::Blocked => format!("waits for {}", verdict.blocked_by.unwrap_or_default()),
        Status::Unfinished | Status::NotRun => word(verdict.status).to_owned(),
        _ if task.optional => word(verdict.status).to_owned(),
        _ => format!("0/{}", task.points),
    };
    format!(
        "  {} {}  {what:<34} {function:<20} {state:>12}",
        mark(verdict),
        task.number
    )
}

/// The sign for how a task went. Never the only thing that tells it.
pub(super) fn mark(verdict: &Verdict) -> ColoredString {
    match verdict.status {
        Status::Passed => sign("✓").green(),
        Status::Unfinished => sign("·").normal(),
        Status::Blocked | Status::NotRun => sign("◦").yellow(),
        _ => sign("✗").red(),
    }
}

/// A status in a word or two.
pub(super) fn word(status: Status) -> &'static str {
    match status {
        Status::Passed => "passed",
        Status::Unfinished => "to do",
        Status::Wrong => "wrong",
        Status::Panicked => "panicked",
        Status::Crashed => "crashed",
        Status::TimedOut => "timed out",
        Status::OutOfLimits => "out of limits",
        Status::DoesNotCompile => "does not compile",
        Status::Blocked => "blocked",
        Status::NotRun => "not run",
    }
}

/// What is wrong with a task, with an example and where to go on.
fn explain(verdict: &Verdict, step: &StepVerdict, lines: &mut Vec<String>) {
    let task = verdict.task;
    let name = task.function.unwrap_or(task.title);
    let place = verdict
        .location
        .as_ref()
        .map(|Location { file, line }| format!("{}:{line}", relative(file)));
    let dot = sign("·");
    let state = word(verdict.status);
    let title = format!("Task {} {dot} {name} {dot} {state}", task.number);
    lines.push(
        spread(&title, &place.unwrap_or_default())
            .bold()
            .to_string(),
    );
    lines.push(String::new());
    if let Some(example) = &verdict.counterexample {
        lines.extend(example.call.lines().map(|line| format!("  {line}")));
        lines.push(String::new());
        example::show(example, lines);
    }
    if let Some(message) = &verdict.message {
        let message = wrap(&plain(message), WIDTH - 2);
        lines.extend(
            message
                .iter()
                .take(MESSAGE)
                .map(|line| cut(&format!("  {line}"))),
        );
        if message.len() > MESSAGE {
            lines.push(format!("  {}", sign("…")));
        }
        lines.push(String::new());
    }
    if let Some(effect) = verdict
        .counterexample
        .as_ref()
        .and_then(|example| example.effect.as_ref())
    {
        lines.extend(
            effect
                .lines()
                .flat_map(|line| wrap(line, WIDTH - 2))
                .map(|line| format!("  {line}")),
        );
        lines.push(String::new());
    }
    if let Some(mistake) = verdict.misconception {
        lines.push(format!("  {}", mistake.title).bold().to_string());
        lines.extend(
            wrap(&format!("{} {}", mistake.text, mistake.fix), WIDTH - 2)
                .iter()
                .map(|line| format!("  {line}")),
        );
        lines.push(String::new());
    }
    if !verdict.output.is_empty() {
        show_output(&verdict.output, lines);
    }
    let number = step.step.number;
    lines.push(format!(
        "  hint   cargo grade hint {number:02} {}",
        task.number
    ));
    let place = match verdict.misconception {
        Some(mistake) => step.step.mistake_place(mistake),
        None => step.step.task_place(task),
    };
    lines.push(format!("  read   cargo book --open {place}"));
    lines.push(String::new());
}

pub(super) fn show_output(output: &str, lines: &mut Vec<String>) {
    let output = plain(output);
    lines.push("  It printed:".to_owned());
    let mut printed = output.lines();
    for line in printed.by_ref().take(PRINTED) {
        lines.push(cut(&format!("  | {line}")));
    }
    match printed.count() {
        0 => {}
        more => {
            let dots = sign("…");
            lines.push(format!(
                "  | {dots} {more} more lines; `--format json` has them"
            ));
        }
    }
    lines.push(String::new());
}

/// What is worth knowing beside right answers.
fn notes(step: &StepVerdict, lines: &mut Vec<String>) {
    let mut any = false;
    for verdict in &step.tasks {
        if let Some(note) = &verdict.note {
            lines.extend(wrap(
                &format!("Task {}: {note}", verdict.task.number),
                WIDTH,
            ));
            any = true;
        }
    }
    if any {
        lines.push(String::new());
    }
}

fn summary(step: &StepVerdict, report: &Report<'_>, next: Option<&Verdict>) -> String {
    if report.only.is_some() {
        return if next.is_none() {
            "Passed.".green().to_string()
        } else {
            "Not passed.".to_owned()
        };
    }
    let points = format!("{} of {} points.", step.points(), step.max_points());
    let then = match next {
        None => "Every task is done.".to_owned(),
        Some(next) if step.status() == Status::Passed => {
            format!("Passed. Task {} is optional.", next.task.number)
        }
        Some(next) => format!("Next: task {}.", next.task.number),
    };
    let line: ColoredString = format!("{points} {then}").normal();
    if step.status() == Status::Passed {
        line.green().to_string()
    } else {
        line.to_string()
    }
}
