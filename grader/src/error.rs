//! What keeps the grader from doing its work. A wrong answer is not an error: it is a `Verdict`.

#[cfg(test)]
mod tests;

use std::ffi::OsString;
use std::fmt;
use std::io;
use std::num::ParseIntError;
use std::path::{Path, PathBuf};
use std::str::Utf8Error;
use std::sync::mpsc::RecvTimeoutError;
use std::time::Duration;

use etcetera::HomeDirError;

/// Why nothing could be judged. The text says what was expected and what to do; `source` gives the error it came from.
/// Whose fault it is, [`Error::exit`] tells.
#[derive(Debug)]
#[expect(missing_docs, reason = "a variant's text says what its fields are")]
pub enum Error {
    /// A word of the command line names nothing that may stand there; the problem is the whole text.
    Word { word: String, problem: String },
    /// A word of the command line is no number.
    Number { word: String, source: ParseIntError },
    /// A step has no task of that number; its last one is `last`.
    NoTask { step: u8, task: u8, last: usize },
    /// The file that was named holds another step than the one that was named.
    OtherStep { name: String, holds: u8, named: u8 },
    /// A folder of the course is asked for outside of it.
    NoCourse {
        folder: PathBuf,
        advice: &'static str,
    },
    /// A file or folder of the user's cannot be taken. `doing` completes "cannot …"; the advice may be empty.
    Place {
        doing: &'static str,
        path: PathBuf,
        reason: Reason,
        advice: String,
    },
    /// A file that is not to be replaced is there, or came to be there while it was written.
    Exists {
        path: PathBuf,
        source: Option<io::Error>,
    },
    /// Any other wrong usage, in a sentence. No other error is behind it.
    Usage(String),

    /// A file or folder of the grader's own cannot be read or written. `doing` completes "cannot …".
    File {
        doing: &'static str,
        path: PathBuf,
        source: io::Error,
    },
    /// The report cannot be written.
    Report(io::Error),
    /// The user has no folder for caches.
    Caches(HomeDirError),
    /// The worker cannot be started.
    Worker(io::Error),
    /// cargo or rustc, as the user's variables name them, cannot be started.
    Tool {
        program: OsString,
        source: io::Error,
    },
    /// What cargo says does not arrive.
    Unheard(RecvTimeoutError),
    /// Compiling what answers need took longer than the most that is allowed; the option raises it.
    Slow {
        what: &'static str,
        most: Duration,
        option: &'static str,
    },
    /// cargo could not build, and not because of the answers.
    Build {
        cause: &'static str,
        advice: &'static str,
        said: String,
    },
    /// Any other fault of the grader's, in a sentence. No other error is behind it.
    Broken(String),
}

/// Why a file or folder of the user's cannot be taken.
#[derive(Debug)]
pub enum Reason {
    /// The system refuses it.
    System(io::Error),
    /// It is not UTF-8.
    NotText(Utf8Error),
    /// Its name is not UTF-8.
    Name,
    /// It is something else than is needed.
    Other(String),
}

/// `Result` with the grader's error.
pub type Result<T> = std::result::Result<T, Error>;

/// The exit status of every command, in one place. `clap` uses 2 for wrong usage too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// All required tasks passed, or the command did what it was asked for.
    Passed = 0,
    /// Graded, and not all passed; or a check found a difference.
    NotPassed = 1,
    /// Wrong usage.
    Usage = 2,
    /// The grader itself could not work.
    Broken = 3,
}

impl Error {
    /// The status to exit with.
    pub fn exit(&self) -> Exit {
        match self {
            Self::Word { .. }
            | Self::Number { .. }
            | Self::NoTask { .. }
            | Self::OtherStep { .. }
            | Self::NoCourse { .. }
            | Self::Place { .. }
            | Self::Exists { .. }
            | Self::Usage(_) => Exit::Usage,
            Self::File { .. }
            | Self::Report(_)
            | Self::Caches(_)
            | Self::Worker(_)
            | Self::Tool { .. }
            | Self::Unheard(_)
            | Self::Slow { .. }
            | Self::Build { .. }
            | Self::Broken(_) => Exit::Broken,
        }
    }

