//! Names of hand-ins: as text that loses nothing, as names of our own files, and as something to be shown.

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::hash::Hasher;

use siphasher::sip::SipHasher13;

/// A name of a file of ours is not longer than this, so that an ending fits behind it.
const LONGEST: usize = 100;
/// What stands behind a name that had to be changed: a dash and so many digits.
const DIGITS: usize = 16;
/// What Windows takes for a device, whatever ending it has.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// A name as text. Bytes that are not UTF-8 become `\xff`, and a backslash becomes two, so nothing is lost.
pub fn text(name: &OsStr) -> String {
    bytes(name.as_encoded_bytes())
}

/// As [`text`], of a name that comes as bytes.
pub fn bytes(name: &[u8]) -> String {
    let mut text = String::with_capacity(name.len());
    for chunk in name.utf8_chunks() {
        text.push_str(&chunk.valid().replace('\\', "\\\\"));
        for byte in chunk.invalid() {
            let _ = write!(text, "\\x{byte:02x}");
        }
    }
    text
}

/// A name as the name of a file of ours, without an ending. Two names never become the same.
pub fn stem(id: &str) -> String {
    let safe = |c: char| {
        let is_safe = c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        if is_safe { c } else { '_' }
    };
    let mut stem: String = id.chars().map(safe).take(LONGEST).collect();
    if stem == id && is_plain(id) {
        return stem;
    }
    let _ = write!(stem, "-{:0DIGITS$x}", hash(id));
    if stem.starts_with(['.', '-']) {
        stem.insert(0, '_');
    }
    stem
}

/// Whether a name can stay as it is: no program takes it for something else, and no other name becomes this one.
fn is_plain(id: &str) -> bool {
    let lower = id.to_ascii_lowercase();
    let begin = lower.split('.').next().unwrap_or_default();
    let is_device = DEVICES.contains(&begin.trim_end_matches(|c: char| c.is_ascii_digit()));
    let is_changed = id
        .rsplit_once('-')
        .is_some_and(|(_, end)| end.len() == DIGITS && end.chars().all(|c| c.is_ascii_hexdigit()));
    !id.is_empty() && !id.starts_with(['.', '-']) && !id.ends_with('.') && !is_device && !is_changed
}

/// A name in a sentence: in quotes, short, and with nothing in it that a terminal acts on.
pub fn quoted(name: &str) -> String {
    const MOST: usize = 80;
    let mut shown: String = name.chars().flat_map(escaped).take(MOST).collect();
    if shown.chars().count() == MOST {
        shown.push('…');
    }
    format!("`{shown}`")
}

fn escaped(c: char) -> Box<dyn Iterator<Item = char>> {
    if c.is_control() {
        Box::new(c.escape_default())
    } else {
        Box::new(std::iter::once(c))
    }
}

/// Which of `parts` parts a hand-in belongs to, counted from 1. Follows from its name alone, on every machine.
pub fn part(id: &str, parts: u64) -> u64 {
    hash(id) % parts.max(1) + 1
}

fn hash(id: &str) -> u64 {
    let mut hasher = SipHasher13::new();
    hasher.write(id.as_bytes());
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_name_stays() {
        for id in ["anna", "anna_12.zip", "step_02.rs", "a-b"] {
            assert_eq!(stem(id), id);
        }
    }

    #[test]
    fn any_other_name_becomes_one_that_nothing_takes_for_something_else() {
        let odd = [
            "-rf",
            ".",
            "..",
            "",
            "a b",
            "a/b",
            "a%b",
            "a\nb",
            "\"",
            "NUL.txt",
            "com1",
            "ü",
            "x.",
            "a-0123456789abcdef",
        ];
        let stems: Vec<_> = odd.iter().map(|id| stem(id)).collect();
        for (id, stem) in odd.iter().zip(&stems) {
            assert_ne!(id, stem);
            assert!(is_plain_file(stem), "{id:?} became {stem:?}");
        }
        let long = stem(&"x".repeat(1000));
        assert!(long.len() < 120, "{long}");
        assert_ne!(long, stem(&"x".repeat(1001)));
    }

    fn is_plain_file(name: &str) -> bool {
        let all = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        name.chars().all(all) && !name.starts_with(['.', '-'])
    }

    #[test]
    fn text_loses_nothing() {
        assert_eq!(bytes(b"a\xffb\\xff\n"), "a\\xffb\\\\xff\n");
    }

    #[test]
    fn every_hand_in_belongs_to_one_part() {
        for id in ["anna", "ben", "carl"] {
            assert_eq!(part(id, 1), 1);
            assert!((1..=7).contains(&part(id, 7)));
        }
    }
}
