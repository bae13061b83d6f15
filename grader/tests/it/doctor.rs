//! `grader doctor` with the real command: everything that can be amiss is found, with what to do about it.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::common::{Learner, empty_course, grader, root, solution, target};
use tempfile::TempDir;

/// The command in the course, with a target folder of its own.
fn doctor(target: &Path) -> Command {
    let mut command = grader();
    command
        .current_dir(root())
        .args(["doctor", "--target-dir"])
        .arg(target)
        .env("LC_ALL", "C.UTF-8");
    command
}

fn run(command: &mut Command) -> (Option<i32>, String) {
    let output = command.output().expect("the grader runs");
    let text = [output.stdout, output.stderr].concat();
    (
        output.status.code(),
        String::from_utf8_lossy(&text).into_owned(),
    )
}

/// The line on a subject, with its mark.
#[track_caller]
fn on<'a>(said: &'a str, subject: &str) -> &'a str {
    let mut lines = said.lines().map(str::trim_start);
    let found = lines.find(|line| line.split_whitespace().nth(1) == Some(subject));
    found.unwrap_or_else(|| panic!("nothing on {subject}: {said}"))
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

#[test]
fn where_all_is_well_it_says_so_after_a_trial() {
    Learner::new(&solution()).check(&[]);
    let mut command = doctor(&target());
    let started = Instant::now();
    let (exit, said) = run(&mut command);
    assert_eq!(exit, Some(0), "{said}");
    assert!(started.elapsed() < Duration::from_secs(20));
    for subject in [
        "cargo",
        "rustc",
        "course",
        "lock",
        "target",
        "locks",
        "settings",
        "crates",
        "linker",
        "trial",
        "encoding",
        "isolation",
    ] {
        assert!(on(&said, subject).starts_with('✓'), "{said}");
    }
    assert!(on(&said, "colour").contains("no: it is not a terminal"));
}

#[test]
#[ignore = "it compiles the crates once more; .ci/run runs it"]
fn before_anything_was_built_a_healthy_machine_is_healthy() {
    let target = folder();
    let (exit, said) = run(&mut doctor(target.path()));
    assert_eq!(exit, Some(0), "{said}");
    assert!(on(&said, "trial").starts_with('✓'), "{said}");
}

#[test]
fn without_rust_it_says_where_to_get_it() {
    let target = folder();
    let mut command = doctor(target.path());
    command.env("PATH", target.path()).env_remove("CARGO");
    let (exit, said) = run(command.env_remove("RUSTC"));
    assert_eq!(exit, Some(1), "{said}");
    assert!(on(&said, "cargo").starts_with('✗'), "{said}");
    assert!(on(&said, "rustc").starts_with('✗'), "{said}");
    assert!(said.contains("https://rustup.rs"), "{said}");
    assert!(
        said.contains("2 things keep the grader from working"),
        "{said}"
    );
}

#[test]
fn crates_that_are_not_here_and_not_to_be_had_are_missed() {
    let (target, home) = (folder(), folder());
    let mut command = doctor(target.path());
    let (exit, said) = run(command
        .env("CARGO_HOME", home.path())
        .env("CARGO_NET_OFFLINE", "true"));
    assert_eq!(exit, Some(1), "{said}");
    assert!(on(&said, "crates").starts_with('✗'), "{said}");
    assert!(said.contains("run `cargo fetch`"), "{said}");
}

#[test]
fn a_target_that_cannot_be_written_is_named() {
    let folder = folder();
    let file = folder.path().join("taken");
    fs::write(&file, "").expect("the file is written");
    let (exit, said) = run(&mut doctor(&file));
    assert_eq!(exit, Some(1), "{said}");
    assert!(on(&said, "target").starts_with('✗'), "{said}");
    assert!(said.contains("--target-dir"), "{said}");
}

#[test]
fn outside_the_course_it_says_where_to_go() {
    let here = folder();
    let mut command = doctor(&target());
    let (exit, said) = run(command.current_dir(here.path()));
    assert_eq!(exit, Some(1), "{said}");
    assert!(on(&said, "course").starts_with('✗'), "{said}");
    assert!(said.contains("run this inside the course"), "{said}");
}

#[test]
fn a_lock_file_with_other_crates_is_found() {
    let course = empty_course();
    let check = || run(doctor(&target()).current_dir(course.path()));
    let (exit, said) = check();
    assert_eq!(exit, Some(1), "{said}");
    assert!(said.contains("cannot read `Cargo.lock`"), "{said}");
    let lock = fs::read_to_string(root().join("Cargo.lock")).expect("the lock file");
    let other = lock.replace(
        "name = \"half\"\nversion = \"2",
        "name = \"half\"\nversion = \"1",
    );
    fs::write(course.path().join("Cargo.lock"), other).expect("the file is written");
    let (exit, said) = check();
    assert_eq!(exit, Some(1), "{said}");
    assert!(on(&said, "lock").starts_with('✗'), "{said}");
    assert!(said.contains("half 2."), "{said}");
    assert!(said.contains("git checkout Cargo.lock"), "{said}");
}

#[test]
fn colour_and_encoding_are_explained() {
    Learner::new(&solution()).check(&[]);
    let mut command = doctor(&target());
    let (exit, said) = run(command.env("NO_COLOR", "1").env("LC_ALL", "C"));
    // They keep nobody from working.
    assert_eq!(exit, Some(0), "{said}");
    assert!(
        on(&said, "colour").contains("no: NO_COLOR is set"),
        "{said}"
    );
    if cfg!(unix) {
        assert!(on(&said, "encoding").starts_with('◦'), "{said}");
        assert!(said.contains("C.UTF-8"), "{said}");
    }
}
