//! What the tests of the real command share: learners' files made from the solution, and the command run on them.

pub mod cases;
#[cfg(unix)]
pub mod terminal;
#[cfg(unix)]
pub mod watching;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Instant;

use grader::anchors::{self, Line};
use grader::steps::Step;
use serde_json::Value;
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

/// The solution with the answers to some tasks replaced.
pub fn with(answers: &[(u8, &str)]) -> String {
    let mut text = String::new();
    let mut replaced = None;
    for line in anchors::lines(step().solution) {
        match line {
            Line::Start(name) => {
                if let Some((_, answer)) = answers
                    .iter()
                    .find(|(task, _)| name == format!("answer_{task}"))
                {
                    replaced = Some(name);
                    text.push_str(answer);
                    text.push('\n');
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

/// A course with only what the commands look for.
pub fn empty_course() -> TempDir {
    let course = tempfile::tempdir().expect("a temporary folder");
    for part in ["steps/src", "solutions/src"] {
        fs::create_dir_all(course.path().join(part)).expect("a folder");
    }
    fs::write(course.path().join("Cargo.toml"), "[workspace]\n").expect("it is written");
    course
}

/// A course in which the learner's step 02 is this.
pub fn course(text: &str) -> TempDir {
    let course = empty_course();
    fs::write(course.path().join("steps/src/step_02.rs"), text).expect("it is written");
    course
}

/// A folder with a learner's file in it, outside the course.
pub struct Learner {
    folder: TempDir,
}

impl Learner {
    /// A learner who wrote this.
    pub fn new(text: &str) -> Self {
        let learner = Self {
            folder: tempfile::tempdir().expect("a temporary folder"),
        };
        learner.save(text);
        learner
    }

    /// The learner's file.
    pub fn file(&self) -> PathBuf {
        self.folder.path().join("step_02.rs")
    }

    /// The folder that it is in.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Writes another text.
    pub fn save(&self, text: &str) {
        fs::write(self.file(), text).expect("the learner's file is written");
    }

    /// `grader check` on the file, for programs.
    pub fn check(&self, more: &[&str]) -> Report {
        let output = self.run(&[&["--format", "json"], more].concat());
        let text = String::from_utf8(output.stdout).expect("the report is UTF-8");
        let json = serde_json::from_str(&text).unwrap_or_else(|error| {
            panic!(
                "no report ({error}): {text}\n{}",
                String::from_utf8_lossy(&output.stderr)
            )
        });
        Report {
            exit: output.status.code(),
            json,
        }
    }

    /// `grader check` on the file, for people.
    pub fn show(&self, more: &[&str]) -> String {
        String::from_utf8(self.run(more).stdout).expect("the report is UTF-8")
    }

    /// Another command of the grader on the file: its exit status, its output, and what it said beside that.
    pub fn grade(&self, command: &str, arguments: &[&str]) -> (Option<i32>, String, String) {
        let output = grader()
            .current_dir(self.folder())
            .env("LEARNER", self.folder())
            .args([command, "02", "--impl", "step_02.rs", "--target-dir"])
            .arg(target())
            .args(arguments)
            .output()
            .expect("the grader runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        (
            output.status.code(),
            text(output.stdout),
            text(output.stderr),
        )
    }

    /// The processes that were started for this learner and still run: graders, workers, and what they started.
    pub fn processes(&self) -> Vec<PathBuf> {
        let Ok(folders) = fs::read_dir("/proc") else {
            return Vec::new();
        };
        let marker = format!("LEARNER={}", self.folder().display()).into_bytes();
        let belongs = |folder: &Path| {
            let read = |name: &str| fs::read(folder.join(name)).unwrap_or_default();
            !read("cmdline").is_empty()
                && read("environ")
                    .windows(marker.len())
                    .any(|part| part == marker)
        };
        let folders = folders.flatten().map(|entry| entry.path());
        folders.filter(|folder| belongs(folder)).collect()
    }

    /// `grader check` on the file, still to be run.
    pub fn command(&self, more: &[&str]) -> Command {
        let mut command = grader();
        command
            .current_dir(self.folder())
            // Everything that this learner's check starts can be told by this.
            .env("LEARNER", self.folder())
            .args(["check", "02", "--impl", "step_02.rs"])
            .arg("--target-dir")
            .arg(target())
            .args(more);
        command
    }

    fn run(&self, more: &[&str]) -> Output {
        self.command(more).output().expect("the grader runs")
    }
}

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
    command
}

/// One target folder for all tests, so that the crates compile once.
pub fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("grader")
}

/// A report for programs.
pub struct Report {
    pub exit: Option<i32>,
    pub json: Value,
}

impl Report {
    /// The step.
    pub fn step(&self) -> &Value {
        &self.json["steps"][0]
    }

    /// One of its tasks.
    pub fn task(&self, number: usize) -> &Value {
        &self.step()["tasks"][number - 1]
    }

    /// The status of a task.
    pub fn status(&self, number: usize) -> &str {
        self.task(number)["status"].as_str().unwrap_or_default()
    }

    /// What is said about a task.
    pub fn message(&self, number: usize) -> &str {
        self.task(number)["message"].as_str().unwrap_or_default()
    }

    /// The statuses of all tasks.
    pub fn statuses(&self) -> Vec<&str> {
        (1..=8).map(|number| self.status(number)).collect()
    }

    /// Fails unless every task passed but those named, which have the status that stands beside them.
    #[track_caller]
    pub fn passed_but(&self, others: &[(usize, &str)]) {
        let expected: Vec<_> = (1..=8)
            .map(|number| {
                others
                    .iter()
                    .find(|(other, _)| *other == number)
                    .map_or("passed", |(_, status)| status)
            })
            .collect();
        assert_eq!(self.statuses(), expected, "{:#}", self.json);
    }
}

/// Has each of these programs checked, on all processors, and fails with everything that was said wrongly.
#[expect(
    clippy::print_stdout,
    reason = "the counts are of interest when all is well, too"
)]
pub fn assert_none_missed<T: Sync>(
    kind: &str,
    programs: &[T],
    misses: impl Fn(&Learner, &T) -> Vec<String> + Sync,
) {
    // One test after the other, because each takes all processors.
    static ALONE: Mutex<()> = Mutex::new(());
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let started = Instant::now();
    let next = AtomicUsize::new(0);
    let missed = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                // The same learner, who saves one program over the other: that compiles sooner.
                let learner = Learner::new("");
                while let Some(program) = programs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let found = misses(&learner, program);
                    let mut missed = missed.lock().unwrap_or_else(PoisonError::into_inner);
                    missed.extend(found);
                }
            });
        }
    });
    let mut missed = missed.into_inner().unwrap_or_else(PoisonError::into_inner);
    missed.sort();
    let counts = format!(
        "{} {kind} programs, {} missed",
        programs.len(),
        missed.len()
    );
    println!("{counts}, {} s", started.elapsed().as_secs());
    assert!(missed.is_empty(), "{counts}:\n\n{}", missed.join("\n"));
}
