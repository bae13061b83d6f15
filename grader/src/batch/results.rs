//! Results on the disk: one file a hand-in, and one text for who handed it in. Each is there as a whole or not at all.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::slot::held;
use crate::error::{Error, Reason, Result};
use crate::judge::{StepVerdict, Verdict};

/// What a result says of itself.
pub(super) const FORMAT: &str = "grader/result/v1";
/// How the names of files begin that are still written.
const UNFINISHED: &str = ".unfinished-";

/// The folder that results are written to.
#[derive(Debug)]
pub(super) struct Out {
    results: PathBuf,
    feedback: PathBuf,
    _lock: File,
}

impl Out {
    /// Takes the folder, and removes what an ended batch has left half written.
    ///
    /// # Errors
    ///
    /// Where it cannot be written, or another batch writes to it.
    pub(super) fn take(folder: &Path) -> Result<Self> {
        let make = |name| {
            let folder = folder.join(name);
            fs::create_dir_all(&folder).map_err(|error| Error::Place {
                doing: "write to",
                path: folder.clone(),
                reason: Reason::System(error),
                advice: "name another folder with `--out`".to_owned(),
            })?;
            Ok(folder)
        };
        let (results, feedback) = (make("results")?, make("feedback")?);
        // Where a batch was killed, a program that it had just begun to start holds its lock a moment longer.
        let until = Instant::now() + Duration::from_millis(500);
        let mut lock = held(&folder.join(".lock"))?;
        while lock.is_none() && Instant::now() < until {
            thread::sleep(Duration::from_millis(20));
            lock = held(&folder.join(".lock"))?;
        }
        let Some(lock) = lock else {
            return Err(Error::Usage(format!(
                "another batch writes to `{}`\nwait for it, or name another folder with `--out`; `grader summary` joins several",
                folder.display()
            )));
        };
        for folder in [&results, &feedback] {
            for file in fs::read_dir(folder).into_iter().flatten().flatten() {
                if file
                    .file_name()
                    .as_encoded_bytes()
                    .starts_with(UNFINISHED.as_bytes())
                {
                    let _ = fs::remove_file(file.path());
                }
            }
        }
        Ok(Self {
            results,
            feedback,
            _lock: lock,
        })
    }

    /// The result of this name, if there is a whole one.
    pub(super) fn result(&self, stem: &str) -> Option<Value> {
        read(&self.results.join(format!("{stem}.json")))
    }

    /// The text of this name.
    pub(super) fn feedback(&self, stem: &str) -> Option<String> {
        fs::read_to_string(self.feedback.join(format!("{stem}.txt"))).ok()
    }

    /// Writes a result. The text comes first: whoever sees the result finds it.
    ///
    /// # Errors
    ///
    /// Where it cannot be written, as on a full disk.
    pub(super) fn write(&self, stem: &str, result: &Value, feedback: Option<&str>) -> Result<()> {
        let text = self.feedback.join(format!("{stem}.txt"));
        match feedback {
            Some(feedback) => renew(&text, feedback)?,
            // One of an earlier batch would be about something else.
            None => drop(fs::remove_file(&text)),
        }
        let file = self.results.join(format!("{stem}.json"));
        renew(&file, &format!("{result:#}\n"))
    }
}

/// Writes a file unless it holds just that already.
fn renew(path: &Path, text: &str) -> Result<()> {
    if fs::read(path).is_ok_and(|old| old == text.as_bytes()) {
        return Ok(());
    }
    write(path, text.as_bytes())
}

/// Writes a file as a whole or not at all.
///
/// # Errors
///
/// Where it cannot be written.
pub(super) fn write(path: &Path, text: &[u8]) -> Result<()> {
    let failed = |error| Error::file("write", path, error);
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    let builder = builder.prefix(UNFINISHED);
    let mut file = builder.tempfile_in(folder).map_err(failed)?;
    file.write_all(text).map_err(failed)?;
    file.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}

/// Reads a result, if it is one.
fn read(path: &Path) -> Option<Value> {
    let result: Value = serde_json::from_slice(&fs::read(path).ok()?).ok()?;
    (result["format"] == FORMAT).then_some(result)
}

/// All results in the folder that a batch wrote to, ordered by the names of the hand-ins.
///
/// # Errors
///
/// Usage, where there are none, or a file among them is none.
pub(super) fn all(folder: &Path) -> Result<Vec<Value>> {
    let results = folder.join("results");
    let refused = |path: &Path, reason| Error::Place {
        doing: "read",
        path: path.to_owned(),
        reason,
        advice: "expected a folder that `grader batch` wrote to".to_owned(),
    };
    let files = fs::read_dir(&results).map_err(|error| refused(&results, Reason::System(error)))?;
    let mut all = Vec::new();
    for file in files {
        let path = file
            .map_err(|error| refused(&results, Reason::System(error)))?
            .path();
        if path.extension().is_some_and(|end| end == "json") {
            let other = || Reason::Other(format!("it is no `{FORMAT}`"));
            all.push(read(&path).ok_or_else(|| refused(&path, other()))?);
        }
    }
    all.sort_by(|one, other| one["id"].as_str().cmp(&other["id"].as_str()));
    Ok(all)
}

/// The names of the hand-ins that have a result in the folder that a batch wrote to, in their order.
pub(super) fn ids(folder: &Path) -> Vec<String> {
    let files = fs::read_dir(folder.join("results")).into_iter().flatten();
    let result = |file: fs::DirEntry| read(&file.path());
    let results = files.flatten().filter_map(result);
    let ids = results.filter_map(|result| Some(result["id"].as_str()?.to_owned()));
    let mut ids: Vec<_> = ids.collect();
    ids.sort();
    ids
}

/// A step in a result. What a compiler says is `hidden` of the places that it names.
pub(super) fn step(verdict: &StepVerdict, hidden: impl Fn(&str) -> String) -> Value {
    let error = verdict.failure.as_ref().and_then(|failure| {
        let first = failure.errors.first().map(|error| &error.summary);
        first.or(failure.advice.as_ref()).map(|text| hidden(text))
    });
    json!({
        "step": format!("{:02}", verdict.step.number),
        "title": verdict.step.title,
        "seed": verdict.seed,
        "status": verdict.status().name(),
        "points": verdict.points(),
        "max_points": verdict.max_points(),
        "compile_error": error,
        "tasks": verdict.tasks.iter().map(task).collect::<Vec<_>>(),
    })
}

fn task(verdict: &Verdict) -> Value {
    json!({
        "task": verdict.task.number,
        "title": verdict.task.title,
        "optional": verdict.task.optional,
        "status": verdict.status.name(),
        "points": verdict.points,
        "max_points": verdict.worth,
        "misconception": verdict.misconception.map(|mistake| mistake.id),
    })
}
