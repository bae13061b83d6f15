//! Steps that have passed, and nothing that they are made from has changed since: they need not be asked again, so that who
//! is at the tenth step does not wait for nine.

use std::fs;
use std::time::UNIX_EPOCH;

use super::Judging;
use crate::build::{Built, Crate, Source};
use crate::error::Result;
use crate::judge::{Status, StepVerdict, Verdict};
use crate::steps::{Step, Task};

impl Judging {
    /// Judges a step of which no more is to be said than what it came to, unless that is known.
    ///
    /// # Errors
    ///
    /// As [`step`](Self::step).
    pub fn briefly(&self, step: &'static Step) -> Result<StepVerdict> {
        match self.remembered(step)? {
            Some(verdict) => Ok(verdict),
            None => self.step(step, None),
        }
    }

    /// What a step came to before, if all its tasks were passed and all is as it was.
    fn remembered(&self, step: &'static Step) -> Result<Option<StepVerdict>> {
        let is_known = self.remembers && self.stands(step, &self.builder());
        let Some(judge) = judge().filter(|_| is_known) else {
            return Ok(None);
        };
        let ready = self.build(step)?;
        let Built::Worker(binary) = ready.built else {
            return Ok(None);
        };
        Ok(ready.made.has_passed(&judge).then(|| StepVerdict {
            step,
            file: ready.source.path.clone(),
            seed: self.seed(&ready.source),
            failure: None,
            lent: binary.lent,
            leak: None,
            tasks: step.tasks.iter().map(passed).collect(),
        }))
    }

    /// Remembers a step of which all tasks are passed.
    pub(super) fn remember(&self, made: &Crate, source: &Source, verdict: &StepVerdict) {
        if verdict.status() != Status::Passed {
            return;
        }
        self.builder().remember(verdict.step, source);
        let mut tasks = verdict.tasks.iter();
        let all = tasks.all(|task| task.status == Status::Passed);
        if let Some(judge) = judge().filter(|_| all) {
            made.remember(&judge);
        }
    }
}

fn passed(task: &'static Task) -> Verdict {
    Verdict {
        points: task.points,
        ..Verdict::new(task, Status::Passed)
    }
}

/// This grader: another one may be stricter. To read all of the program, as for a class, would take longer than to judge.
fn judge() -> Option<String> {
    let about = fs::metadata(std::env::current_exe().ok()?).ok()?;
    let changed = about.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some(format!("{} {}", about.len(), changed.as_nanos()))
}
