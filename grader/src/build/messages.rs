//! Reads what rustc says, and tells whose fault an error is.

use std::path::Path;

use serde_json::Value;

use super::{CompileError, Failure, LeftOut, Problem, advice};

/// The messages of one build.
#[derive(Debug, Default)]
pub(super) struct Messages {
    /// The errors with a place in the implementation's files.
    pub(super) learner: Vec<Value>,
    /// The errors in the glue, where a function is not what it calls.
    glue: Vec<Value>,
    /// The errors without a place in either.
    elsewhere: Vec<Value>,
}

impl Messages {
    /// Reads the lines that rustc wrote. `folder` holds the implementation, `own` the glue.
    pub(super) fn read(lines: &str, folder: &Path, own: &Path) -> Self {
        let mut messages = Self::default();
        for error in errors(lines) {
            let errors = if any_in(places(&error), folder, own) {
                &mut messages.learner
            } else if any_in(places(&error), own, own) {
                &mut messages.glue
            } else if any_in(remarked(&error), folder, own) {
                // What a generic function of a crate's does wrong comes up where the learner's code uses it.
                &mut messages.learner
            } else {
                &mut messages.elsewhere
            };
            errors.push(error);
        }
        messages
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
                // A function, a type or a method that is not there.
                Some("E0425" | "E0412" | "E0422" | "E0433" | "E0599") => Problem::Missing,
                Some("E0603" | "E0624") => Problem::Private,
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
        let errors = [&self.learner, &self.glue, &self.elsewhere];
        let errors = errors.into_iter().find(|errors| !errors.is_empty());
        let errors = errors.unwrap_or(&self.learner);
        Failure {
            errors: errors.iter().take(MOST).map(compile_error).collect(),
            more: errors.len().saturating_sub(MOST),
            advice: errors.first().and_then(advice::on),
        }
    }
}

/// So many errors are kept.
const MOST: usize = 50;

/// An error as the user would read it: a path that starts where they are goes without that start, and terminals resolve
/// it so.
fn compile_error(error: &Value) -> CompileError {
    let here = std::env::current_dir().unwrap_or_default();
    let start = format!("{}{}", here.display(), std::path::MAIN_SEPARATOR);
    let text = |text: &Value| text.as_str().unwrap_or_default().replace(&start, "");
    let place = places(error).last().map(|span| {
        let line = span["line_start"].as_u64().unwrap_or_default();
        format!("{}:{line}", text(&span["file_name"]))
    });
    CompileError {
        summary: text(&error["message"]),
        place,
        text: text(&error["rendered"]).trim_end().to_owned(),
    }
}

/// The errors among the messages of rustc, or of cargo, which puts its own around them.
pub(super) fn errors(lines: &str) -> Vec<Value> {
    let errors = parsed(lines).map(|mut message| match message["message"].is_object() {
        true => message["message"].take(),
        false => message,
    });
    let counts = |error: &Value| {
        let summary = error["message"].as_str().unwrap_or_default();
        error["level"] == "error" && !summary.starts_with("aborting due to")
    };
    errors.filter(counts).collect()
}

fn parsed(lines: &str) -> impl Iterator<Item = Value> {
    lines
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
}

/// Whether any of the places lies in the folder. Paths of the glue are relative to its folder, `own`.
fn any_in<'a>(mut spans: impl Iterator<Item = &'a Value>, folder: &Path, own: &Path) -> bool {
    spans.any(|span| {
        let name = span["file_name"].as_str().unwrap_or_default();
        own.join(name).starts_with(folder)
    })
}

/// All places that an error and the remarks on it name.
fn remarked(error: &Value) -> impl Iterator<Item = &Value> {
    let remarks = error["children"].as_array().into_iter().flatten();
    let parts = std::iter::once(error).chain(remarks);
    parts
        .flat_map(|part| part["spans"].as_array().into_iter().flatten())
        .flat_map(origins)
}

/// The primary spans of an error and the places of the macros that they come from.
fn places(error: &Value) -> impl Iterator<Item = &Value> {
    let spans = error["spans"].as_array().into_iter().flatten();
    spans
        .filter(|span| span["is_primary"] == true)
        .flat_map(origins)
}

/// A span, the place of the macro that it comes from, and so on.
fn origins(span: &Value) -> impl Iterator<Item = &Value> {
    std::iter::successors(Some(span), |span| {
        let outer = &span["expansion"]["span"];
        outer.is_object().then_some(outer)
    })
}

/// Whether all that is wrong is that something is not used, which is an error where the learner says so.
pub(super) fn only_unused(lines: &str) -> bool {
    let errors = errors(lines);
    !errors.is_empty()
        && errors
            .iter()
            .all(|error| error["code"]["code"] == "dead_code")
}

/// The piece of the glue that stands in this line, counted from 1: the one named last before it.
fn piece(glue: &str, line: usize) -> Option<&str> {
    glue.lines().take(line).filter_map(named).last()
}

/// The names of all pieces of the glue.
pub(super) fn pieces(glue: &str) -> impl Iterator<Item = &str> {
    glue.lines().filter_map(named)
}

/// The piece that begins with this line.
fn named(line: &str) -> Option<&str> {
    let rest = line.trim().strip_prefix("#[cfg(not(left_out = \"")?;
    rest.strip_suffix("\"))]")
}
