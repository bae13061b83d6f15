//! Reports in terminals of several widths and kinds: nothing is wider than the terminal but what is to be copied whole,
//! a terminal gets only the sequences that it takes, and places lead to the file where it can follow.

use std::process::Command;

use grader::steps::STEPS;

use crate::common::cases::{LATE, MISTAKE, UNNAMED};
use crate::common::terminal::run_in;
use crate::common::{Learner, grader, solution, stub, target, with};

/// Another command on a learner's file, still to be run.
fn command(learner: &Learner, command: &str, more: &[&str]) -> Command {
    let mut run = grader();
    run.current_dir(learner.folder());
    run.args([command, "02", "--impl", "step_02.rs", "--target-dir"]);
    run.arg(target()).args(more);
    run
}

/// Fails where a line is wider than so many columns, and is none to be copied: a command, or a line of code.
#[track_caller]
fn assert_fits(columns: usize, shown: &str) {
    let copied = |line: &&str| {
        ["cargo grade", "array!", "panic!"]
            .iter()
            .any(|code| line.contains(code))
    };
    assert!(shown.lines().count() > 2, "{shown}");
    for line in shown.lines().filter(|line| !copied(line)) {
        assert!(line.chars().count() <= columns, "{line}\nin\n{shown}");
    }
}

#[test]
fn reports_fit_the_terminal_and_use_its_width() {
    let noise = "println!(\"{} {:?}\", \"word \".repeat(30), tensor.dim());";
    let programs = [
        stub(),
        solution(),
        with(&[(7, MISTAKE)]),
        with(&[(7, UNNAMED)]),
        with(&[(7, LATE)]),
        with(&[(2, "T::min_value()")]),
        with(&[(4, &format!("panic!(\"{}\")", "word ".repeat(30)))]),
        with(&[(6, &format!("{noise} tensor.to_owned()"))]),
    ];
    for (number, text) in programs.iter().enumerate() {
        let learner = Learner::new(text);
        // What is narrow is what breaks; a few show that there is no other limit.
        for columns in [60, 100].into_iter().take(if number < 3 { 2 } else { 1 }) {
            let shown = run_in(columns, Some("dumb"), learner.command(&["--seed", "2"]));
            assert_fits(columns.into(), &shown);
            // The place of the file stands at the end of the first line.
            let first = shown.lines().next().unwrap_or_default();
            assert_eq!(first.chars().count(), usize::from(columns), "{shown}");
        }
    }
}

#[test]
fn titles_leave_room_for_the_function_in_80_columns() {
    // What a row of `report/human.rs` takes beside the title.
    const REST: usize = 46;
    for step in STEPS {
        for task in step.tasks.iter().filter(|task| task.function.is_some()) {
            let optional = if task.optional { " (optional)" } else { "" };
            let length = task.title.len() + optional.len();
            assert!(
                length <= 80 - REST,
                "step {:02}: {}",
                step.number,
                task.title
            );
        }
    }
}

#[test]
fn other_commands_fit_the_terminal() {
    let learner = Learner::new(&solution());
    for (name, more) in [
        ("show", ["9", "4"].as_slice()),
        ("show", &["20", "12"]),
        ("show", &["5", "2", "--softmax"]),
    ] {
        let shown = run_in(60, Some("dumb"), command(&learner, name, more));
        assert_fits(60, &shown);
    }
    let learner = Learner::new(&stub());
    let shown = run_in(60, Some("dumb"), command(&learner, "diff", &[]));
    assert_fits(60, &shown);
}

#[test]
fn a_width_beyond_what_reads_well_is_not_used() {
    let learner = Learner::new(&stub());
    for (columns, used) in [(20, 60), (300, 100)] {
        let shown = run_in(columns, Some("dumb"), learner.command(&[]));
        let first = shown.lines().next().unwrap_or_default();
        assert_eq!(first.chars().count(), used, "{shown}");
    }
}

#[test]
fn without_a_terminal_it_is_as_columns_says_or_80() {
    let learner = Learner::new(&stub());
    for (columns, used) in [("", 80), ("70", 70), ("much", 80)] {
        let mut command = learner.command(&[]);
        let output = command.env("COLUMNS", columns).output();
        let shown = String::from_utf8(output.expect("it runs").stdout).expect("UTF-8");
        let first = shown.lines().next().unwrap_or_default();
        assert_eq!(first.chars().count(), used, "{columns}: {shown}");
    }
}

#[test]
fn a_path_is_never_broken() {
    let learner = Learner::new(&with(&[(
        6,
        "println!(\"at {}\", \"/a\".repeat(60)); tensor.to_owned()",
    )]));
    let folder = learner
        .folder()
        .join("a-folder-with-a-name-that-is-longer-than-the-width-of-any-report");
    std::fs::create_dir(&folder).expect("a folder");
    std::fs::copy(learner.file(), folder.join("step_02.rs")).expect("it is copied");
    let file = folder
        .strip_prefix(learner.folder())
        .expect("it is in it")
        .join("step_02.rs");
    let mut check = grader();
    check
        .current_dir(learner.folder())
        .args(["check", "02", "--impl"]);
    check.arg(&file).arg("--target-dir").arg(target());
    let shown = run_in(60, Some("dumb"), check);
    let file = file.display().to_string();
    let alone = |place: &str| shown.lines().any(|line| line == place);
    assert!(alone(&file), "{shown}");
    assert!(
        shown
            .lines()
            .any(|line| line.starts_with(&format!("{file}:"))),
        "{shown}"
    );
}

