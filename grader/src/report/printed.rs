//! Shows what the learner's code printed.

use super::sign;
use super::text::{cut, plain, width};
use crate::judge::{Status, Verdict};
use crate::worker::Printed;

/// Lines that show what was printed, at most so many, but always one of what it was. `rest` says where the others are.
pub(super) fn show(output: &Printed, most: usize, rest: &str) -> Vec<String> {
    if output.text.is_empty() {
        return Vec::new();
    }
    let most = most.max(2);
    let shown = if output.lines > most { most - 1 } else { most };
    let text = plain(&output.text).replace('\t', "    ");
    let mut lines = vec!["  It printed:".to_owned()];
    let first = text.lines().take(shown);
    lines.extend(first.map(|line| {
        format!("  | {}", cut(line, width() - 4))
            .trim_end()
            .to_owned()
    }));
    let more = output.lines.saturating_sub(shown);
    if more > 0 {
        let dots = sign("…");
        let lines_of = if more == 1 { "line" } else { "lines" };
        lines.push(format!("  | {dots} {more} more {lines_of}{rest}"));
    }
    lines.push(String::new());
    lines
}

/// One line on a passed task that printed something.
pub(super) fn note(verdict: &Verdict) -> Option<String> {
    let output = &verdict.output;
    if verdict.status != Status::Passed || output.text.is_empty() {
        return None;
    }
    let number = verdict.task.number;
    let count = match output.lines {
        1 => "a line".to_owned(),
        count => format!("{count} lines"),
    };
    let text = plain(&output.text).replace('\t', " ");
    let first = text.trim_start().lines().next().unwrap_or_default();
    let start = format!("Task {number} passed and printed {count}");
    let what = if output.lines == 1 { "" } else { ", the first" };
    let room = width().saturating_sub(start.chars().count() + what.len() + ": ``".len());
    let first = cut(first, room);
    Some(if first.is_empty() || first.chars().count() > room {
        format!("{start}.")
    } else {
        format!("{start}{what}: `{first}`")
    })
}
