//! The report for people.

use ::colored::{ColoredString, Colorize};

use super::earlier::{leak, lent};
use super::text::{command, cut, height, labelled, plain, short, spread, width, wrap};
use super::{Report, compile, ending, example, printed, sign};
use crate::judge::{Location, Status, StepVerdict, Verdict};
use crate::session::relative;
use crate::steps::Words;

/// So many lines from the call that is shown to the end are in view on a screen of 24 lines, with the prompt of a shell
/// below; `watch` writes some lines more.
const SCREEN: usize = 23;
const WATCH: usize = 4;
/// So many lines of what was printed are shown where no call is.
const PRINTED: usize = 3;
/// Where there are fewer columns, a task in one line leaves something out.
pub(super) const NARROW: usize = 78;
/// So many lines of a message are shown; a panic may say more.
const MESSAGE: usize = 16;
/// So many characters of one of its lines, where that is code or one long word.
const LINE: usize = 240;

pub(super) fn report(report: &Report<'_>) -> String {
    let mut lines = Vec::new();
    for (place, step) in report.steps.iter().enumerate() {
        let is_last = place + 1 == report.steps.len();
        if is_last || step.status() != Status::Passed {
            show_step(step, report, &mut lines);
        } else {
            lines.push(passed(step));
        }
    }
    if report.finished {
        lines.push(String::new());
        lines.push("Every step that exists so far is passed.".to_owned());
    }
    lines.join("\n").trim_end().to_owned() + "\n"
}

/// A step that is passed, where another follows.
fn passed(verdict: &StepVerdict) -> String {
    let title = format!(
        "Step {:02} {} {}",
        verdict.step.number,
        sign("·"),
        verdict.step.title
    );
    let points = format!("{} of {} points", verdict.points(), verdict.max_points());
    spread(&format!("{title} {} passed", sign("·")), &points)
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
    let asked = |task: &&Verdict| report.only.is_none_or(|only| only == task.task.number);
    lines.extend(verdict.tasks.iter().filter(asked).map(row));
    lines.push(String::new());
    if report.only.is_none() {
        lines.push(ending::step_bar(verdict));
        lines.push(String::new());
    }
    for text in [lent(&verdict.lent), verdict.leak.map(leak)]
        .iter()
        .flatten()
    {
        lines.extend(text.lines().flat_map(|line| wrap(line, width())));
        lines.push(String::new());
    }
    notes(verdict, lines);
    let next = match report.only {
        Some(only) => verdict
            .tasks
            .iter()
            .find(|task| task.task.number == only && task.status != Status::Passed),
        None => verdict.next(),
    };
    let explained = next.map(|task| (task, explain(task, verdict, lines)));
    lines.push(summary(verdict, report, next));
    if report.only.is_none() && verdict.status() == Status::Passed {
        lines.push(String::new());
        ending::passed(verdict, report.diff.as_deref(), lines);
    }
    if let Some(then) = report.start {
        start(verdict, then, lines);
    }
    if let Some((task, place)) = explained {
        show_prints(task, &place, lines);
    }
}

/// Where in a report a task is explained.
struct Place {
    /// The line where the call begins, if one is shown.
    call: Option<usize>,
    /// The line where there is room for what was printed.
    prints: usize,
}

/// Shows what the call printed, as much as leaves the call in view.
fn show_prints(task: &Verdict, place: &Place, lines: &mut Vec<String>) {
    let height = place.call.map(|call| height(&lines[call..]));
    // The line above it and the empty one below it count, too.
    let room = height.map(|height| (SCREEN - WATCH).saturating_sub(height + 2));
    let all = task.output.text.lines().count() >= task.output.lines;
    let rest = if all {
        "; `--format json` has them"
    } else {
        "; `--format json` has some of them"
    };
    let mut shown = printed::show(&task.output, room.unwrap_or(PRINTED), rest);
    if height.is_some_and(|height| height + shown.len() > SCREEN) {
        // The empty line is what is missed least.
        shown.pop();
    }
    lines.splice(place.prints..place.prints, shown);
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
    let open = format!("{file}{line}, and answer the first todo!");
    lines.extend(labelled("  open   ", &open));
    lines.extend(labelled("  then   ", then));
}

/// A task in one line: mark, number, title, function, points.
fn row(verdict: &Verdict) -> String {
    let task = verdict.task;
    let optional = if task.optional { " (optional)" } else { "" };
    let what = format!("{}{optional}", task.title);
    let function = task.function.unwrap_or_default();
    let state = match verdict.status {
        Status::Passed if task.optional => "done".to_owned(),
        Status::Passed => verdict.worth.to_string(),
        Status::Blocked => format!("waits for {}", verdict.blocked_by.unwrap_or_default()),
        Status::Unfinished | Status::NotRun => word(verdict.status).to_owned(),
        _ if task.optional => word(verdict.status).to_owned(),
        _ => format!("0/{}", verdict.worth),
    };
    let begin = format!("  {} {}", mark(verdict), task.number);
    if width() < NARROW {
        // The title has to do without the name of the function.
        return format!("{begin}  {what:<room$} {state:>12}", room = width() - 25);
    }
    let room = width() - 46;
    let function = short(function, 20);
    format!("{begin}  {what:<room$} {function:<20} {state:>12}")
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
fn explain(verdict: &Verdict, step: &StepVerdict, lines: &mut Vec<String>) -> Place {
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
    let example = verdict.counterexample.as_ref();
    let call = example.map(|_| lines.len());
    let mut prints = lines.len();
    if let Some(example) = example {
        lines.extend(example.call.lines().map(|line| format!("  {line}")));
        lines.push(String::new());
        prints = lines.len();
        example::show(example, lines);
    }
    if let Some(message) = &verdict.message {
        let message = wrap(&plain(message), width() - 2);
        let shown = message.iter().take(MESSAGE);
        lines.extend(shown.map(|line| format!("  {}", cut(line, LINE)).trim_end().to_owned()));
        if message.len() > MESSAGE {
            lines.push(format!("  {}", sign("…")));
        }
        lines.push(String::new());
    }
    if let Some(effect) = example.and_then(|example| example.effect.as_ref()) {
        lines.extend(labelled("  ", effect));
        lines.push(String::new());
    }
    if let Some(mistake) = verdict.misconception {
        let Words { title, text, fix } = mistake.words();
        lines.push(format!("  {title}").bold().to_string());
        lines.extend(labelled("  ", &format!("{text} {fix}")));
        lines.push(String::new());
    }
    if call.is_none() {
        prints = lines.len();
    }
    let number = step.step.number;
    let hint = format!("cargo grade hint {number:02} {}", task.number);
    lines.extend(command("  hint   ", &hint));
    let read = match verdict.misconception {
        Some(mistake) => step.step.mistake_place(mistake),
        None => step.step.task_place(task),
    };
    lines.extend(command("  read   ", &format!("cargo book --open {read}")));
    lines.push(String::new());
    Place { call, prints }
}

/// What is worth knowing beside right answers.
fn notes(step: &StepVerdict, lines: &mut Vec<String>) {
    let before = lines.len();
    for verdict in &step.tasks {
        lines.extend(printed::note(verdict));
        if let Some(note) = &verdict.note {
            let note = format!("Task {}: {note}", verdict.task.number);
            lines.extend(wrap(&note, width()));
        }
    }
    if lines.len() > before {
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
