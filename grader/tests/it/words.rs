//! What people type without thinking of how it is called: it does what was meant, or the answer names what was meant.

use std::fs;

use crate::common::{Learner, course, grader, root, said, solution, stub, target, with};
use grader::steps::STEPS;

/// The exit status, what a command printed, and what it said beside that, in a course whose step 02 is this.
fn run(text: &str, words: &str) -> (Option<i32>, String, String) {
    let course = course(text);
    let mut command = grader();
    command.current_dir(course.path()).args(words.split(' '));
    if words.starts_with("reset") {
        // It has no option for that, and would compile the crates once more.
        let built = course.path().join("target");
        fs::create_dir(&built).expect("a folder");
        std::os::unix::fs::symlink(target(), built.join("grader")).expect("a link");
    } else {
        command.arg("--target-dir").arg(target());
    }
    said(&mut command)
}

#[test]
fn a_misspelled_command_is_suggested() {
    for (typed, meant) in [
        ("chek", "check"),
        ("wach", "watch"),
        ("hnt", "hint"),
        ("hnt 02 6", "hint"),
        ("lst", "list"),
        ("docter", "doctor"),
        ("rest 02", "reset"),
        ("dif", "diff"),
        ("shwo 4 2", "show"),
        ("hlep", "help"),
        // Options that only the command has which was meant.
        ("hnt 6 --level 2", "hint"),
        ("shwo 4 2 --softmax", "show"),
        ("rest 02 --yes", "reset"),
    ] {
        let mut command = grader();
        let output = command.current_dir(root()).args(typed.split(' ')).output();
        let output = output.expect("the grader runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{typed}");
        let asks = format!("did you mean `{meant}`?");
        assert!(said.contains(&asks), "{typed}: {said}");
    }
    for (typed, says) in [
        ("hint --levle 2", "unexpected argument '--levle'"),
        ("6 --levle", "unexpected argument '--levle'"),
        ("help frobnicate", "unrecognized subcommand"),
    ] {
        let output = grader().args(typed.split(' ')).output().expect("it runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{typed}");
        assert!(said.contains(says), "{typed}: {said}");
    }
    let output = grader().arg("frobnicate").output().expect("it runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("commands are check, watch"), "{said}");
}

#[test]
fn a_hint_without_more_is_about_the_task_that_is_next() {
    let text = with(&[(6, "    todo!(\"task 6: band_part\")")]);
    for (words, heading) in [
        ("hint", "Step 02, task 6 · band_part"),
        ("hint 02", "Step 02, task 6 · band_part"),
        ("hint 3", "Step 02, task 3 · total_length"),
        ("hint 2", "Step 02, task 2 · mask_value"),
        ("hint 2 6", "Step 02, task 6 · band_part"),
        ("hint step_02 4", "Step 02, task 4 · constant"),
    ] {
        let (exit, said, _) = run(&text, words);
        assert_eq!(exit, Some(0), "{words}");
        assert!(said.starts_with(heading), "{words}: {said}");
        assert!(said.contains("Hint 1 of 3"), "{words}: {said}");
    }
    for words in ["hint 02 6 3", "hint 02 6 --level 3"] {
        let (_, said, _) = run(&text, words);
        assert!(
            said.starts_with("Step 02, task 6 ·") && said.contains("Hint 3 of 3"),
            "{words}: {said}"
        );
    }
    for (words, says) in [
        ("hint 9", "step 02 has no task 9"),
        ("hint 02 6 4", "hints are 1 to 3"),
        ("hint 02 six", "`six` is no number"),
        ("hint 02 6 2 1", "`1` is one word too many"),
        ("hint 02 6 2 --level 3", "say different things"),
    ] {
        let (exit, _, said) = run(&text, words);
        assert_eq!(exit, Some(2), "{words}");
        assert!(said.contains(says), "{words}: {said}");
    }
    let (exit, _, said) = run(&with(&[(3, "    nothing")]), "hint");
    assert_eq!(exit, Some(2));
    assert!(said.contains("once the file compiles"), "{said}");
}

#[test]
fn a_task_can_stand_behind_the_step() {
    let text = with(&[(2, "    T::zero()")]);
    for words in ["check 02 6", "check 2 6", "check --task 6"] {
        let (exit, said, _) = run(&text, words);
        assert_eq!(exit, Some(0), "{words}: {said}");
        assert!(said.ends_with("Passed.\n"), "{words}: {said}");
    }
    let (exit, _, said) = run(&text, "check 02 9");
    assert_eq!(exit, Some(2));
    assert!(said.contains("its tasks are 1 to 8"), "{said}");
    for (words, says) in [
        ("check 02 6 7", "`7` is one word too many"),
        ("check 02 6 --task 5", "say different things"),
        ("check steps/src/step_02.rs", "--impl steps/src/step_02.rs"),
        ("steps", "--impl steps"),
    ] {
        let (exit, _, said) = run(&text, words);
        assert_eq!(exit, Some(2), "{words}");
        assert!(said.contains(says), "{words}: {said}");
    }
    for words in ["diff 02 6", "watch 02 6", "reset 02 6"] {
        let (exit, _, said) = run(&text, words);
        assert_eq!(exit, Some(2), "{words}");
        assert!(said.contains("is about a whole step"), "{words}: {said}");
        assert!(
            said.contains("cargo grade check --task 6"),
            "{words}: {said}"
        );
    }
}

#[test]
fn a_mask_is_drawn_without_a_word_on_its_size() {
    for (words, call) in [
        ("show 02", "causal_mask::<f32>(4, 2)"),
        ("show 3 1", "causal_mask::<f32>(3, 1)"),
        ("show 5", "causal_mask::<f32>(5, 0)"),
        ("show 02 3 1", "causal_mask::<f32>(3, 1)"),
    ] {
        let (exit, said, errors) = run(&solution(), words);
        assert_eq!(exit, Some(0), "{words}: {errors}");
        assert!(said.starts_with(call), "{words}: {said}");
    }
    // Without a step it is the current one.
    let text = with(&[(6, "    todo!(\"task 6: band_part\")")]);
    let (exit, said, _) = run(&text, "show");
    assert_eq!(exit, Some(1));
    assert!(said.starts_with("causal_mask::<f32>(4, 2)"), "{said}");
    let (exit, _, said) = run(&solution(), "show 02 3 1 4");
    assert_eq!(exit, Some(2));
    assert!(said.contains("`4` is one word too many"), "{said}");
}

#[test]
fn diff_and_reset_are_about_the_current_step() {
    // Where all are passed, that is the last one.
    let mut command = grader();
    command
        .current_dir(root())
        .args(["diff", "--impl", "solutions", "--target-dir"]);
    let (exit, said, _) = said(command.arg(target()));
    let last = STEPS.last().expect("a step").file();
    assert_eq!(exit, Some(0));
    assert_eq!(said, format!("`solutions/src/{last}` is the reference.\n"));
    let (exit, said, _) = run(&stub(), "diff");
    assert_eq!(exit, Some(1));
    assert!(said.contains("is not passed yet"), "{said}");
    let (exit, said, errors) = run(&with(&[(7, "todo!()")]), "reset --yes");
    assert_eq!(exit, Some(0), "{errors}");
    assert!(
        said.contains("`steps/src/step_02.rs` is as it came"),
        "{said}"
    );
}

#[test]
fn comments_are_no_difference() {
    let commented = solution().replace(
        "    // 2: Name",
        "    // My own words: \"// not code\"\n    // 2: Name",
    );
    let learner = Learner::new(&commented);
    let (exit, said, _) = learner.grade("diff", &[]);
    assert_eq!(
        (exit, said.as_str()),
        (Some(0), "`step_02.rs` is the reference.\n")
    );
    // With the words of the stub around the answers.
    let mut text = stub();
    for (task, answer) in [(2, "T::neg_infinity()"), (4, "arr0(value)")] {
        let function = ["mask_value", "constant"][usize::from(task == 4)];
        text = text.replace(&format!("todo!(\"task {task}: {function}\")"), answer);
    }
    let (_, said, _) = Learner::new(&text).grade("diff", &["--spoil"]);
    assert!(!said.contains("TODO") && !said.contains("Hint:"), "{said}");
    assert!(said.contains("@@ broadcast_to @@"), "{said}");
    assert!(!said.contains("+    T::neg_infinity"), "{said}");
}
