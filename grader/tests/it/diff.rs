//! `grader diff` with the real command: the reference is shown to whoever has passed or asks for it.

use crate::common::{Learner, grader, root, solution, stub, with};

fn diff(learner: &Learner, arguments: &[&str]) -> (Option<i32>, String) {
    let (exit, output, errors) = learner.grade("diff", arguments);
    (exit, output + &errors)
}

/// Another right answer to task 2.
const OTHER: &str = "    T::zero().ln()";
/// A line of the reference that no stub has.
const ANSWER: &str = "+    T::neg_infinity()\n";

#[test]
fn a_step_that_is_passed_is_compared_with_the_reference() {
    let (exit, said) = diff(&Learner::new(&with(&[(2, OTHER)])), &[]);
    assert_eq!(exit, Some(0), "{said}");
    assert!(
        said.starts_with("--- step_02.rs\n+++ the reference\n@@ "),
        "{said}"
    );
    assert!(said.contains(&format!("-{OTHER}\n{ANSWER}")), "{said}");
    assert!(!said.contains("ANCHOR") && !said.contains("solutions::"));
}

#[test]
fn a_step_that_is_not_passed_shows_no_answer() {
    for (text, missing) in [
        (stub(), "0 of 100 points, next is task 1 (Imports)"),
        (with(&[(2, "    T::zero()")]), "next is task 2 (mask_value)"),
        (with(&[(2, "    nothing")]), "it does not compile"),
    ] {
        let learner = Learner::new(&text);
        let (exit, said) = diff(&learner, &[]);
        assert_eq!(exit, Some(1), "{said}");
        assert!(said.contains(missing) && said.contains("--spoil"), "{said}");
        assert!(!said.contains("neg_infinity"), "{said}");
        let (exit, said) = diff(&learner, &["--spoil"]);
        assert_eq!(exit, Some(0), "{said}");
        assert!(said.contains(ANSWER), "{said}");
    }
}

#[test]
fn the_answer_to_an_optional_task_is_left_out_until_it_is_passed() {
    let open = "    todo!(\"task 8: cached_causal_mask\")";
    let learner = Learner::new(&with(&[(2, OTHER), (8, open)]));
    let (exit, said) = diff(&learner, &[]);
    assert_eq!(exit, Some(0), "{said}");
    assert!(said.contains(ANSWER), "{said}");
    assert!(!said.contains("+    Ok(band_part(mask, None, Some(num_tokens), true))"));
    assert!(said.contains("Task 8 is optional and not passed"), "{said}");
    let (_, said) = diff(&learner, &["--spoil"]);
    assert!(said.contains("+    Ok(band_part(mask, None, Some(num_tokens), true))"));
}

#[test]
fn the_reference_itself_does_not_differ() {
    let learner = Learner::new(&solution().replace('\n', "\r\n"));
    let same = "`step_02.rs` is the reference.\n".to_owned();
    assert_eq!(diff(&learner, &[]), (Some(0), same));
    let output = grader()
        .current_dir(root())
        .args(["diff", "02", "--impl", "solutions", "--spoil"])
        .output()
        .expect("the grader runs");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.ends_with("is the reference.\n"), "{said}");
}

#[test]
fn a_function_that_is_only_laid_out_otherwise_does_not_show() {
    let inside = "let columns = tensor";
    let text = with(&[(2, OTHER)]);
    assert!(text.contains(inside));
    let laid_out = text.replace(inside, "let columns =\n            tensor");
    let (_, said) = diff(&Learner::new(&laid_out), &[]);
    assert!(said.contains(ANSWER), "{said}");
    assert!(!said.contains("@@ band_part @@"), "{said}");
}

#[test]
fn text_that_a_terminal_would_act_on_is_shown_as_text() {
    let learner = Learner::new(&(solution() + "const TEXT: &str = \"\u{1b}[2J\u{202e}\";\n"));
    let (exit, said) = diff(&learner, &["--spoil"]);
    assert_eq!(exit, Some(0));
    assert!(said.contains("\\u{1b}[2J\\u{202e}"), "{said}");
}

#[test]
fn a_long_file_of_other_lines_is_compared_in_time() {
    let text: String = (0..100_000).map(|line| format!("// {line}\n")).collect();
    let started = std::time::Instant::now();
    let (exit, _) = diff(&Learner::new(&text), &["--spoil"]);
    assert_eq!(exit, Some(0));
    assert!(started.elapsed() < std::time::Duration::from_secs(20));
}
