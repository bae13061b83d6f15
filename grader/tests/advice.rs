//! The sentence after rustc's words: the right one, or none.

mod common;

use common::{Learner, assert_none_missed, solution, with};

/// A file that does not compile, and a part of the sentence that it should get; none where it should get no sentence.
struct Case(&'static str, String, Option<&'static str>);

const OK_OR: &str = "`.ok_or(...)`";
const OK: &str = "into `Ok(...)`";
const VIEW: &str = "return the view itself";
const SHOW: &str = "`.view()` shows it";
const OWN: &str = "`.to_owned()` makes an array of its own from it";
const COPY: &str = "`.to_owned()` copies what it shows";
const NUMBER: &str = "a number has to become a `T`";
const CERTAIN: &str = "a certain type such as `f32` fits only one";
const NO_ARRAY: &str = "A number is no array yet";
const BOUND: &str = "`None` sets no limit";
const SIZES: &str = "`usize` has no negative numbers";
const CRATES: &str = "Only the crates ndarray, half and num-traits can be used";
const MODULE: &str = "the grader takes the step's file alone";
const FEATURE: &str = "a feature of the crate";
const ERROR: &str = "has to be a `ShapeError`";
const OUTLIVE: &str = "A view cannot outlive";
const WRITE: &str = "that can be written to";

fn answer(name: &'static str, task: u8, answer: &str, says: Option<&'static str>) -> Case {
    Case(name, with(&[(task, answer)]), says)
}

fn each(name: &'static str, code: &str, says: Option<&'static str>) -> Case {
    let answer = format!("    Array2::from_shape_fn(tensor.dim(), |(i, j)| {code})");
    Case(name, with(&[(6, &answer)]), says)
}

fn mask(name: &'static str, last: &str, says: Option<&'static str>) -> Case {
    let answer = format!(
        "    let tensor = constant(mask_value());
    let mask = broadcast_to(&tensor, (sequence_length, total_length(sequence_length, num_tokens)?))?;
    {last}"
    );
    Case(name, with(&[(7, &answer)]), says)
}

