//! Cuts a text into the pieces that are encoded each for itself: mostly words, each with the space before it.
//!
//! GPT-2 has a regular expression for it, whose last but one part looks ahead, so that most crates cannot take it:
//!
//! ```text
//! 's|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+
//! ```
//!
//! What is a letter, `char::is_alphabetic` tells here. It takes signs for letters that `\p{L}` does not: vowel signs such as
//! U+093F, other marks such as U+0345, and letters in circles. A text with one of them may be cut elsewhere. It is decoded
//! to the same text all the same.

const CONTRACTIONS: [&str; 7] = ["'s", "'t", "'re", "'ve", "'m", "'ll", "'d"];

/// The classes of which a piece has one, but for the space before it.
const CLASSES: [fn(char) -> bool; 3] = [is_letter, char::is_numeric, is_sign];

/// The pieces of a text, one after the other. Together they are the text.
pub fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (piece, behind) = rest.split_at(length(rest));
        rest = behind;
        (!piece.is_empty()).then_some(piece)
    })
}

/// How many bytes the first piece has.
fn length(text: &str) -> usize {
    let contraction = CONTRACTIONS.iter().find(|end| text.starts_with(**end));
    if let Some(contraction) = contraction {
        return contraction.len();
    }
    let body = text.strip_prefix(' ').unwrap_or(text);
    let space = text.len() - body.len();
    let first = body.chars().next();
    if let Some(class) = CLASSES.into_iter().find(|is| first.is_some_and(is)) {
        return space + run(body, class);
    }
    // Blanks alone. The last of them is left to what follows.
    let blanks = run(text, char::is_whitespace);
    let last = text[..blanks].chars().next_back().map_or(0, char::len_utf8);
    if blanks < text.len() && blanks > last {
        blanks - last
    } else {
        blanks
    }
}

/// Roman numerals such as U+216B are alphabetic and numbers; the expression takes them for numbers.
fn is_letter(character: char) -> bool {
    character.is_alphabetic() && !character.is_numeric()
}

fn is_sign(character: char) -> bool {
    !character.is_whitespace() && !character.is_alphabetic() && !character.is_numeric()
}

/// How many bytes at the start are of this class.
fn run(text: &str, class: fn(char) -> bool) -> usize {
    text.find(|character| !class(character))
        .unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_as_the_expression_of_gpt_2_cuts_it() {
        for (text, expected) in [
            ("", &[] as &[&str]),
            ("Hello, world", &["Hello", ",", " world"]),
            ("it's we'll 'tis", &["it", "'s", " we", "'ll", " '", "tis"]),
            ("a  b   c", &["a", " ", " b", "  ", " c"]),
            ("a\n\nb", &["a", "\n", "\n", "b"]),
            ("a \n", &["a", " \n"]),
            (" 12ab ", &[" 12", "ab", " "]),
            ("\u{a0}\u{a0}x", &["\u{a0}", "\u{a0}", "x"]),
            ("aⅫ½ Ⅻa", &["a", "Ⅻ½", " Ⅻ", "a"]),
            ("--\"no.\"", &["--\"", "no", ".\""]),
        ] {
            let found: Vec<&str> = pieces(text).collect();
            assert_eq!(found, expected, "{text:?}");
        }
    }
}
