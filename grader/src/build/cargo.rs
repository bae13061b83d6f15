//! Runs cargo on the generated crate.

use std::ffi::OsString;
use std::io::{self, BufRead, BufReader, PipeReader, Read};
use std::path::Path;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use super::{Builder, has_locks, rustc};
use crate::error::{Error, Result};
use crate::platform::{End, Finished, Job};

/// What came of running a tool.
#[derive(Debug, Default)]
pub(super) struct Run {
    /// Standard output: of a build, a JSON message a line.
    pub(super) output: String,
    /// Standard error.
    pub(super) errors: String,
    /// Whether it says that all went well.
    pub(super) success: bool,
    /// Whether it was stopped because it took too long.
    pub(super) late: bool,
    /// Whether the crates that the answers use were there, so that the learner's file was next.
    pub(super) reached: bool,
}

/// Runs `cargo build` without the pieces of glue that `left_out` names.
pub(super) fn build(builder: &Builder<'_>, folder: &Path, left_out: &str) -> Result<Run> {
    let format = if builder.color {
        "json-diagnostic-rendered-ansi"
    } else {
        "json"
    };
    let arguments = [
        "build",
        "--quiet",
        "--locked",
        "--target",
        HOST,
        "--message-format",
        format,
    ];
    run_with(
        builder,
        cargo(),
        &arguments,
        folder,
        rustc::leave_out(left_out),
    )
}

/// This machine, whatever a configuration says to build for.
pub(super) const HOST: &str = "host-tuple";

/// The cargo to use: the one that runs the grader, if one does.
pub(super) fn cargo() -> OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// What cargo says when it is asked for what it shows of itself to those alone who build it; `None` where it does not.
pub(super) fn ask(builder: &Builder<'_>, arguments: &[&str], folder: &Path) -> Option<String> {
    let bootstrap = [("RUSTC_BOOTSTRAP".into(), Some("1".into()))];
    let run = run_with(builder, cargo(), arguments, folder, bootstrap.into()).ok()?;
    run.success.then_some(run.output)
}

/// Runs a tool in a folder.
pub(super) fn run(
    builder: &Builder<'_>,
    program: OsString,
    arguments: &[&str],
    folder: &Path,
) -> Result<Run> {
    run_with(builder, program, arguments, folder, Vec::new())
}

/// Runs a tool in a folder with more variables. Until it says that the crates are there, it may take the time for them; from then on that
/// for the answers.
fn run_with(
    builder: &Builder<'_>,
    program: OsString,
    arguments: &[&str],
    folder: &Path,
    mut variables: Vec<(OsString, Option<OsString>)>,
) -> Result<Run> {
    variables.extend(environment(builder.target));
    let job = Job {
        program,
        arguments: arguments.iter().map(OsString::from).collect(),
        environment: variables,
        directory: folder.to_owned(),
        memory: builder.memory,
    };
    let tool = job.start_tool().map_err(|error| not_started(&job, error))?;
    let lines = lines(tool.output);
    let errors = collect(tool.errors);

    let mut run = Run::default();
    let mut deadline = Instant::now() + builder.crates_timeout;
    loop {
        match lines.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            Ok(line) => {
                if !run.reached && ends_the_crates(&line) {
                    run.reached = true;
                    deadline = Instant::now() + builder.timeout;
                }
                run.output.push_str(&line);
            }
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {
                tool.process.finish(Duration::ZERO);
                run.late = true;
                return Ok(run);
            }
        }
    }
    let left = deadline.saturating_duration_since(Instant::now());
    match errors.recv_timeout(left) {
        Ok(errors) => run.errors = errors,
        Err(RecvTimeoutError::Timeout) => run.late = true,
        Err(error @ RecvTimeoutError::Disconnected) => return Err(Error::Unheard(error)),
    }
    let patience = if run.late { 0 } else { 5 };
    let Finished { end, .. } = tool.process.finish(Duration::from_secs(patience));
    if let End::NotStarted(code) = end {
        return Err(not_started(&job, io::Error::from_raw_os_error(code)));
    }
    run.success = end == End::Exited(0);
    Ok(run)
}

/// Whether this message of cargo's says that the last of the crates is there: the worker's own, which uses all others.
fn ends_the_crates(line: &str) -> bool {
    line.starts_with(r#"{"reason":"compiler-artifact""#) && line.contains(r#""name":"runtime""#)
}

/// Reads the stream line by line in a thread of its own.
fn lines(stream: PipeReader) -> Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut stream = BufReader::new(stream);
        let mut line = Vec::new();
        while let Ok(1..) = stream.read_until(b'\n', &mut line) {
            let text = String::from_utf8_lossy(&line).into_owned();
            if sender.send(text).is_err() {
                return;
            }
            line.clear();
        }
    });
    receiver
}

/// Reads the stream to its end in a thread of its own.
fn collect(mut stream: PipeReader) -> Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        sender.send(String::from_utf8_lossy(&bytes).into_owned())
    });
    receiver
}

/// Where cargo is to build, and how: see `rustc` for what keeps a user's own settings away from the answers.
fn environment(target: &Path) -> Vec<(OsString, Option<OsString>)> {
    let mut environment = rustc::environment();
    for folder in ["CARGO_TARGET_DIR", "CARGO_BUILD_BUILD_DIR"] {
        environment.push((folder.into(), Some(target.join("build").into())));
    }
    // rustc locks what it keeps for the next time, and gives up where it cannot.
    let incremental = has_locks(target).unwrap_or(true);
    let incremental = if incremental { "1" } else { "0" };
    environment.push(("CARGO_INCREMENTAL".into(), Some(incremental.into())));
    environment.push(("RUST_BACKTRACE".into(), None));
    environment
}

fn not_started(job: &Job, source: io::Error) -> Error {
    Error::Tool {
        program: job.program.clone(),
        source,
    }
}
