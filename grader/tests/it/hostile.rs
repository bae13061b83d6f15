//! Code that does what no answer should: each case ends in its status with a sentence that helps, the other tasks are
//! judged, nothing is left running, and soon.
//!
//! Run with `--nocapture` to see the status and the seconds of each.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Instant;

use crate::common::cases::{CHANNEL, Case, ENDS, LIMITS, NOISY};
use crate::common::{Learner, with_choice};

/// Which tasks are asked.
#[derive(Clone, Copy, PartialEq)]
enum Asked {
    /// All of them, to see that the others are judged.
    All,
    /// The one alone.
    One,
}

/// Runs the cases, so many at a time, and reports all that went wrong.
fn run(cases: &[Case], at_once: usize, asked: Asked) {
    // One program has all of them.
    let all = [ENDS, LIMITS, CHANNEL, NOISY].concat();
    let number = |case: &Case| all.iter().position(|other| other.name == case.name);
    let answers: Vec<_> = all.iter().map(|case| case.answer).collect();
    let text = with_choice(4, &answers);
    let next = AtomicUsize::new(0);
    let wrong = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..at_once {
            scope.spawn(|| {
                let mut learner = Learner::new(&text);
                while let Some(case) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
                    learner.choose(number(case).expect("it is one of them"));
                    let found = check(&learner, case, asked);
                    let mut wrong = wrong.lock().unwrap_or_else(PoisonError::into_inner);
                    wrong.extend(found);
                }
            });
        }
    });
    let wrong = wrong.into_inner().unwrap_or_else(PoisonError::into_inner);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is wrong with how a case went.
#[expect(clippy::print_stdout, reason = "the list of what became of each case")]
fn check(learner: &Learner, case: &Case, asked: Asked) -> Option<String> {
    let started = Instant::now();
    // What never ends is not waited for long; what runs into another limit has time to get there.
    let timeout = if case.status == "timed_out" {
        "1"
    } else {
        "10"
    };
    // A limit that is reached soon.
    let memory = if case.says == "memory" { "256" } else { "1024" };
    let limits = [
        "--timeout",
        timeout,
        "--step-timeout",
        "60",
        "--memory",
        memory,
    ];
    let one: &[_] = match asked {
        Asked::All => &[],
        Asked::One => &["--task", "4"],
    };
    let report = learner.check(&[&limits, one].concat());
    let seconds = started.elapsed().as_secs_f64();
    println!(
        "{:<42} {:<14} {seconds:>5.1} s  {}",
        case.name,
        report.status(4),
        report.message(4).replace('\n', " ")
    );
    let judges_all = asked == Asked::All;
    // The masks use task 4 and nothing else does.
    let others = [1, 2, 3, 5, 6]
        .iter()
        .all(|&task| (report.status(task) == "passed") == judges_all);
    // They fail with it. That it is its fault is not always shown: it may end the process at another call.
    let passed = case.status == "passed";
    let masks = [7, 8]
        .iter()
        .all(|&task| (report.status(task) == "passed") == (passed && judges_all));
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
    run(ENDS, 1, Asked::One);
}

#[test]
fn limits_hold() {
    // Those that are stopped for their time all wait for the same limit, so what becomes of the other tasks is seen with
    // one of them, which only sleeps.
    let is_seen = |case: &Case| case.status != "timed_out" || case.name == "an endless sleep";
    let (all, others): (Vec<_>, Vec<_>) = LIMITS.iter().partition(|case| is_seen(case));
    run(&all, 3, Asked::All);
    run(&others, 4, Asked::One);
}

#[test]
fn the_channel_cannot_be_used() {
    run(CHANNEL, 1, Asked::All);
}

#[test]
fn noise_beside_right_answers_does_no_harm() {
    run(NOISY, 1, Asked::All);
}