fn cases() -> Vec<Case> {
    const ZERO: &str = "{ tensor[[i, j]] } else { T::zero() }";
    let mut cases = vec![
        answer(
            "semicolon after a result",
            3,
            "Ok(sequence_length + num_tokens);",
            None,
        ),
        answer("semicolon after a dtype", 2, "T::neg_infinity();", None),
        answer("semicolon after an array", 4, "arr0(value);", None),
        answer(
            "semicolon after an option",
            5,
            "tensor.broadcast(shape);",
            None,
        ),
        answer(
            "option of a sum",
            3,
            "sequence_length.checked_add(num_tokens)",
            Some(OK_OR),
        ),
        answer(
            "option of a view",
            5,
            "tensor.broadcast(shape)",
            Some(OK_OR),
        ),
        answer(
            "option in return",
            5,
            "return tensor.broadcast(shape);",
            Some(OK_OR),
        ),
        answer("some", 3, "Some(sequence_length)", Some(OK_OR)),
        answer(
            "no ok around a sum",
            3,
            "sequence_length + num_tokens",
            Some(OK),
        ),
        mask(
            "no ok around a mask",
            "band_part(mask, None, Some(0), true)",
            Some(OK),
        ),
        answer(
            "copied broadcast",
            5,
            "Ok(tensor.broadcast(shape).ok_or(ShapeError::from_kind(ErrorKind::Overflow))?.to_owned())",
            Some(VIEW),
        ),
        answer(
            "made anew",
            5,
            "Ok(Array2::from_elem(shape, T::zero()))",
            Some(VIEW),
        ),
        answer("view of a matrix as it is", 6, "tensor", Some(OWN)),
        mask("view in ok", "Ok(mask)", Some(OWN)),
        mask(
            "view out of a function",
            "broadcast_to(&tensor, (1, 1))",
            Some(OWN),
        ),
        answer(
            "array for a view",
            8,
            "Ok(band_part(causal_mask(sequence_length, num_tokens)?, None, None, true))",
            None,
        ),
        answer(
            "view for an array",
            8,
            "fn owned<T>(a: Array2<T>) -> Array2<T> { a }\n    let a = causal_mask(sequence_length, num_tokens)?;\n    Ok(owned::<T>(a.view()))",
            Some(COPY),
        ),
        answer(
            "array from a number",
            4,
            "Array0::from(value)",
            Some(NO_ARRAY),
        ),
        answer("the number itself", 4, "value", Some(NO_ARRAY)),
        answer("a float", 2, "-1e9", Some(NUMBER)),
        answer("an integer", 2, "0", Some(NUMBER)),
        each(
            "if and else",
            "if i > j { 0 } else { tensor[[i, j]] }",
            Some(NUMBER),
        ),
        each(
            "else and if",
            "if i > j { tensor[[i, j]] } else { 0.0 }",
            Some(NUMBER),
        ),
        answer("a certain number", 2, "f32::NEG_INFINITY", Some(CERTAIN)),
        answer(
            "another certain number",
            2,
            "half::f16::NEG_INFINITY",
            Some(CERTAIN),
        ),
        answer(
            "an array of a certain dtype",
            6,
            "Array2::<f64>::zeros(tensor.dim())",
            Some(CERTAIN),
        ),
        each(
            "difference and bound",
            &format!("if i - j <= num_lower {ZERO}"),
            Some(SIZES),
        ),
        each(
            "bound alone",
            &format!("if i <= num_lower {ZERO}"),
            Some(BOUND),
        ),
        each(
            "sum with a bound",
            &format!("if i <= j + num_lower {ZERO}"),
            Some(BOUND),
        ),
        each(
            "bound and difference",
            &format!("if j - num_upper <= i {ZERO}"),
            Some(BOUND),
        ),
        each(
            "negative size",
            &format!("if i + -1 <= j {ZERO}"),
            Some(SIZES),
        ),
        answer("text for an error", 3, "Err(\"too large\")", Some(ERROR)),
        answer(
            "text in ok_or",
            3,
            "sequence_length.checked_add(num_tokens).ok_or(\"overflow\")",
            Some(ERROR),
        ),
        answer(
            "kind for an error",
            3,
            "sequence_length.checked_add(num_tokens).ok_or(ErrorKind::Overflow)",
            Some(ERROR),
        ),
        answer(
            "a kind of std",
            1,
            "use ndarray::arr0;\nuse std::io::ErrorKind;",
            Some("`use ndarray::ErrorKind;`"),
        ),
        answer(
            "no kind",
            1,
            "use ndarray::arr0;",
            Some("`use ndarray::ErrorKind;`"),
        ),
        answer(
            "no arr0",
            1,
            "use ndarray::ErrorKind;",
            Some("`use ndarray::arr0;`"),
        ),
        answer(
            "no axis",
            6,
            "tensor.sum_axis(Axis(0)); tensor.to_owned()",
            Some("`use ndarray::Axis;`"),
        ),
        answer(
            "no zip, which std has",
            6,
            "Zip::indexed(tensor).map_collect(|_, x| *x)",
            Some("`use ndarray::Zip;`"),
        ),
        answer("misspelled function", 4, "ar0(value)", None),
        answer("misspelled type", 6, "Aray2::zeros(tensor.dim())", None),
        answer("misspelled method", 2, "T::neg_inf()", None),
        answer("crate in a path", 2, "rand::random()", Some(CRATES)),
        answer(
            "crate in a use",
            1,
            "use ndarray::{ErrorKind, arr0};\nuse itertools::Itertools;",
            Some(CRATES),
        ),
        answer(
            "part of a feature",
            1,
            "use ndarray::{ErrorKind, arr0};\nuse ndarray::parallel::prelude::*;",
            Some(FEATURE),
        ),
        answer(
            "method of a feature",
            6,
            "tensor.to_owned().into_par_iter(); tensor.to_owned()",
            Some(FEATURE),
        ),
        answer(
            "local array shown",
            5,
            "let copy = tensor.clone();\n    copy.broadcast(shape).ok_or(ShapeError::from_kind(ErrorKind::Overflow))",
            Some(OUTLIVE),
        ),
        answer(
            "written to a view",
            6,
            "let mut out = tensor;\n    out[[0, 0]] = T::zero();\n    out.to_owned()",
            Some(WRITE),
        ),
        answer(
            "moved array",
            4,
            "let a = arr0(value);\n    let b = a;\n    drop(a);\n    b",
            Some("only lends it"),
        ),
        mask(
            "no question mark",
            "let total: usize = total_length(1, 1);\n    Ok(band_part(mask, None, Some(total), true))",
            None,
        ),
        mask(
            "an array for a view",
            "let owned = mask.to_owned();\n    Ok(band_part(owned, None, Some(0), true))",
            Some(SHOW),
        ),
        mask(
            "a number for a bound",
            "Ok(band_part(mask, None, 0, true))",
            None,
        ),
        mask(
            "a reference too much",
            "Ok(band_part(&mask, None, Some(0), true))",
            None,
        ),
        answer(
            "if without else",
            6,
            "Array2::from_shape_fn(tensor.dim(), |(i, j)| if i < j { tensor[[i, j]] })",
            None,
        ),
        answer("bracket left open", 4, "arr0(value", None),
        answer("ok where no result is", 6, "Ok(tensor.to_owned())", None),
        answer(
            "no type to be had",
            7,
            "let nothing = Default::default();\n    causal_mask(sequence_length, num_tokens)",
            None,
        ),
        answer(
            "one argument too many",
            5,
            "tensor.broadcast(shape.0, shape.1).ok_or(ShapeError::from_kind(ErrorKind::Overflow))",
            None,
        ),
        answer("no such field", 4, "arr0(value.number)", None),
    ];
    cases.push(Case(
        "module beside the file",
        solution() + "\nmod helper;\n",
        Some(MODULE),
    ));
    cases.push(Case(
        "module of the crate",
        solution() + "\nuse crate::helper::blocked;\n",
        Some(MODULE),
    ));
    cases
}