    /// Whether the command line or the user's files are at fault, and the grader can work.
    pub fn is_usage(&self) -> bool {
        self.exit() == Exit::Usage
    }

    /// For a file or folder of the grader's own that cannot be read or written: `doing` completes "cannot …".
    pub fn file(doing: &'static str, path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        Self::File {
            doing,
            path,
            source,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word { problem, .. } => f.write_str(problem),
            Self::Number { word, .. } => write!(f, "`{word}` is no number"),
            Self::NoTask { step, task, last } => {
                write!(
                    f,
                    "step {step:02} has no task {task}; its tasks are 1 to {last}"
                )
            }
            Self::OtherStep { name, holds, named } => {
                write!(f, "`{name}` is step {holds:02}, not step {named:02}")
            }
            Self::NoCourse { folder, advice } => write!(
                f,
                "cannot find the folder `{}` of the course from here\n{advice}",
                folder.display()
            ),
            Self::Place {
                doing,
                path,
                reason,
                advice,
            } => {
                write!(f, "cannot {doing} `{}`: {reason}", path.display())?;
                if advice.is_empty() {
                    return Ok(());
                }
                write!(f, "\n{advice}")
            }
            Self::Exists { path, .. } => write!(
                f,
                "`{}` exists already\nname another file, or add `--force` to replace it",
                path.display()
            ),
            Self::File {
                doing,
                path,
                source,
            } => write!(
                f,
                "cannot {doing} `{}`: {source}\ncheck that the folder exists, that you may write to it, and that the disk is not full",
                path.display()
            ),
            Self::Report(source) => write!(
                f,
                "cannot write the report: {source}\nwrite it to a place that has room, and that you may write to"
            ),
            Self::Caches(source) => write!(
                f,
                "cannot find a folder for caches: {source}\nset HOME, or run this inside the course"
            ),
            Self::Worker(source) => {
                write!(f, "cannot start the worker that runs the answers: {source}")
            }
            Self::Tool { program, source } => write!(
                f,
                "cannot start `{}`: {source}\nthe grader compiles your answers with cargo; install Rust from https://rustup.rs and open a new terminal",
                program.display()
            ),
            Self::Unheard(_) => f.write_str("cannot read what cargo says"),
            Self::Slow { what, most, option } => write!(
                f,
                "compiling {what} took longer than {} s\nend what else keeps this machine busy, or allow more with `{option}`",
                most.as_secs()
            ),
            Self::Build {
                cause,
                advice,
                said,
            } => write!(f, "{cause}\n{advice}\nit was said:\n{said}"),
            Self::Usage(text) | Self::Broken(text) => f.write_str(text),
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::System(source) => source.fmt(f),
            Self::NotText(_) => f.write_str("it is not UTF-8 text"),
            Self::Name => {
                f.write_str("its path is not valid UTF-8, which the compiler cannot be given")
            }
            Self::Other(text) => f.write_str(text),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Number { source, .. } => Some(source),
            Self::Place { reason, .. } => match reason {
                Reason::System(source) => Some(source),
                Reason::NotText(source) => Some(source),
                Reason::Name | Reason::Other(_) => None,
            },
            Self::Exists { source, .. } => source.as_ref().map(|source| source as _),
            Self::File { source, .. }
            | Self::Tool { source, .. }
            | Self::Report(source)
            | Self::Worker(source) => Some(source),
            Self::Caches(source) => Some(source),
            Self::Unheard(source) => Some(source),
            Self::Word { .. }
            | Self::NoTask { .. }
            | Self::OtherStep { .. }
            | Self::NoCourse { .. }
            | Self::Slow { .. }
            | Self::Build { .. }
            | Self::Usage(_)
            | Self::Broken(_) => None,
        }
    }
}

impl From<Exit> for std::process::ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}
