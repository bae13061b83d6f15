//! Machines that do not play along: whatever they do, no learner loses a point for it, and it is said what to do.

use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use crate::common::{Learner, grader, root, solution, target, with};
use serde_json::Value;
use tempfile::TempDir;

const WRONG: &[(u8, &str)] = &[(2, "    T::zero()")];

/// A check that ends because of the machine: exit status 3, the sentence in `error`, and no task judged.
#[track_caller]
fn machine_is_at_fault(mut command: Command, says: &[&str]) {
    let output = command.output().expect("the grader runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(3), "{said}");
    let report: Value = serde_json::from_slice(&output.stdout).expect("a report");
    assert_eq!(report["steps"], serde_json::json!([]), "{report:#}");
    for part in says {
        let error = report["error"].as_str().unwrap_or_default();
        assert!(error.contains(part), "{error}");
    }
}

fn check(learner: &Learner, target: &Path) -> Command {
    let mut command = grader();
    command.current_dir(learner.folder());
    command.args(["check", "02", "--impl", "step_02.rs", "--format", "json"]);
    command.arg("--target-dir").arg(target);
    command
}

/// A target in which the crates are compiled already: what may fail here is what comes after them.
fn warm() -> PathBuf {
    static WARM: OnceLock<()> = OnceLock::new();
    WARM.get_or_init(|| Learner::new(&solution()).check(&[]).passed_but(&[]));
    target()
}

/// A folder of programs, with Rust's own and without a linker.
fn without_linker() -> TempDir {
    let programs = tempfile::tempdir().expect("a folder");
    let output = Command::new("rustc").args(["--print", "sysroot"]).output();
    let sysroot = output.expect("rustc runs").stdout;
    let sysroot = String::from_utf8(sysroot).expect("a path");
    for name in ["cargo", "rustc"] {
        let program = Path::new(sysroot.trim()).join("bin").join(name);
        symlink(program, programs.path().join(name)).expect("a link");
    }
    programs
}

#[test]
fn without_a_linker_nobody_loses_points() {
    let programs = without_linker();
    let fresh = tempfile::tempdir().expect("a folder");
    for target in [fresh.path().to_owned(), warm()] {
        for text in [solution(), with(WRONG)] {
            let learner = Learner::anew(&text);
            let mut command = check(&learner, &target);
            command.env("PATH", programs.path()).env_remove("CARGO");
            machine_is_at_fault(command, &["no linker", "build-essential"]);
            // In colour it says the same, without a sequence that is shown as text.
            let mut command = learner.command(&["--color", "always"]);
            command.env("PATH", programs.path()).env_remove("CARGO");
            let output = command.output().expect("the grader runs");
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(said.contains("error: linker `cc` not found"), "{said}");
        }
    }
    let mut command = grader();
    command.current_dir(root()).arg("doctor");
    command.arg("--target-dir").arg(warm());
    command.env("PATH", programs.path()).env_remove("CARGO");
    let output = command.output().expect("the grader runs");
    let said = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("✗ linker"), "{said}");
    assert!(said.contains("One thing keeps the grader"), "{said}");
}

/// A library to be put before the system's own functions.
fn shim() -> PathBuf {
    static SHIM: OnceLock<PathBuf> = OnceLock::new();
    let make = || {
        let source = root().join("grader/tests/data/machine/shim.rs");
        let library = Path::new(env!("CARGO_TARGET_TMPDIR")).join("libshim.so");
        let mut rustc = Command::new("rustc");
        rustc.args(["--edition", "2024", "--crate-type", "cdylib", "-o"]);
        let made = rustc.arg(&library).arg(source).status();
        assert!(made.expect("rustc runs").success());
        library
    };
    SHIM.get_or_init(make).clone()
}

