//! The ordinary situations of a learner, each with the real command on a real file: its status, its exit status, and a
//! sentence that helps.

use crate::common::cases::MISTAKE;
use crate::common::{Learner, solution, step, stub, with};
use grader::protocol::Value;

#[test]
fn the_solution_passes_in_full() {
    let report = Learner::new(&solution()).check(&[]);
    report.passed_but(&[]);
    assert_eq!(report.exit, Some(0));
    assert_eq!(report.step()["status"], "passed");
    assert_eq!(
        (&report.step()["points"], &report.step()["max_points"]),
        (&100.into(), &100.into())
    );
    assert_eq!(report.json["format"], "grader/report/v1");
    assert!(
        report.task(6)["checks"]
            .as_array()
            .is_some_and(|checks| checks.len() > 10)
    );
}

#[test]
fn the_stub_is_unfinished_in_every_task() {
    let report = Learner::new(&stub()).check(&[]);
    assert_eq!(report.statuses(), ["unfinished"; 8]);
    assert_eq!(report.step()["status"], "unfinished");
    assert_eq!(report.exit, Some(1));
}

#[test]
fn a_first_answer_passes_together_with_the_imports() {
    // The learner has written task 2 and nothing else.
    let text = stub().replacen("todo!(\"task 2: mask_value\")", "T::neg_infinity()", 1);
    let report = Learner::new(&text).check(&[]);
    assert_eq!(report.statuses()[..3], ["passed", "passed", "unfinished"]);
    assert_eq!(report.step()["points"], 15);
    assert_eq!(report.step()["status"], "unfinished");
}

#[test]
fn a_file_that_does_not_compile_shows_what_rustc_says_of_it() {
    let text = with(&[(3, "    sequence_length + num_tokens")]);
    let line = 1 + text
        .lines()
        .position(|line| line.contains("sequence_length + num_tokens"))
        .expect("it is there");
    let report = Learner::new(&text).check(&[]);
    assert_eq!(report.statuses(), ["does_not_compile"; 8]);
    assert_eq!(report.exit, Some(1));
    let diagnostic = report.step()["diagnostics"][0].as_str().unwrap_or_default();
    assert!(diagnostic.contains("error[E0308]"), "{diagnostic}");
    // Where the user is, the path is relative, as terminals resolve it.
    assert!(
        diagnostic.contains(&format!("--> step_02.rs:{line}:")),
        "{diagnostic}"
    );
}

#[test]
fn a_crate_that_cannot_be_used_is_said_so_in_one_sentence() {
    let report = Learner::new(&with(&[(
        1,
        "use ndarray::{ErrorKind, arr0};\nuse rand::Rng;",
    )]))
    .check(&[]);
    assert_eq!(report.statuses(), ["does_not_compile"; 8]);
    let said = report.step()["diagnostics"].to_string();
    assert!(
        said.contains("Only the crates ndarray, half and num-traits can be used"),
        "{said}"
    );
}

#[test]
fn a_panic_is_shown_with_its_message_and_line() {
    let text = with(&[(
        4,
        "    let nothing: Option<Array0<T>> = None;\n    nothing.expect(\"no idea yet\")",
    )]);
    let line = 1 + text
        .lines()
        .position(|line| line.contains("no idea yet"))
        .expect("it is there");
    let report = Learner::new(&text).check(&[]);
    report.passed_but(&[(4, "panicked"), (7, "blocked"), (8, "blocked")]);
    assert!(
        report.message(4).contains("no idea yet"),
        "{}",
        report.message(4)
    );
    assert_eq!(report.task(4)["location"]["line"], line);
}

#[test]
fn a_panic_inside_ndarray_is_traced_to_the_learners_line() {
    let text = with(&[(
        6,
        "    Array2::from_shape_fn(tensor.dim(), |(i, j)| {\n        tensor[[i, j + 1]]\n    })",
    )]);
    let line = 1 + text
        .lines()
        .position(|line| line.contains("j + 1"))
        .expect("it is there");
    let report = Learner::new(&text).check(&[]);
    assert_eq!(report.status(6), "panicked");
    assert_eq!(
        report.task(6)["location"]["line"],
        line,
        "{:#}",
        report.task(6)
    );
}

#[test]
fn a_wrong_value_is_shown_beside_the_right_one() {
    let text = with(&[(2, "    T::min_value()")]);
    let report = Learner::new(&text).check(&[]);
    assert_eq!(report.status(2), "wrong");
    let example = &report.task(2)["counterexample"];
    assert_eq!(example["call"], "mask_value::<f32>()");
    assert_eq!(example["expected"], "-inf");
    assert!(example["actual"].as_f64() < Some(-1e38));
    // The masks are wrong only because the value is.
    assert_eq!((report.status(7), report.status(8)), ("blocked", "blocked"));
    assert!(
        report.message(7).contains("task 2"),
        "{}",
        report.message(7)
    );
}