#[test]
fn the_sentence_fits_the_error_or_is_not_given() {
    let cases = cases();
    assert!(cases.len() >= 50, "{} cases", cases.len());
    assert_none_missed(
        "compile errors",
        &cases,
        |learner, Case(name, text, says)| {
            learner.save(text);
            let report = learner.check(&[]);
            if report.statuses() != ["does_not_compile"; 8] {
                return vec![format!("{name} compiles")];
            }
            let said = report.step()["diagnostics"].as_array().cloned();
            let said = said.unwrap_or_default();
            // Sentences of ours are no diagnostics of rustc's, which begin in lower case.
            let ours = said
                .last()
                .and_then(|last| last.as_str())
                .unwrap_or_default();
            let ours = Some(ours).filter(|text| !text.starts_with("error"));
            let fits = match (says, ours) {
                (None, None) => true,
                (Some(says), Some(ours)) => ours.contains(says),
                _ => false,
            };
            let miss = || {
                format!(
                    "{name}: {says:?} and not {ours:?}:\n{}",
                    said[0].as_str().unwrap_or_default()
                )
            };
            (!fits).then(miss).into_iter().collect()
        },
    );
}

#[test]
fn of_many_errors_the_first_one_is_what_the_eye_ends_on() {
    let text = solution().replace("usize", "uzise");
    let shown = Learner::new(&text).show(&[]);
    let count = shown.lines().count();
    assert!(count < 40, "{shown}");
    let screen: Vec<_> = shown.lines().skip(count.saturating_sub(24)).collect();
    let errors: Vec<_> = screen
        .iter()
        .filter(|line| line.starts_with("error"))
        .collect();
    assert_eq!(errors.len(), 1, "{shown}");
    assert!(shown.contains(" more\n"), "{shown}");
}
