//! What the learner's code prints: beside a call stands what that call printed, and the call stays in view.

use crate::common::{Learner, with, with_choice};

/// What task 6 does wrongly in these tests.
const WRONG_BAND: &str = "tensor.to_owned()";

/// A learner whose task 6 does so and prints.
enum Prints {
    Lines,
    OnceForTheSmallest,
    WithoutEnd,
    Much,
}

impl Prints {
    fn learner(self) -> Learner {
        let answers = [
            "println!(\"{:?}\", tensor.dim()); eprintln!(\"and\");",
            "if tensor.dim() == (1, 1) { println!(\"small\"); }",
            "print!(\"{:?} \", tensor.dim());",
            "println!(\"{}\", \"x\".repeat(20_000));",
        ]
        .map(|print| format!("{print} {WRONG_BAND}"));
        let answers = answers.each_ref().map(String::as_str);
        let mut learner = Learner::new(&with_choice(6, &answers));
        learner.choose(self as usize);
        learner
    }
}

/// The output of a task, for programs.
fn output(learner: &Learner, task: usize) -> String {
    let report = learner.check(&[]);
    let output = report.task(task)["output"].as_str();
    output.expect("a text").to_owned()
}

#[test]
fn beside_a_call_stands_what_that_call_printed() {
    let learner = Prints::Lines.learner();
    assert_eq!(output(&learner, 6), "(3, 3)\nand\n");
    let shown = learner.show(&[]);
    let call = "  band_part(tensor.view(), None, None, true)\n";
    let prints = "\n  It printed:\n  | (3, 3)\n  | and\n\n    expected";
    assert!(shown.contains(&format!("{call}{prints}")), "{shown}");
}

#[test]
fn a_call_that_printed_nothing_has_no_prints_of_others() {
    let learner = Prints::OnceForTheSmallest.learner();
    assert_eq!(output(&learner, 6), "");
    assert!(!learner.show(&[]).contains("small"));
}

#[test]
fn a_line_without_end_belongs_to_the_call_that_printed_it() {
    let learner = Prints::WithoutEnd.learner();
    assert_eq!(output(&learner, 6), "(3, 3) ");
}

#[test]
fn what_was_printed_before_a_panic_or_a_crash_is_that_calls() {
    let cases = [
        (
            "println!(\"value {:?}\", value.to_f64()); panic!(\"no\")",
            "value Some(2.0)\n",
        ),
        (
            "print!(\"value {:?}\", value.to_f64()); std::process::exit(3)",
            "value Some(2.0)",
        ),
    ];
    let mut learner = Learner::new(&with_choice(4, &cases.map(|(answer, _)| answer)));
    for (number, (answer, expected)) in cases.into_iter().enumerate() {
        learner.choose(number);
        assert_eq!(output(&learner, 4), expected, "{answer}");
    }
}

#[test]
fn the_call_stays_on_a_screen_of_24_lines() {
    let noise = "for row in 0..40 { println!(\"row {row}\"); }";
    let blocked = "cached_causal_mask(sequence_length, num_tokens)";
    for (task, wrong) in [(6, WRONG_BAND), (7, blocked), (4, "panic!(\"no\")")] {
        let learner = Learner::new(&with(&[(task, &format!("{noise} {wrong}"))]));
        let shown = learner.show(&[]);
        let lines: Vec<_> = shown.lines().collect();
        // One line of the screen is the prompt's.
        let screen = &lines[lines.len() - 23..];
        let title = lines.iter().position(|line| line.starts_with("Task "));
        let first = lines[title.expect("a task is explained") + 2];
        assert!(screen.contains(&first), "{first} in\n{shown}");
        assert!(screen.contains(&"  | row 0"), "{shown}");
        let more = |line: &&&str| line.ends_with(" more lines; `--format json` has them");
        let more = screen.iter().find(more).expect("it says how many more");
        let shown_rows = lines
            .iter()
            .filter(|line| line.starts_with("  | row"))
            .count();
        assert!(
            more.contains(&format!(" {} more", 40 - shown_rows)),
            "{shown}"
        );
    }
}

#[test]
fn prints_before_a_todo_do_not_flood() {
    let answer = "dbg!(tensor.dim(), num_lower, num_upper);\n    todo!(\"task 6: band_part\")";
    let shown = Learner::new(&with(&[(6, answer)])).show(&[]);
    let prints = shown.lines().filter(|line| line.starts_with("  |")).count();
    assert_eq!(prints, 3, "{shown}");
    assert!(shown.contains("] tensor.dim() = ("), "{shown}");
}

#[test]
fn a_passed_task_that_printed_says_so_in_one_line() {
    let answer = "println!(\"the value\"); arr0(value)";
    let learner = Learner::new(&with(&[(4, answer)]));
    learner.check(&[]).passed_but(&[]);
    assert!(output(&learner, 4).starts_with("the value\nthe value\n"));
    let shown = learner.show(&[]);
    let notes: Vec<_> = shown
        .lines()
        .filter(|line| line.contains("printed"))
        .collect();
    assert!(!shown.contains("  |"), "{shown}");
    assert!(
        notes[0].starts_with("Task 4 passed and printed ")
            && notes[0].ends_with(" lines, the first: `the value`"),
        "{shown}"
    );
    // The masks use task 4.
    assert_eq!(notes.len(), 3, "{shown}");
}

/// Whoever holds the lock of standard output for ever keeps the worker from marking what calls print.
#[test]
fn a_thread_that_holds_standard_output_costs_no_right_answer() {
    let answer = "static ONCE: std::sync::Once = std::sync::Once::new();
        ONCE.call_once(|| {
            let (sender, receiver) = std::sync::mpsc::channel();
            std::thread::spawn(move || {
                let _lock = std::io::stdout().lock();
                let _ = sender.send(());
                loop { std::thread::park() }
            });
            let _ = receiver.recv();
        });
        arr0(value)";
    let learner = Learner::new(&with(&[(4, answer)]));
    learner.check(&["--timeout", "1"]).passed_but(&[]);
}

/// Bytes that are no text and look like the beginning of a mark, and a standard output that is closed.
#[test]
fn strange_prints_cost_no_right_answer() {
    let answers = [
        "use std::io::Write;
         let _ = std::io::stdout().write_all(&[0xFF; 40]);
         println!(\"so far\"); arr0(value)",
        "use std::os::fd::{AsRawFd, FromRawFd};
         static ONCE: std::sync::Once = std::sync::Once::new();
         ONCE.call_once(|| drop(unsafe { std::fs::File::from_raw_fd(std::io::stdout().as_raw_fd()) }));
         println!(\"nobody hears it\"); arr0(value)",
    ];
    let mut learner = Learner::new(&with_choice(4, &answers));
    for number in 0..answers.len() {
        learner.choose(number);
        learner.check(&[]).passed_but(&[]);
    }
}

/// However much each of many calls prints, little of it is kept.
#[test]
fn much_that_many_calls_print_is_cut() {
    let learner = Prints::Much.learner();
    let output = output(&learner, 6);
    assert!(output.starts_with("xxx"));
    assert!(output.len() <= 66_000, "{} bytes", output.len());
}
