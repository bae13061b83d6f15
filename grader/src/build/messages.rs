//! Reads what cargo and rustc say, and tells whose fault an error is.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{Failure, LeftOut, Problem, advice};
use crate::error::{Error, Result};

/// The messages of one build.
#[derive(Debug, Default)]
pub(super) struct Messages {
    /// The program, where there is one now.
    pub(super) executable: Option<PathBuf>,
    /// The errors in the implementation's files.
    pub(super) learner: Vec<Value>,
    /// The errors elsewhere: in the glue, where a function is not what it calls.
    glue: Vec<Value>,
}

impl Messages {
    /// Reads the lines that cargo wrote on standard output. `folder` holds the implementation; `errors` is what cargo
    /// wrote on standard error.
    ///
    /// # Errors
    ///
    /// Where cargo failed before it compiled anything.
    pub(super) fn read(lines: &str, folder: &Path, errors: &str) -> Result<Self> {
        let mut messages = Self::default();
        let mut built = false;
        for message in lines
            .lines()
            .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        {
            match message["reason"].as_str() {
                Some("compiler-artifact") => {
                    if let Some(executable) = message["executable"].as_str() {
                        messages.executable = Some(executable.into());
                    }
                }
                Some("compiler-message") => messages.sort(&message, folder),
                Some("build-finished") => built = message["success"] == true,
                _ => {}
            }
        }
        if !built {
            messages.executable = None;
        }
        let said_nothing = messages.learner.is_empty() && messages.glue.is_empty();
        if messages.executable.is_none() && said_nothing {
            Err(broken(errors))
        } else {
            Ok(messages)
        }
    }

    fn sort(&mut self, message: &Value, folder: &Path) {
        let error = &message["message"];
        let summary = error["message"].as_str().unwrap_or_default();
        if error["level"] != "error" || summary.starts_with("aborting due to") {
            return;
        }
        let library = message["target"]["name"] == "implementation";
        // What a generic function does wrong may come up only where it is used.
        let inside = spans(error).any(|span| {
            Path::new(span["file_name"].as_str().unwrap_or_default()).starts_with(folder)
        });
        let glue = spans(error).next().is_some() && !inside;
        if library || !glue {
            self.learner.push(error.clone());
        } else {
            self.glue.push(error.clone());
        }
    }

    /// The functions whose piece of the glue does not compile.
    pub(super) fn faults(&self, glue: &str, file: &str) -> Vec<LeftOut> {
        let mut faults: Vec<LeftOut> = Vec::new();
        for error in &self.glue {
            let lines = places(error).filter(|span| {
                let name = span["file_name"].as_str().unwrap_or_default();
                Path::new(name).file_name().is_some_and(|name| name == file)
            });
            let lines = lines.filter_map(|span| span["line_start"].as_u64());
            let Some(function) = lines.filter_map(|line| piece(glue, line as usize)).next() else {
                continue;
            };
            let problem = match error["code"]["code"].as_str() {
                Some("E0425") => Problem::Missing,
                Some("E0603") => Problem::Private,
                _ => Problem::Signature,
            };
            match faults.iter_mut().find(|fault| fault.function == function) {
                // A function that cannot be found says more than what follows from that.
                Some(fault) if fault.problem == Problem::Signature => fault.problem = problem,
                Some(_) => {}
                None => faults.push(LeftOut {
                    function: function.to_owned(),
                    problem,
                }),
            }
        }
        faults
    }

    /// What to tell the learner.
    pub(super) fn failure(&self) -> Failure {
        let errors = if self.learner.is_empty() {
            &self.glue
        } else {
            &self.learner
        };
        let texts = errors.iter().filter_map(|error| error["rendered"].as_str());
        let here = std::env::current_dir().unwrap_or_default();
        // In what is shown, a path that starts where the user is goes without that start: terminals resolve it so.
        let start = format!("{}{}", here.display(), std::path::MAIN_SEPARATOR);
        let diagnostics = texts
            .map(|text| text.replace(&start, "").trim_end().to_owned())
            .collect();
        Failure {
            diagnostics,
            advice: advice::on(errors),
        }
    }
}

/// The primary spans of an error.
fn spans(error: &Value) -> impl Iterator<Item = &Value> {
    error["spans"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|span| span["is_primary"] == true)
}

/// The primary spans of an error and the places of the macros that they come from.
fn places(error: &Value) -> impl Iterator<Item = &Value> {
    spans(error).flat_map(|span| {
        std::iter::successors(Some(span), |span| {
            let outer = &span["expansion"]["span"];
            outer.is_object().then_some(outer)
        })
    })
}

/// The piece of the glue that stands in this line, counted from 1: the feature named last before it.
fn piece(glue: &str, line: usize) -> Option<&str> {
    let before = glue.lines().take(line);
    before
        .filter_map(|line| {
            line.trim()
                .strip_prefix("#[cfg(feature = \"")?
                .strip_suffix("\")]")
        })
        .last()
}

/// Why cargo failed without a word from rustc.
fn broken(errors: &str) -> Error {
    const NETWORK: [&str; 6] = [
        "failed to download",
        "failed to fetch",
        "failed to query",
        "resolve host",
        "network",
        "--offline",
    ];
    let said = errors.trim();
    if NETWORK.iter().any(|sign| said.contains(sign)) {
        return Error::Broken(format!(
            "cannot get the crates that the answers use\nrun once with a network connection, or run `cargo fetch` in the course's folder while there is one\ncargo said:\n{said}"
        ));
    }
    Error::Broken(format!(
        "cargo could not build the worker\nit said:\n{said}"
    ))
}
