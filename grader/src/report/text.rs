//! Makes text fit to be shown.

use super::sign;

/// So wide is a report.
pub(super) const WIDTH: usize = 80;

/// The text without what a terminal would act on, and without what makes text read otherwise than it is: control
/// characters, escape sequences, marks that turn the direction of writing. Ends of lines and tabs stay.
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' | '\t' => plain.push(character),
            character if is_trick(character) => plain.extend(character.escape_unicode()),
            character => plain.push(character),
        }
    }
    plain
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
                json.push_str(&format!("\\u{:04x}", u32::from(character)))
            }
            character => json.push(character),
        }
    }
    json
}

/// Whether a character does something else than stand there. All of them are below U+10000.
fn is_trick(character: char) -> bool {
    let turns = matches!(
        character,
        '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
    );
    turns || character.is_control()
}

/// The text in lines of at most `width` characters, broken between words. Lines that are indented or follow an empty
/// line with an indent, such as code, stay as they are.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for line in text.lines() {
        if line.chars().count() <= width || line.starts_with(' ') {
            lines.push(line.to_owned());
            continue;
        }
        let mut current = String::new();
        for word in line.split(' ') {
            if !current.is_empty() && current.chars().count() + 1 + word.chars().count() > width {
                lines.push(std::mem::take(&mut current));
            }
            if !current.is_empty() {
                current.push(' ');
            }
            current.push_str(word);
        }
        lines.push(current);
    }
    lines
}

/// Text in paragraphs, broken anew to fit a report. A paragraph with an indented line, such as code, stays as it is.
pub fn paragraphs(text: &str) -> String {
    let paragraph = |text: &str| {
        if text.lines().any(|line| line.starts_with(' ')) {
            return text.to_owned();
        }
        let words: Vec<_> = text.split_whitespace().collect();
        wrap(&words.join(" "), WIDTH).join("\n")
    };
    let paragraphs: Vec<_> = text.trim().split("\n\n").map(paragraph).collect();
    paragraphs.join("\n\n")
}

/// The line, cut where it is too long.
pub(super) fn cut(line: &str) -> String {
    let line = line.trim_end();
    if line.chars().count() <= WIDTH {
        return line.to_owned();
    }
    let end = sign("…");
    let kept = WIDTH - end.chars().count();
    line.chars().take(kept).chain(end.chars()).collect()
}

/// Two texts at both ends of a line; on two lines where they do not fit on one.
pub(super) fn spread(left: &str, right: &str) -> String {
    let used = left.chars().count() + right.chars().count();
    if right.is_empty() {
        left.to_owned()
    } else if used + 2 > WIDTH {
        format!("{left}\n{right}")
    } else {
        format!("{left}{}{right}", " ".repeat(WIDTH - used))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_act_on_is_shown_as_text() {
        assert_eq!(plain("a\u{1b}[31mb\u{7}\r"), "a\\u{1b}[31mb\\u{7}\\u{d}");
        assert_eq!(plain("a\u{202e}b"), "a\\u{202e}b");
        assert_eq!(plain("a\n\tb ü"), "a\n\tb ü");
    }

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
        let text = serde_json::to_string("a\u{202e}b\u{9b}c\n").unwrap_or_default();
        let escaped = json(&text);
        assert!(escaped.is_ascii(), "{escaped}");
        assert_eq!(
            serde_json::from_str::<String>(&escaped).ok().as_deref(),
            Some("a\u{202e}b\u{9b}c\n")
        );
    }

    #[test]
    fn long_lines_are_broken_between_words_and_code_is_not() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("    one two three", 7), ["    one two three"]);
    }

    #[test]
    fn paragraphs_are_broken_anew_and_code_is_not() {
        let text = "one\ntwo\n\nlet x =\n    1;\n";
        assert_eq!(paragraphs(text), "one two\n\nlet x =\n    1;");
    }
}
