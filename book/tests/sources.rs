//! Checks what the pages are made from: includes, generated files, the table of contents, the command.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use book::{generated, includes};

fn book() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Name and text of every page, and of the table of contents.
fn pages() -> Vec<(String, String)> {
    let mut pages = Vec::new();
    for entry in fs::read_dir(book().join("src")).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|extension| extension == "md") {
            let name = path.file_name().expect("a name").to_string_lossy();
            let text = fs::read_to_string(&path).expect("readable");
            pages.push((name.into_owned(), text));
        }
    }
    assert!(pages.len() > 2, "there are pages");
    pages
}

/// A folder that looks like the book to `generated`, empty at first.
fn empty_book(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("book-{name}"));
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("an old folder can be removed");
    }
    folder
}

#[test]
fn every_include_names_a_file_and_an_anchor_that_exist() {
    let problems = includes::problems(book()).expect("the pages can be read");
    assert_eq!(problems, Vec::<String>::new());
}

#[test]
fn a_page_with_a_broken_include_is_named() {
    let folder = empty_book("broken-include");
    fs::create_dir_all(folder.join("src")).expect("a folder");
    let page = folder.join("src").join("page.md");
    fs::write(page, "text {{#include nothing.rs:answer}} text").expect("a page");
    let problems = includes::problems(&folder).expect("the page can be read");
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].contains("page.md"), "{problems:?}");
    assert!(
        problems[0].contains("{{#include nothing.rs:answer}}"),
        "{problems:?}"
    );
}

#[test]
fn generated_files_are_up_to_date() {
    let stale = generated::stale(book()).expect("the figures can be computed");
    assert_eq!(stale, Vec::<String>::new(), "run `cargo book`");
}

#[test]
fn stale_missing_and_left_over_files_are_named_and_update_mends_them() {
    let folder = empty_book("stale");
    let written = generated::update(&folder).expect("an empty folder can be filled");
    assert!(written.len() > 2);
    assert_eq!(
        generated::stale(&folder).expect("readable"),
        Vec::<String>::new()
    );
    assert!(
        generated::update(&folder).expect("writable").is_empty(),
        "nothing changed"
    );

    fs::write(&written[0], "something else").expect("writable");
    fs::remove_file(&written[1]).expect("removable");
    let extra = folder.join("src").join("generated").join("extra.md");
    fs::write(&extra, "").expect("writable");
    let stale = generated::stale(&folder).expect("readable");
    assert_eq!(stale.len(), 3, "{stale:?}");
    for (problem, reason) in stale.iter().zip(["out of date", "missing", "delete it"]) {
        assert!(problem.contains(reason), "{problem}");
    }

    let mended = generated::update(&folder).expect("writable");
    assert_eq!(mended, written[..2]);
    assert!(extra.exists(), "nothing is deleted");
}

#[test]
fn windows_line_ends_are_not_a_difference() {
    let folder = empty_book("line-ends");
    for path in generated::update(&folder).expect("writable") {
        let text = fs::read_to_string(&path).expect("readable");
        fs::write(&path, text.replace('\n', "\r\n")).expect("writable");
    }
    assert_eq!(
        generated::stale(&folder).expect("readable"),
        Vec::<String>::new()
    );
}

#[test]
fn every_page_is_in_the_table_of_contents_and_every_figure_on_a_page() {
    let src = book().join("src");
    let summary = fs::read_to_string(src.join("SUMMARY.md")).expect("readable");
    let mut all = String::new();
    for (name, text) in pages() {
        if name != "SUMMARY.md" {
            assert!(
                summary.contains(&format!("({name})")),
                "{name} is not in SUMMARY.md"
            );
            all.push_str(&text);
        }
    }
    for (name, _) in book::figures::all() {
        assert!(
            all.contains(&format!("generated/{name}")),
            "no page shows {name}"
        );
    }
}

/// The lines of Rust that a page holds itself.
fn typed_rust(page: &str) -> Vec<&str> {
    let mut inside = false;
    let mut typed = Vec::new();
    for line in page.lines().map(str::trim) {
        if line.starts_with("```") {
            inside = line.starts_with("```rust");
        } else if inside && !line.is_empty() && !line.starts_with("{{#include ") {
            typed.push(line);
        }
    }
    typed
}

#[test]
fn all_rust_on_the_pages_is_included_from_code_that_is_compiled() {
    let page = "```rust,ignore\n{{#include a.rs:b}}\nlet a = 1;\n```\n```text\nlet b = 2;\n```";
    assert_eq!(typed_rust(page), ["let a = 1;"]);
    for (name, page) in pages() {
        assert_eq!(typed_rust(&page), Vec::<&str>::new(), "{name}");
    }
}

#[test]
fn the_command_checks_and_refuses_wrong_usage() {
    let status = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_book"));
        command
            .args(arguments)
            .output()
            .expect("it runs")
            .status
            .code()
    };
    assert_eq!(status(&["--check"]), Some(0));
    assert_eq!(status(&["--help"]), Some(0));
    assert_eq!(status(&["--chekc"]), Some(2));
    assert_eq!(status(&["--check", "--open"]), Some(2));
    assert_eq!(status(&["--open", "step_99#task-6"]), Some(2));
}

#[test]
fn the_page_on_the_grader_counts_its_test_programs_rightly() {
    let page = fs::read_to_string(book().join("src/grader.md")).expect("readable");
    let data = book().join("../grader/tests/data/step_02");
    for kind in ["right", "wrong"] {
        let programs = fs::read_dir(data.join(kind)).expect("a folder").count();
        let said = format!("{programs} {kind} programs");
        assert!(page.contains(&said), "the page does not say `{said}`");
    }
}

#[test]
fn every_task_has_its_own_words_hints_and_answer_on_the_page() {
    for step in grader::steps::STEPS {
        let page = book().join("src").join(format!("{}.md", step.stem));
        let page = fs::read_to_string(page).expect("readable");
        for task in step.tasks {
            let number = task.number;
            let start = format!("{{#task-{number}}}");
            let section = page.split(&start).nth(1).expect("the task has a section");
            let section = section.split("\n#").next().unwrap_or_default();
            let included: Vec<&str> = section
                .split("{{#include ")
                .skip(1)
                .filter_map(|rest| rest.split("}}").next()?.rsplit_once(':'))
                .map(|(_, anchor)| anchor)
                .collect();
            let expected = [format!("task_{number}"), format!("help_{number}")];
            assert_eq!(included, expected, "{} task {number}", step.stem);
        }
    }
}

#[test]
fn every_file_that_the_pages_include_is_watched() {
    let course = book().join("..").canonicalize().expect("a folder");
    let src = book().join("src");
    for (_, page) in pages() {
        for include in page.split("{{#include ").skip(1) {
            let file = include.split(['}', ':']).next().unwrap_or_default();
            let file = src.join(file).canonicalize().expect("it exists");
            let watched = book::watch::SOURCES
                .iter()
                .any(|source| file.starts_with(course.join(source)));
            assert!(watched, "{}", file.display());
        }
    }
}
