//! Judges the hand-ins of a class, each as `check` does, and sums up what became of them.
//!
//! Data flows from the folder of hand-ins to one result a hand-in; all else is made from the results:
//!
//! ```text
//! intake → slot → check → results → summary, compare
//! ```

mod counts;
mod feedback;
mod intake;
mod key;
mod name;
mod one;
mod results;
mod run;
mod slot;

pub use counts::Counts;
pub use run::{Batch, Done, Outcome};
