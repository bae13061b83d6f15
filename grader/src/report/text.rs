//! Makes text fit to be shown.

use std::sync::OnceLock;

use super::sign;
use crate::session;

use crate::text::is_trick;
pub use crate::text::plain;
pub(super) use crate::text::wrap;

/// A word that is longer than this is no path and no command that somebody would copy.
const LONGEST: usize = 240;

/// How many columns a report has, where that is settled once for all.
static COLUMNS: OnceLock<usize> = OnceLock::new();

/// Makes every report so wide, wherever it goes; to be said once, before anything is printed.
pub fn use_width(columns: usize) {
    let _ = COLUMNS.set(columns);
}

/// How many columns a report has.
pub(super) fn width() -> usize {
    COLUMNS.get().copied().unwrap_or_else(session::width)
}

/// The text as `plain` makes it, but with its colours: sequences that only style what follows.
pub(super) fn colored(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut colored = plain(parts.next().unwrap_or_default());
    for part in parts {
        let numbers = part
            .find(|c: char| !c.is_ascii_digit() && c != ';')
            .unwrap_or(part.len());
        match part[numbers..].strip_prefix('m') {
            Some(rest) => {
                colored.push_str("\u{1b}[");
                colored.push_str(&part[..=numbers]);
                colored.push_str(&plain(rest));
            }
            None => colored.push_str(&plain(&format!("\u{1b}[{part}"))),
        }
    }
    colored
}

/// JSON with the characters escaped that JSON itself allows and a terminal does not take as text. They can only stand
/// in strings, and mean the same there.
pub(super) fn json(text: &str) -> String {
    let mut json = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' => json.push(character),
            character if is_trick(character) => {
                for half in character.encode_utf16(&mut [0; 2]) {
                    json.push_str(&format!("\\u{half:04x}"));
                }
            }
            character => json.push(character),
        }
    }
    json
}

/// As `wrap`, behind a label: what follows the first line is indented as far.
pub(super) fn labelled(label: &str, text: &str) -> Vec<String> {
    let indent = label.chars().count();
    let lines = wrap(text, width() - indent);
    let blank = " ".repeat(indent);
    let labels = std::iter::once(label).chain(std::iter::repeat(blank.as_str()));
    let lines = labels
        .zip(lines)
        .map(|(label, line)| format!("{label}{line}"));
    lines.collect()
}

/// A command behind a label; on a line of its own where it does not fit behind it.
pub(super) fn command(label: &str, command: &str) -> Vec<String> {
    if label.chars().count() + command.chars().count() <= width() {
        vec![format!("{label}{command}")]
    } else {
        vec![label.trim_end().to_owned(), format!("    {command}")]
    }
}

/// The text with its lines broken to fit a report.
pub fn wrapped(text: &str) -> String {
    let end = if text.ends_with('\n') { "\n" } else { "" };
    wrap(text, width()).join("\n") + end
}

/// Text in paragraphs, broken anew to fit a report. A paragraph with an indented line, such as code, stays as it is.
pub fn paragraphs(text: &str) -> String {
    let paragraph = |text: &str| {
        if text.lines().any(|line| line.starts_with(' ')) {
            return text.to_owned();
        }
        let words: Vec<_> = text.split_whitespace().collect();
        wrap(&words.join(" "), width()).join("\n")
    };
    // The first line of code keeps its indent.
    let text = text.trim_end().trim_start_matches('\n');
    let paragraphs: Vec<_> = text.split("\n\n").map(paragraph).collect();
    paragraphs.join("\n\n")
}

/// The line, cut between words where it has more than `most` characters. A first word that is longer stays whole: it may
/// be a path.
pub(super) fn cut(line: &str, most: usize) -> String {
    let line = line.trim_end();
    if line.chars().count() <= most {
        return line.to_owned();
    }
    let end = sign("…");
    let kept = |most: usize| -> String {
        let length = end.chars().count();
        line.chars().take(most.saturating_sub(length)).collect()
    };
    let begin = line.len() - line.trim_start().len();
    let (first, _) = line[begin..]
        .split_once(' ')
        .unwrap_or((&line[begin..], ""));
    let first = begin + first.len();
    if line[..first].chars().count() > LONGEST {
        return kept(most) + end;
    }
    if first == line.len() {
        return line.to_owned();
    }
    let kept = kept(most);
    let place = kept.rfind(' ').unwrap_or(0).max(first);
    format!("{} {end}", line[..place].trim_end())
}

