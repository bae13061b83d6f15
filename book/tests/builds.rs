//! Builds the site in other ways: by a plain mdBook, with a mistake in a page, to lie below a path.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use book::site;

/// A folder of this test's own.
fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("book-{name}"))
}

/// The files of a site.
fn files(site: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![site.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(site).expect("it is inside").to_owned();
                files.insert(name, fs::read(&path).expect("readable"));
            }
        }
    }
    files
}

#[test]
fn a_plain_mdbook_makes_the_same_site() {
    let (here, there) = (folder("in-process"), folder("by-command"));
    let book = Path::new(env!("CARGO_MANIFEST_DIR"));
    site::build(book, Some(&here)).expect("the book builds");
    site::build_by_command(book, Some(&there)).expect("mdbook and cargo build it");
    let (here, there) = (files(&here), files(&there));
    assert_eq!(
        here.keys().collect::<Vec<_>>(),
        there.keys().collect::<Vec<_>>()
    );
    for (name, contents) in here {
        assert!(there[&name] == contents, "{} differs", name.display());
    }
}

#[test]
fn a_figure_that_does_not_exist_is_told_with_its_page_and_its_line() {
    let book = folder("misspelled");
    let _ = fs::remove_dir_all(&book);
    fs::create_dir_all(book.join("src")).expect("a folder");
    let text = "# Page\n\n{{#figure step_02_casual_mask}}\n\n{{#include nothing.rs:answer}}\n";
    fs::write(book.join("src/page.md"), text).expect("a page");
    fs::write(book.join("src/SUMMARY.md"), "- [Page](page.md)\n").expect("a page");
    let error = site::build(&book, None).expect_err("there is no such figure");
    assert_eq!(
        error.to_string(),
        "the pages ask for what is not there; mend these, then run `cargo book` again\n  \
         book/src/page.md:3: `{{#figure step_02_casual_mask}}` names no figure; the nearest is `step_02_causal_mask`\n  \
         book/src/page.md:5: `{{#include nothing.rs:answer}}` names a file that does not exist"
    );
}

#[test]
fn below_a_path_the_page_for_wrong_addresses_finds_its_way() {
    let to = folder("below-a-path");
    // As the page for instructors tells it.
    let built = Command::new(env!("CARGO_BIN_EXE_book"))
        .env("MDBOOK_OUTPUT__HTML__SITE_URL", "/course/")
        .env("MDBOOK_BUILD__BUILD_DIR", &to)
        .output()
        .expect("it runs");
    assert!(built.status.success(), "{built:?}");
    let html = fs::read_to_string(to.join("404.html")).expect("there is such a page");
    assert!(html.contains("<base href=\"/course/\">"), "{html}");
    // Any other link that begins at the root of the server would miss the path.
    let rooted = html.matches("href=\"/").count() + html.matches("src=\"/").count();
    assert_eq!(rooted, 1, "the base");
    let page = fs::read_to_string(to.join("step_02.html")).expect("a page");
    assert!(!page.contains("<base "));
}
