//! What is judged is what stands in the file now, and the same file is asked the same.

use crate::common::{Learner, solution, with};

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
