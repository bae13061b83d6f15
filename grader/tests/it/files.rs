//! Files that are no answers, and compilers that do not come to an end.

use std::fs;
use std::time::{Duration, Instant};

use crate::common::{Learner, solution, with};

/// Runs a check that cannot begin. Gives what was said.
#[track_caller]
fn refused(learner: &Learner) -> String {
    let output = learner.command(&[]).output().expect("the grader runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(output.stdout.is_empty());
    said
}

#[test]
fn a_file_of_50_megabytes_is_refused() {
    let learner = Learner::editing("");
    let line = "// a very long file\n";
    learner.save(&line.repeat((50 << 20) / line.len()));
    let started = Instant::now();
    assert!(refused(&learner).contains("no more than 1048576 are read"));
    assert!(started.elapsed() < Duration::from_secs(5));
}

#[test]
fn a_file_that_is_no_text_is_refused() {
    let learner = Learner::editing("");
    fs::write(learner.file(), b"pub fn mask_value() {} // \xff").expect("the file is written");
    assert!(refused(&learner).contains("not UTF-8"));
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_refused() {
    let learner = Learner::editing("");
    fs::remove_file(learner.file()).expect("the file is removed");
    std::os::unix::fs::symlink("nowhere", learner.file()).expect("the link is made");
    assert!(refused(&learner).contains("No such file"));
    fs::remove_file(learner.file()).expect("the link is removed");
    let made = std::process::Command::new("mkfifo")
        .arg(learner.file())
        .status();
    assert!(made.expect("mkfifo runs").success());
    assert!(refused(&learner).contains("it is not a file"));
    fs::remove_file(learner.file())
        .and_then(|()| fs::create_dir(learner.file()))
        .expect("a folder");
    assert!(refused(&learner).contains("`step_02.rs` holds no step file"));
}

#[cfg(unix)]
#[test]
fn a_module_that_has_become_a_pipe_is_refused_and_not_waited_for() {
    let text = solution() + "mod helper;\n";
    let learner = Learner::new(&text);
    let folder = learner.folder().join("step_02");
    fs::create_dir(&folder).expect("a folder");
    let helper = folder.join("helper.rs");
    fs::write(&helper, "").expect("it is written");
    learner.check(&[]).passed_but(&[]);
    fs::remove_file(&helper).expect("it is removed");
    let made = std::process::Command::new("mkfifo").arg(&helper).status();
    assert!(made.expect("mkfifo runs").success());
    let started = Instant::now();
    let said = refused(&learner);
    assert!(said.contains("helper.rs`: it is not a file"), "{said}");
    assert!(started.elapsed() < Duration::from_secs(20));
}

#[test]
fn an_empty_file_has_no_functions() {
    let report = Learner::new("").check(&[]);
    assert_eq!(report.status(1), "unfinished");
    assert_eq!(report.statuses()[1..], ["does_not_compile"; 7]);
    assert!(
        report
            .message(6)
            .starts_with("There is no public function `band_part`"),
        "{}",
        report.message(6)
    );
}

#[test]
fn a_zero_byte_is_a_compile_error() {
    let report = Learner::new(&(solution() + "\0")).check(&[]);
    assert_eq!(report.statuses(), ["does_not_compile"; 8]);
    let text = report.step()["diagnostics"].to_string();
    assert!(text.contains("unknown start of token"), "{text}");
}

#[test]
fn a_constant_without_end_is_a_compile_error() {
    let answer = "const ENDLESS: u64 = { let mut i = 0; loop { i ^= 1; if i > 2 { break i; } } };
                  std::hint::black_box(ENDLESS); arr0(value)";
    // rustc notices it by itself; told not to, it runs into the limit.
    let noticed = Learner::new(&with(&[(4, answer)])).check(&[]);
    assert_eq!(noticed.statuses(), ["does_not_compile"; 8]);
    assert!(
        noticed.step()["diagnostics"]
            .to_string()
            .contains("constant evaluation is taking a long time")
    );
    let learner = Learner::new(&format!(
        "#![allow(long_running_const_eval)]\n{}",
        with(&[(4, answer)])
    ));
    let started = Instant::now();
    let report = learner.check(&["--compile-timeout", "2"]);
    assert_eq!(report.statuses(), ["does_not_compile"; 8]);
    let text = report.step()["diagnostics"].to_string();
    assert!(text.contains("Compiling took longer than 2 s"), "{text}");
    assert!(started.elapsed() < Duration::from_secs(30));
}

#[test]
fn a_macro_that_doubles_itself_is_a_compile_error() {
    let text = solution()
        + "macro_rules! double { ($($x:tt)*) => { double!($($x)* $($x)*); } }\n#[allow(dead_code)]\nfn doubled() { double!(1 + 1 + 1 + 1); }\n";
    let report = Learner::new(&text).check(&["--compile-memory", "2048"]);
    assert_eq!(report.statuses(), ["does_not_compile"; 8]);
    let text = report.step()["diagnostics"].to_string();
    assert!(text.contains("ran out of memory"), "{text}");
}

#[test]
fn a_file_that_changes_while_it_is_read_is_judged_as_one_of_its_texts_or_refused() {
    let learner = Learner::editing(&solution());
    let wrong = with(&[(2, "    T::zero()")]);
    let done = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut next = [wrong.as_str(), &solution()]
                .map(str::to_owned)
                .into_iter()
                .cycle();
            while !done.load(std::sync::atomic::Ordering::Relaxed) {
                // As editors save: the new text takes the old one's place at once.
                let aside = learner.folder().join("aside");
                fs::write(&aside, next.next().unwrap_or_default()).expect("the file is written");
                fs::rename(&aside, learner.file()).expect("the file is replaced");
                std::thread::sleep(Duration::from_millis(120));
            }
        });
        // Also where an assertion fails.
        let _ended = Ending(&done);
        for _ in 0..2 {
            let output = learner
                .command(&["--format", "json"])
                .output()
                .expect("the grader runs");
            let report: serde_json::Value =
                serde_json::from_slice(&output.stdout).expect("a report");
            let status = report["steps"][0]["tasks"][1]["status"].as_str();
            let error = report["error"].as_str().unwrap_or_default();
            match output.status.code() {
                Some(0) => assert_eq!(status, Some("passed")),
                Some(1) => assert_eq!(status, Some("wrong"), "{report:#}"),
                Some(2) => assert!(error.contains("changes faster"), "{error}"),
                other => panic!("exit status {other:?}: {report:#}"),
            }
        }
    });
}

/// Says when it is dropped that all is done.
struct Ending<'a>(&'a std::sync::atomic::AtomicBool);

impl Drop for Ending<'_> {
    fn drop(&mut self) {
        self.0.store(true, std::sync::atomic::Ordering::Relaxed);
    }
}

#[test]
fn a_file_that_vanishes_is_refused() {
    let learner = Learner::anew(&solution());
    std::thread::scope(|scope| {
        let running = scope.spawn(|| learner.command(&[]).output().expect("the grader runs"));
        std::thread::sleep(Duration::from_millis(60));
        fs::remove_file(learner.file()).expect("the file is removed");
        let output = running.join().expect("the grader ran");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("cannot read"), "{said}");
    });
}
