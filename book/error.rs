//! What can keep the book from being built. Each message says what happened, to what, and what to do.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

#[cfg(feature = "site")]
use mdbook_driver::errors::Error as MdBookError;
use ndarray::ShapeError;

/// A fault of the book's program or of its surroundings; a page that is out of date is not one.
#[derive(Debug)]
pub enum Error {
    /// A file or folder could not be read.
    Read(PathBuf, io::Error),
    /// A file or folder could not be written.
    Write(PathBuf, io::Error),
    /// A figure could not be computed.
    Figure(String, ShapeError),
    /// Pages ask for files or figures that do not exist.
    Pages(Vec<String>),
    /// mdBook could not read the pages or write the site.
    #[cfg(feature = "site")]
    MdBook(MdBookError),
    /// The reader named a place that the book does not have.
    Place(String),
    /// The site is built, but nothing opened it.
    #[cfg(feature = "site")]
    Open(PathBuf, String),
    /// The system cannot tell which files change.
    Watch(notify::Error),
    /// `cargo` could not be started to build the book again.
    Cargo(io::Error),
}

impl Error {
    pub(crate) fn read(path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Read(path.to_owned(), source)
    }

    #[cfg(feature = "site")]
    pub(crate) fn write(path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Write(path.to_owned(), source)
    }
}

#[cfg(feature = "site")]
impl Error {
    /// An error of this crate may come back from mdBook, which has called it.
    pub(crate) fn from_mdbook(error: MdBookError) -> Self {
        error.downcast().unwrap_or_else(Self::MdBook)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(path, source) => write!(
                f,
                "could not read `{}`: {source}; is the checkout complete?",
                path.display()
            ),
            Self::Write(path, source) => write!(
                f,
                "could not write `{}`: {source}; check its permissions and the free space",
                path.display()
            ),
            Self::Figure(name, source) => {
                write!(
                    f,
                    "could not compute `{name}`: {source}; see `book/figures/`"
                )
            }
            Self::Pages(problems) => write!(
                f,
                "the pages ask for what is not there; mend these, then run `cargo book` again\n  {}",
                problems.join("\n  ")
            ),
            // Its causes hold the file's name, so all of them are shown.
            #[cfg(feature = "site")]
            Self::MdBook(source) => write!(
                f,
                "mdbook could not build the book: {source:#}; check `book/book.toml` and `book/src/SUMMARY.md`"
            ),
            Self::Place(problem) => f.write_str(problem),
            #[cfg(feature = "site")]
            Self::Open(path, source) => write!(
                f,
                "could not open a browser: {source}; open this yourself\n  {}",
                path.display()
            ),
            Self::Watch(source) => write!(
                f,
                "could not watch the files of the book: {source}; run `cargo book` after each change instead"
            ),
            Self::Cargo(source) => {
                write!(f, "could not start cargo: {source}; is it in the PATH?")
            }
        }
    }
}

impl std::error::Error for Error {}
