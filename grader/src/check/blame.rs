//! Finds which task is at fault where a task that is put together from others goes wrong.

use std::time::Duration;

use crate::error::Result;
use crate::judge::{self, Asked, Status, Verdict};
use crate::protocol::Call;
use crate::steps::{Answer, Check};
use crate::worker::{self, Limits};

use super::examine::{Examiner, Heard};

impl Examiner<'_> {
    /// The verdict on a task with those on earlier ones at hand. Where it shows that one of these is at fault, a verdict
    /// on that one follows.
    pub(super) fn blame(&self, heard: &Heard, earlier: &[Verdict]) -> Result<Vec<Verdict>> {
        let mut verdict = heard.verdict.clone();
        let (Some(run), false) = (
            &heard.run,
            matches!(verdict.status, Status::Passed | Status::NotRun),
        ) else {
            return Ok(vec![verdict]);
        };
        let task = verdict.task;
        let asked = Asked::new(
            task,
            self.source,
            self.questions.of(task),
            run,
            Duration::ZERO,
        );
        let late = earlier
            .iter()
            .filter(|verdict| verdict.status == Status::TimedOut);
        let late: Vec<_> = late.map(|verdict| verdict.task.number).collect();
        let limits = self.limits_after(task, &late);
        let composed = self.compose(&asked, &limits)?;
        let failing = if asked.is_any_of(&composed) {
            self.failing_parts(&asked, &limits, earlier)?
        } else {
            Vec::new()
        };
        match judge::blocked_by(&asked, &composed, earlier, &failing) {
            Some(by) => {
                judge::block(&mut verdict, by);
                Ok([vec![verdict], failing].concat())
            }
            None => Ok(vec![verdict]),
        }
    }

    /// Asks the earlier functions what a task led them to be asked where it went wrong. A verdict on each that fails, be it
    /// by itself or by one before it.
    fn failing_parts(
        &self,
        asked: &Asked<'_>,
        limits: &Limits,
        earlier: &[Verdict],
    ) -> Result<Vec<Verdict>> {
        // What goes wrong goes wrong in the first of them.
        const MOST: usize = 64;
        let calls: Vec<Call> = asked
            .doubtful()
            .take(MOST)
            .flat_map(asked.task.parts)
            .collect();
        let mut failing = Vec::new();
        for part in asked
            .task
            .uses
            .iter()
            .filter_map(|part| self.step.task(*part))
        {
            let mut own: Vec<Call> = Vec::new();
            for call in calls
                .iter()
                .filter(|call| part.function == Some(&call.function))
            {
                if !own.contains(call) {
                    own.push(call.clone());
                }
            }
            let run = worker::run(self.binary, &own, limits, self.deadline)?;
            let checks = [Check {
                name: format!("what task {} asks of it", asked.task.number),
                questions: own.into_iter().map(|call| part.question(call)).collect(),
            }];
            let asked = Asked::new(part, self.source, &checks, &run, Duration::ZERO);
            let mut verdict = judge::task(self.step, self.source, &asked);
            // So few answers may look like another mistake than it is.
            verdict.misconception = None;
            if matches!(verdict.status, Status::Passed | Status::NotRun) {
                continue;
            }
            let composed = self.compose(&asked, limits)?;
            if let Some(by) = judge::blocked_by(&asked, &composed, earlier, &[]) {
                judge::block(&mut verdict, by);
            }
            failing.push(verdict);
        }
        Ok(failing)
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
