//! Whole reports for people, without colour, as they are in `data/step_02/reports/`, and a first one of the whole course.
//!
//! After a change that is meant, `ACCEPT_REPORTS=1 cargo test --package grader --test it -- reports` writes them anew; look
//! at the difference before it is committed.

use std::fs;
use std::path::Path;

use crate::common::cases::{LATE, MISTAKE, UNNAMED};
use crate::common::{Learner, empty_course, grader, solution, stub, target, with};
use grader::steps::STEPS;

/// Fails if the report on this file is another one than before, or not fit for a terminal of 80 columns.
#[track_caller]
fn assert_report(name: &str, text: &str, flags: &[&str]) {
    let file = format!("step_02/reports/{name}.txt");
    assert_shown(&file, &Learner::new(text).show(flags));
}

#[track_caller]
fn assert_shown(name: &str, shown: &str) {
    for line in shown.lines() {
        assert!(line.chars().count() <= 80, "{name}: {line}");
        assert_eq!(line.trim_end(), line, "{name}: blanks at the end of a line");
    }
    assert!(!shown.contains('\u{1b}'), "{name} is not free of colour");
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    let file = data.join(name);
    if std::env::var_os("ACCEPT_REPORTS").is_some() {
        fs::write(&file, shown).expect("the report is written");
    }
    let before = fs::read_to_string(&file)
        .unwrap_or_default()
        .replace("\r\n", "\n");
    assert!(shown == before, "{name} was\n{before}\nand is\n{shown}");
}

#[test]
fn the_stub() {
    assert_report("stub", &stub(), &[]);
}

/// A learner's first check, in a course where nothing is answered yet.
#[test]
fn the_first_check() {
    let course = empty_course();
    for step in STEPS {
        let stub = grader::stubs::stub(step);
        let file = course.path().join("steps/src").join(step.file());
        fs::write(file, stub).expect("a stub is written");
    }
    let output = grader()
        .current_dir(course.path())
        .arg("--target-dir")
        .arg(target())
        .output()
        .expect("the grader runs");
    let shown = String::from_utf8(output.stdout).expect("the report is UTF-8");
    assert_shown("first_check.txt", &shown);

    // The README leaves some lines out.
    let sample = sample(1);
    let mut lines = shown.lines();
    for line in sample.lines().filter(|line| *line != "  …") {
        assert!(
            lines.any(|shown| shown == line),
            "README.md has `{line}`:\n{shown}"
        );
    }
}

/// A report that the README shows, the first being number 1.
fn sample(number: usize) -> String {
    let readme = read("README.md");
    let sample = readme
        .split("```text\n")
        .nth(number)
        .expect("so many samples");
    sample.split("```").next().unwrap_or_default().to_owned()
}

fn read(path: &str) -> String {
    let text = fs::read_to_string(crate::common::root().join(path)).expect("it can be read");
    text.replace("\r\n", "\n")
}

#[test]
fn the_first_answer() {
    let text = stub().replacen("todo!(\"task 2: mask_value\")", "T::neg_infinity()", 1);
    assert_report("first_answer", &text, &[]);
}

#[test]
fn the_solution() {
    assert_report("solution", &solution(), &[]);
}

#[test]
fn everything_but_the_optional_task() {
    let text = with(&[(8, "todo!(\"task 8: cached_causal_mask\")")]);
    assert_report("optional", &text, &[]);
}

#[test]
fn a_mistake_with_a_name() {
    assert_report("named", &with(&[(7, MISTAKE)]), &[]);
}

#[test]
fn a_mistake_without_a_name() {
    assert_report("unnamed", &with(&[(7, UNNAMED)]), &[]);
}

#[test]
fn a_mistake_in_a_large_mask_alone() {
    assert_report("large", &with(&[(7, LATE)]), &["--seed", "2"]);
}

#[test]
fn a_mistake_that_blocks_others() {
    assert_report("blocked", &with(&[(2, "T::min_value()")]), &[]);
}

#[test]
fn a_wrong_shape() {
    let answer = "causal_mask_of(sequence_length)
}

fn causal_mask_of<T: Float>(sequence_length: usize) -> Result<Array2<T>, ShapeError> {
    let mask = Array2::from_elem((sequence_length, sequence_length), mask_value());
    Ok(band_part(mask.view(), None, Some(0), true))";
    assert_report("shape", &with(&[(7, answer)]), &["--task", "7"]);
}

#[test]
fn a_panic() {
    assert_report(
        "panic",
        &with(&[(
            4,
            "let nothing: Option<Array0<T>> = None;\n    nothing.expect(\"no idea yet\")",
        )]),
        &[],
    );
}

#[test]
fn a_crash_beside_prints() {
    assert_report(
        "crash",
        &with(&[(5, "println!(\"so far\"); std::process::exit(0)")]),
        &[],
    );
}

#[test]
fn an_endless_loop() {
    assert_report(
        "endless",
        &with(&[(4, "loop { std::thread::park(); }")]),
        &["--timeout", "1"],
    );
}

#[test]
fn a_missing_function() {
    let text = solution().replace("pub fn cached_causal_mask", "pub fn cache_mask");
    let text = text
        .replace("pub fn constant<", "pub fn konstant<")
        .replace("constant(mask_value())", "arr0(mask_value())");
    assert_report("missing", &text, &[]);
}

#[test]
fn one_task_alone() {
    assert_report(
        "alone",
        &with(&[(6, "tensor.to_owned()")]),
        &["--task", "6"],
    );
}

#[test]
fn the_report_in_the_readme() {
    let answer = "let mut band = tensor.to_owned();
    for ((i, j), entry) in band.indexed_iter_mut() {
        let below = num_lower.is_none_or(|lower| i <= j + lower);
        let above = num_upper.is_none_or(|upper| j <= i + upper);
        if !below || !above { *entry = T::zero(); }
    }
    band";
    let text = with(&[
        (6, answer),
        (7, "todo!(\"task 7: causal_mask\")"),
        (8, "todo!(\"task 8: cached_causal_mask\")"),
    ]);
    assert_report("readme", &text, &[]);

    let sample = sample(2);
    let report = read("grader/tests/data/step_02/reports/readme.txt");
    // The file of the report is not the one of the sample.
    let lines = |text: &str| -> Vec<String> {
        let without_place = |line: &str| match line.rsplit_once("  ") {
            Some((line, place)) if place.contains("step_02.rs:") => line.trim_end().to_owned(),
            _ => line.to_owned(),
        };
        text.lines().map(without_place).collect()
    };
    let (sample, report) = (lines(&sample), lines(&report));
    assert!(
        report.windows(sample.len()).any(|part| part == sample),
        "README.md shows what is not in the report:\n{}",
        sample.join("\n")
    );
}

#[test]
fn plain_ascii() {
    let text = with(&[(6, "tensor.to_owned()")]);
    let shown = Learner::new(&text).show(&["--ascii"]);
    assert!(shown.is_ascii(), "{shown}");
    assert_report("ascii", &text, &["--ascii"]);
}
