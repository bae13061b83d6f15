//! Words for what keeps answers from being built that is not the answers' fault.

use std::time::Duration;

use super::cargo::Run;
use super::messages::{Messages, errors};
use super::{Builder, Failure};
use crate::error::Error;

/// What a cause can be told by in the words of cargo, rustc and linkers, what it is, and what to do about it.
struct Cause {
    signs: &'static [&'static str],
    is: &'static str,
    advice: &'static str,
    /// Whether answers can bring it about, so that it must be seen whether they did.
    by_answers: bool,
}

/// The first that fits is named.
const CAUSES: &[Cause] = &[
    Cause {
        signs: &[
            "No space left on device",
            "Disk quota exceeded",
            "not enough space on the disk",
            // A linker writes into a file that it has mapped; where the disk is full that is how it ends.
            "SIGBUS",
            "Bus error",
        ],
        is: "the disk is full",
        advice: "free some space, or name another folder with `--target-dir`",
        by_answers: false,
    },
    Cause {
        signs: &["Read-only file system"],
        is: "the target folder cannot be written",
        advice: "name another folder with `--target-dir`",
        by_answers: false,
    },
    Cause {
        signs: &["linker `", "could not exec the linker", "linker.exe"],
        is: "there is no linker that works",
        advice: "install one: on Debian and Ubuntu `apt-get install build-essential`, on Fedora `dnf install gcc`, on macOS \
                 `xcode-select --install`, on Windows the C++ build tools of Visual Studio",
        by_answers: false,
    },
    Cause {
        signs: &["cannot start `"],
        is: "rustc cannot be started",
        advice: "look at RUSTC and at `build.rustc` in cargo's configuration, or install Rust from https://rustup.rs",
        by_answers: false,
    },
    Cause {
        signs: &[
            "could not load Cargo configuration",
            "could not parse TOML configuration",
        ],
        is: "cargo cannot read its configuration",
        advice: "mend the file that it names below",
        by_answers: false,
    },
    Cause {
        signs: &["can't find crate for `std`", "can't find crate for `core`"],
        is: "Rust's standard library is not installed",
        advice: "install Rust from https://rustup.rs, or run `rustup toolchain install stable`",
        by_answers: false,
    },
    Cause {
        signs: &[
            "failed to download",
            "failed to fetch",
            "failed to query",
            "resolve host",
            "network",
            "--offline",
        ],
        is: "cannot get the crates that the answers use",
        advice: "run once with a network connection, or run `cargo fetch` in the course's folder while there is one",
        by_answers: false,
    },
    Cause {
        signs: &["Permission denied"],
        is: "what lies in the target folder may not be written or run",
        advice: "it may belong to somebody else, or its disk be mounted with `noexec`; name another folder with `--target-dir`",
        by_answers: false,
    },
    Cause {
        signs: &["memory allocation of", "Cannot allocate memory", "SIGKILL"],
        is: "the compiler ran out of memory",
        advice: "end other programs, or allow more with `--compile-memory`",
        by_answers: true,
    },
    Cause {
        signs: &["Too many open files"],
        is: "there are too many open files",
        advice: "end other programs, or raise the limit with `ulimit -n`",
        by_answers: false,
    },
];

/// So much of what was said is shown; the rest is more of the same.
const SHOWN: usize = 12;

/// The error that stands for crates that could not be built.
pub(super) fn of_crates(run: &Run, builder: &Builder<'_>) -> Error {
    let what = "the crates that the answers use";
    of_any(run, what, builder.crates_timeout, "--crates-timeout")
}

/// The error that stands for a worker that could not be built, and not because of the answers.
pub(super) fn of(run: &Run, builder: &Builder<'_>) -> Error {
    of_any(run, "the reference", builder.timeout, "--compile-timeout")
}

