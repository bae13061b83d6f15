//! Keeps `src/generated/` equal to what the figures compute. Never touches another folder, never deletes.
//!
//! The files are committed, so that a plain `mdbook build book` needs no Rust.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use ndarray::ShapeError;

use crate::Error;
use crate::figures;

/// Writes the files that are missing or out of date, and returns their paths.
///
/// # Errors
///
/// Where a figure cannot be computed, or a file cannot be read or written.
pub fn update(book: &Path) -> Result<Vec<PathBuf>, Error> {
    let folder = folder(book);
    let mut written = Vec::new();
    for (name, text) in contents()? {
        let path = folder.join(name);
        if read(&path)?.as_deref() != Some(text) {
            fs::create_dir_all(&folder).map_err(Error::write(&folder))?;
            fs::write(&path, text).map_err(Error::write(&path))?;
            written.push(path);
        }
    }
    Ok(written)
}

/// Says of each file that is missing, out of date, or no longer written by anything. Empty if all is well.
///
/// # Errors
///
/// Where a figure cannot be computed, or a file cannot be read.
pub fn stale(book: &Path) -> Result<Vec<String>, Error> {
    let folder = folder(book);
    let contents = contents()?;
    let mut problems = Vec::new();
    for (name, text) in &contents {
        match read(&folder.join(name))? {
            None => problems.push(format!("book/src/generated/{name} is missing")),
            Some(found) if found != *text => {
                problems.push(format!("book/src/generated/{name} is out of date"));
            }
            Some(_) => {}
        }
    }
    if folder.exists() {
        let mut names = Vec::new();
        for entry in fs::read_dir(&folder).map_err(Error::read(&folder))? {
            let entry = entry.map_err(Error::read(&folder))?;
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
        names.sort();
        problems.extend(
            names
                .iter()
                .filter(|found| !contents.iter().any(|(name, _)| name == found))
                .map(|found| {
                    format!("book/src/generated/{found} is written by no figure: delete it")
                }),
        );
    }
    Ok(problems)
}

fn folder(book: &Path) -> PathBuf {
    book.join("src").join("generated")
}

/// What each file should hold. To compute all of it takes a while, and nothing changes it.
static CONTENTS: LazyLock<Vec<(String, Result<String, ShapeError>)>> = LazyLock::new(figures::all);

fn contents() -> Result<Vec<(&'static str, &'static str)>, Error> {
    CONTENTS
        .iter()
        .map(|(name, text)| match text {
            Ok(text) => Ok((name.as_str(), text.as_str())),
            Err(source) => Err(Error::Figure(name.clone(), source.clone())),
        })
        .collect()
}

/// The text of a file, or `None` where there is no such file. A checkout on Windows may have other line ends.
fn read(path: &Path) -> Result<Option<String>, Error> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text.replace("\r\n", "\n"))),
        Err(source) if source.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(Error::Read(path.to_owned(), source)),
    }
}
