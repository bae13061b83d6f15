//! What is judged is what stands in the file now, and the same file is asked the same.

use crate::common::folders::Folder;
use crate::common::{Learner, TOLD, grader, solution, target, with};

#[test]
fn one_task_can_be_asked_for_alone() {
    let learner = Learner::new(&with(&[(2, "    T::zero()")]));
    let report = learner.check(&["--task", "6"]);
    assert_eq!(report.exit, Some(0));
    assert_eq!(report.status(6), "passed");
    assert_eq!(report.status(2), "not_run");
    let report = learner.check(&["--task", "7"]);
    assert_eq!(report.exit, Some(1));
    assert_eq!(report.status(7), "blocked");
    assert_eq!(report.status(2), "not_run");
}

#[test]
fn an_older_file_put_back_is_judged_and_not_the_build_of_the_newer_one() {
    let learner = Learner::editing(&with(&[(2, "    T::zero()")]));
    let old = std::fs::metadata(learner.file())
        .and_then(|about| about.modified())
        .expect("a time");
    assert_eq!(learner.check(&[]).status(2), "wrong");
    learner.save(&solution());
    assert_eq!(learner.check(&[]).status(2), "passed");
    // As `cp -p` and `mv` do: the old text with its old time.
    learner.save(&with(&[(2, "    T::zero()")]));
    let file = std::fs::File::options()
        .write(true)
        .open(learner.file())
        .expect("the file opens");
    file.set_modified(old).expect("the time is set");
    assert_eq!(learner.check(&[]).status(2), "wrong");
}

#[test]
fn a_submodule_that_changes_is_built_anew() {
    let text = with(&[(2, "    value::blocked()")]) + "\nmod value;\n";
    let learner = Learner::new(&text);
    let folder = learner.folder().join("step_02");
    std::fs::create_dir(&folder).expect("the folder is made");
    let file = folder.join("value.rs");
    let write = |value: &str| {
        let text =
            format!("pub fn blocked<T: num_traits::Float>() -> T {{\n    T::{value}()\n}}\n");
        std::fs::write(&file, text).expect("the file is written");
    };
    write("neg_infinity");
    let time = std::fs::metadata(&file)
        .and_then(|about| about.modified())
        .expect("a time");
    learner.check(&[]).passed_but(&[]);
    write("zero");
    let opened = std::fs::File::options()
        .write(true)
        .open(&file)
        .expect("the file opens");
    opened.set_modified(time).expect("the time is set");
    assert_eq!(learner.check(&[]).status(2), "wrong");
}

#[test]
fn the_same_file_is_asked_the_same_and_an_edited_one_is_not() {
    let learner = Learner::editing(&solution());
    let seed = |report: &crate::common::Report| report.json["seed"].as_u64();
    let first = learner.check(&[]);
    assert_eq!(seed(&first), seed(&learner.check(&[])));
    assert_eq!(seed(&learner.check(&["--seed", "7"])), Some(7));
    learner.save(&(solution() + "// an edit\n"));
    assert_ne!(seed(&first), seed(&learner.check(&[])));
}

/// Right where a variable that answers get to see says so.
const IF_TOLD: &str =
    "assert!(std::env::var(\"LD_LIBRARY_PATH\").is_ok_and(|told| told == \"right\"));
    value::blocked()";

#[test]
fn a_step_that_has_passed_is_asked_again_only_if_it_changes_or_is_named() {
    // What another run remembers is about another file.
    let run = std::process::id();
    let text = with(&[(2, IF_TOLD)]) + &format!("\nmod value;\n// {run}\n");
    let blocked = "pub fn blocked<T: num_traits::Float>() -> T { T::neg_infinity() }\n";
    let files = [("step_02.rs", &*text), ("step_02/value.rs", blocked)];
    let folder = Folder::with("asked", &files);
    let run = |told: &str, words: &[&str]| {
        let mut command = grader();
        command.current_dir(folder.path()).args(words);
        command.args(["--impl", "."]).env(TOLD, told);
        let output = command.arg("--target-dir").arg(target()).output();
        String::from_utf8(output.expect("the grader runs").stdout).expect("UTF-8")
    };
    let passes = |told: &str, words: &[&str]| run(told, words).contains("7 of 7 tasks");
    assert!(!passes("wrong", &["list"]));
    assert!(passes("right", &["list"]));
    assert!(passes("wrong", &["list"]));
    // Who names it, or the questions, wants to see it.
    assert!(run("wrong", &["check", "02"]).contains("Next: task 2."));
    assert!(!passes("wrong", &["list", "--seed", "1"]));
    let json = run("wrong", &["check", "--format", "json"]);
    assert!(json.contains("\"panicked\""), "{json}");
    // What a file leads to counts as well as the file.
    let value = folder.path().join("step_02/value.rs");
    std::fs::write(value, format!("{blocked}\n// the same\n")).expect("it is written");
    assert!(!passes("wrong", &["list"]));
    assert!(passes("right", &["list"]));
}
