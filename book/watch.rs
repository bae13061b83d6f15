//! Waits until something that the book is made from is saved.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::Error;

/// An editor may save one file in several steps, and a tool many files: all of it within so much time is one change.
const QUIET: Duration = Duration::from_millis(200);

/// What the book is made from, below the folder of the course. The pages include answers, hints and reports.
pub const SOURCES: [&str; 9] = [
    "book/src",
    "book/scripts",
    "book/figures",
    "book/styles",
    "solutions/src",
    "solutions/tests",
    "grader/model",
    "grader/src",
    "grader/tests/data",
];

/// The sources of the book, under watch as long as this lives.
pub struct Sources {
    saved: Receiver<notify::Result<PathBuf>>,
    _watcher: RecommendedWatcher,
}

impl Sources {
    /// Begins to watch the course in the folder `course`.
    ///
    /// # Errors
    ///
    /// [`Error::Watch`] if the system cannot watch files.
    pub fn watch(course: &Path) -> Result<Self, Error> {
        let (tell, saved) = channel();
        // The system names files by their real paths.
        let course = course.canonicalize().map_err(Error::read(course))?;
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            let path = match event {
                Ok(event) if !changes(&event.kind) => return,
                Ok(event) => event.paths.into_iter().find(|path| !is_by_editor(path)),
                Err(error) => return drop(tell.send(Err(error))),
            };
            if let Some(path) = path {
                let _ = tell.send(Ok(path));
            }
        })
        .map_err(Error::Watch)?;
        for source in SOURCES {
            let mode = RecursiveMode::Recursive;
            watcher
                .watch(&course.join(source), mode)
                .map_err(Error::Watch)?;
        }
        // The folder that has `book.toml`, but not all that is below it.
        let mode = RecursiveMode::NonRecursive;
        watcher
            .watch(&course.join("book"), mode)
            .map_err(Error::Watch)?;
        Ok(Self {
            saved,
            _watcher: watcher,
        })
    }

    /// Waits for the next change, and then until nothing changes any more. Returns a file that changed: the last one
    /// that is there, as editors leave other names behind on their way.
    ///
    /// # Errors
    ///
    /// [`Error::Watch`] if the system stops telling.
    pub fn next(&self) -> Result<PathBuf, Error> {
        let gone = || Error::Watch(notify::Error::generic("it stopped"));
        let mut changed = self
            .saved
            .recv()
            .map_err(|_| gone())?
            .map_err(Error::Watch)?;
        loop {
            match self.saved.recv_timeout(QUIET) {
                Ok(saved) => {
                    let saved = saved.map_err(Error::Watch)?;
                    if saved.is_file() {
                        changed = saved;
                    }
                }
                Err(RecvTimeoutError::Timeout) => return Ok(changed),
                Err(RecvTimeoutError::Disconnected) => return Err(gone()),
            }
        }
    }
}

/// Whether an editor keeps such a file beside the one that it edits: a swap file, a backup, a lock.
fn is_by_editor(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with(['.', '#']) || name.ends_with(['~', '#']) || name == "4913"
}

/// Whether such an event may have changed a file. That a file was read does not: building the book does that.
fn changes(kind: &EventKind) -> bool {
    match kind {
        EventKind::Access(kind) => *kind == AccessKind::Close(AccessMode::Write),
        _ => true,
    }
}
