//! A learner: a file of theirs, and the grader run on it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicUsize, Ordering};

use grader::steps::Step;

use super::folders::Folder;
use super::{Report, TOLD, grader, said, step, target};

/// A folder with a learner's file in it, outside the course.
pub struct Learner {
    folder: Folder,
    step: &'static Step,
    answer: usize,
    is_editing: bool,
}

impl Learner {
    /// A learner who wrote this for step 02.
    pub fn new(text: &str) -> Self {
        Self::made("learner", step(), text)
    }

    /// A learner who wrote this and is going to write something else.
    pub fn editing(text: &str) -> Self {
        Self::made("editing", step(), text)
    }

    /// A learner who is going to write answers to a step.
    pub fn of(step: &'static Step, text: &str) -> Self {
        Self::made("editing", step, text)
    }

    fn made(kind: &str, step: &'static Step, text: &str) -> Self {
        let folder = Folder::with(kind, &[(&step.file(), text)]);
        Self {
            folder,
            step,
            answer: 0,
            is_editing: kind == "editing",
        }
    }

    /// A learner who has written this just now, so that it has to be compiled whatever was built before.
    pub fn anew(text: &str) -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let learner = Self::editing("");
        let (run, count) = (std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        learner.save(&format!("{text}\n// {run} {count}\n"));
        learner
    }

    /// Chooses among several answers by their number.
    pub fn choose(&mut self, answer: usize) {
        self.answer = answer;
    }

    /// The learner's file.
    pub fn file(&self) -> PathBuf {
        self.folder.path().join(self.step.file())
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
        said(&mut self.asked(command, arguments))
    }

    /// The processes that were started for this learner and still run: graders, workers, and what they started.
    pub fn processes(&self) -> Vec<PathBuf> {
        let Ok(folders) = fs::read_dir("/proc") else {
            return Vec::new();
        };
        let marker = format!("{TOLD}={}/", self.folder().display()).into_bytes();
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

    /// What everything that is started for this learner is told.
    pub fn told(&self) -> PathBuf {
        self.folder().join(self.answer.to_string())
    }

    /// `grader check` on the file, still to be run.
    pub fn command(&self, more: &[&str]) -> Command {
        self.asked("check", more)
    }

    fn asked(&self, command: &str, more: &[&str]) -> Command {
        let mut asked = grader();
        // Everything that this learner's check starts can be told by this.
        asked.current_dir(self.folder()).env(TOLD, self.told());
        if self.is_editing {
            asked.env_remove("CARGO_INCREMENTAL");
        }
        asked
            .args([command, self.step.stem, "--impl", &self.step.file()])
            .arg("--target-dir")
            .arg(target())
            .args(more);
        asked
    }

    fn run(&self, more: &[&str]) -> Output {
        self.command(more).output().expect("the grader runs")
    }
}
