//! `grader list`, and the signs that reports are written with.

use grader::steps::Step;

use crate::common::{Learner, course, grader, root, solution, stub, target, with, with_in};

/// What `list` prints for a learner who wrote this.
fn list(text: &str, more: &[&str]) -> String {
    let learner = Learner::new(text);
    let output = grader()
        .current_dir(learner.folder())
        .args(["list", "--impl", "step_02.rs", "--target-dir"])
        .arg(target())
        .args(more)
        .output()
        .expect("the grader runs");
    assert_eq!(output.status.code(), Some(0));
    String::from_utf8(output.stdout).expect("the list is UTF-8")
}

#[test]
fn tasks_are_listed_with_points_state_and_what_is_next() {
    let wrong = "    let total = total_length(sequence_length, num_tokens)?;
    Ok(Array2::zeros((sequence_length, total)))";
    let expected = "\
Step 02 · Causal masking                                              step_02.rs

  ✓ 1  Imports                                                 5/5  passed
  ✓ 2  The value that blocks attention mask_value            10/10  passed
  ✓ 3  Total length                    total_length          10/10  passed
  ✓ 4  A constant                      constant              10/10  passed
  ✓ 5  Broadcast                       broadcast_to          15/15  passed
  ✓ 6  Band part                       band_part             25/25  passed
  ✗ 7  The causal mask                 causal_mask            0/25  wrong
  ✓ 8  The mask for a cache            cached_causal_mask optional  passed

  [###############.....] 6 of 7 tasks, 75 of 100 points

Next: step 02, task 7, The causal mask.
";
    assert_eq!(list(&with(&[(7, wrong)]), &[]), expected);
}

#[test]
fn nothing_done_and_everything_done_are_listed() {
    let nothing = list(&stub(), &[]);
    assert!(nothing.contains(&format!(
        "[{}] 0 of 7 tasks, 0 of 100 points",
        ".".repeat(20)
    )));
    assert!(nothing.ends_with("Next: step 02, task 1, Imports.\n"));
    let all = list(&solution(), &[]);
    assert!(all.contains(&format!(
        "[{}] 7 of 7 tasks, 100 of 100 points",
        "#".repeat(20)
    )));
    assert!(all.ends_with("Every step that exists so far is passed.\n"));
}

#[test]
fn of_several_steps_those_that_are_passed_or_not_begun_are_a_line() {
    let course = course(&with(&[(7, "todo!()")]));
    let passed = with_in(Step::find("03").expect("there is one"), &[]);
    std::fs::write(course.path().join("steps/src/step_03.rs"), passed).expect("it is written");
    let list = |text: &str| {
        let file = course.path().join("steps/src/step_04.rs");
        std::fs::write(file, text).expect("it is written");
        let mut command = grader();
        command.current_dir(course.path());
        command.args(["list", "--target-dir"]).arg(target());
        let output = command.output().expect("the grader runs");
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let empty = std::fs::read_to_string(root().join("steps/src/step_04.rs")).expect("the stub");
    let text = list(&empty);
    let has = |begin: &str, end: &str| {
        let mut lines = text.lines();
        lines.any(|line| line.starts_with(begin) && line.ends_with(end))
    };
    assert!(
        has("  ✓ 03  Layer normalization", "100/100  passed"),
        "{text}"
    );
    assert!(
        has("  · 04  Feed-forward network", "0/100  to do"),
        "{text}"
    );
    // The one that is next is there in full, and so is one that is begun.
    assert!(has("  · 7  The causal mask", "to do"), "{text}");
    let begun = list(&format!("{empty}\nfn"));
    assert!(
        begun.contains("\nStep 04 · Feed-forward network"),
        "{begun}"
    );
}

#[test]
fn a_file_that_does_not_compile_is_listed_with_how_to_see_why() {
    let text = list(&with(&[(3, "    1")]), &[]);
    assert!(text.contains("0/10  not compiled"), "{text}");
    assert!(text.contains("`cargo grade check 02` shows why"), "{text}");
    assert!(text.ends_with("Next: step 02; make it compile.\n"));
}

#[test]
fn a_step_without_a_file_does_not_keep_the_others_from_being_listed() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("step_02.rs")).expect("a folder");
    let output = grader()
        .current_dir(root())
        .args(["list", "--impl"])
        .arg(folder.path())
        .arg("--target-dir")
        .arg(target())
        .output()
        .expect("the grader runs");
    let text = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(0));
    assert!(text.contains("cannot read"), "{text}");
}

#[test]
fn with_ascii_only_what_the_learner_wrote_is_not_ascii() {
    let message = "✗ und … größer";
    let answer = format!("    panic!(\"{message}\")");
    let shown = Learner::new(&with(&[(7, &answer)])).show(&["--ascii"]);
    assert!(shown.contains(message), "{shown}");
    assert!(shown.replace(message, "").is_ascii(), "{shown}");
    assert!(shown.contains("  x 7  The causal mask"), "{shown}");

    for text in [stub(), with(&[(6, "    tensor.to_owned()")])] {
        assert!(list(&text, &["--ascii"]).is_ascii());
        assert!(Learner::new(&text).show(&["--ascii"]).is_ascii());
    }
}

#[test]
fn no_line_is_wider_than_a_terminal() {
    for text in [stub(), with(&[(6, "    tensor.to_owned()")])] {
        for line in list(&text, &[]).lines() {
            assert!(line.chars().count() <= 80, "{line}");
        }
        for line in Learner::new(&text).show(&[]).lines() {
            assert!(line.chars().count() <= 80, "{line}");
        }
    }
}
