//! Makes the names of files in a report lead to the files, in terminals that take that (the sequence OSC 8).
//!
//! A link is put around text that is fit to be shown already, so it takes no room in any layout, and what a learner
//! wrote or printed makes none: it leads to the step's own file or nowhere.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::platform;
use crate::session::relative;

/// Each file as reports and compilers name it, with its address.
static FILES: Mutex<Vec<(String, String)>> = Mutex::new(Vec::new());

/// The files that reports are to link to; to be said once, before anything is printed.
pub fn use_links(files: impl Iterator<Item = PathBuf>) {
    let mut named = Vec::new();
    for file in files {
        let address = address(&file);
        named.push((relative(&file), address.clone()));
        named.push((file.display().to_string(), address));
    }
    named.dedup();
    *FILES.lock().unwrap_or_else(PoisonError::into_inner) = named;
}

/// The text with its links.
pub(super) fn link(text: &str) -> String {
    let files = FILES.lock().unwrap_or_else(PoisonError::into_inner);
    files.iter().fold(text.to_owned(), |text, (name, address)| {
        link_to(&text, name, address)
    })
}

/// The text with every place in this file as a link.
fn link_to(text: &str, name: &str, address: &str) -> String {
    let mut linked = String::with_capacity(text.len());
    let mut done = 0;
    for (start, _) in text.match_indices(name) {
        let after = &text[start + name.len()..];
        if !begins(&text[..start]) || after.starts_with(is_of_name) {
            continue;
        }
        let end = text.len() - without_line(without_line(after)).len();
        linked.push_str(&text[done..start]);
        let place = &text[start..end];
        linked.push_str(&format!(
            "\u{1b}]8;;{address}\u{1b}\\{place}\u{1b}]8;;\u{1b}\\"
        ));
        done = end;
    }
    linked + &text[done..]
}

/// Whether a name can begin after this text, and is not the end of a longer one.
fn begins(before: &str) -> bool {
    let after_style = before.rsplit_once("\u{1b}[").is_some_and(|(_, style)| {
        let numbers = style.strip_suffix('m');
        numbers.is_some_and(|numbers| numbers.chars().all(|c| c.is_ascii_digit() || c == ';'))
    });
    after_style || !before.ends_with(is_of_name)
}

fn is_of_name(character: char) -> bool {
    character.is_alphanumeric() || "/\\._-~".contains(character)
}

/// The text without the number of a line or a column at its beginning, such as `:88`.
fn without_line(text: &str) -> &str {
    let Some(number) = text.strip_prefix(':') else {
        return text;
    };
    let rest = number.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.len() == number.len() {
        text
    } else {
        rest
    }
}

/// The address of a file. It names this machine, as a terminal may show what another one prints.
fn address(file: &Path) -> String {
    let mut path = file.display().to_string();
    if cfg!(windows) {
        path = format!("/{}", path.replace('\\', "/"));
    }
    let mut address = format!("file://{}", platform::host());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~:".contains(&byte) {
            address.push(byte.into());
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with its links as brackets.
    fn brackets(text: &str) -> String {
        let linked = link_to(text, "src/a.rs", "file:///src/a.rs");
        let linked = linked.replace("\u{1b}]8;;file:///src/a.rs\u{1b}\\", "<");
        linked.replace("\u{1b}]8;;\u{1b}\\", ">")
    }

    #[test]
    fn a_place_is_a_link_with_its_line_and_column() {
        assert_eq!(brackets("in src/a.rs"), "in <src/a.rs>");
        assert_eq!(brackets("src/a.rs:8, x"), "<src/a.rs:8>, x");
        assert_eq!(brackets("[src/a.rs:8:5] x"), "[<src/a.rs:8:5>] x");
        assert_eq!(brackets("`src/a.rs:`"), "`<src/a.rs>:`");
        assert_eq!(brackets("\u{1b}[1msrc/a.rs"), "\u{1b}[1m<src/a.rs>");
    }

    #[test]
    fn another_file_is_no_link() {
        for other in ["b/src/a.rs", "src/a.rs~", "src/a.rs.old", "msrc/a.rs"] {
            assert_eq!(brackets(other), other);
        }
    }

    #[test]
    fn an_address_has_no_character_that_ends_it() {
        let address = address(Path::new("/a b/\u{1b}ü.rs"));
        assert!(address.ends_with("/a%20b/%1B%C3%BC.rs"), "{address}");
    }
}
