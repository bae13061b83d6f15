//! Checks what the pages are made from: figures, includes, the table of contents, the command.

use std::fs;
use std::path::Path;
use std::process::Command;

use book::figures::Figures;

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

#[test]
fn every_page_is_in_the_table_of_contents_and_every_figure_on_one_page() {
    let src = book().join("src");
    let summary = fs::read_to_string(src.join("SUMMARY.md")).expect("readable");
    let mut all = String::new();
    for (name, text) in pages() {
        if name != "SUMMARY.md" {
            assert!(
                summary.contains(&format!("({name})")),
                "{name} is not in SUMMARY.md"
            );
            // What is escaped is only spoken of.
            all.push_str(&text.replace("\\{{#", ""));
        }
    }
    for name in Figures::all().names() {
        let shown = all.matches(&format!("{{{{#figure {name}}}}}")).count();
        assert_eq!(shown, 1, "pages show {name} so often");
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
fn the_command_answers_mdbook_and_refuses_wrong_usage() {
    let status = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_book"));
        command
            .args(arguments)
            .output()
            .expect("it runs")
            .status
            .code()
    };
    assert_eq!(status(&["preprocess", "supports", "html"]), Some(0));
    assert_eq!(status(&["preprocess"]), Some(3), "nothing is no book");
    assert_eq!(status(&["--help"]), Some(0));
    assert_eq!(status(&["--wacth"]), Some(2));
    assert_eq!(status(&["--open", "step_99#task-6"]), Some(2));
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
            let shown: Vec<&str> = section
                .split("{{#figure ")
                .skip(1)
                .filter_map(|rest| rest.split("}}").next())
                .filter(|name| name.contains("_task_") || name.contains("_help_"))
                .collect();
            let stem = step.stem;
            let expected = ["task", "help"].map(|part| format!("{stem}_{part}_{number}"));
            assert_eq!(shown, expected, "{stem} task {number}");
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
