//! `grader show` with the real command: what it draws is what the functions return, and it ends whatever they do.

use std::time::{Duration, Instant};

use crate::common::{Learner, solution, stub, with, with_choice};

/// The learner's mask, drawn.
fn show(learner: &Learner, arguments: &[&str]) -> (Option<i32>, String, String) {
    learner.grade("show", arguments)
}

/// Everything below the first line, which names the file.
fn below(text: &str) -> &str {
    text.split_once("\n\n").map_or("", |(_, below)| below)
}

#[test]
fn the_mask_is_drawn_with_labelled_axes() {
    let learner = Learner::new(&solution());
    let (exit, drawn, _) = show(&learner, &["3", "2"]);
    assert_eq!(exit, Some(0));
    assert!(drawn.starts_with("causal_mask::<f32>(3, 2)"), "{drawn}");
    let expected = "
      key     0     1     2     3     4
query   0     0  -inf  -inf  -inf  -inf
        1     0     0  -inf  -inf  -inf
        2     0     0     0  -inf  -inf
";
    assert_eq!(below(&drawn), &expected[1..]);
}

#[test]
fn the_mask_for_a_cache_is_drawn_in_every_dtype() {
    let learner = Learner::new(&solution());
    let expected = "
      key     0     1     2
query   0     0     0  -inf
        1     0     0     0
";
    for dtype in ["f16", "bf16", "f32", "f64"] {
        let (exit, drawn, _) = show(&learner, &["2", "1", "--cached", "--dtype", dtype]);
        assert_eq!(exit, Some(0));
        assert!(drawn.starts_with(&format!("cached_causal_mask::<{dtype}>(2, 1)")));
        assert_eq!(below(&drawn), &expected[1..]);
    }
}

#[test]
fn a_wide_mask_is_drawn_in_signs_that_fit() {
    let learner = Learner::new(&solution());
    let (exit, drawn, _) = show(&learner, &["12", "20"]);
    assert_eq!(exit, Some(0));
    let row = format!("       11  {}{}", ". ".repeat(12), "# ".repeat(20));
    assert!(drawn.lines().any(|line| line == row.trim_end()), "{drawn}");
    assert!(drawn.contains(".  0, the query may look at the key"));
    assert!(drawn.lines().all(|line| line.chars().count() <= 80));
}

#[test]
fn an_empty_mask_is_said_to_be_empty() {
    let learner = Learner::new(&solution());
    let (exit, drawn, _) = show(&learner, &["0", "3"]);
    assert_eq!((exit, below(&drawn)), (Some(0), "shape (0, 3), empty\n"));
}

#[test]
fn weights_are_shown_with_two_decimals() {
    let learner = Learner::new(&solution());
    let (exit, drawn, _) = show(&learner, &["2", "0", "--softmax"]);
    assert_eq!(exit, Some(0));
    let expected = "
      key     0     1
query   0   0.0  -inf
        1   1.5   0.0

Softmax of each row, the weights of the keys:

      key     0     1
query   0  1.00  0.00
        1  0.82  0.18
";
    assert!(drawn.ends_with(expected), "{drawn}");
    assert!(drawn.contains("((3 i + 2 j) mod 5) / 2"), "{drawn}");
}

#[test]
fn a_wrong_mask_is_drawn_as_it_is() {
    // A query that may not look at itself: the first row is dead.
    let text = with(&[(
        7,
        "    let blocked = constant(mask_value());
    let mask = broadcast_to(&blocked, (sequence_length, sequence_length + num_tokens))?;
    let mut mask = band_part(mask, None, Some(0), true);
    mask.diag_mut().fill(mask_value());
    Ok(mask)",
    )]);
    let (exit, drawn, _) = show(&Learner::new(&text), &["2", "0", "--softmax"]);
    assert_eq!(exit, Some(0));
    assert!(
        drawn.contains("query   0  -inf  -inf\n        1     0  -inf\n"),
        "{drawn}"
    );
    assert!(
        drawn.contains("query   0   NaN   NaN\n        1  1.00  0.00\n"),
        "{drawn}"
    );
    assert!(
        drawn.contains("Dead: in row 0 softmax gives NaN."),
        "{drawn}"
    );
    assert!(
        drawn
            .contains("not the mask that task 7 asks for.\n2 entries differ, the first at [0, 0]."),
        "{drawn}"
    );
}

