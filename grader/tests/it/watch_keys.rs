//! The keys of `grader watch` that do more than print, and what ends or suspends it: the terminal is always given back.

use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use crate::common::watching::{PATIENCE, READY, Watch};
use crate::common::{Learner, course, grader, solution, stub, target, with};
use rustix::process::{Pid, Signal, kill_process};

#[test]
fn a_task_of_the_list_can_be_gone_to() {
    let learner = Learner::new(&with(&[(4, "    arr0(T::one())")]));
    let mut watch = Watch::in_terminal(&learner, &["02", "--color", "never"]);
    watch.wait_for("Next: task 4.");
    watch.wait_for(READY);
    watch.press(b"l");
    watch.wait_for(">✗ 4");
    watch.wait_for("Esc leaves the list");
    // Down twice, by an arrow and a letter that arrive at once.
    watch.press(b"\x1b[Bj");
    watch.wait_for(">✓ 6");
    watch.wait_for("Esc leaves the list");
    watch.press(b"k");
    watch.wait_for(">✓ 5");
    watch.press(b"\x1b[Ak");
    watch.wait_for(">✓ 3");
    watch.wait_for("Esc leaves the list");
    // An arrow that arrives in pieces, as over a slow line.
    watch.press(b"\x1b");
    thread::sleep(Duration::from_millis(10));
    watch.press(b"[B");
    watch.wait_for(">✗ 4");
    watch.wait_for("Esc leaves the list");
    watch.press(b"\r");
    watch.wait_for("Task 4 · constant · wrong");
    watch.wait_for(READY);
    watch.press(b"h");
    watch.wait_for("Step 02, task 4");
    watch.press(b"l");
    watch.wait_for("Esc leaves the list");
    watch.press(b"\x1b");
    watch.wait_for(READY);
    watch.press(b"q");
    watch.ended();
    assert!(watch.is_as_before());
}

fn watch_in(course: &Path) -> Watch {
    let mut command = grader();
    command.current_dir(course).args(["watch", "02"]);
    command.arg("--target-dir").arg(target());
    Watch::of(command)
}

#[test]
fn the_step_is_put_back_only_after_a_yes_and_a_backup_is_kept() {
    let mine = with(&[(2, "    T::zero()")]);
    let course = course(&mine);
    let file = course.path().join("steps/src/step_02.rs");
    let read = |file: &Path| fs::read_to_string(file).expect("it can be read");
    let mut watch = watch_in(course.path());
    watch.wait_for("Next: task 2.");
    watch.wait_for(READY);
    watch.press(b"x");
    watch.wait_for("y or n");
    watch.press(b"n");
    watch.wait_for("is left as it is");
    assert_eq!(read(&file), mine);
    watch.press(b"x");
    watch.wait_for("y or n");
    watch.press(b"y");
    watch.wait_for("Next: task 1.");
    assert_eq!(read(&file), stub());
    assert_eq!(read(&file.with_extension("rs.backup-1")), mine);
}

#[test]
fn somebody_elses_file_is_not_put_back() {
    let learner = Learner::new(&solution());
    let mut watch = Watch::in_terminal(&learner, &["02"]);
    watch.wait_for(READY);
    watch.press(b"x");
    watch.wait_for("Only the steps of the course");
    assert_eq!(fs::read_to_string(learner.file()).ok(), Some(solution()));
}

