//! `grader watch` as people use it: in a terminal with its keys, and without either. Every test waits for what appears.

use std::fs;
use std::thread;
use std::time::{Duration, Instant};

use crate::common::watching::{PATIENCE, READY, Watch};
use crate::common::{Learner, solution, stub, with};

const WRONG_MASK: &str =
    "    Ok(Array2::from_elem((sequence_length, sequence_length + num_tokens), T::zero()))";
const ENDLESS: &str = "    loop { std::thread::park(); }";

#[test]
fn a_learner_breaks_something_takes_a_hint_mends_it_and_quits() {
    let learner = Learner::editing(&solution());
    let mut watch = Watch::in_terminal(&learner, &["02"]);
    watch.wait_for("100 of 100 points.");
    watch.wait_for(READY);
    assert!(!watch.is_as_before());

    learner.save(&with(&[(7, WRONG_MASK)]));
    watch.wait_for("Task 7 · causal_mask · wrong");
    watch.wait_for("75 of 100 points. Next: task 7.");
    watch.wait_for(READY);

    watch.press(b"h");
    watch.wait_for("Hint 1 of 3");
    watch.wait_for("Tasks 2 to 6 are the parts.");
    watch.press(b"h");
    watch.wait_for("Hint 2 of 3");
    watch.press(b"l");
    watch.wait_for("75 of 100 points");
    watch.wait_for("Next: step 02, task 7, The causal mask.");
    watch.wait_for("Esc leaves the list");
    watch.press(b"\x1b");
    watch.wait_for(READY);
    watch.press(b"n");
    watch.wait_for("Step 02 is the last one so far.");
    watch.press(b"\x1b[D");
    learner.save(&with(&[(3, "    1")]));
    watch.wait_for("The file does not compile");
    watch.press(b"h");
    watch.wait_for("Hint 3 of 3");

    learner.save(&solution());
    watch.wait_for("100 of 100 points.");
    watch.wait_for(READY);
    watch.press(b"r");
    watch.wait_for("100 of 100 points.");
    watch.press(b"h");
    watch.wait_for("Every task is done.");

    watch.press(b"q");
    assert_eq!(watch.ended().code(), Some(0));
    assert!(watch.is_as_before());
}

#[test]
fn the_interrupt_key_quits_and_gives_the_terminal_back() {
    let learner = Learner::new(&stub());
    let mut watch = Watch::in_terminal(&learner, &[]);
    watch.wait_for("0 of 100 points.");
    watch.wait_for(READY);
    watch.press(&[3]);
    assert_eq!(watch.ended().code(), Some(1));
    assert!(watch.is_as_before());
}

#[test]
fn who_quits_in_the_middle_of_a_run_does_not_wait_for_its_end() {
    let learner = Learner::new(&with(&[(4, ENDLESS)]));
    let mut watch = Watch::in_terminal(&learner, &["--timeout", "3600", "--step-timeout", "3600"]);
    watch.wait_for("running your answers");
    watch.press(b"q");
    assert_eq!(watch.ended().code(), Some(1));
    assert!(watch.is_as_before());
    let deadline = Instant::now() + PATIENCE;
    while !learner.processes().is_empty() {
        assert!(Instant::now() < deadline, "the run goes on");
        thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn a_save_during_a_run_is_not_lost() {
    let learner = Learner::editing(&with(&[(4, ENDLESS)]));
    let mut watch = Watch::in_terminal(&learner, &["--timeout", "1"]);
    watch.wait_for("running your answers");
    learner.save(&solution());
    watch.wait_for("timed out");
    watch.wait_for("100 of 100 points.");
}

#[test]
fn a_file_that_is_put_in_place_of_the_other_is_noticed() {
    // As many editors save.
    let learner = Learner::editing(&stub());
    let mut watch = Watch::in_terminal(&learner, &[]);
    watch.wait_for("0 of 100 points.");
    let beside = learner.folder().join("step_02.rs~");
    fs::write(&beside, solution()).expect("the other file is written");
    fs::rename(&beside, learner.file()).expect("it takes the place");
    watch.wait_for("100 of 100 points.");
}

#[test]
fn a_module_of_the_step_counts_too() {
    let text = with(&[(4, "    helper::constant(value)")]) + "\nmod helper;\n";
    let helper =
        |body: &str| format!("pub fn constant<T>(value: T) -> ndarray::Array0<T> {{ {body} }}\n");
    let learner = Learner::new(&text);
    let folder = learner.folder().join("step_02");
    fs::create_dir(&folder).expect("the folder is made");
    let save = |body| fs::write(folder.join("helper.rs"), helper(body)).expect("it is written");
    save("todo!()");
    let mut watch = Watch::in_terminal(&learner, &[]);
    watch.wait_for("Task 4 · constant");
    save("ndarray::arr0(value)");
    watch.wait_for("100 of 100 points.");
}

#[test]
fn a_file_that_is_gone_is_said_to_be_and_watched_for() {
    let learner = Learner::editing(&stub());
    let mut watch = Watch::without_terminal(&learner, &[]);
    watch.wait_for("0 of 100 points.");
    fs::remove_file(learner.file()).expect("it is removed");
    watch.wait_for("error: cannot read");
    learner.save(&solution());
    watch.wait_for("100 of 100 points.");
}

#[test]
fn without_keyboard_and_terminal_files_are_watched_all_the_same() {
    let learner = Learner::editing(&stub());
    let mut watch = Watch::without_terminal(&learner, &["--ascii"]);
    watch.wait_for("0 of 100 points.");
    watch.wait_for("Checks on save - Ctrl-C ends it");
    learner.save(&with(&[(7, WRONG_MASK)]));
    watch.wait_for("75 of 100 points.");
    learner.save(&solution());
    watch.wait_for("100 of 100 points.");
    let printed = watch.printed();
    assert!(printed.is_ascii(), "{printed}");
    assert!(!printed.contains('\x1b'), "{printed}");
}

#[test]
fn files_are_looked_at_where_the_system_tells_nothing() {
    let learner = Learner::editing(&stub());
    let mut watch = Watch::in_terminal(&learner, &["--poll"]);
    watch.wait_for("0 of 100 points.");
    learner.save(&with(&[(7, WRONG_MASK)]));
    watch.wait_for("75 of 100 points.");
    learner.save(&solution());
    watch.wait_for("100 of 100 points.");
}