#[test]
fn values_that_no_mask_has_are_drawn_too() {
    let learner = Learner::new(&with(&[(2, "    T::min_value()")]));
    let (_, drawn, _) = show(&learner, &["2", "0", "--dtype", "f16"]);
    assert!(drawn.contains("query   0       0  -65504\n"), "{drawn}");
    // Too wide to be written out, they get a letter.
    let (_, drawn, _) = show(&learner, &["3", "1", "--dtype", "f64"]);
    assert!(drawn.contains("query   0  . a a a\n"), "{drawn}");
    assert!(drawn.contains("\na  -1.7976931348623157e308\n"), "{drawn}");
}

#[test]
fn what_the_answer_printed_is_shown() {
    let text = with(&[(2, "    println!(\"a\\u{1b}[2Jb\");\n    T::neg_infinity()")]);
    let (exit, drawn, _) = show(&Learner::new(&text), &["1", "0"]);
    assert_eq!(exit, Some(0));
    assert!(drawn.contains("It printed:\n  | a\\u{1b}[2Jb\n"), "{drawn}");
}

#[test]
fn a_mask_that_is_not_written_yet_is_said_so() {
    let (exit, said, _) = show(&Learner::new(&stub()), &["3", "0"]);
    assert_eq!(exit, Some(1));
    assert_eq!(
        below(&said),
        "There is no mask to draw yet: `causal_mask` comes to a `todo!`.\n"
    );
}

#[test]
fn what_keeps_the_mask_from_coming_back_is_said_in_a_sentence() {
    let missing = solution().replace("pub fn causal_mask<", "pub fn other<");
    let cases = [
        ("    loop {}", "The call did not return in time."),
        ("    panic!(\"no idea\")", "It panicked: no idea"),
        (
            "    Err(ShapeError::from_kind(ErrorKind::Overflow))",
            "It returned `Err`",
        ),
        (
            "    std::process::abort()",
            "The call did not return: it aborted.",
        ),
        ("    std::process::exit(0)", "it ended the whole process"),
        (
            "    Ok(Array2::zeros((1000, 1000)))",
            "It returned an array of shape [1000, 1000], too large to draw.",
        ),
        (
            "    Ok(Array2::zeros((1000, 10_000)))",
            "too large to draw.",
        ),
    ];
    let answers = cases.map(|(answer, _)| answer);
    let mut learner = Learner::new(&with_choice(7, &answers));
    for (number, (answer, sentence)) in cases.into_iter().enumerate() {
        learner.choose(number);
        let started = Instant::now();
        let (exit, said, errors) = show(&learner, &["3", "0", "--timeout", "1"]);
        assert_eq!(exit, Some(1), "{answer}: {said}{errors}");
        assert!(said.contains(sentence), "{answer}: {said}");
        assert!(started.elapsed() < Duration::from_secs(25), "{answer}");
        assert!(learner.processes().is_empty(), "{answer}");
    }
    let (exit, said, _) = show(&Learner::new(&missing), &["3", "0"]);
    assert_eq!(exit, Some(1));
    assert!(
        said.contains("There is no public function `causal_mask`"),
        "{said}"
    );
}

#[test]
fn a_file_that_does_not_compile_shows_what_rustc_says() {
    let learner = Learner::new(&with(&[(2, "    nothing")]));
    let (exit, said, _) = show(&learner, &["3", "0"]);
    assert_eq!(exit, Some(1));
    assert!(said.contains("cannot find value `nothing`"), "{said}");
}

#[test]
fn sizes_that_do_not_fit_are_wrong_usage() {
    let learner = Learner::new(&solution());
    let most = u64::MAX.to_string();
    for (sizes, sentence) in [
        (["33", "0"], "`--svg FILE` takes up to 64"),
        (
            [most.as_str(), most.as_str()],
            "`--svg FILE` takes up to 64",
        ),
    ] {
        let (exit, _, errors) = show(&learner, &sizes);
        assert_eq!(exit, Some(2));
        assert!(errors.contains(sentence), "{errors}");
    }
}
