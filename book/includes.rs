//! Finds the includes of the pages and says which would go wrong. mdBook itself says nothing: an anchor that is
//! missing gives an empty listing, and a missing file leaves the directive in the page.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::Error;

/// Says of each directive in the pages what is wrong with it. Empty if all is well.
///
/// # Errors
///
/// [`Error::Read`] if the pages themselves cannot be read.
pub fn problems(book: &Path) -> Result<Vec<String>, Error> {
    let mut pages = BTreeSet::new();
    collect_pages(&book.join("src"), &mut pages)?;
    let mut problems = Vec::new();
    for page in pages {
        let text = fs::read_to_string(&page).map_err(Error::read(&page))?;
        let name = page.strip_prefix(book).unwrap_or(&page).display();
        for directive in directives(&text) {
            if let Err(problem) = check(book, &page, directive) {
                problems.push(format!("book/{name}: `{{{{#{directive}}}}}` {problem}"));
            }
        }
    }
    Ok(problems)
}

fn collect_pages(folder: &Path, pages: &mut BTreeSet<PathBuf>) -> Result<(), Error> {
    for entry in fs::read_dir(folder).map_err(Error::read(folder))? {
        let path = entry.map_err(Error::read(folder))?.path();
        if path.is_dir() {
            collect_pages(&path, pages)?;
        } else if path.extension().is_some_and(|extension| extension == "md") {
            pages.insert(path);
        }
    }
    Ok(())
}

/// What stands between `{{#` and `}}`, wherever mdBook would act on it.
fn directives(text: &str) -> Vec<&str> {
    text.match_indices("{{#")
        .filter(|&(start, _)| !text[..start].ends_with('\\'))
        .map(|(start, opening)| {
            let rest = &text[start + opening.len()..];
            rest.split("}}").next().unwrap_or(rest).trim()
        })
        .collect()
}

fn check(book: &Path, page: &Path, directive: &str) -> Result<(), String> {
    let Some(target) = directive.strip_prefix("include ") else {
        // `rustdoc_include` puts the whole file into the page, with all the other answers.
        return Err("is not an include".to_owned());
    };
    let (file, anchor) = match target.trim().split_once(':') {
        Some((file, anchor)) => (file, Some(anchor)),
        None => (target.trim(), None),
    };
    let path = page.parent().unwrap_or(book).join(file);
    let path = path
        .canonicalize()
        .map_err(|_| "names a file that does not exist".to_owned())?;
    let steps = book.join("..").join("steps").canonicalize();
    if steps.is_ok_and(|steps| path.starts_with(steps)) {
        return Err("shows a reader's own answers: include from solutions".to_owned());
    }
    let text = fs::read_to_string(&path).map_err(|source| format!("cannot be read: {source}"))?;
    match anchor {
        Some(anchor) => check_anchor(&text, anchor),
        None if text.contains("ANCHOR") => Err("has anchors, so name one of them".to_owned()),
        None => Ok(()),
    }
}

fn check_anchor(text: &str, anchor: &str) -> Result<(), String> {
    let place = |mark: &str| {
        text.lines().position(|line| {
            line.split_once(mark)
                .is_some_and(|(_, name)| name.split_whitespace().next() == Some(anchor))
        })
    };
    let Some(start) = place("ANCHOR: ") else {
        return Err("names an anchor that does not exist".to_owned());
    };
    match place("ANCHOR_END: ") {
        None => Err("names an anchor that has no end".to_owned()),
        Some(end) if end < start => Err("names an anchor that ends before it starts".to_owned()),
        Some(end) => {
            let mut inside = text.lines().take(end).skip(start + 1);
            if inside.all(|line| line.trim().is_empty() || line.contains("ANCHOR")) {
                return Err("names an anchor with nothing inside".to_owned());
            }
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "// ANCHOR: whole\n// ANCHOR: part\nlet a = 1;\n// ANCHOR_END: part\n\
                        // ANCHOR: empty\n// ANCHOR_END: empty\n// ANCHOR_END: whole\n// ANCHOR: open\n";

    #[test]
    fn anchors_with_start_end_and_content_are_fine() {
        assert_eq!(check_anchor(FILE, "whole"), Ok(()));
        assert_eq!(check_anchor(FILE, "part"), Ok(()));
    }

    #[test]
    fn broken_anchors_are_named() {
        for (anchor, problem) in [
            ("par", "does not exist"),
            ("12", "does not exist"),
            ("open", "no end"),
            ("empty", "nothing inside"),
        ] {
            let found = check_anchor(FILE, anchor).expect_err(anchor);
            assert!(found.contains(problem), "{anchor}: {found}");
        }
    }

    #[test]
    fn directives_are_found_and_escaped_ones_are_not() {
        let text = "a {{#include x.md:y}} b \\{{#include z.md}} c {{#rustdoc_include w.rs}}";
        assert_eq!(directives(text), ["include x.md:y", "rustdoc_include w.rs"]);
    }

    #[test]
    fn wrong_directives_are_named() {
        let book = Path::new(env!("CARGO_MANIFEST_DIR"));
        let page = book.join("src").join("SUMMARY.md");
        for (directive, problem) in [
            ("include generated/nothing.md", "does not exist"),
            ("include ../../solutions/src/step_02.rs", "name one of them"),
            (
                "rustdoc_include ../../solutions/src/step_02.rs:band_part",
                "not an include",
            ),
            ("include ../../steps/src/lib.rs", "reader's own answers"),
        ] {
            let found = check(book, &page, directive).expect_err(directive);
            assert!(found.contains(problem), "{directive}: {found}");
        }
    }
}