#[test]
fn a_part_that_is_wrong_only_where_the_mask_asks_loses_its_pass() {
    let lengths = |task: u8| -> Vec<[u64; 2]> {
        let checks = step().task(task).expect("a task").questions(0);
        let questions = checks.iter().flat_map(|check| &check.questions);
        let lengths = questions.map(|question| match question.call.arguments.as_slice() {
            &[Value::Size(l), Value::Size(n)] => [l, n],
            other => panic!("{other:?}"),
        });
        lengths.collect()
    };
    let known = lengths(3);
    let mut only = lengths(7)
        .into_iter()
        .filter(|pair| !known.contains(pair) && pair[0] > 12 && pair[0] < 999);
    let [l, n] = only.next().expect("lengths that only the mask asks");
    let answer = format!(
        "Ok(if (sequence_length, num_tokens) == ({l}, {n}) {{ 1 }} else {{ sequence_length.checked_add(num_tokens).ok_or(ShapeError::from_kind(ErrorKind::Overflow))? }})"
    );
    let report = Learner::new(&with(&[(3, &answer)])).check(&["--seed", "0"]);
    assert_eq!(
        (report.status(3), report.status(7)),
        ("wrong", "blocked"),
        "{:#}",
        report.json
    );
    assert_eq!(report.task(3)["points"], 0);
    assert!(
        report.message(7).contains("Finish task 3 first"),
        "{}",
        report.message(7)
    );
    let example = &report.task(3)["counterexample"];
    assert_eq!(example["call"], format!("total_length({l}, {n})"));
    assert_eq!(
        (&example["expected"], &example["actual"]),
        (&(l + n).into(), &1.into())
    );
    // One answer is no pattern.
    let names = [3, 7].map(|task| &report.task(task)["misconception"]);
    assert!(names.iter().all(|name| name.is_null()), "{names:?}");
}

#[test]
fn of_two_wrong_parts_the_one_is_named_that_makes_the_mask_wrong() {
    // Negative infinity has no fraction to lose.
    let whole = "arr0(value.trunc())";
    let unchanged = "tensor.to_owned()";
    let report = Learner::new(&with(&[(4, whole), (6, unchanged)])).check(&[]);
    report.passed_but(&[(4, "wrong"), (6, "wrong"), (7, "blocked"), (8, "blocked")]);
    for mask in [7, 8] {
        let message = report.message(mask);
        assert!(message.contains("Finish task 6 first"), "{message}");
    }
}

#[test]
fn a_wrong_mask_is_the_fault_of_its_own_task() {
    let report = Learner::new(&with(&[(7, MISTAKE)])).check(&[]);
    report.passed_but(&[(7, "wrong")]);
    let example = &report.task(7)["counterexample"];
    assert_eq!(report.task(7)["misconception"], "G1");
    assert_eq!(example["call"], "causal_mask::<f32>(3, 1)");
    let rows = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("rows");
    let expected =
        r#"[[0.0, "-inf", "-inf", "-inf"], [0.0, 0.0, "-inf", "-inf"], [0.0, 0.0, 0.0, "-inf"]]"#;
    assert_eq!(example["expected"], rows(expected));
    let actual = r#"[[0.0, 0.0, "-inf", "-inf"], [0.0, 0.0, 0.0, "-inf"], [0.0, 0.0, 0.0, 0.0]]"#;
    assert_eq!(example["actual"], rows(actual));
    assert_eq!(example["first_difference"], serde_json::json!([0, 1]));
}

#[test]
fn a_copy_is_no_broadcast() {
    let answer = "    let entry = tensor.first().copied().unwrap_or(T::zero());\n    let copy = Box::leak(Box::new(Array2::from_elem(shape, entry)));\n    Ok(copy.view())";
    let text = with(&[(5, answer)]).replace(
        "pub fn broadcast_to<T: Float>(",
        "pub fn broadcast_to<T: Float + 'static>(",
    );
    let text = text.replace("_mask<T: Float>(", "_mask<T: Float + 'static>(");
    let report = Learner::new(&text).check(&[]);
    // The product that overflows makes ndarray panic, so this copy fails there too; the copy itself comes first.
    assert_eq!(report.status(5), "wrong");
    assert!(
        report.message(5).contains("copied"),
        "{}",
        report.message(5)
    );
    assert_eq!((report.status(7), report.status(8)), ("passed", "passed"));
}

#[test]
fn ending_the_process_is_a_crash_and_no_pass() {
    let report =
        Learner::new(&with(&[(5, "println!(\"so far\"); std::process::exit(0)")])).check(&[]);
    report.passed_but(&[(5, "crashed"), (7, "blocked"), (8, "blocked")]);
    assert!(
        report
            .message(5)
            .contains("ended the whole process with exit status 0"),
        "{}",
        report.message(5)
    );
}

#[test]
fn honest_prints_do_no_harm_and_are_shown() {
    let answer = "    println!(\"adding {sequence_length} and {num_tokens}\");\n    eprintln!(\"to standard error\");\n    sequence_length.checked_add(num_tokens).ok_or(ShapeError::from_kind(ErrorKind::Overflow))";
    let report = Learner::new(&with(&[(3, answer)])).check(&[]);
    report.passed_but(&[]);
    let output = report.task(3)["output"].as_str().unwrap_or_default();
    assert!(
        output.contains("adding 0 and 0\nto standard error\n"),
        "{output}"
    );
}

#[test]
fn reading_standard_input_neither_hangs_nor_takes_a_question_away() {
    let answer = "    let mut line = String::new();\n    assert_eq!(std::io::stdin().read_line(&mut line).ok(), Some(0));\n    arr0(value)";
    Learner::new(&with(&[(4, answer)]))
        .check(&[])
        .passed_but(&[]);
}

#[test]
fn a_busy_machine_is_no_false_alarm() {
    let done = std::sync::atomic::AtomicBool::new(false);
    let busy = || !done.load(std::sync::atomic::Ordering::Relaxed);
    let cores = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..4 * cores {
            scope.spawn(|| {
                while busy() {
                    std::hint::spin_loop();
                }
            });
        }
        let report = Learner::new(&solution()).check(&[]);
        done.store(true, std::sync::atomic::Ordering::Relaxed);
        report.passed_but(&[]);
    });
}
