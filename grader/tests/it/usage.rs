//! Wrong usage and a machine that does not play along: a sentence that helps, the right exit status, nothing lost.

use std::fs;
use std::process::Output;

use crate::common::{grader, root, target};

/// The exit status and what was said on standard error.
fn said(output: &Output) -> (Option<i32>, String) {
    (
        output.status.code(),
        String::from_utf8_lossy(&output.stderr).into_owned(),
    )
}

fn run(arguments: &[&str]) -> (Option<i32>, String) {
    said(
        &grader()
            .current_dir(root())
            .args(arguments)
            .arg("--target-dir")
            .arg(target())
            .output()
            .expect("the grader runs"),
    )
}

/// What is said of step 99.
fn no_step() -> String {
    let known = grader::steps::STEPS.iter();
    let known: Vec<_> = known.map(|step| format!("{:02}", step.number)).collect();
    format!("no step `99`; steps are {}", known.join(", "))
}

#[test]
fn an_unknown_step_is_named_with_those_that_there_are() {
    let (exit, said) = run(&["check", "99"]);
    assert_eq!(exit, Some(2));
    assert_eq!(said, format!("error: {}\n", no_step()));
}

#[test]
fn an_unknown_task_is_named_with_those_that_there_are() {
    let (exit, said) = run(&["check", "02", "--task", "9"]);
    assert_eq!(exit, Some(2));
    assert_eq!(said, "error: step 02 has no task 9; its tasks are 1 to 8\n");
}

#[test]
fn every_name_of_a_step_is_understood() {
    for name in ["2", "02", "step_02"] {
        let hint = grader()
            .args(["hint", name, "2"])
            .output()
            .expect("the grader runs");
        assert_eq!(hint.status.code(), Some(0), "{name}");
    }
}

#[test]
fn a_place_without_step_files_is_named_with_what_was_expected() {
    let folder = tempfile::tempdir().expect("a folder");
    for place in [folder.path().to_owned(), folder.path().join("nowhere")] {
        let (exit, said) = run(&["check", "--impl", &place.display().to_string()]);
        assert_eq!(exit, Some(2));
        assert!(
            said.contains("expected a file such as `step_02.rs`"),
            "{said}"
        );
    }
}

#[test]
fn a_file_with_another_name_is_refused_with_what_was_expected() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("answers.rs");
    fs::write(&file, "").expect("the file is written");
    let (exit, said) = run(&["check", "--impl", &file.display().to_string()]);
    assert_eq!(exit, Some(2));
    assert!(said.contains("is not named like a step file"), "{said}");
}

#[test]
fn a_step_file_that_cannot_be_read_as_text_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().display().to_string();
    let file = folder.path().join("step_02.rs");
    fs::write(&file, b"\xff\xfe").expect("the file is written");
    let (exit, said) = run(&["check", "--impl", &path]);
    assert_eq!(exit, Some(2));
    assert!(said.contains("it is not UTF-8 text"), "{said}");
    fs::remove_file(&file)
        .and_then(|()| fs::create_dir(&file))
        .expect("a folder in its place");
    let (exit, said) = run(&["check", "--impl", &path]);
    assert_eq!(exit, Some(2));
    assert!(said.contains("it is not a file"), "{said}");
}

#[test]
fn a_crate_folder_stands_for_the_files_in_its_source_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("src")).expect("a folder");
    fs::write(
        folder.path().join("src/step_02.rs"),
        crate::common::solution(),
    )
    .expect("the file is written");
    let (exit, said) = run(&["check", "--impl", &folder.path().display().to_string()]);
    assert_eq!(exit, Some(0), "{said}");
}

#[test]
fn errors_are_in_the_report_for_programs_too() {
    let output = grader()
        .args(["check", "99", "--format", "json"])
        .output()
        .expect("the grader runs");
    assert_eq!(output.status.code(), Some(2));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("a report");
    assert_eq!(report["error"], no_step());
    assert_eq!(report["steps"], serde_json::json!([]));
}

