//! Asks a worker about a step, task by task, and has what it answers judged.

use std::time::{Duration, Instant};

use crate::build::{Binary, Source};
use crate::error::Result;
use crate::judge::{self, Asked, Status, Verdict};
use crate::protocol::Call;
use crate::steps::{Answer, Step, Task};
use crate::worker::{self, Limits};

/// Puts the questions of a step to its worker, task by task.
pub(super) struct Examiner<'a> {
    /// The step.
    pub step: &'static Step,
    /// Its file, as it was built.
    pub source: &'a Source,
    /// The worker.
    pub binary: &'a Binary,
    /// What the answers may use.
    pub limits: Limits,
    /// When the last answer must be there.
    pub deadline: Instant,
    /// What the questions follow from.
    pub seed: u64,
}

impl Examiner<'_> {
    /// One verdict a task. With `only`, the other tasks are asked only so far as they bear on that one.
    pub fn examine(&self, only: Option<u8>) -> Result<Vec<Verdict>> {
        let uses = only
            .and_then(|number| self.step.task(number))
            .map_or(&[][..], |task| task.uses);
        let mut verdicts: Vec<Verdict> = Vec::new();
        for task in self.step.tasks {
            let wanted = only.is_none_or(|only| {
                let asks_for_none = self
                    .step
                    .task(only)
                    .is_some_and(|task| task.function.is_none());
                only == task.number || uses.contains(&task.number) || asks_for_none
            });
            verdicts.push(if wanted {
                self.judge(task, &verdicts)?
            } else {
                Verdict::new(task, Status::NotRun)
            });
        }
        for index in 0..verdicts.len() {
            let task = verdicts[index].task;
            if task.function.is_none() && verdicts[index].status != Status::NotRun {
                let others: Vec<_> = verdicts
                    .iter()
                    .filter(|other| other.task.function.is_some())
                    .cloned()
                    .collect();
                verdicts[index] = judge::without_function(task, &others);
            }
        }
        if let Some(only) = only {
            for verdict in verdicts
                .iter_mut()
                .filter(|verdict| verdict.task.number != only)
            {
                *verdict = Verdict::new(verdict.task, Status::NotRun);
            }
        }
        Ok(verdicts)
    }

    fn judge(&self, task: &'static Task, earlier: &[Verdict]) -> Result<Verdict> {
        let Some(function) = task.function else {
            return Ok(Verdict::new(task, Status::Unfinished));
        };
        if let Some(left_out) = self
            .binary
            .left_out
            .iter()
            .find(|left_out| left_out.function == function)
        {
            return Ok(judge::left_out(self.step, task, self.source, left_out));
        }
        let started = Instant::now();
        let checks = (task.checks)(self.seed);
        let calls: Vec<Call> = checks
            .iter()
            .flat_map(|check| check.calls.iter().cloned())
            .collect();
        let limits = self.limits_after(task, earlier);
        let run = worker::run(self.binary, &calls, &limits, self.deadline)?;
        let asked = Asked::new(task, self.source, &checks, &run, started.elapsed());
        let mut verdict = judge::task(self.step, self.source, &asked);
        if !matches!(verdict.status, Status::Passed | Status::NotRun) {
            let composed = self.compose(&asked, &limits)?;
            if let Some(by) = judge::blocked_by(&asked, &composed, earlier) {
                judge::block(&mut verdict, by);
            }
        }
        Ok(verdict)
    }

    /// The limits for a task. Where a task that it uses did not end in time, it will most likely not end either; a
    /// learner should not have to wait long to see that.
    fn limits_after(&self, task: &Task, earlier: &[Verdict]) -> Limits {
        let mut uses = earlier
            .iter()
            .filter(|verdict| task.uses.contains(&verdict.task.number));
        let mut limits = self.limits;
        if uses.any(|verdict| verdict.status == Status::TimedOut) {
            limits.call = limits.call.min(Duration::from_secs(1));
        }
        limits
    }

    /// What the learner's own earlier functions answer to the questions that went wrong.
    fn compose(&self, asked: &Asked<'_>, limits: &Limits) -> Result<Vec<Answer>> {
        let complete = self.binary.left_out.iter().all(|left_out| {
            asked.task.uses.iter().all(|&part| {
                self.step.task(part).and_then(|part| part.function) != Some(&left_out.function)
            })
        });
        match asked.task.compose {
            Some(compose) if complete => {
                let calls: Vec<_> = asked.doubtful().map(compose).collect();
                Ok(worker::run(self.binary, &calls, limits, self.deadline)?.answers)
            }
            _ => Ok(Vec::new()),
        }
    }
}
