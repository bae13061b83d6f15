//! Makes numbers and text readable, for the steps and for reports. Knows no terminal.

/// A number as short as it can be read: in the digits of `f32` where that holds it.
pub fn number(entry: f64) -> String {
    let single = entry as f32;
    let fits = f64::from(single) == entry;
    match entry {
        f64::INFINITY => "inf".to_owned(),
        f64::NEG_INFINITY => "-inf".to_owned(),
        entry if entry.is_nan() => "NaN".to_owned(),
        entry if entry != 0.0 && (entry.abs() >= 1e6 || entry.abs() < 1e-3) => {
            if fits {
                format!("{single:e}")
            } else {
                format!("{entry:e}")
            }
        }
        _ if fits => format!("{single}"),
        entry => format!("{entry}"),
    }
}

/// The text without what a terminal would act on, and without what makes text read otherwise than it is: control
/// characters, escape sequences, marks that turn the direction of writing, signs that are not seen. Ends of lines and
/// tabs stay.
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

/// Whether a character does something else than stand there: it acts on a terminal, turns the direction of writing, or is
/// not seen at all.
pub fn is_trick(character: char) -> bool {
    let turns = matches!(
        character,
        '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
    );
    // Blanks without width, fillers and tags. What chooses between forms of a sign before it, as U+FE0F, is seen by it.
    let hides = matches!(
        character,
        '\u{00AD}' | '\u{034F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180E}'
            | '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{2065}' | '\u{206A}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}'
            | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}'
    );
    turns || hides || character.is_control()
}

/// The text in lines of at most `width` characters, broken between words; a word that is longer stands alone. Lines that
/// are indented, such as code, stay as they are.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for line in text.lines() {
        if line.chars().count() <= width || line.starts_with(' ') {
            lines.push(line.to_owned());
            continue;
        }
        let mut current = String::new();
        for word in words(line) {
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

/// The words of a line. What stands between backticks is one word, as it may be there to be copied.
fn words(line: &str) -> impl Iterator<Item = &str> {
    let paired = line.matches('`').count().is_multiple_of(2);
    let mut inside = false;
    line.split(move |c| {
        inside ^= c == '`';
        c == ' ' && !(inside && paired)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_act_on_is_shown_as_text() {
        assert_eq!(plain("a\u{1b}[31mb\u{7}\r"), "a\\u{1b}[31mb\\u{7}\\u{d}");
        assert_eq!(plain("a\u{202e}b"), "a\\u{202e}b");
        assert_eq!(plain("a\u{200b}\u{e0041}b"), "a\\u{200b}\\u{e0041}b");
        assert_eq!(plain("a\n\tb ü"), "a\n\tb ü");
    }

    #[test]
    fn long_lines_are_broken_between_words_and_code_is_not() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("    one two three", 7), ["    one two three"]);
    }

    #[test]
    fn what_is_to_be_copied_is_not_broken() {
        assert_eq!(
            wrap("one /a/long/path two", 7),
            ["one", "/a/long/path", "two"]
        );
        assert_eq!(
            wrap("run `cargo run` now", 7),
            ["run", "`cargo run`", "now"]
        );
        assert_eq!(wrap("a lone ` two three", 7), ["a lone", "` two", "three"]);
    }
}
