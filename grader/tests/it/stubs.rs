//! Stubs: what they hold, and that no learner's work is lost when one is put in place.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::common::{empty_course, grader, root, step, stub};
use grader::steps::STEPS;

fn run(course: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let output = grader()
        .current_dir(course)
        .args(arguments)
        .output()
        .expect("the grader runs");
    let text = [output.stdout, output.stderr].concat();
    (
        output.status.code(),
        String::from_utf8_lossy(&text).into_owned(),
    )
}

#[test]
fn a_stub_has_every_signature_and_every_task_and_no_answer() {
    let stub = stub();
    for task in step().tasks {
        assert!(
            stub.contains(&format!("TODO {}: ", task.number)),
            "task {}",
            task.number
        );
        let Some(function) = task.function else {
            continue;
        };
        assert!(stub.contains(&step().signature(function)), "{function}");
        assert!(
            stub.contains(&format!("todo!(\"task {}: {function}\")", task.number)),
            "{function}"
        );
        let answer = grader::anchors::part(step().solution, &format!("answer_{}", task.number))
            .expect("an answer");
        assert!(!stub.contains(answer.trim()), "{function}");
    }
    assert!(!stub.contains("ANCHOR") && !stub.contains("solutions::"));
}

#[test]
fn stubs_are_written_once_and_then_current() {
    let course = empty_course();
    let file = course.path().join("steps/src/step_02.rs");
    assert_eq!(run(course.path(), &["stubs", "--check"]).0, Some(1));
    assert_eq!(run(course.path(), &["stubs"]).0, Some(0));
    assert_eq!(fs::read_to_string(&file).expect("the stub"), stub());
    assert_eq!(run(course.path(), &["stubs", "--check"]).0, Some(0));
}

#[test]
fn the_ends_of_lines_that_git_changes_are_no_difference() {
    let course = empty_course();
    for step in STEPS {
        let stub = grader::stubs::stub(step).replace('\n', "\r\n");
        fs::write(course.path().join("steps/src").join(step.file()), stub)
            .expect("the file is written");
    }
    assert_eq!(run(course.path(), &["stubs", "--check"]).0, Some(0));
}

#[test]
fn work_is_not_replaced_where_nobody_can_be_asked() {
    let course = empty_course();
    let file = course.path().join("steps/src/step_02.rs");
    fs::write(&file, "// my work\n").expect("the file is written");
    for command in [&["reset", "02"][..], &["stubs"]] {
        let (exit, said) = run(course.path(), command);
        assert_eq!(exit, Some(2), "{said}");
        assert!(said.contains("--yes"), "{said}");
        assert_eq!(fs::read_to_string(&file).expect("the file"), "// my work\n");
    }
}

#[test]
fn work_that_is_replaced_is_kept_in_a_backup() {
    let course = empty_course();
    let file = course.path().join("steps/src/step_02.rs");
    for (number, work) in ["// my work\n", "// more work\n"].into_iter().enumerate() {
        fs::write(&file, work).expect("the file is written");
        let (exit, said) = run(course.path(), &["reset", "02", "--yes"]);
        assert_eq!(exit, Some(0), "{said}");
        assert_eq!(fs::read_to_string(&file).expect("the stub"), stub());
        let backup = course
            .path()
            .join(format!("steps/src/step_02.rs.backup-{}", number + 1));
        assert_eq!(fs::read_to_string(backup).expect("the backup"), work);
    }
    assert_eq!(
        run(course.path(), &["reset", "02"]).1,
        format!(
            "`{}` is as it came; nothing to do.\n",
            "steps/src/step_02.rs"
        )
    );
}

#[test]
fn the_stub_compiles_without_a_warning() {
    let folder = tempfile::tempdir().expect("a folder");
    let manifest = fs::read_to_string(root().join("steps/Cargo.toml")).expect("the manifest");
    let workspace = fs::read_to_string(root().join("Cargo.toml")).expect("the manifest");
    let workspace: String = workspace
        .lines()
        .filter(|line| !line.starts_with("default-members"))
        .map(|line| {
            if line.starts_with("members") {
                "members = [\"steps\"]\n".to_owned()
            } else {
                format!("{line}\n")
            }
        })
        .collect();
    let crates = folder.path().join("steps/src");
    fs::create_dir_all(&crates).expect("a folder");
    fs::write(folder.path().join("Cargo.toml"), workspace).expect("the file is written");
    fs::copy(root().join("Cargo.lock"), folder.path().join("Cargo.lock"))
        .expect("the lock file is copied");
    fs::write(folder.path().join("steps/Cargo.toml"), manifest).expect("the file is written");
    fs::copy(root().join("steps/src/lib.rs"), crates.join("lib.rs"))
        .expect("the library is copied");
    for step in STEPS {
        fs::write(crates.join(step.file()), grader::stubs::stub(step))
            .expect("the file is written");
    }
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("stub");
    let output = Command::new(env!("CARGO"))
        .current_dir(folder.path())
        .args([
            "clippy",
            "--quiet",
            "--offline",
            "--package",
            "steps",
            "--",
            "-D",
            "warnings",
        ])
        .env("CARGO_TARGET_DIR", target)
        .output()
        .expect("cargo runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn an_instructors_own_answers_are_the_reference_where_they_are_named() {
    let course = empty_course();
    let file = course.path().join("steps/src/step_02.rs");
    let own = step()
        .solution
        .replace("pub fn total_length", "/// Mine.\npub fn total_length");
    fs::create_dir(course.path().join("mine")).expect("a folder");
    let mine = course.path().join("mine/step_02.rs");
    fs::write(&mine, &own).expect("it is written");
    let run = |words: &[&str]| run(course.path(), &[words, &["--reference", "mine"]].concat());

    let (exit, said) = run(&["reset", "02", "--yes"]);
    assert_eq!(exit, Some(0), "{said}");
    let stub = fs::read_to_string(&file).expect("the stub");
    assert!(stub.contains("/// Mine."), "{stub}");
    assert!(stub.contains("todo!(\"task 3: total_length\")"), "{stub}");

    let changed = own.replace("T::neg_infinity()", "-T::infinity()");
    assert_ne!(changed, own);
    fs::write(&file, changed).expect("it is written");
    let (exit, said) = run(&["diff", "02", "--spoil"]);
    assert_eq!(exit, Some(0), "{said}");
    assert!(said.contains("+    T::neg_infinity()"), "{said}");

    // Of all steps, or of none.
    let before = fs::read_to_string(&file).expect("the answers");
    let (exit, said) = run(&["stubs", "--yes"]);
    assert_eq!(exit, Some(2), "{said}");
    assert!(said.contains("step_01.rs"), "{said}");
    assert_eq!(fs::read_to_string(&file).expect("the answers"), before);

    fs::write(&mine, own.replace("ANCHOR_END: answer_3", "")).expect("it is written");
    let (exit, said) = run(&["reset", "02", "--yes"]);
    assert_eq!(exit, Some(2), "{said}");
    assert!(
        said.contains("does not mark the answer to task 3"),
        "{said}"
    );
    assert!(said.contains("// ANCHOR: answer_3"), "{said}");
    assert_eq!(fs::read_to_string(&file).expect("the answers"), before);
}
