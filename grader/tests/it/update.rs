//! The course moves on while somebody is in the middle of it: the way that the book describes brings the new stub and
//! keeps the answers.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::common::{root, solution, stub};

const FILE: &str = "steps/src/step_02.rs";

/// Runs git as somebody without settings of their own.
fn git(folder: &Path, arguments: &[&str]) -> Output {
    let mut git = Command::new("git");
    git.current_dir(folder).args(arguments);
    for name in ["AUTHOR", "COMMITTER"] {
        git.env(format!("GIT_{name}_NAME"), "someone");
        git.env(format!("GIT_{name}_EMAIL"), "someone@example.org");
    }
    git.env("GIT_CONFIG_GLOBAL", "").output().expect("git runs")
}

#[track_caller]
fn done(output: Output) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
}

/// The command that the book gives for it.
fn pull(folder: &Path) -> Output {
    let page = fs::read_to_string(root().join("book/src/setup.md")).expect("the page");
    let mut lines = page.lines().filter_map(|line| line.strip_prefix("$ git "));
    let command = lines
        .find(|line| line.starts_with("pull"))
        .expect("it is there");
    git(folder, &command.split(' ').collect::<Vec<_>>())
}

/// A course whose stub was changed after somebody cloned it and wrote all answers.
fn course_and_learner(folder: &Path, commits: bool, change: impl Fn(&str) -> String) {
    let (course, learner) = (folder.join("course"), folder.join("learner"));
    fs::create_dir_all(course.join("steps/src")).expect("a folder");
    fs::write(course.join(FILE), stub()).expect("it is written");
    for arguments in [
        &["init", "--quiet"][..],
        &["add", "."],
        &["commit", "-qm", "one"],
    ] {
        done(git(&course, arguments));
    }
    done(git(folder, &["clone", "--quiet", "course", "learner"]));
    fs::write(learner.join(FILE), solution()).expect("it is written");
    if commits {
        done(git(
            &learner,
            &["commit", "--quiet", "--all", "-m", "answers"],
        ));
    }
    fs::write(course.join(FILE), change(&stub())).expect("it is written");
    fs::write(course.join("steps/src/step_03.rs"), "").expect("it is written");
    done(git(&course, &["add", "."]));
    done(git(&course, &["commit", "--quiet", "-m", "two"]));
}

#[test]
fn what_is_new_arrives_and_the_answers_stay() {
    for commits in [false, true] {
        let folder = tempfile::tempdir().expect("a folder");
        let change = |stub: &str| stub.replacen("Causal masking", "Causal masks", 1);
        course_and_learner(folder.path(), commits, change);
        let learner = folder.path().join("learner");
        done(pull(&learner));
        let text = fs::read_to_string(learner.join(FILE)).expect("it can be read");
        assert_eq!(text, change(&solution()));
        assert!(learner.join("steps/src/step_03.rs").exists());
    }
}

#[test]
fn where_both_changed_the_same_lines_the_answers_can_be_had_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let change = |stub: &str| stub.replace("todo!(\"task", "todo!(\"answer task");
    course_and_learner(folder.path(), false, change);
    let learner = folder.path().join("learner");
    let said = String::from_utf8_lossy(&pull(&learner).stderr).into_owned();
    assert!(said.contains("safe in the stash"), "{said}");
    let page = fs::read_to_string(root().join("book/src/setup.md")).expect("the page");
    let back = "git checkout --theirs steps/";
    assert!(page.contains(back), "the page says how");
    let arguments: Vec<_> = back.split(' ').skip(1).collect();
    done(git(&learner, &arguments));
    let text = fs::read_to_string(learner.join(FILE)).expect("it can be read");
    assert_eq!(text, solution());
}
