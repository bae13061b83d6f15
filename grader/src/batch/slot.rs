//! Work folders. They have numbers for names, so that no name of a hand-in ever reaches a compiler. One batch has a folder
//! as long as it holds its lock; what an ended one left there is swept by the next.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use super::intake::HandIn;
use crate::error::{Error, Result};
use crate::platform;
use crate::session::Implementation;

/// A work folder that nobody else uses.
#[derive(Debug)]
pub(super) struct Slot {
    folder: PathBuf,
    _lock: File,
}

impl Slot {
    /// Takes the first work folder that is free, from this number on. Each thread has a number of its own, so that none
    /// takes that of another where a file system has no locks.
    ///
    /// # Errors
    ///
    /// Where none can be made.
    pub(super) fn take(target: &Path, from: usize) -> Result<Self> {
        let all = target.join("batch");
        fs::create_dir_all(&all).map_err(|error| Error::file("create", &all, error))?;
        for number in from.. {
            let lock = all.join(format!("{number}.lock"));
            if let Some(lock) = held(&lock)? {
                let slot = Self {
                    folder: all.join(number.to_string()),
                    _lock: lock,
                };
                slot.clear()?;
                return Ok(slot);
            }
        }
        Err(Error::Broken("every work folder is taken".to_owned()))
    }

    /// Where it is.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Writes the files of a hand-in into it, and nothing else is there.
    ///
    /// # Errors
    ///
    /// Where they cannot be written.
    pub(super) fn fill(&self, hand_in: &HandIn) -> Result<Implementation> {
        self.clear()?;
        for (path, text) in &hand_in.files {
            let file = self.folder.join(path);
            let folder = file.parent().unwrap_or(&self.folder);
            fs::create_dir_all(folder).map_err(|error| Error::file("create", folder, error))?;
            fs::write(&file, text).map_err(|error| Error::file("write", &file, error))?;
        }
        Ok(Implementation {
            name: "hand-in".to_owned(),
            folder: self.folder.clone(),
            only: None,
        })
    }

    /// Removes what is in it.
    fn clear(&self) -> Result<()> {
        match fs::remove_dir_all(&self.folder) {
            Err(error) if self.folder.exists() => Err(Error::file("remove", &self.folder, error)),
            _ => Ok(()),
        }
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        // What stays is swept by the next batch.
        let _ = self.clear();
    }
}

/// The file, locked; `None` where somebody else holds it. Some file systems have no locks; there it is taken all the same.
///
/// # Errors
///
/// Where it cannot be made.
pub(super) fn held(path: &Path) -> Result<Option<File>> {
    let failed = |error| Error::file("lock", path, error);
    let file = File::create(path).map_err(failed)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) if platform::has_no_locks(&error) => Ok(Some(file)),
        Err(TryLockError::Error(error)) => Err(failed(error)),
    }
}
