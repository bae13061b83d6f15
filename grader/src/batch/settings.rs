//! What a batch is to judge, and what becomes of it.

use std::path::PathBuf;
use std::sync::Arc;

use super::counts::Counts;
use crate::cli::{Feedback, LimitArgs};
use crate::steps::Step;

/// What is judged, and how.
#[derive(Debug)]
pub struct Batch {
    /// The folder with the hand-ins.
    pub folder: PathBuf,
    /// Where results go.
    pub out: PathBuf,
    /// How many are judged at once.
    pub jobs: usize,
    /// The one step that is judged; without it, every step that a hand-in has a file for.
    pub step: Option<&'static Step>,
    /// What counts, and how much.
    pub counts: Counts,
    /// What the questions follow from beside the source.
    pub salt: Option<Arc<[u8]>>,
    /// How much is said to who handed in.
    pub feedback: Feedback,
    /// The part of the hand-ins that is judged, and of how many.
    pub partition: Option<(u64, u64)>,
    /// Until when it was to be handed in; only noted.
    pub deadline: Option<String>,
    /// Whether results that are there are found again all the same.
    pub again: bool,
    /// Whether hand-ins are judged even where they can reach this machine.
    pub allows_weak_isolation: bool,
    /// Where the grader keeps what it builds.
    pub target: PathBuf,
    /// What answers may use.
    pub limits: LimitArgs,
}

/// What became of a hand-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Done {
    /// It was judged.
    Graded,
    /// It was judged before, and nothing has changed.
    Kept,
    /// It cannot be judged, for this reason.
    Rejected(String),
    /// The grader could not work, for this reason.
    Failed(String),
}

/// What became of all of them, by name.
pub type Outcome = Vec<(String, Done)>;
