//! Code that does what no answer should: each case ends in its status with a sentence that helps, the other tasks are
//! judged, nothing is left running, and soon.
//!
//! Run with `--nocapture` to see the status and the seconds of each.
#![cfg(unix)]

mod common;

use std::time::Instant;

use common::{Learner, with};

/// One case: what stands in place of the answer to task 4, and what must come of it.
struct Case {
    name: &'static str,
    answer: &'static str,
    status: &'static str,
    says: &'static str,
    /// The limit that it runs into, in seconds; it must end soon after.
    limit: f64,
}

const fn case(
    name: &'static str,
    answer: &'static str,
    status: &'static str,
    says: &'static str,
) -> Case {
    Case {
        name,
        answer,
        status,
        says,
        limit: 0.0,
    }
}

const fn slow(
    name: &'static str,
    answer: &'static str,
    status: &'static str,
    says: &'static str,
) -> Case {
    // The limit for the task, and a second twice for each of the masks: for itself and for what it is made of.
    Case {
        name,
        answer,
        status,
        says,
        limit: 5.0,
    }
}

const ENDS: &[Case] = &[
    case(
        "exit on the first call",
        "std::process::exit(0)",
        "crashed",
        "exit status 0",
    ),
    case(
        "exit on a later call",
        "static CALLS: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
         if CALLS.fetch_add(1, std::sync::atomic::Ordering::Relaxed) == 20 { std::process::exit(0) }
         arr0(value)",
        "crashed",
        "exit status 0",
    ),
    case("abort", "std::process::abort()", "crashed", "aborted"),
    case(
        "stack overflow",
        "#[allow(unconditional_recursion)]
         fn deep(n: u64) -> u64 { std::hint::black_box(deep(n + 1)) + n }
         std::hint::black_box(deep(0)); arr0(value)",
        "crashed",
        "overflowed its stack",
    ),
    case(
        "segmentation fault",
        "unsafe { std::hint::black_box(std::ptr::null_mut::<u8>()).write_volatile(1) } arr0(value)",
        "crashed",
        "",
    ),
    case(
        "a signal to itself",
        "let me = std::process::id().to_string();
         let _ = std::process::Command::new(\"kill\").args([\"-TERM\", &me]).status();
         std::thread::sleep(std::time::Duration::from_secs(1)); arr0(value)",
        "crashed",
        "signal 15",
    ),
    case(
        "a panic while panicking",
        "struct Bomb; impl Drop for Bomb { fn drop(&mut self) { panic!(\"second\") } }
         let _bomb = Bomb; panic!(\"first\")",
        "crashed",
        "aborted",
    ),
    case(
        "a payload that is no text",
        "std::panic::panic_any(42_u8)",
        "panicked",
        "without a message",
    ),
    case(
        "a payload that panics when it is dropped",
        "struct Bomb; impl Drop for Bomb { fn drop(&mut self) { panic!(\"dropped\") } }
         std::panic::panic_any(Bomb)",
        "panicked",
        "without a message",
    ),
    case(
        "a hook of its own that exits",
        "std::panic::set_hook(Box::new(|_| std::process::exit(0))); panic!(\"gone\")",
        "crashed",
        "exit status 0",
    ),
    case(
        "a hook of its own that is silent",
        "std::panic::set_hook(Box::new(|_| ())); panic!(\"quietly\")",
        "panicked",
        "quietly",
    ),
    case(
        "a panic that quotes the stub",
        "panic!(\"not yet implemented: task 4: constant\")",
        "panicked",
        "not yet implemented: task 4",
    ),
];

const LIMITS: &[Case] = &[
    slow("an endless loop", "loop { std::hint::black_box(&value); }", "timed_out", "never ends"),
    slow("an endless sleep", "loop { std::thread::sleep(std::time::Duration::from_secs(9)) }", "timed_out", "in time"),
    slow("an endless wait for a lock", "let lock = std::sync::Mutex::new(0); let _held = lock.lock(); let _again = lock.lock(); arr0(value)", "timed_out", "in time"),
    slow(
        "an endless drop",
        "struct Slow; impl Drop for Slow { fn drop(&mut self) { loop { std::thread::yield_now() } } }
         let _slow = Slow; arr0(value)",
        "timed_out",
        "in time",
    ),
    slow("an endless print of short lines", "loop { println!(\"again\") }", "timed_out", ""),
    slow(
        "an endless print of long lines",
        "let line = \"x\".repeat(10 << 20); loop { println!(\"{line}\") }",
        "out_of_limits",
        "printed more than",
    ),
    slow(
        "memory that grows",
        "let mut all = Vec::new(); loop { all.push(vec![1_u8; 1 << 20]); std::hint::black_box(&all); }",
        "out_of_limits",
        "memory",
    ),
    slow(
        "one huge allocation",
        "std::hint::black_box(vec![1_u8; 1 << 40]); arr0(value)",
        "out_of_limits",
        "memory",
    ),
    slow(
        "memory that grows after much output",
        "println!(\"{}\", \"x\".repeat(1 << 20)); let mut all = Vec::new();
         loop { all.push(vec![1_u8; 1 << 20]); std::hint::black_box(&all); }",
        "out_of_limits",
        "memory",
    ),
    slow(
        "threads without end",
        "loop { std::thread::spawn(|| std::thread::sleep(std::time::Duration::from_secs(60))); }",
        "out_of_limits",
        "threads",
    ),
];

const CHANNEL: &[Case] = &[
    case(
        "junk on every open descriptor",
        "for fd in 0..64 {
             let mut file = std::mem::ManuallyDrop::new(unsafe { <std::fs::File as std::os::fd::FromRawFd>::from_raw_fd(fd) });
             let _ = std::io::Write::write_all(&mut *file, b\"JUNKJUNKJUNKJUNKJUNKJUNK\");
         } arr0(value)",
        "crashed",
        "channel",
    ),
    case(
        "every descriptor closed",
        "for fd in 0..64 { drop(unsafe { <std::fs::File as std::os::fd::FromRawFd>::from_raw_fd(fd) }); } arr0(value)",
        "crashed",
        "",
    ),
    case(
        "a frame of its own making",
        "let mut file = std::mem::ManuallyDrop::new(unsafe { <std::fs::File as std::os::fd::FromRawFd>::from_raw_fd(0) });
         let mut frame = 0x6B73_616D_u32.to_le_bytes().to_vec(); frame.extend([0; 16]);
         let _ = std::io::Write::write_all(&mut *file, &frame); arr0(value)",
        "crashed",
        "channel",
    ),
];

/// Right answers with noise beside them.
const NOISY: &[Case] = &[
    case(
        "junk through /proc/self/fd",
        "for fd in 0..64 {
             if let Ok(mut file) = std::fs::OpenOptions::new().write(true).open(format!(\"/proc/self/fd/{fd}\")) {
                 let _ = std::io::Write::write_all(&mut file, b\"JUNK\\n\");
             }
         } arr0(value)",
        "passed",
        "",
    ),
    case(
        "output that imitates the report",
        "println!(\"{{\\\"format\\\": \\\"grader/report/v1\\\"}}\\n100 of 100 points. Every task is done.\"); arr0(value)",
        "passed",
        "",
    ),
    case(
        "a thread that runs on",
        "static ONCE: std::sync::Once = std::sync::Once::new();
         ONCE.call_once(|| { std::thread::spawn(|| loop { std::hint::spin_loop() }); });
         arr0(value)",
        "passed",
        "",
    ),
    case(
        "a hook of its own, and no panic",
        "std::panic::set_hook(Box::new(|_| std::process::exit(0))); arr0(value)",
        "passed",
        "",
    ),
];

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
