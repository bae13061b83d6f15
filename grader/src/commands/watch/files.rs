//! Notices when the files of an implementation change.
//!
//! The system's word that something happened is only a reason to look; what counts is what the files hold. So nothing
//! is missed where a word is lost or comes in the middle of a run, and nothing happens where a file is only touched.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

use notify::event::{AccessKind, AccessMode};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::Event;
use crate::build::fingerprint;
use crate::steps::Step;

/// The files of some steps: `step_NN.rs` and the modules in `step_NN/`.
#[derive(Debug)]
pub(super) struct Files {
    folder: PathBuf,
    steps: Vec<&'static Step>,
    watcher: Option<RecommendedWatcher>,
}

impl Files {
    /// Sends an event whenever one of them may have changed.
    pub fn watch(folder: &Path, steps: &[&'static Step], events: Sender<Event>) -> Self {
        let mut files = Self::new(folder, steps);
        let stems: Vec<_> = steps.iter().map(|step| step.stem).collect();
        let watcher = notify::recommended_watcher(move |told: notify::Result<notify::Event>| {
            let matters = told.as_ref().map_or(true, |told| {
                changes(&told.kind) && told.paths.iter().any(|path| belongs(path, &stems))
            });
            if matters {
                let _ = events.send(Event::Saved);
            }
        });
        files.watcher = watcher.ok();
        files.follow();
        files
    }

    /// The same without a word from the system, for who looks by themselves.
    pub fn new(folder: &Path, steps: &[&'static Step]) -> Self {
        Self {
            folder: folder.to_owned(),
            steps: steps.to_vec(),
            watcher: None,
        }
    }

    /// Follows the folders that are there now: one may have been made, or made anew, since the last time. The folder
    /// is watched and not the file, as many editors save by putting another file in its place.
    pub fn follow(&mut self) {
        let Some(watcher) = &mut self.watcher else {
            return;
        };
        // Where the system refuses, changes are still found by looking.
        let _ = watcher.watch(&self.folder, RecursiveMode::NonRecursive);
        for step in &self.steps {
            let modules = self.folder.join(step.stem);
            if modules.is_dir() {
                let _ = watcher.watch(&modules, RecursiveMode::Recursive);
            }
        }
    }

    /// A hash over what they hold and which there are.
    pub fn fingerprint(&self) -> u64 {
        let mut files = Vec::new();
        for step in &self.steps {
            files.push(self.folder.join(step.file()));
            modules(&self.folder.join(step.stem), &mut files);
        }
        files.sort();
        // Reading anything else could wait for ever.
        files.retain(|file| file.is_file());
        fingerprint(&files)
    }
}

/// All Rust files below a folder. Links to folders are not followed: they may lead in circles.
fn modules(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            modules(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
}

/// Whether such an event may have changed a file. That a file was opened or read does not: the grader does that.
fn changes(kind: &EventKind) -> bool {
    match kind {
        EventKind::Access(kind) => *kind == AccessKind::Close(AccessMode::Write),
        _ => true,
    }
}

/// Whether the path is a step's file, its folder or in that.
fn belongs(path: &Path, stems: &[&str]) -> bool {
    path.iter()
        .filter_map(|part| part.to_str())
        .any(|part| stems.contains(&part.strip_suffix(".rs").unwrap_or(part)))
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::time::Duration;

    use super::*;
    use crate::steps::STEPS;

    const PATIENCE: Duration = Duration::from_secs(30);

    #[test]
    fn the_system_tells_of_a_save_and_not_of_reading() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join(STEPS[0].file());
        fs::write(&file, "one").expect("it is written");
        let (events, told) = mpsc::channel();
        let files = Files::watch(folder.path(), &[&STEPS[0]], events);
        let before = files.fingerprint();
        fs::write(folder.path().join("other.rs"), "").expect("it is written");
        fs::write(&file, "two").expect("it is written");
        assert!(matches!(told.recv_timeout(PATIENCE), Ok(Event::Saved)));
        assert_ne!(files.fingerprint(), before);
        // What belongs to that save may still be told.
        while told.recv_timeout(Duration::from_millis(200)).is_ok() {}
        files.fingerprint();
        assert!(told.recv_timeout(Duration::from_millis(200)).is_err());
    }
}
