//! Answers of sizes that no answer has: a status with a sentence, and a report that somebody can read.

use crate::common::{Learner, solution, with, with_choice};

/// A report has at most so many bytes.
const LARGEST: usize = 300_000;

#[test]
fn rows_of_nothing_are_given_by_their_shape() {
    let answer = |rows: &str| format!("Ok(ndarray::Array2::from_elem(({rows}, 0), T::zero()))");
    let answers = ["5_000_000", "1 << 40"].map(answer);
    let mut learner = Learner::new(&with_choice(7, &answers.each_ref().map(String::as_str)));
    for number in 0..answers.len() {
        learner.choose(number);
        let report = learner.check(&[]);
        assert_eq!(report.status(7), "wrong", "{}", report.message(7));
        assert!(report.json.to_string().len() < LARGEST);
        let shown = learner.show(&[]);
        assert!(shown.contains(", 0), empty"), "{shown}");
        assert!(shown.len() < 8_000, "{shown}");
    }
}

#[test]
fn what_is_said_at_length_is_cut() {
    let answers = [
        "panic!(\"{}\", \"\\u{7}\".repeat(30 << 20))",
        "println!(\"{}\", \"\\u{7}\\n\".repeat(5 << 20)); panic!(\"and so on\")",
    ];
    let mut learner = Learner::new(&with_choice(7, &answers));
    for number in 0..answers.len() {
        learner.choose(number);
        let report = learner.check(&[]);
        assert_eq!(report.status(7), "panicked", "{}", report.message(7));
        assert!(report.json.to_string().len() < LARGEST);
    }
}

#[test]
fn a_static_that_is_larger_than_the_memory_is_told() {
    let answer = "static mut LARGE: [u8; 100 << 20] = [0; 100 << 20];
        unsafe { (&raw mut LARGE).cast::<u8>().write(1) }; arr0(value)";
    let report = Learner::new(&with(&[(4, answer)])).check(&["--memory", "64"]);
    assert_eq!(report.status(4), "out_of_limits");
    let said = report.message(4);
    assert!(said.contains("before anything is called"), "{said}");
}

#[test]
fn a_program_that_is_too_large_is_not_written() {
    let text = format!(
        "{}\npub static LARGE: [u8; 200 << 20] = [1; 200 << 20];\n",
        solution()
    );
    let report = Learner::new(&text).check(&[]);
    assert_eq!(report.status(4), "does_not_compile");
    let said = report.step()["diagnostics"].to_string();
    assert!(said.contains("too large to be written"), "{said}");
}
