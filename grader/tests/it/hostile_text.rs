//! Text of a learner's that would play tricks in a terminal: it is shown as what it is, and takes no more room than
//! any other.

use std::time::{Duration, Instant};

use crate::common::{Learner, grader, target, with, with_choice};

/// Clears the screen, hides what follows, names the window, turns the direction, rings, goes back over the line; the
/// control characters of the upper half too.
const TRICKS: &str = "\\u{1b}[2J\\u{1b}[8m\\u{1b}]0;title\\u{7}\\u{202e}\\u{2066}\\u{200f}\\u{8}\\r\\u{9b}31m\\u{85}";

/// A learner whose task 4 does one of these.
enum Does {
    PanicWithTricks,
    PrintTricks,
    PrintALongLine,
    PanicAtLength,
}

impl Does {
    fn learner(self) -> Learner {
        let answers = [
            &format!("panic!(\"{TRICKS}\")"),
            &format!("println!(\"{TRICKS}\"); arr0(value * T::zero())"),
            "println!(\"{}\", \"x\".repeat(10 << 20)); arr0(value * T::zero())",
            "panic!(\"{}\", \"x\".repeat(10 << 20))",
        ];
        let mut learner = Learner::new(&with_choice(4, &answers));
        learner.choose(self as usize);
        learner
    }
}

/// Fails if the text holds anything that a terminal does not simply show. The report's own colours are off.
#[track_caller]
fn assert_harmless(text: &str) {
    let turns = [
        '\u{200e}', '\u{200f}', '\u{2028}', '\u{2029}', '\u{202d}', '\u{202e}', '\u{2066}',
        '\u{2069}',
    ];
    let trick = |c: &char| (c.is_control() && *c != '\n' && *c != '\t') || turns.contains(c);
    let found: Vec<_> = text.chars().filter(trick).collect();
    assert!(found.is_empty(), "{found:?} in\n{}", text.escape_debug());
}

#[test]
fn a_panic_message_is_shown_as_what_it_is() {
    let learner = Does::PanicWithTricks.learner();
    let shown = learner.show(&[]);
    assert_harmless(&shown);
    assert!(shown.contains("\\u{1b}[2J\\u{1b}[8m"), "{shown}");
}

#[test]
fn what_is_printed_is_shown_as_what_it_is() {
    let learner = Does::PrintTricks.learner();
    let shown = learner.show(&[]);
    assert_harmless(&shown);
    assert!(shown.contains("  | \\u{1b}[2J"), "{shown}");
    // For programs it is the very text, but the bytes on the way are harmless.
    let output = learner
        .command(&["--format", "json"])
        .output()
        .expect("the grader runs");
    let json = String::from_utf8(output.stdout).expect("UTF-8");
    assert_harmless(&json);
    let report: serde_json::Value = serde_json::from_str(&json).expect("a report");
    assert!(
        report["steps"][0]["tasks"][3]["output"]
            .as_str()
            .unwrap_or_default()
            .contains("\u{1b}[2J")
    );
}

#[test]
fn what_the_compiler_quotes_is_shown_as_what_it_is() {
    for color in ["never", "always"] {
        let learner = Learner::new(&with(&[(
            4,
            &format!("compile_error!(\"{TRICKS}\"); arr0(value)"),
        )]));
        let shown = learner.show(&["--color", color]);
        // Its colours may stay.
        let styled = shown.split("\u{1b}[").enumerate().map(|(index, part)| {
            let style = part.find('m').filter(|end| {
                index > 0 && part[..*end].chars().all(|c| c.is_ascii_digit() || c == ';')
            });
            style.map_or(part, |end| &part[end + 1..])
        });
        assert_harmless(&styled.collect::<String>());
        assert!(shown.contains("does not compile"), "{shown}");
    }
}

#[test]
fn a_line_of_10_megabytes_takes_no_more_room_than_another() {
    for does in [Does::PrintALongLine, Does::PanicAtLength] {
        let learner = does.learner();
        let started = Instant::now();
        let shown = learner.show(&["--task", "4"]);
        assert!(shown.len() < 20_000, "{} bytes", shown.len());
        assert!(shown.contains("Task 4"), "{}", &shown[..500]);
        assert!(started.elapsed() < Duration::from_secs(30));
    }
}

#[cfg(unix)]
#[test]
fn the_name_of_a_folder_is_shown_as_what_it_is() {
    let place = tempfile::tempdir().expect("a folder");
    let folder = place.path().join("e\u{1b}[31mvil\u{202e}\u{e0041}\u{200b}");
    std::fs::create_dir(&folder).expect("a folder");
    let file = folder.join("step_02.rs");
    for text in [with(&[(4, "arr0(value * T::zero())")]), "fn".to_owned()] {
        std::fs::write(&file, text).expect("it is written");
        for command in ["check", "list", "diff", "hint"] {
            let mut run = grader();
            run.args([command, "02", "--target-dir"]).arg(target());
            let output = run.arg("--impl").arg(&folder).output().expect("it runs");
            for said in [output.stdout, output.stderr] {
                let said = String::from_utf8(said).expect("UTF-8");
                assert_harmless(&said);
                assert!(!said.contains(['\u{e0041}', '\u{200b}']), "{said}");
            }
        }
    }
}
