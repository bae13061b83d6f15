//! Runs cargo on the generated crate.

use std::ffi::OsString;
use std::io::{self, PipeReader, Read};
use std::path::Path;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use super::{Builder, Failure};
use crate::error::{Error, Result};
use crate::platform::{End, Finished, Job};
use crate::steps::Step;

/// How cargo went.
pub(super) enum Run {
    /// It ran to its end and wrote this.
    Finished {
        /// Standard output: a JSON message a line.
        messages: String,
        /// Standard error.
        errors: String,
        /// Whether it says that all went well.
        success: bool,
    },
    /// It ran into a limit.
    Failed(Failure),
}

/// Runs `cargo build` with the given pieces of glue.
pub(super) fn build(
    builder: &Builder<'_>,
    folder: &Path,
    step: &Step,
    pieces: &[&str],
) -> Result<Run> {
    let format = if builder.color {
        "json-diagnostic-rendered-ansi"
    } else {
        "json"
    };
    let features = format!("{},{}", step.stem, pieces.join(","));
    let arguments = [
        "build",
        "--locked",
        "--message-format",
        format,
        "--features",
        &features,
    ];
    run(builder, cargo(), &arguments, folder)
}

/// The cargo to use: the one that runs the grader, if one does.
pub(super) fn cargo() -> OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// Runs a tool in a folder.
pub(super) fn run(
    builder: &Builder<'_>,
    program: OsString,
    arguments: &[&str],
    folder: &Path,
) -> Result<Run> {
    let job = Job {
        program,
        arguments: arguments.iter().map(OsString::from).collect(),
        environment: environment(&builder.target.join("build")),
        directory: folder.to_owned(),
        memory: builder.memory,
    };
    let tool = job
        .start_tool()
        .map_err(|error| not_started(&job, &error))?;
    let messages = collect(tool.output);
    let errors = collect(tool.errors);

    let deadline = Instant::now() + builder.timeout;
    let in_time = |text: &mpsc::Receiver<String>| {
        text.recv_timeout(deadline.saturating_duration_since(Instant::now()))
    };
    let (messages, errors) = match (in_time(&messages), in_time(&errors)) {
        (Ok(messages), Ok(errors)) => (messages, errors),
        (Err(RecvTimeoutError::Timeout), _) | (_, Err(RecvTimeoutError::Timeout)) => {
            tool.process.finish(Duration::ZERO);
            let seconds = builder.timeout.as_secs();
            let advice = format!(
                "Compiling took longer than {seconds} s and was stopped. A macro that expands without end or a constant that \
                 is computed without end does that; `--compile-timeout` allows more."
            );
            return Ok(Run::Failed(Failure {
                diagnostics: Vec::new(),
                advice: Some(advice),
            }));
        }
        _ => return Err(Error::Broken("cannot read what cargo says".to_owned())),
    };
    let Finished { end, .. } = tool.process.finish(Duration::from_secs(5));
    if let End::NotStarted(code) = end {
        return Err(not_started(&job, &io::Error::from_raw_os_error(code)));
    }
    if errors.contains("memory allocation of") || errors.contains("(signal: 9, SIGKILL") {
        let advice = format!(
            "The compiler ran out of memory; it may use {} GiB. A macro that doubles itself does that.",
            builder.memory >> 30
        );
        return Ok(Run::Failed(Failure {
            diagnostics: Vec::new(),
            advice: Some(advice),
        }));
    }
    Ok(Run::Finished {
        messages,
        errors,
        success: end == End::Exited(0),
    })
}

/// Reads the stream to its end in a thread of its own.
fn collect(mut stream: PipeReader) -> mpsc::Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        sender.send(String::from_utf8_lossy(&bytes).into_owned())
    });
    receiver
}

/// What would change how the crate is built, and with it all that it depends on, is taken out.
fn environment(target: &Path) -> Vec<(OsString, Option<OsString>)> {
    let unwanted = |name: &str| {
        ["CARGO_BUILD_", "CARGO_PROFILE_"]
            .iter()
            .any(|start| name.starts_with(start))
            || [
                "CARGO_INCREMENTAL",
                "RUSTC_WRAPPER",
                "RUSTC_WORKSPACE_WRAPPER",
                "RUST_BACKTRACE",
            ]
            .contains(&name)
    };
    let removed = std::env::vars_os()
        .map(|(name, _)| name)
        .filter(|name| name.to_str().is_some_and(unwanted));
    let mut environment: Vec<_> = removed.map(|name| (name, None)).collect();
    environment.push(("CARGO_TARGET_DIR".into(), Some(target.into())));
    // Set but empty, it stands before every other source of flags.
    environment.push(("CARGO_ENCODED_RUSTFLAGS".into(), Some("".into())));
    environment
}

fn not_started(job: &Job, error: &io::Error) -> Error {
    Error::Broken(format!(
        "cannot start `{}`: {error}\nthe grader compiles your answers with cargo; install Rust from https://rustup.rs and open a new terminal",
        job.program.display()
    ))
}
