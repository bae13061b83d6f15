//! Runs cargo, which builds the kit, and other tools.

use std::ffi::OsString;
use std::io::{self, PipeReader, Read};
use std::path::Path;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use super::{Builder, has_locks, rustc};
use crate::error::{Error, Result};
use crate::platform::{End, Finished, Inherits, Job};

/// What came of running a tool.
#[derive(Debug, Default)]
pub(super) struct Run {
    /// Standard output, or of a compiler what it says as messages: one in JSON a line.
    pub(super) output: String,
    /// Standard error.
    pub(super) errors: String,
    /// Whether it says that all went well.
    pub(super) success: bool,
    /// Whether it was stopped because it took too long.
    pub(super) late: bool,
}

/// Runs `cargo build` and has it noted how rustc is called.
pub(super) fn build(builder: &Builder<'_>, folder: &Path, noted: &Path) -> Result<Run> {
    let arguments = [
        "build",
        "--quiet",
        "--locked",
        "--target",
        HOST,
        "--message-format",
        "json",
    ];
    run_with(builder, cargo(), &arguments, folder, rustc::note_in(noted))
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

/// Runs a tool in a folder with more variables. It may take the time for the crates.
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
        inherits: Inherits::All,
        environment: variables,
        directory: folder.to_owned(),
        walls: None,
        memory: builder.memory,
    };
    run_job(&job, builder.crates_timeout)
}

/// The signals that a limit ends a tool with, by their numbers on Linux and macOS.
const SIGNALS: [(i32, &str); 2] = [(9, "SIGKILL"), (25, "SIGXFSZ")];

/// Runs a job to its end, which is after so much time at the latest.
pub(super) fn run_job(job: &Job, most: Duration) -> Result<Run> {
    let tool = job.start_tool().map_err(|error| not_started(job, error))?;
    let streams = [collect(tool.output), collect(tool.errors)];
    let Finished { end, .. } = tool.process.finish(most);
    let mut run = Run {
        late: end == End::Stopped,
        ..Run::default()
    };
    // Nothing runs any more that could write to them.
    for (stream, text) in streams.iter().zip([&mut run.output, &mut run.errors]) {
        match stream.recv_timeout(Duration::from_secs(5)) {
            Ok(said) => *text = said,
            Err(RecvTimeoutError::Timeout) => run.late = true,
            Err(error @ RecvTimeoutError::Disconnected) => return Err(Error::Unheard(error)),
        }
    }
    if let End::NotStarted(code) = end {
        return Err(not_started(job, io::Error::from_raw_os_error(code)));
    }
    run.success = end == End::Exited(0);
    if let End::Signalled(signal) = end {
        // In cargo's words, which says so of what it runs.
        let name = SIGNALS.iter().find(|(number, _)| *number == signal);
        let name = name.map_or("unknown", |(_, name)| name);
        run.errors
            .push_str(&format!("\n(signal: {signal}, {name})"));
    }
    Ok(run)
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
