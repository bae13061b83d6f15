//! Takes the comments out of Rust code, so that two pieces of code can be compared by what they do.

/// The code without its comments, without blanks at the ends of lines and without empty lines.
pub fn without_comments(code: &str) -> String {
    let kept: String = pieces(code).collect();
    let lines = kept.lines().map(str::trim_end);
    lines
        .filter(|line| !line.is_empty())
        .flat_map(|line| [line, "\n"])
        .collect()
}

/// What the code consists of, however it is laid out: no comments, no blanks but those inside strings, and no comma
/// that only ends a list.
pub fn tokens(code: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    for piece in pieces(code).filter(|piece| !piece.trim().is_empty()) {
        if [")", "]", "}"].contains(&piece) && tokens.last() == Some(&",") {
            tokens.pop();
        }
        tokens.push(piece);
    }
    tokens
}

/// The code without its comments: names, strings and characters whole, all else character by character.
fn pieces(code: &str) -> impl Iterator<Item = &str> {
    let mut rest = code;
    std::iter::from_fn(move || {
        loop {
            let first = rest.chars().next()?;
            let length = if rest.starts_with("//") {
                rest = &rest[rest.find('\n').unwrap_or(rest.len())..];
                continue;
            } else if rest.starts_with("/*") {
                rest = &rest[block(rest)..];
                continue;
            } else if let Some(length) = raw(rest) {
                length
            } else if first == '"' {
                quoted(rest, '"')
            } else if first == '\'' && is_character(rest) {
                quoted(rest, '\'')
            } else if first.is_alphanumeric() || first == '_' {
                // A name as a whole, or the last letter of one would begin a raw string.
                rest.find(|c: char| !c.is_alphanumeric() && c != '_')
                    .unwrap_or(rest.len())
            } else {
                first.len_utf8()
            };
            let (piece, after) = rest.split_at(length);
            rest = after;
            return Some(piece);
        }
    })
}

/// The length of the comment that begins here, with those inside it.
fn block(text: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        if rest.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

/// The length of the raw string that begins here, if one does.
fn raw(text: &str) -> Option<usize> {
    let start = ["r", "br", "cr"].into_iter().find(|start| {
        text.strip_prefix(start)
            .is_some_and(|rest| rest.starts_with(['"', '#']))
    })?;
    let rest = &text[start.len()..];
    let marks = rest.len() - rest.trim_start_matches('#').len();
    rest[marks..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(marks));
    let inside = start.len() + marks + 1;
    let length = text[inside..].find(&end).map(|at| inside + at + end.len());
    Some(length.unwrap_or(text.len()))
}

/// The length of the string or character that begins here.
fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, character) in text.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if character == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// Whether a character begins here, and not a lifetime.
fn is_character(text: &str) -> bool {
    let mut characters = text.chars().skip(1);
    match characters.next() {
        Some('\\') => true,
        Some(_) => characters.next() == Some('\''),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{tokens, without_comments};

    #[test]
    fn comments_go_and_code_stays() {
        for (code, kept) in [
            ("a // b\nc", "a\nc\n"),
            ("/// doc\nfn a() {}", "fn a() {}\n"),
            ("a /* b /* c */ d */ e", "a  e\n"),
            ("\"// no\" // yes", "\"// no\"\n"),
            ("\"\\\"// no\" // yes", "\"\\\"// no\"\n"),
            ("r#\"\"// no\"# // yes", "r#\"\"// no\"#\n"),
            ("for\"a\" // b", "for\"a\"\n"),
            ("'\"' // b", "'\"'\n"),
            ("'\\'' // b", "'\\''\n"),
            ("fn a<'a>(x: &'a str) {} // b", "fn a<'a>(x: &'a str) {}\n"),
            ("'/' / '/' // b", "'/' / '/'\n"),
            ("a\n\n\nb", "a\nb\n"),
        ] {
            assert_eq!(without_comments(code), kept, "{code}");
        }
    }

    #[test]
    fn layout_counts_for_nothing_outside_of_strings() {
        assert_eq!(tokens("f(\n    a,\n    b,\n) // c"), tokens("f(a, b)"));
        assert_ne!(tokens("f(\"a b\")"), tokens("f(\"ab\")"));
        assert_ne!(tokens("a b"), tokens("ab"));
    }
}
