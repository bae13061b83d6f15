//! Builds the book of the course: computes its figures, puts them into the pages, runs mdBook.
//!
//! Everything here takes the folder of the book (where `book.toml` is) and returns values. Only `main.rs` prints.

#[cfg(feature = "site")]
mod directives;
pub mod figures;
#[cfg(feature = "site")]
mod near;
#[cfg(feature = "site")]
pub mod open;
#[cfg(feature = "site")]
pub mod preprocessor;
#[cfg(feature = "site")]
pub mod show;
#[cfg(feature = "site")]
pub mod site;
#[cfg(feature = "site")]
pub mod stamp;
pub mod watch;

mod error;

pub use error::Error;