#[test]
fn without_cargo_it_says_where_to_get_it() {
    let learner = crate::common::Learner::new(&crate::common::solution());
    // Where the crates are built already, nobody needs cargo.
    let fresh = tempfile::tempdir().expect("a folder");
    let output = grader()
        .args(["check", "--impl"])
        .arg(learner.file())
        .arg("--target-dir")
        .arg(fresh.path())
        .env("PATH", learner.folder())
        .env_remove("CARGO")
        .output()
        .expect("the grader runs");
    let (exit, said) = said(&output);
    assert_eq!(exit, Some(3));
    assert!(
        said.contains("cannot start `cargo`") && said.contains("https://rustup.rs"),
        "{said}"
    );
}

#[test]
fn a_target_that_cannot_be_written_is_named() {
    let learner = crate::common::Learner::new(&crate::common::solution());
    let file = learner.folder().join("taken");
    fs::write(&file, "").expect("the file is written");
    let output = grader()
        .args(["check", "--impl"])
        .arg(learner.file())
        .arg("--target-dir")
        .arg(&file)
        .output();
    let (exit, said) = said(&output.expect("the grader runs"));
    assert_eq!(exit, Some(3));
    assert!(
        said.contains("cannot create") && said.contains("taken"),
        "{said}"
    );
}

#[test]
fn crates_that_cannot_be_fetched_are_said_so() {
    let learner = crate::common::Learner::new(&crate::common::solution());
    let home = tempfile::tempdir().expect("a folder");
    let output = grader()
        .args(["check", "--impl"])
        .arg(learner.file())
        .arg("--target-dir")
        .arg(home.path().join("target"))
        // An empty cargo home and no network.
        .env("CARGO_HOME", home.path())
        .env("CARGO_NET_OFFLINE", "true")
        .output();
    let (exit, said) = said(&output.expect("the grader runs"));
    assert_eq!(exit, Some(3), "{said}");
    assert!(
        said.contains("run once with a network connection"),
        "{said}"
    );
}

#[test]
fn no_network_is_needed_once_the_crates_are_there() {
    let learner = crate::common::Learner::editing(&crate::common::solution());
    learner.check(&[]).passed_but(&[]);
    learner.save(&(crate::common::solution() + "// an edit\n"));
    let output = learner
        .command(&[])
        .env("CARGO_NET_OFFLINE", "true")
        .output();
    let (exit, said) = said(&output.expect("the grader runs"));
    assert_eq!(exit, Some(0), "{said}");
}

/// Every command that prints, in every format: a learner's script must not take an empty file for a report.
#[cfg(target_os = "linux")]
#[test]
fn a_report_that_cannot_be_written_is_no_report() {
    let learner = crate::common::Learner::new(&crate::common::solution());
    let full = || fs::File::options().write(true).open("/dev/full");
    let commands: [&[&str]; 7] = [
        &["check", "02", "--impl", "step_02.rs"],
        &["check", "02", "--impl", "step_02.rs", "--format", "json"],
        &["check", "9", "--format", "json"],
        &["list", "--impl", "step_02.rs"],
        &["show", "02", "2", "1", "--impl", "step_02.rs"],
        &["hint", "02", "2"],
        &["--help"],
    ];
    for arguments in commands {
        let mut command = grader();
        command.current_dir(learner.folder()).args(arguments);
        if arguments.contains(&"step_02.rs") {
            command.arg("--target-dir").arg(target());
        }
        let output = command.stdout(full().expect("it opens")).output();
        let (exit, said) = said(&output.expect("the grader runs"));
        assert_eq!(exit, Some(3), "{arguments:?}: {said}");
        assert!(said.contains("cannot write the report"), "{said}");
        // Whoever has heard enough closes the pipe; the answer is what it was.
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let output = command.stdout(writer).output();
        let exit = output.expect("the grader runs").status.code();
        let expected = if arguments.contains(&"9") { 2 } else { 0 };
        assert_eq!(exit, Some(expected), "{arguments:?}");
    }
}
