//! Classes: folders of hand-ins, as instructors have them, and what a batch makes of them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

use super::{grader, target};

/// A folder of hand-ins, and one for results.
pub struct Class {
    folder: TempDir,
}

impl Class {
    /// One without hand-ins.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir(folder.path().join("in")).expect("a folder");
        Self { folder }
    }

    /// The folder with the hand-ins.
    pub fn folder(&self) -> PathBuf {
        self.folder.path().join("in")
    }

    /// A place in it, in a folder that is there.
    pub fn place(&self, path: impl AsRef<Path>) -> PathBuf {
        let place = self.folder().join(path);
        fs::create_dir_all(place.parent().expect("it is in a folder")).expect("a folder");
        place
    }

    /// Adds a file.
    pub fn add(&self, path: impl AsRef<Path>, text: impl AsRef<[u8]>) {
        fs::write(self.place(path), text).expect("it is written");
    }

    /// The folder with the results.
    pub fn out(&self) -> PathBuf {
        self.folder.path().join("out")
    }

    /// `grader batch` on it, still to be run.
    pub fn command(&self, out: &Path, more: &[&str]) -> Command {
        let mut command = grader();
        command
            .current_dir(self.folder.path())
            .arg("batch")
            .arg(self.folder())
            .arg("--out")
            .arg(out)
            .arg("--target-dir")
            .arg(target())
            .arg("--allow-weak-isolation")
            .args(more);
        command
    }

    /// `grader batch` on it: what was printed. Fails unless it ends well.
    #[track_caller]
    pub fn judge(&self, more: &[&str]) -> String {
        let output = self.command(&self.out(), more).output();
        printed(&output.expect("the grader runs"))
    }

    /// `grader summary` of the results.
    #[track_caller]
    pub fn summary(&self, more: &[&str]) -> String {
        let mut command = grader();
        command.current_dir(self.folder.path());
        command.args(["summary", "out"]).args(more);
        printed(&command.output().expect("the grader runs"))
    }

    /// Writes a file beside the hand-ins.
    pub fn beside(&self, name: &str, text: impl AsRef<[u8]>) {
        fs::write(self.folder.path().join(name), text).expect("it is written");
    }

    /// Reads a file beside the hand-ins.
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.folder.path().join(name)).expect("it is read")
    }

    /// All results, by the names of the hand-ins.
    pub fn results(&self) -> Vec<(String, Value)> {
        results(&self.out())
    }
}

/// What was printed by a command that ended well.
#[track_caller]
pub fn printed(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{said}");
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

/// The results in a folder.
pub fn results(out: &Path) -> Vec<(String, Value)> {
    let files = fs::read_dir(out.join("results")).into_iter().flatten();
    let files = files.map(|file| file.expect("a file").path());
    let read = |path: PathBuf| {
        let text = fs::read(&path).expect("it is read");
        let result: Value = serde_json::from_slice(&text).expect("JSON");
        (result["id"].as_str().expect("an id").to_owned(), result)
    };
    let mut results: Vec<_> = files
        .filter(|path| path.extension().is_some_and(|end| end == "json"))
        .map(read)
        .collect();
    results.sort_by(|one, other| one.0.cmp(&other.0));
    results
}
