//! Runs other programs so that nothing of them stays behind.
//!
//! What the operating systems do differently lives here and nowhere else. On Unix every program runs under a
//! *supervisor*: this same executable, started as `grader supervise`, in a session of its own. It sets the limits
//! before the program starts, tells how the program ended, and ends whatever the program has left running, also when
//! the grader itself is gone. Elsewhere the program is started directly, and only it is ended.

#[cfg(not(unix))]
mod other;
#[cfg(unix)]
mod unix;

#[cfg(not(unix))]
use other as system;
#[cfg(unix)]
use unix as system;

use std::ffi::OsString;
use std::io::{self, PipeReader};
use std::path::{Path, PathBuf};

pub use system::{
    Keyboard, Process, Stream, become_program, changed, columns, end_by, free_space, has_no_locks,
    has_walls, host, is_dumb, is_typed, isolation, locale, open_file, read, supervise, suspend,
    when_asked_to_end,
};

/// How many things can be done at once.
pub fn processors() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// A program to run.
#[derive(Debug)]
pub struct Job {
    /// The program, as a path or a name to be looked for.
    pub program: OsString,
    /// Its arguments.
    pub arguments: Vec<OsString>,
    /// What it sees of the grader's environment.
    pub inherits: Inherits,
    /// Changes to that: a value to set, or `None` to remove.
    pub environment: Vec<(OsString, Option<OsString>)>,
    /// Where it runs.
    pub directory: PathBuf,
    /// What keeps it from everything that is not its own, where the system has such walls; `None` where it is to be trusted.
    #[cfg_attr(not(unix), expect(dead_code, reason = "nothing enforces it there"))]
    pub walls: Option<Walls>,
    /// How many bytes of memory it may use, where the system can enforce that.
    #[cfg_attr(not(unix), expect(dead_code, reason = "nothing enforces it there"))]
    pub memory: u64,
}

/// What a program sees of the grader's environment.
#[derive(Clone, Copy, Debug)]
pub enum Inherits {
    /// All of it.
    All,
    /// These variables; where a name ends with `*`, all that begin with what stands before it.
    Only(&'static [&'static str]),
}

impl Inherits {
    /// The variables to remove.
    fn hidden(self) -> impl Iterator<Item = OsString> {
        let is_hidden = move |name: &OsString| match self {
            Self::All => false,
            Self::Only(names) => !names.iter().any(|kept| match kept.strip_suffix('*') {
                Some(begin) => name.to_str().is_some_and(|name| name.starts_with(begin)),
                None => name == kept,
            }),
        };
        std::env::vars_os().map(|(name, _)| name).filter(is_hidden)
    }
}

/// What a program may use. It has no network, and sees no other process.
#[derive(Clone, Debug, Default)]
pub struct Walls {
    /// What it may read and run: files, and folders with all that is in them.
    pub reads: Vec<PathBuf>,
    /// What it may write, too.
    pub writes: Vec<PathBuf>,
    /// Whether it may start other programs, which are behind the same walls.
    pub starts_programs: bool,
}

/// How a program ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// By itself, with this status.
    Exited(i32),
    /// By this signal.
    #[cfg_attr(not(unix), expect(dead_code, reason = "only a supervisor tells"))]
    Signalled(i32),
    /// It was still running and was ended.
    Stopped,
    /// It could not be started, for the reason that this error code of the system stands for.
    #[cfg_attr(not(unix), expect(dead_code, reason = "only a supervisor tells"))]
    NotStarted(i32),
    /// Nobody could tell.
    Lost,
}

/// The end of a program and what it left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finished {
    /// How the program ended.
    pub end: End,
    /// How many other processes it had left running; they are ended.
    pub leftovers: usize,
}

/// A program with a channel to the grader.
#[derive(Debug)]
pub struct Worker {
    /// The running program.
    pub process: Process,
    /// The channel: requests go out, replies come back.
    pub channel: Stream,
    /// What it prints.
    pub output: PipeReader,
}

/// A program that is run for what it prints.
#[derive(Debug)]
pub struct Tool {
    /// The running program.
    pub process: Process,
    /// Its standard output.
    pub output: PipeReader,
    /// Its standard error.
    pub errors: PipeReader,
}

/// What programs need of a system to run at all: the libraries that they are linked with.
const LIBRARIES: [&str; 8] = [
    "/lib",
    "/lib64",
    "/usr/lib",
    "/usr/lib64",
    "/usr/local/lib",
    "/etc/ld.so.cache",
    "/nix/store",
    "/gnu/store",
];

impl Walls {
    /// Walls in which a program can run that needs nothing beside libraries.
    pub fn around(program: &Path) -> Self {
        let libraries = LIBRARIES.iter().map(PathBuf::from);
        Self {
            reads: libraries.chain([program.to_owned()]).collect(),
            ..Self::default()
        }
    }
}

impl Job {
    /// Starts a worker and sends it `request`, whose first eight bytes are its number.
    ///
    /// # Errors
    ///
    /// Where the program cannot be started or does not take the request.
    pub fn start_worker(&self, request: &[u8]) -> io::Result<Worker> {
        system::start_worker(self, request)
    }

    /// Starts a tool.
    ///
    /// # Errors
    ///
    /// Where the program cannot be started.
    pub fn start_tool(&self) -> io::Result<Tool> {
        system::start_tool(self)
    }
}
