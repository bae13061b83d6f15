//! The grader: builds an implementation, asks it questions in a process of its own, compares the answers with an
//! oracle and reports. Data flows one way:
//!
//! ```text
//! cli → session → build → worker → judge → report
//! ```

pub mod anchors;
mod batch;
mod build;
mod check;
pub mod cli;
pub mod commands;
mod comments;
mod error;
mod judge;
pub mod model;
mod platform;
mod report;
mod session;
pub mod steps;
pub mod stubs;
pub mod svg;
mod text;
mod worker;

/// What grader and worker say to each other.
pub use protocol;

pub use build::stand_in as stand_in_for_rustc;
pub use error::{Error, Exit, Reason, Result};
