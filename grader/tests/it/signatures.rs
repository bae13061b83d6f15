//! Functions that are missing or are not what the tests call, with the real command on a real file.

use crate::common::{Learner, solution, stub};

#[test]
fn a_missing_function_fails_alone() {
    let text = solution()
        .replace("pub fn constant<", "pub fn konstant<")
        .replace("constant(mask_value())", "arr0(mask_value())");
    let report = Learner::new(&text).check(&[]);
    report.passed_but(&[(4, "does_not_compile")]);
    let message = report.message(4);
    assert!(
        message.starts_with("There is no public function `constant` in the file."),
        "{message}"
    );
    assert!(
        message.contains("pub fn constant<T: Float>(value: T) -> Array0<T>"),
        "{message}"
    );
}

#[test]
fn a_function_with_another_signature_fails_alone() {
    let text = solution()
        .replace("pub fn total_length(sequence_length: usize, num_tokens: usize) -> Result<usize, ShapeError>", "pub fn total_length(sequence_length: usize, num_tokens: usize) -> Option<usize>")
        .replace("        .ok_or(ShapeError::from_kind(ErrorKind::Overflow))\n}\n\n/// A constant", "}\n\n/// A constant")
        .replace("total_length(sequence_length, num_tokens)?;", "total_length(sequence_length, num_tokens).ok_or(ShapeError::from_kind(ErrorKind::Overflow))?;");
    let report = Learner::new(&text).check(&[]);
    report.passed_but(&[(3, "does_not_compile")]);
    let message = report.message(3);
    assert!(
        message.starts_with("`total_length` has another signature"),
        "{message}"
    );
    assert!(message.contains("Result<usize, ShapeError>"), "{message}");
    assert!(report.task(3)["location"]["line"].as_u64() > Some(1));
}

#[test]
fn several_missing_functions_fail_alone() {
    let text = "use num_traits::Float;\npub fn mask_value<T: Float>() -> T { T::neg_infinity() }\n";
    let report = Learner::new(text).check(&[]);
    assert_eq!(report.statuses()[..2], ["passed", "passed"]);
    assert_eq!(report.statuses()[2..], ["does_not_compile"; 6]);
}

#[test]
fn a_first_answer_that_went_wrong_comes_before_the_imports() {
    let text = stub().replace(
        "pub fn mask_value<T: Float>() -> T {",
        "pub fn mask_value() -> f32 {",
    );
    let text = text.replace("todo!(\"task 2: mask_value\")", "f32::NEG_INFINITY");
    let shown = Learner::new(&text).show(&[]);
    assert!(
        shown.contains("`mask_value` has another signature"),
        "{shown}"
    );
    assert!(shown.contains("Next: task 2."), "{shown}");
}

#[test]
fn a_function_that_is_not_public_is_said_so() {
    let report = Learner::new(&solution().replace("pub fn constant<", "fn constant<")).check(&[]);
    report.passed_but(&[(4, "does_not_compile")]);
    assert!(
        report.message(4).starts_with("`constant` is not public"),
        "{}",
        report.message(4)
    );
}
