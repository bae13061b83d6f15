//! Builds the book of the course: writes the generated fragments, checks what the pages include, runs mdBook.
//!
//! Everything here takes the folder of the book (where `book.toml` is) and returns values. Only `main.rs` prints.

pub mod figures;
pub mod generated;
pub mod includes;
pub mod open;
#[cfg(feature = "site")]
pub mod site;
pub mod watch;

mod error;

pub use error::Error;
