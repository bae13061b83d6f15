//! Judges the hand-ins of a class, each as `check` does, and sums up what became of them.
//!
//! Data flows from the folder of hand-ins to one result a hand-in; all else is made from the results:
//!
//! ```text
//! intake → slot → check → results → summary, compare
//! ```

mod compare;
mod counts;
mod feedback;
mod gradebook;
mod intake;
mod key;
mod name;
mod one;
mod results;
mod roster;
mod row;
mod run;
mod settings;
mod sheet;
mod slot;
mod summary;

pub use compare::Earlier;
pub use counts::Counts;
pub use settings::{Batch, Done, Outcome};
pub use summary::Summary;
