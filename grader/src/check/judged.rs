//! What a check came to.

use super::Judging;
use crate::judge::{Status, StepVerdict};
use crate::report::Report;
use crate::steps::STEPS;

/// What it came to.
#[derive(Debug)]
pub struct Judged {
    /// One verdict a step, up to the first that is not passed.
    pub verdicts: Vec<StepVerdict>,
    /// The one task that was asked for.
    pub(super) only: Option<u8>,
}

impl Judged {
    /// The report on it.
    pub fn report<'a>(&'a self, judging: &'a Judging) -> Report<'a> {
        let mut report = Report::new(&judging.implementation.name, &self.verdicts);
        report.only = self.only;
        let last = self.verdicts.last();
        report.diff = last.map(|last| {
            let (number, selected) = (last.step.number, judging.selected());
            format!("cargo grade diff {number:02}{selected}")
        });
        report.finished =
            self.passed() && self.only.is_none() && self.verdicts.len() == STEPS.len();
        report
    }

    /// Whether whole steps were asked for, and not a task.
    pub fn is_whole(&self) -> bool {
        self.only.is_none()
    }

    /// Whether all that counts is passed.
    pub fn passed(&self) -> bool {
        let passed = |verdict| status(verdict, self.only) == Some(Status::Passed);
        self.verdicts.iter().all(passed)
    }
}

/// The status of a step; with `only`, that of this task.
pub(super) fn status(verdict: &StepVerdict, only: Option<u8>) -> Option<Status> {
    match only {
        Some(number) => verdict
            .tasks
            .iter()
            .find(|task| task.task.number == number)
            .map(|task| task.status),
        None => Some(verdict.status()),
    }
}
