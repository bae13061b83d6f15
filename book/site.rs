//! Turns the pages into a site, with mdBook's own code. Knows nothing of what the pages say.

use std::path::{Path, PathBuf};

use mdbook_driver::MDBook;

use crate::Error;

/// Builds the site and returns the path of its first page.
///
/// It goes where `book.toml` says, or into the folder `to`.
///
/// # Errors
///
/// [`Error::MdBook`] if the pages cannot be read or the site cannot be written.
pub fn build(book: &Path, to: Option<&Path>) -> Result<PathBuf, Error> {
    let mut mdbook = MDBook::load(book).map_err(Error::MdBook)?;
    if let Some(to) = to {
        mdbook.config.build.build_dir = to.to_owned();
    }
    mdbook.build().map_err(Error::MdBook)?;
    Ok(mdbook.build_dir_for("html").join("index.html"))
}

/// The names of the pages, as in `SUMMARY.md` but without `.md`.
///
/// # Errors
///
/// [`Error::MdBook`] if the pages cannot be read.
pub fn pages(book: &Path) -> Result<Vec<String>, Error> {
    let mdbook = MDBook::load(book).map_err(Error::MdBook)?;
    let paths = mdbook.book.chapters().filter_map(|page| page.path.as_ref());
    let names = paths.map(|path| path.with_extension("").display().to_string());
    Ok(names.collect())
}

/// Shows a page in the reader's browser.
///
/// # Errors
///
/// [`Error::Open`] if there is no browser to show it.
pub fn open(page: &Path) -> Result<(), Error> {
    opener::open_browser(page).map_err(|source| Error::Open(page.to_owned(), source))
}
