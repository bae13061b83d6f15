//! Nothing that a learner's code starts outlives the check, and neither does anything that the grader starts.

use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::common::{Learner, TOLD, grader, with, with_choice};

/// Starts a process once and goes on.
fn starting(command: &str, then: &str) -> String {
    format!(
        "static ONCE: std::sync::Once = std::sync::Once::new();
         ONCE.call_once(|| {{
             use std::process::{{Command, Stdio}};
             let _ = {command}.spawn();
             std::thread::sleep(std::time::Duration::from_millis(100));
         }});
         {then}"
    )
}

const QUIET: &str = ".stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null())";

#[test]
fn a_process_beside_a_right_answer_is_ended_and_noted() {
    let sleeps = "Command::new(\"sleep\").arg(\"600\")";
    let detached = "Command::new(\"setsid\").args([\"-f\", \"sleep\", \"600\"])";
    let in_a_group = format!("std::os::unix::process::CommandExt::process_group({sleeps}, 0)");
    let orphan = "Command::new(\"sh\").args([\"-c\", \"sleep 600 & sleep 600 &\"])";
    let commands = [
        sleeps.to_owned(),
        format!("{sleeps}{QUIET}"),
        detached.to_owned(),
        format!("{detached}{QUIET}"),
        in_a_group,
        orphan.to_owned(),
    ];
    let answers = commands
        .each_ref()
        .map(|command| starting(command, "arr0(value)"));
    let mut learner = Learner::new(&with_choice(4, &answers.each_ref().map(String::as_str)));
    for (number, command) in commands.iter().enumerate() {
        learner.choose(number);
        let started = Instant::now();
        let report = learner.check(&[]);
        report.passed_but(&[]);
        let note = report.task(4)["note"].as_str().unwrap_or_default();
        // Behind walls none is started in the first place.
        let noted = note.contains("running");
        assert_ne!(noted, report.is_walled(), "{command}: {note:?}");
        assert_eq!(
            learner.processes(),
            Vec::<std::path::PathBuf>::new(),
            "{command}"
        );
        assert!(started.elapsed() < Duration::from_secs(30), "{command}");
    }
}

#[test]
fn a_process_beside_a_crash_is_ended() {
    let command = "Command::new(\"setsid\").args([\"-f\", \"sleep\", \"600\"])";
    let ends = ["std::process::abort()", "std::process::exit(0)"];
    let answers = ends.map(|then| starting(command, then));
    let mut learner = Learner::new(&with_choice(4, &answers.each_ref().map(String::as_str)));
    for (number, then) in ends.into_iter().enumerate() {
        learner.choose(number);
        assert_eq!(learner.check(&["--task", "4"]).status(4), "crashed");
        assert_eq!(
            learner.processes(),
            Vec::<std::path::PathBuf>::new(),
            "{then}"
        );
    }
}

