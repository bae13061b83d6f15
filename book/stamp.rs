//! Tells whether the site is what its sources make of it, so that nothing is built twice.
//!
//! A stamp beside the site holds a hash of all that the site was made from: this program, with the figures and the answers
//! in it, and the files that the pages consist of.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use crate::Error;
use crate::watch::SOURCES;

/// What mdBook reads from the environment begins so.
const SETTING: &str = "MDBOOK_";

/// A hash of everything that the book in this folder is made from.
///
/// # Errors
///
/// [`Error::Read`] if something of it cannot be read.
pub fn of(book: &Path) -> Result<String, Error> {
    let mut hasher = DefaultHasher::new();
    let program = env::current_exe().map_err(Error::read(book))?;
    let about = fs::metadata(&program).map_err(Error::read(&program))?;
    about.len().hash(&mut hasher);
    let changed = about.modified().map_err(Error::read(&program))?;
    changed.hash(&mut hasher);
    for (name, value) in env::vars_os() {
        if name.to_string_lossy().starts_with(SETTING) {
            (name, value).hash(&mut hasher);
        }
    }
    let course = book.parent().unwrap_or(book);
    let mut waiting: Vec<PathBuf> = SOURCES.iter().map(|source| course.join(source)).collect();
    waiting.push(book.join("book.toml"));
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            let entries = fs::read_dir(&path).map_err(Error::read(&path))?;
            let inside: io::Result<Vec<_>> = entries.map(|it| Ok(it?.path())).collect();
            let mut inside = inside.map_err(Error::read(&path))?;
            inside.sort();
            waiting.extend(inside);
        } else {
            let text = fs::read(&path).map_err(Error::read(&path))?;
            (path, text).hash(&mut hasher);
        }
    }
    Ok(format!("{:016x}\n", hasher.finish()))
}

/// Whether the site bears this stamp.
pub fn is_on(site: &Path, stamp: &str) -> bool {
    site.join("index.html").is_file()
        && fs::read_to_string(place(site)).is_ok_and(|found| found == stamp)
}

/// Takes the stamp off the site, as it is going to be built again.
///
/// # Errors
///
/// [`Error::Write`] if it cannot be removed.
pub fn take_off(site: &Path) -> Result<(), Error> {
    let place = place(site);
    match fs::remove_file(&place) {
        Err(source) if source.kind() != io::ErrorKind::NotFound => Err(Error::Write(place, source)),
        _ => Ok(()),
    }
}

/// Puts this stamp on the site, which has been built.
///
/// # Errors
///
/// [`Error::Write`] if it cannot be written.
pub fn put_on(site: &Path, stamp: &str) -> Result<(), Error> {
    let place = place(site);
    fs::write(&place, stamp).map_err(Error::write(&place))
}

/// Beside the site, as it is no part of it.
fn place(site: &Path) -> PathBuf {
    site.with_extension("stamp")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_good_as_long_as_nothing_changes() -> Result<(), Error> {
        let course = env::temp_dir().join(format!("book-stamp-{}", std::process::id()));
        let (book, site) = (course.join("book"), course.join("target/book"));
        for folder in SOURCES
            .map(|source| course.join(source))
            .iter()
            .chain([&site])
        {
            fs::create_dir_all(folder).map_err(Error::write(folder))?;
        }
        let write = |path: PathBuf, text: &str| fs::write(&path, text).map_err(Error::write(&path));
        write(book.join("book.toml"), "")?;
        write(site.join("index.html"), "")?;
        let first = of(&book)?;
        assert!(!is_on(&site, &first));
        put_on(&site, &first)?;
        assert!(is_on(&site, &of(&book)?));
        for changed in [
            "book/src/page.md",
            "book/book.toml",
            "solutions/src/step_02.rs",
        ] {
            write(course.join(changed), "changed")?;
            let now = of(&book)?;
            assert!(!is_on(&site, &now), "{changed}");
            put_on(&site, &now)?;
        }
        take_off(&site)?;
        assert!(!is_on(&site, &of(&book)?));
        let _ = fs::remove_dir_all(course);
        Ok(())
    }
}
