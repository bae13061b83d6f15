//! Shows why a file does not compile. The eye ends on the first error: it stands last, with a sentence about it.

use super::sign;
use super::text::{colored, cut, plain, width, wrap};
use crate::build::{CompileError, Failure};

/// So many of the other errors are shown, a line each.
const OTHERS: usize = 3;

/// Lines about it.
pub(super) fn show(failure: &Failure, lines: &mut Vec<String>) {
    if let [first, others @ ..] = failure.errors.as_slice() {
        if !others.is_empty() {
            let count = failure.errors.len() + failure.more;
            lines.push(format!(
                "{count} errors. The last one shown is the first: the others often follow from it."
            ));
            lines.push(String::new());
            lines.extend(others.iter().take(OTHERS).map(in_a_line));
            let more = (count - 1).saturating_sub(OTHERS);
            if more > 0 {
                lines.push(format!("  {} and {more} more", sign("…")));
            }
            lines.push(String::new());
        }
        lines.extend(essence(&colored(&first.text)).map(str::to_owned));
        lines.push(String::new());
    }
    if let Some(advice) = &failure.advice {
        lines.extend(wrap(advice, width()));
        lines.push(String::new());
    }
    lines.push("The file does not compile, so no task could be judged.".to_owned());
}

fn in_a_line(error: &CompileError) -> String {
    let place = error.place.as_deref().unwrap_or_default();
    let summary = error.summary.lines().next().unwrap_or_default();
    cut(&plain(&format!("  {place}  {summary}")), width())
}

/// The text without the lists of types for which something would be right.
fn essence(text: &str) -> impl Iterator<Item = &str> {
    let mut in_list = false;
    text.lines().filter(move |line| {
        let is_deep = line.starts_with("          ");
        in_list = line.contains("other types implement trait") || in_list && is_deep;
        !in_list
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_types_is_left_out_and_nothing_after_it() {
        let text = "error\n   = help: the following other types implement trait `A`:\n             `B`\n           \
                    and 8 others\n   = note: c";
        assert_eq!(essence(text).collect::<Vec<_>>(), ["error", "   = note: c"]);
    }
}