#[test]
fn ending_the_process_that_watches_leaves_nothing_running() {
    let kill = "let parent = std::os::unix::process::parent_id().to_string();
                let _ = std::process::Command::new(\"kill\").args([\"-KILL\", &parent]).status();
                loop { std::thread::sleep(std::time::Duration::from_secs(1)) }";
    let learner = Learner::new(&with(&[(4, kill)]));
    let report = learner.check(&["--timeout", "1", "--task", "4"]);
    assert!(
        ["crashed", "timed_out"].contains(&report.status(4)),
        "{:?}",
        report.statuses()
    );
    assert_eq!(learner.processes(), Vec::<std::path::PathBuf>::new());
}

/// What a compiler does that is none: leaves something in a session of its own, and ends who watches it.
const CARGO: &str = "#!/bin/sh\nsetsid sleep 600 >/dev/null 2>&1 &\nkill -KILL $PPID\nsleep 600\n";

#[cfg(target_os = "linux")]
#[test]
fn what_has_a_session_of_its_own_is_ended_with_the_process_that_watched_it() {
    use std::os::unix::fs::PermissionsExt;

    let learner = Learner::new(&with(&[]));
    let cargo = learner.folder().join("cargo");
    std::fs::write(&cargo, CARGO).expect("it is written");
    std::fs::set_permissions(&cargo, PermissionsExt::from_mode(0o755)).expect("it can be run");
    let mut command = grader();
    command.args([
        "check",
        "02",
        "--impl",
        "step_02.rs",
        "--target-dir",
        "target",
    ]);
    command
        .current_dir(learner.folder())
        .env(TOLD, learner.told());
    command.env("CARGO", cargo);
    let output = command.output().expect("the grader runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert_eq!(
        learner.processes(),
        Vec::<std::path::PathBuf>::new(),
        "{said}"
    );
}

/// Starts a check, waits until `busy` finds what it looks for among the processes, ends the grader with a signal, and
/// fails if anything is left soon after.
fn end_the_grader(learner: &Learner, signal: &str, busy: &str) {
    let mut command = learner.command(&["--timeout", "60", "--compile-timeout", "60"]);
    let mut grader = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the grader runs");
    let until = |what: &str, done: &dyn Fn() -> bool| {
        let deadline = Instant::now() + Duration::from_secs(60);
        while !done() {
            assert!(Instant::now() < deadline, "{what} did not happen");
            sleep(Duration::from_millis(20));
        }
    };
    let runs = || {
        learner.processes().iter().any(|process| {
            let line = std::fs::read(process.join("cmdline")).unwrap_or_default();
            let program = line.split(|byte| *byte == 0).next().unwrap_or_default();
            String::from_utf8_lossy(program).contains(busy)
        })
    };
    until(busy, &runs);
    let pid = grader.id().to_string();
    let sent = std::process::Command::new("kill")
        .args([signal, &pid])
        .status();
    assert!(sent.expect("kill runs").success());
    grader.wait().expect("the grader ends");
    until("the end of all processes", &|| {
        learner.processes().is_empty()
    });
}

#[test]
fn nothing_runs_on_when_the_grader_is_ended_during_a_call() {
    for signal in ["-INT", "-KILL"] {
        let learner = Learner::new(&with(&[(4, "loop { std::thread::park(); }")]));
        end_the_grader(&learner, signal, "/workers/");
    }
}

#[test]
fn nothing_runs_on_when_the_grader_is_ended_while_compiling() {
    let endless = "const ENDLESS: u64 = { let mut i = 0; loop { i ^= 1; if i > 2 { break i; } } };
                   std::hint::black_box(ENDLESS); arr0(value)";
    let text = format!(
        "#![allow(long_running_const_eval)]\n{}",
        with(&[(4, endless)])
    );
    for signal in ["-INT", "-KILL"] {
        end_the_grader(&Learner::new(&text), signal, "rustc");
    }
}

#[test]
fn the_terminal_cannot_be_written_to() {
    let answer = "use std::io::Write;
         if let Ok(mut terminal) = std::fs::OpenOptions::new().write(true).open(\"/dev/tty\") {
             let _ = writeln!(terminal, \"FAKE: 100 of 100 points\");
         }
         println!(\"FAKE: every task is done\");
         arr0(value * T::zero())";
    let learner = Learner::new(&with(&[(4, answer)]));
    let check = learner.command(&[]);
    let mut line = format!(
        "cd {} && {}",
        learner.folder().display(),
        check.get_program().display()
    );
    for argument in check.get_args() {
        line.push_str(&format!(" '{}'", argument.display()));
    }
    // `script` runs the command on a terminal of its own and writes down what appears there.
    let output = std::process::Command::new("script")
        .args(["-qec", &line, "/dev/null"])
        .output();
    let seen = String::from_utf8_lossy(&output.expect("script runs").stdout).into_owned();
    assert!(seen.contains("Task 4"), "{seen}");
    assert!(!seen.contains("FAKE: 100"), "{seen}");
    // What was printed is shown as what it is.
    assert!(seen.contains("| FAKE: every task is done"), "{seen}");
}