#[test]
fn the_editor_gets_the_file_the_line_and_the_terminal() {
    let learner = Learner::new(&with(&[(4, "    arr0(T::one())")]));
    let editor = learner.folder().join("vi");
    let noted = learner.folder().join("noted");
    // It reads a key itself, which must not reach `watch`.
    let script = format!(
        "#!/bin/sh\nstty -a > {0}.modes\necho \"$@\" > {0}\nread line\necho $line >> {0}\n",
        noted.display()
    );
    fs::write(&editor, script).expect("it is written");
    let made = std::process::Command::new("chmod")
        .arg("+x")
        .arg(&editor)
        .status();
    assert!(made.expect("chmod runs").success());
    let mut command = crate::common::watching::command(&learner, &["02"]);
    command.env("VISUAL", &editor).env_remove("EDITOR");
    let mut watch = Watch::of(command);
    watch.wait_for("Next: task 4.");
    watch.wait_for(READY);
    watch.press(b"e");
    let deadline = Instant::now() + PATIENCE;
    while !noted.exists() && Instant::now() < deadline {
        thread::sleep(Duration::from_millis(10));
    }
    thread::sleep(Duration::from_millis(200));
    watch.press(b"quit\n");
    watch.wait_for(READY);
    let text = fs::read_to_string(&noted).expect("it was started");
    let line = 1 + with(&[(4, "    arr0(T::one())")])
        .lines()
        .position(|line| line.contains("pub fn constant"))
        .expect("it is there");
    assert_eq!(
        text,
        format!("+{line} {}\nquit\n", learner.file().display())
    );
    let modes = fs::read_to_string(noted.with_extension("modes")).expect("its modes");
    assert!(
        modes.contains(" icanon") && modes.contains(" echo "),
        "{modes}"
    );
    watch.press(b"q");
    watch.ended();
}

#[test]
fn without_an_editor_it_says_how_to_name_one() {
    let learner = Learner::new(&solution());
    let mut command = crate::common::watching::command(&learner, &["02"]);
    command.env_remove("VISUAL").env_remove("EDITOR");
    let mut watch = Watch::of(command);
    watch.wait_for(READY);
    watch.press(b"e");
    watch.wait_for("EDITOR=vim");
}

#[test]
fn a_signal_that_ends_it_gives_the_terminal_back() {
    for signal in [Signal::TERM, Signal::HUP, Signal::INT, Signal::QUIT] {
        let learner = Learner::new(&solution());
        let mut watch = Watch::in_terminal(&learner, &["02"]);
        watch.wait_for(READY);
        assert!(!watch.is_as_before());
        kill_process(Pid::from_child(&watch.child), signal).expect("it is sent");
        let status = watch.ended();
        assert_eq!(status.signal(), Some(signal.as_raw()), "{status}");
        assert!(watch.is_as_before(), "{signal:?}");
    }
}

#[test]
fn the_key_that_suspends_gives_the_terminal_back_until_it_goes_on() {
    let learner = Learner::new(&solution());
    let mut watch = Watch::in_terminal(&learner, &["02"]);
    watch.wait_for(READY);
    watch.press(&[26]);
    suspended(&watch);
    assert!(watch.is_as_before());
    go_on(&watch);
    watch.wait_for(READY);
    assert!(!watch.is_as_before());
    // In the list it goes on there.
    watch.press(b"l");
    watch.wait_for("Esc leaves the list");
    watch.press(&[26]);
    suspended(&watch);
    go_on(&watch);
    watch.wait_for("Esc leaves the list");
    watch.press(b"\x1b");
    watch.wait_for(READY);
    watch.press(b"q");
    watch.ended();
    assert!(watch.is_as_before());
}

fn go_on(watch: &Watch) {
    kill_process(Pid::from_child(&watch.child), Signal::CONT).expect("it is sent");
}

/// Waits until it is suspended.
fn suspended(watch: &Watch) {
    let pid = Pid::from_child(&watch.child);
    let state = || {
        let stat = fs::read_to_string(format!("/proc/{}/stat", pid.as_raw_nonzero()));
        let stat = stat.expect("it lives");
        let (_, fields) = stat.rsplit_once(')').expect("a name");
        fields.trim_start().chars().next()
    };
    let deadline = Instant::now() + PATIENCE;
    while state() != Some('T') {
        assert!(Instant::now() < deadline, "it is not suspended");
        thread::sleep(Duration::from_millis(10));
    }
}