/// Wrong, and so slow that the grader says what it waits for.
const SLOW: &str = "static ONCE: std::sync::Once = std::sync::Once::new();
     ONCE.call_once(|| std::thread::sleep(std::time::Duration::from_millis(1200)));
     arr0(value * T::zero())";

#[test]
fn a_terminal_without_colours_gets_no_control_sequence() {
    let learner = Learner::new(&with(&[(4, SLOW)]));
    // Every task that uses it would be as slow.
    let alone = ["--task", "4"];
    for term in [None, Some(""), Some("dumb")] {
        let mut command = learner.command(&alone);
        command.env("TERM_PROGRAM", "vscode");
        let shown = run_in(80, term, command);
        assert!(shown.contains("Task 4"), "{shown}");
        let control = |c: char| c.is_control() && c != '\n';
        assert!(
            !shown.contains(control),
            "{term:?}: {}",
            shown.escape_debug()
        );
    }
    // It would have said so in one that has them.
    let shown = run_in(80, Some("xterm"), learner.command(&alone));
    assert!(shown.contains("running your answers"), "{shown}");
    assert!(shown.contains("\u{1b}[31m"), "{shown}");
    let mut command = learner.command(&alone);
    command.env("NO_COLOR", "1").env("TERM_PROGRAM", "vscode");
    let shown = run_in(80, Some("xterm"), command);
    assert!(!shown.contains('\u{1b}'), "{}", shown.escape_debug());
}

/// The links in a text: what they lead to and what they stand on.
fn links(shown: &str) -> Vec<(&str, &str)> {
    let parts = shown.split("\u{1b}]8;;file://").skip(1);
    parts
        .map(|part| {
            let (address, rest) = part.split_once("\u{1b}\\").expect("the address ends");
            let (text, _) = rest
                .split_once("\u{1b}]8;;\u{1b}\\")
                .expect("the link ends");
            (address, text)
        })
        .collect()
}

#[test]
fn places_are_links_where_the_terminal_takes_them() {
    let answer = "println!(\"\\u{1b}]8;;http://trick\\u{1b}\\\\here\"); arr0(value * T::zero())";
    let learner = Learner::new(&with(&[(4, answer)]));
    let file = learner.file().canonicalize().expect("it is there");
    let in_terminal = |name: &str, value: &str| {
        let mut command = learner.command(&["--task", "4"]);
        for other in [
            "TERM_PROGRAM",
            "VTE_VERSION",
            "KITTY_WINDOW_ID",
            "WT_SESSION",
            "TMUX",
            "STY",
        ] {
            command.env_remove(other);
        }
        command.env(name, value);
        run_in(80, Some("xterm-256color"), command)
    };
    let shown = in_terminal("TERM_PROGRAM", "vscode");
    let found = links(&shown);
    let texts: Vec<_> = found.iter().map(|(_, text)| *text).collect();
    assert!(
        matches!(texts[..], ["step_02.rs", place] if place.starts_with("step_02.rs:")),
        "{texts:?}"
    );
    for (address, _) in &found {
        assert!(address.ends_with(&file.display().to_string()), "{address}");
    }
    // What the learner prints makes none.
    assert!(
        shown.contains("\\u{1b}]8;;http://trick"),
        "{}",
        shown.escape_debug()
    );
    assert_eq!(shown.matches("\u{1b}]8;;").count(), 4);

    assert_eq!(links(&in_terminal("VTE_VERSION", "7600")).len(), 2);
    assert_eq!(links(&in_terminal("VTE_VERSION", "4999")).len(), 0);
    assert_eq!(links(&in_terminal("FORCE_HYPERLINK", "1")).len(), 2);
    assert_eq!(links(&in_terminal("NAME", "value")).len(), 0);

    // In a pipe only if forced.
    let piped = |forced: &str| {
        let mut command = learner.command(&["--color", "always"]);
        command
            .env("TERM_PROGRAM", "vscode")
            .env("FORCE_HYPERLINK", forced);
        let output = command.output().expect("it runs");
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    assert_eq!(links(&piped("")).len(), 0);
    assert_eq!(links(&piped("0")).len(), 0);
    assert_eq!(links(&piped("1")).len(), 2);
}

#[test]
fn the_end_of_a_step_is_short_in_a_narrow_terminal_too() {
    for text in [solution(), with(&[(8, "todo!()")])] {
        let learner = Learner::new(&text);
        let shown = run_in(60, Some("dumb"), learner.command(&[]));
        let (_, end) = shown
            .split_once("100 of 100 points. ")
            .expect("it is passed");
        assert!(end.trim_end().lines().skip(2).count() <= 8, "{shown}");
        assert!(end.contains("cargo grade diff 02"), "{shown}");
    }
}