/// How many columns a text takes, which may have colours.
pub(super) fn columns(text: &str) -> usize {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().map_or(0, |part| part.chars().count());
    let styled = |part: &str| {
        part.split_once('m')
            .map_or(0, |(_, text)| text.chars().count())
    };
    first + parts.map(styled).sum::<usize>()
}

/// How many lines of the terminal these lines take, of which some may be longer than it is wide.
pub(super) fn height(lines: &[String]) -> usize {
    let lines = lines.iter().flat_map(|line| line.split('\n'));
    lines
        .map(|line| columns(line).div_ceil(width()).max(1))
        .sum()
}

/// Parts of a line with a dot between them, on as many lines as they need.
pub fn joined(parts: &[String]) -> String {
    let mut lines = vec![String::new()];
    for part in parts {
        let more = format!(" {} {part}", sign("·"));
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(part),
            Some(line) if columns(line) + columns(&more) <= width() => line.push_str(&more),
            _ => lines.push(part.clone()),
        }
    }
    lines.join("\n")
}

/// Two texts at both ends of a line; on two lines where they do not fit on one.
pub(super) fn spread(left: &str, right: &str) -> String {
    let used = left.chars().count() + right.chars().count();
    if right.is_empty() {
        left.to_owned()
    } else if used + 2 > width() {
        format!("{left}\n{right}")
    } else {
        format!("{left}{}{right}", " ".repeat(width() - used))
    }
}

/// The name of a function, or of a method without its type where both have more characters than there is room for.
pub(super) fn short(function: &str, room: usize) -> &str {
    match function.rsplit_once("::") {
        Some((_, method)) if function.len() > room => method,
        _ => function,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_stay_and_nothing_else_that_a_terminal_acts_on() {
        assert_eq!(
            colored("\u{1b}[1;31merror\u{1b}[0m"),
            "\u{1b}[1;31merror\u{1b}[0m"
        );
        assert_eq!(
            colored("a\u{1b}[2Jb\u{1b}[?25lc\u{1b}]0;title\u{7}"),
            "a\\u{1b}[2Jb\\u{1b}[?25lc\\u{1b}]0;title\\u{7}"
        );
        assert_eq!(colored("cut\u{1b}["), "cut\\u{1b}[");
    }

    #[test]
    fn json_stays_the_same_json() {
        let text = serde_json::to_string("a\u{202e}b\u{9b}c\u{e0041}\n").unwrap_or_default();
        let escaped = json(&text);
        assert!(escaped.is_ascii(), "{escaped}");
        assert_eq!(
            serde_json::from_str::<String>(&escaped).ok().as_deref(),
            Some("a\u{202e}b\u{9b}c\u{e0041}\n")
        );
    }

    #[test]
    fn lines_are_cut_between_words_and_a_path_is_not() {
        assert_eq!(cut("one two three", 13), "one two three");
        let end = sign("…");
        assert_eq!(cut("one two three", 12), format!("one two {end}"));
        assert_eq!(cut("one two three", 8), format!("one {end}"));
        assert_eq!(cut("/a/long/path two", 7), format!("/a/long/path {end}"));
        assert_eq!(cut("/a/long/path", 7), "/a/long/path");
        assert_eq!(cut(&"x".repeat(1000), 7), format!("xxxxxx{end}"));
    }

    #[test]
    fn colours_take_no_columns() {
        assert_eq!(columns("\u{1b}[1;31mred\u{1b}[0m ü"), 5);
    }

    #[test]
    fn paragraphs_are_broken_anew_and_code_is_not() {
        let text = "one\ntwo\n\nlet x =\n    1;\n";
        assert_eq!(paragraphs(text), "one two\n\nlet x =\n    1;");
    }
}