#[test]
fn a_full_disk_costs_nobody_a_point() {
    let folder = tempfile::tempdir().expect("a folder");
    let learner = Learner::anew(&with(WRONG));
    // Full for everything, and full for what cargo compiles.
    for full in ["", "build"] {
        let mut command = check(&learner, folder.path());
        command.env("LD_PRELOAD", shim());
        command.env("FULL_DISK", folder.path().join(full));
        machine_is_at_fault(command, &["No space left", "disk"]);
    }
    let mut command = check(&learner, &warm());
    command.env("LD_PRELOAD", shim());
    command.env("FULL_DISK", warm().join("workers"));
    machine_is_at_fault(command, &["No space left", "disk"]);
}

#[test]
#[ignore = "it compiles the crates once more; .ci/run runs it"]
fn a_file_system_without_locks_is_worked_on_without_them() {
    let learner = Learner::new(&with(WRONG));
    let mut command = check(&learner, &warm());
    let output = command
        .env("LD_PRELOAD", shim())
        .env("NO_LOCKS", "1")
        .output();
    let output = output.expect("the grader runs");
    let report: Value = serde_json::from_slice(&output.stdout).expect("a report");
    assert_eq!(report["error"], Value::Null);
    assert_eq!(report["steps"][0]["tasks"][1]["status"], "wrong");
    let mut command = grader();
    command.current_dir(root()).arg("doctor");
    command.arg("--target-dir").arg(warm());
    let output = command
        .env("LD_PRELOAD", shim())
        .env("NO_LOCKS", "1")
        .output();
    let output = output.expect("the grader runs");
    let said = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(said.contains("◦ locks"), "{said}");
}

#[test]
fn crates_that_compile_too_long_are_not_the_learners_fault() {
    let fresh = tempfile::tempdir().expect("a folder");
    let learner = Learner::new(&solution());
    let mut command = check(&learner, fresh.path());
    command.args(["--crates-timeout", "1"]);
    machine_is_at_fault(command, &["longer than 1 s", "--crates-timeout"]);
}

#[test]
#[ignore = "it compiles the crates once more; .ci/run runs it"]
fn the_limit_on_the_answers_begins_when_the_crates_are_there() {
    let fresh = tempfile::tempdir().expect("a folder");
    let learner = Learner::new(&solution());
    // It is far shorter than what the crates take.
    let mut command = check(&learner, fresh.path());
    let output = command.args(["--compile-timeout", "3"]).output();
    assert_eq!(output.expect("the grader runs").status.code(), Some(0));
    // What somebody has cleared away is built once more.
    let built = fresh.path().join("build");
    let kit = files(&built).into_iter().find(|file| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("libkit") && name.ends_with(".rlib")
    });
    std::fs::remove_file(kit.expect("a kit")).expect("it is gone");
    let edited = Learner::new(&with(WRONG));
    let output = check(&edited, fresh.path()).output();
    assert_eq!(output.expect("the grader runs").status.code(), Some(1));
}

/// All files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder").flatten();
    let paths = entries.map(|entry| entry.path());
    paths
        .flat_map(|path| {
            if path.is_dir() {
                files(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}

/// What fails without a place in the file is the learner's where the reference does not fail.
#[test]
fn an_error_without_a_place_is_the_learners_where_the_reference_compiles() {
    let nowhere = solution() + "\nunsafe extern \"C\" {\n    fn nowhere() -> u8;\n}\n";
    let nowhere = nowhere.replacen(
        "T::neg_infinity()",
        "unsafe { std::hint::black_box(nowhere()) }; T::neg_infinity()",
        1,
    );
    let deep = format!(
        "fn deep() -> u8 {{ {}1{} }}",
        "(".repeat(60_000),
        ")".repeat(60_000)
    );
    let cases = [
        (nowhere, "nowhere"),
        (
            solution() + "#[link(name = \"not_to_be_found\")] unsafe extern \"C\" {}",
            "not_to_be_found",
        ),
        (solution() + &deep, "nested very deeply"),
    ];
    for (text, says) in cases {
        let report = Learner::new(&text).check(&[]);
        assert_eq!(report.exit, Some(1), "{:#}", report.json);
        assert_eq!(report.statuses(), ["does_not_compile"; 8]);
        let said = report.step()["diagnostics"].to_string();
        assert!(said.contains(says), "{said}");
        assert!(!said.contains("rcgu.o"), "{said}");
    }
}
