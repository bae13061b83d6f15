//! What the tests of the real command share: learners' files made from the solution, and the command run on them.

pub mod cases;
#[cfg(unix)]
pub mod classes;
pub mod folders;
mod learner;
pub mod many;
#[cfg(unix)]
pub mod messy;
pub mod programs;
mod report;
#[cfg(unix)]
pub mod terminal;
#[cfg(unix)]
pub mod watching;
pub mod weights;
#[cfg(unix)]
pub mod zips;

use std::cmp::Ordering::{Equal, Greater, Less};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use folders::Folder;
use grader::anchors::{self, Line};
use grader::steps::{STEPS, Step};
pub use learner::Learner;
pub use report::Report;
use tempfile::TempDir;

/// The course's folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the grader lies in the course")
}

/// The step that the tests use.
pub fn step() -> &'static Step {
    Step::find("02").expect("there is a step 02")
}

/// The solution with its marks taken out.
pub fn solution() -> String {
    with(&[])
}

/// The stub.
pub fn stub() -> String {
    grader::stubs::stub(step())
}

/// The solution of step 02 with the answers to some tasks replaced.
pub fn with(answers: &[(u8, &str)]) -> String {
    with_in(step(), answers)
}

/// The solution of a step with the answers to some tasks replaced.
pub fn with_in(step: &Step, answers: &[(u8, &str)]) -> String {
    let mut text = String::new();
    let mut replaced = None;
    for line in anchors::lines(step.solution) {
        match line {
            Line::Start(name) => {
                if let Some((_, answer)) = answers
                    .iter()
                    .find(|(task, _)| name == format!("answer_{task}"))
                {
                    replaced = Some(name);
                    // As a learner's editor has it: what is the same is then written the same.
                    text.push_str(&format!("    {}\n", answer.trim()));
                }
            }
            Line::End(name) if replaced == Some(name) => replaced = None,
            Line::Text(line) if replaced.is_none() => {
                text.push_str(line);
                text.push('\n');
            }
            _ => {}
        }
    }
    text
}

/// The solution with several answers to one task, of which `Learner::choose` chooses: they are compiled once.
pub fn with_choice(task: u8, answers: &[&str]) -> String {
    with_choice_in(step(), task, answers)
}

/// The same of any step.
pub fn with_choice_in(step: &Step, task: u8, answers: &[&str]) -> String {
    let arms = answers.iter().enumerate();
    let arms: String = arms
        .map(|(number, answer)| format!("\"{number}\" => {{\n{answer}\n}}\n"))
        .collect();
    let told = format!("std::env::var({TOLD:?}).unwrap_or_default()");
    let choice = format!("match {told}.rsplit('/').next().unwrap_or_default()");
    let answer = format!("{choice} {{\n{arms}_ => panic!(\"no answer is chosen\")\n}}");
    with_in(step, &[(task, &answer)])
}

/// A course with only what the commands look for.
pub fn empty_course() -> TempDir {
    let course = tempfile::tempdir().expect("a temporary folder");
    for part in ["steps/src", "solutions/src"] {
        fs::create_dir_all(course.path().join(part)).expect("a folder");
    }
    fs::write(course.path().join("Cargo.toml"), "[workspace]\n").expect("it is written");
    course
}

/// A course in which the learner's step 02 is this. The steps before it are passed, those after it not begun.
pub fn course(text: &str) -> Folder {
    let file = |other: &'static Step| match other.stem.cmp(step().stem) {
        Less => with_in(other, &[]),
        Equal => text.to_owned(),
        Greater => grader::stubs::stub(other),
    };
    let steps = STEPS
        .iter()
        .map(|step| (format!("steps/src/{}", step.file()), file(step)));
    let steps: Vec<_> = steps.collect();
    let mut files = vec![
        ("Cargo.toml", "[workspace]\n"),
        ("solutions/src/lib.rs", ""),
    ];
    files.extend(
        steps
            .iter()
            .map(|(file, text)| (file.as_str(), text.as_str())),
    );
    Folder::with("course", &files)
}

/// One of the few variables that answers get to see. By its value a learner's processes are found, and answers choose
/// what to do.
pub const TOLD: &str = "LD_LIBRARY_PATH";

/// The command, as people have it.
pub fn grader() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_grader"));
    for variable in [
        "NO_COLOR",
        "CLICOLOR_FORCE",
        "FORCE_HYPERLINK",
        "COLUMNS",
        "RUST_BACKTRACE",
    ] {
        command.env_remove(variable);
    }
    // Most of what tests write is compiled once; the first time that takes a quarter less.
    command.env("CARGO_INCREMENTAL", "0");
    command
}

/// One target folder for all tests, so that the crates compile once.
pub fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("grader")
}

/// Runs a command: its exit status, its output, and what it said beside that.
pub fn said(command: &mut Command) -> (Option<i32>, String, String) {
    let output = command.output().expect("it runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (
        output.status.code(),
        text(output.stdout),
        text(output.stderr),
    )
}
