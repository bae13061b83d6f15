//! Writes a picture to a file without losing another.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use crate::error::{Error, Result};

/// Refuses a file that is there, before anything is built for it.
pub(super) fn refuse(file: &Path, force: bool) -> Result<()> {
    if force || fs::symlink_metadata(file).is_err() {
        return Ok(());
    }
    Err(taken(file, None))
}

fn taken(file: &Path, source: Option<io::Error>) -> Error {
    let path = file.to_owned();
    Error::Exists { path, source }
}

/// Writes the file whole or not at all.
pub(super) fn save(file: &Path, text: &str, force: bool) -> Result<()> {
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists if !force => taken(file, Some(error)),
        _ => Error::file("write", file, error),
    };
    let folder = match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    // Made as any file is, not for the user's eyes alone as temporary files are.
    let mut written = tempfile::Builder::new()
        .prefix(".drawing-")
        .make_in(folder, |path| File::create_new(path))
        .map_err(failed)?;
    written.write_all(text.as_bytes()).map_err(failed)?;
    let kept = if force {
        written.persist(file)
    } else {
        written.persist_noclobber(file)
    };
    kept.map_err(|error| failed(error.error))?;
    Ok(())
}
