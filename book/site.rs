//! Turns the pages into a site, with mdBook's own code. Knows nothing of what the pages say.

use std::path::{Path, PathBuf};

use grader::steps::STEPS;
use mdbook_driver::MDBook;

use crate::Error;
use crate::figures::mistakes;
use crate::preprocessor::FigurePreprocessor;
use crate::stamp;

/// Builds the site and returns the path of its first page.
///
/// It goes where `book.toml` says, or into the folder `to`.
///
/// # Errors
///
/// [`Error::Pages`] if a page asks for what does not exist; [`Error::MdBook`] if the pages cannot be read or the site
/// cannot be written.
pub fn build(book: &Path, to: Option<&Path>) -> Result<PathBuf, Error> {
    let mut mdbook = load(book, to)?;
    // In the place of the one of the same name in `book.toml`, which would start this program once more.
    mdbook.with_preprocessor(FigurePreprocessor);
    make(&mdbook)
}

/// Builds the site where `book.toml` says, unless it is there already and nothing has changed since.
///
/// # Errors
///
/// As [`build`].
pub fn update(book: &Path) -> Result<PathBuf, Error> {
    let stamp = stamp::of(book)?;
    let site = load(book, None)?.build_dir_for("html");
    if !stamp::is_on(&site, &stamp) {
        stamp::take_off(&site)?;
        build(book, None)?;
        stamp::put_on(&site, &stamp)?;
    }
    Ok(site.join("index.html"))
}

/// The same as a plain `mdbook build book` does it: with the command in `book.toml`.
///
/// # Errors
///
/// As [`build`], but all of them as [`Error::MdBook`].
pub fn build_by_command(book: &Path, to: Option<&Path>) -> Result<PathBuf, Error> {
    make(&load(book, to)?)
}

fn load(book: &Path, to: Option<&Path>) -> Result<MDBook, Error> {
    let mut mdbook = MDBook::load(book).map_err(Error::MdBook)?;
    if let Some(to) = to {
        mdbook.config.build.build_dir = to.to_owned();
    }
    Ok(mdbook)
}

fn make(mdbook: &MDBook) -> Result<PathBuf, Error> {
    mdbook.build().map_err(Error::from_mdbook)?;
    Ok(mdbook.build_dir_for("html").join("index.html"))
}

/// The names of the pages, as in `SUMMARY.md` but without `.md`, and those that are added to them.
///
/// # Errors
///
/// [`Error::MdBook`] if the pages cannot be read.
pub fn pages(book: &Path) -> Result<Vec<String>, Error> {
    let mdbook = MDBook::load(book).map_err(Error::MdBook)?;
    let paths = mdbook.book.chapters().filter_map(|page| page.path.as_ref());
    let names = paths.map(|path| path.with_extension("").display().to_string());
    let added = STEPS.iter().flat_map(|step| {
        step.families()
            .map(|family| mistakes::page_name(step, &family))
    });
    Ok(names.chain(added).collect())
}
