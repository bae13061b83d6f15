//! What keeps the grader from doing its work. A wrong answer is not an error: it is a `Verdict`.

use std::fmt;
use std::io;
use std::path::Path;

/// Why nothing could be judged. The text says what was expected and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// The command line asks for something that is not there.
    Usage(String),
    /// The grader itself could not work.
    Broken(String),
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
            Self::Usage(_) => Exit::Usage,
            Self::Broken(_) => Exit::Broken,
        }
    }

    /// For a file or folder of the grader's own that cannot be read or written: `doing` completes "cannot …".
    pub fn file(doing: &str, path: &Path, error: &io::Error) -> Self {
        Self::Broken(format!(
            "cannot {doing} `{}`: {error}\ncheck that the folder exists, that you may write to it, and that the disk is not full",
            path.display()
        ))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(text) | Self::Broken(text) => f.write_str(text),
        }
    }
}

impl std::error::Error for Error {}

impl From<Exit> for std::process::ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}