fn of_any(run: &Run, what: &'static str, most: Duration, option: &'static str) -> Error {
    if run.late {
        return Error::Slow { what, most, option };
    }
    let said = said(run);
    let (cause, advice) = cause(&said).map_or(
        (
            "cargo could not build the worker",
            "run `cargo grade doctor`, which looks for the cause",
        ),
        |cause| (cause.is, cause.advice),
    );
    let mut lines = said.trim().lines();
    let mut shown: Vec<_> = lines.by_ref().take(SHOWN).collect();
    if lines.next().is_some() {
        shown.push("[…]");
    }
    Error::Build {
        cause,
        advice,
        said: shown.join("\n"),
    }
}

/// Whether a build failed of something that no answer brings about.
pub(super) fn is_certain(run: &Run) -> bool {
    cause(&said(run)).is_some_and(|cause| !cause.by_answers)
}

fn cause(said: &str) -> Option<&'static Cause> {
    let fits = |cause: &&Cause| cause.signs.iter().any(|sign| said.contains(sign));
    CAUSES.iter().find(fits)
}

/// What to tell a learner whose file fails without a place in it, though the reference does not.
pub(super) fn failure(run: &Run, messages: Messages, builder: &Builder<'_>) -> Failure {
    let mut failure = messages.failure();
    let said = &run.errors;
    let advice = if run.late {
        let seconds = builder.timeout.as_secs();
        format!(
            "Compiling took longer than {seconds} s and was stopped. A macro that expands without end or a constant that is \
             computed without end does that; `--compile-timeout` allows more."
        )
    } else if said.contains("memory allocation of") || said.contains("(signal: 9, SIGKILL") {
        let most = builder.memory >> 30;
        format!(
            "The compiler ran out of memory; it may use {most} GiB. A macro that doubles itself does that."
        )
    } else if ["SIGXFSZ", "File too large", "file too large"]
        .iter()
        .any(|sign| told(&failure, said, sign))
    {
        "The program is too large to be written. A `static` or a constant of many megabytes does that.".to_owned()
    } else if failure.errors.is_empty() {
        "The compiler itself ended while it read this file, which it does not do with the reference. Code that is nested \
         very deeply does that."
            .to_owned()
    } else {
        for error in &mut failure.errors {
            error.text = without_commands(&error.text);
        }
        return failure;
    };
    failure.advice = Some(advice);
    failure
}

/// Whether an error or what was said beside them has this in it.
fn told(failure: &Failure, said: &str, sign: &str) -> bool {
    let mut errors = failure.errors.iter();
    said.contains(sign) || errors.any(|error| error.text.contains(sign))
}

/// What to tell a learner whose file has a function of the C library's name.
pub(super) fn replaced(name: &str, file: &str) -> Failure {
    Failure {
        advice: Some(format!(
            "`{file}` exports a function `{name}`, as the C library has one: then the grader's own code, which tells what \
             you answer, would call yours. Give it another name, or leave out `no_mangle`."
        )),
        ..Failure::default()
    }
}

/// What rustc and cargo said of a build that failed.
fn said(run: &Run) -> String {
    let errors = errors(&run.output);
    let texts = errors.iter().filter_map(|error| error["rendered"].as_str());
    let texts = texts.map(without_commands).collect::<Vec<_>>().join("\n");
    without_colour(&format!("{texts}\n{}", run.errors.trim()))
}

/// The text without the sequences that colour it: errors of the machine's are shown without.
fn without_colour(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        let rest = part.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';');
        text + rest.strip_prefix('m').unwrap_or(rest)
    })
}

/// The text without the lines where a linker repeats its whole command line, and where it names files that nobody
/// has made.
fn without_commands(text: &str) -> String {
    let command = |line: &str| line.trim_start().starts_with("= note:  \"") || line.len() > 500;
    let object = |line: &str| line.contains(".rcgu.o");
    let told = |line: &&str| !command(line) && !object(line);
    text.lines().filter(told).collect::<Vec<_>>().join("\n")
}
