//! Code that does what no answer should: each case ends in its status with a sentence that helps, the other tasks are
//! judged, nothing is left running, and soon.
//!
//! Run with `--nocapture` to see the status and the seconds of each.

use std::time::Instant;

use crate::common::cases::{CHANNEL, Case, ENDS, LIMITS, NOISY};
use crate::common::{Learner, with};

/// Runs the cases, two at a time, and reports all that went wrong.
fn run(cases: &[Case], flags: &[&str]) {
    let mut wrong = Vec::new();
    for pair in cases.chunks(2) {
        let results = std::thread::scope(|scope| {
            let running: Vec<_> = pair
                .iter()
                .map(|case| scope.spawn(|| check(case, flags)))
                .collect();
            running
                .into_iter()
                .map(|running| running.join().expect("a case that ran"))
                .collect::<Vec<_>>()
        });
        wrong.extend(results.into_iter().flatten());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is wrong with how a case went.
#[expect(clippy::print_stdout, reason = "the list of what became of each case")]
fn check(case: &Case, flags: &[&str]) -> Option<String> {
    let learner = Learner::new(&with(&[(4, case.answer)]));
    let started = Instant::now();
    let report = learner.check(flags);
    let seconds = started.elapsed().as_secs_f64();
    println!(
        "{:<42} {:<14} {seconds:>5.1} s  {}",
        case.name,
        report.status(4),
        report.message(4).replace('\n', " ")
    );
    // The masks use task 4 and nothing else does.
    let others = [1, 2, 3, 5, 6]
        .iter()
        .all(|&task| report.status(task) == "passed");
    // They fail with it. That it is its fault is not always shown: it may end the process at another call.
    let passed = case.status == "passed";
    let masks = [7, 8]
        .iter()
        .all(|&task| (report.status(task) == "passed") == passed);
    let exit = i32::from(!passed);
    // Compiling takes the time that it takes; two cases and other tests run at once.
    let soon = seconds < case.limit + 20.0;
    let says = report.message(4).contains(case.says);
    let left = learner.processes();
    let good = report.status(4) == case.status
        && others
        && masks
        && says
        && soon
        && report.exit == Some(exit);
    (!good || !left.is_empty()).then(|| {
        format!(
            "{}: {:?} after {seconds:.1} s: {}; left running: {left:?}",
            case.name,
            report.statuses(),
            report.message(4)
        )
    })
}

#[test]
fn ends_are_crashes_or_panics() {
    run(ENDS, &[]);
}

#[test]
fn limits_hold() {
    run(LIMITS, &["--timeout", "3", "--step-timeout", "60"]);
}

#[test]
fn the_channel_cannot_be_used() {
    run(CHANNEL, &[]);
}

#[test]
fn noise_beside_right_answers_does_no_harm() {
    run(NOISY, &[]);
}
