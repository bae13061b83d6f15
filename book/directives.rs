//! Finds what the pages ask for, `{{#include …}}` and `{{#figure …}}`, and says which of it does not exist. mdBook itself
//! says nothing: an anchor that is missing gives an empty listing, and a missing file leaves the directive in the page.

use std::fs;
use std::ops::Range;
use std::path::Path;

use crate::figures::Figures;
use crate::near::nearest;

/// One `{{#…}}` of a page.
#[derive(Debug, PartialEq)]
pub(crate) struct Directive<'a> {
    /// Where it stands in the text, with its braces.
    pub(crate) place: Range<usize>,
    /// What stands between `{{#` and `}}`.
    pub(crate) text: &'a str,
}

/// The directives of a page, wherever mdBook would act on them.
pub(crate) fn directives(text: &str) -> Vec<Directive<'_>> {
    let (open, close) = ("{{#", "}}");
    text.match_indices(open)
        .filter(|&(start, _)| !text[..start].ends_with('\\'))
        .map(|(start, _)| {
            let inside = &text[start + open.len()..];
            let length = inside.find(close);
            let end = length.map_or(text.len(), |length| {
                start + open.len() + length + close.len()
            });
            Directive {
                place: start..end,
                text: inside[..length.unwrap_or(inside.len())].trim(),
            }
        })
        .collect()
}

/// Says of each directive of a page what is wrong with it, with its line. Empty if all is well.
///
/// The page is named as it lies in the folder of the pages, `src`.
pub(crate) fn problems(src: &Path, page: &Path, text: &str, figures: &Figures) -> Vec<String> {
    let mut problems = Vec::new();
    for directive in directives(text) {
        let checked = match directive.text.strip_prefix("figure ") {
            Some(name) => check_figure(name.trim(), figures),
            None => check_include(src, page, directive.text),
        };
        if let Err(problem) = checked {
            let line = text[..directive.place.start].matches('\n').count() + 1;
            let (page, asked) = (page.display(), directive.text);
            problems.push(format!(
                "book/src/{page}:{line}: `{{{{#{asked}}}}}` {problem}"
            ));
        }
    }
    problems
}

fn check_figure(name: &str, figures: &Figures) -> Result<(), String> {
    if figures.names().any(|known| known == name) {
        return Ok(());
    }
    let near = nearest(name, figures.names()).unwrap_or_default();
    Err(format!("names no figure; the nearest is `{near}`"))
}

fn check_include(src: &Path, page: &Path, directive: &str) -> Result<(), String> {
    let Some(target) = directive.strip_prefix("include ") else {
        // `rustdoc_include` puts the whole file into the page, with all the other answers.
        return Err("is neither an include nor a figure".to_owned());
    };
    let (file, anchor) = match target.trim().split_once(':') {
        Some((file, anchor)) => (file, Some(anchor)),
        None => (target.trim(), None),
    };
    let path = src.join(page).parent().unwrap_or(src).join(file);
    let path = path
        .canonicalize()
        .map_err(|_| "names a file that does not exist".to_owned())?;
    let steps = src.join("../../steps").canonicalize();
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
        let text = "a {{#include x.md:y}} b \\{{#include z.md}} c {{#figure w}}";
        let found: Vec<_> = directives(text).into_iter().map(|it| it.text).collect();
        assert_eq!(found, ["include x.md:y", "figure w"]);
        assert_eq!(&text[directives(text)[1].place.clone()], "{{#figure w}}");
    }

    #[test]
    fn what_does_not_exist_is_named_with_page_and_line() {
        let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let figures = Figures::all();
        for (directive, problem) in [
            ("figure step_02_casual_mask", "`step_02_causal_mask`"),
            ("figure step_02_task_9", "`step_02_task_"),
            ("include generated/nothing.md", "does not exist"),
            ("include ../../solutions/src/step_02.rs", "name one of them"),
            (
                "rustdoc_include ../../solutions/src/step_02.rs:band_part",
                "neither an include nor a figure",
            ),
            ("include ../../steps/src/lib.rs", "reader's own answers"),
        ] {
            let page =
                format!("one\ntwo {{{{#figure step_02_stub}}}}\n\n{{{{#{directive}}}}} text");
            let found = problems(&src, Path::new("page.md"), &page, &figures);
            assert_eq!(found.len(), 1, "{found:?}");
            let start = format!("book/src/page.md:4: `{{{{#{directive}}}}}` ");
            assert!(found[0].starts_with(&start), "{found:?}");
            assert!(found[0].contains(problem), "{found:?}");
        }
    }
}
