//! Asks a worker about a step, task by task, and has what it answers judged.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::build::{Binary, LeftOut, Source};
use crate::error::Result;
use crate::judge::{self, Asked, Status, Verdict};
use crate::protocol::Call;
use crate::steps::{Step, Task};
use crate::worker::{self, Limits, Run};

use super::at_once::{at_once, in_turn};
use super::questions::{Questions, bears_on};

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
    /// What is asked.
    pub questions: &'a Questions,
}

/// With so many calls a worker has enough to do: to start it takes as long as a hundred or two.
const ENOUGH: usize = 300;

impl Examiner<'_> {
    /// One verdict a task. With `only`, the other tasks are asked only so far as they bear on that one.
    pub fn examine(&self, only: Option<u8>) -> Result<Vec<Verdict>> {
        let all = self.step.tasks;
        let mut verdicts: Vec<_> = all
            .iter()
            .map(|task| Verdict::new(task, Status::NotRun))
            .collect();
        let late = Mutex::new(Vec::new());
        let asked = in_turn(&self.questions.tasks(), |next| self.ask_some(next, &late));
        let heard: Vec<Heard> = asked.into_iter().collect::<Result<_>>()?;
        let mut open: Vec<&Heard> = heard.iter().collect();
        while !open.is_empty() {
            // Who is at fault is found after the tasks that are used.
            let waits = |heard: &&Heard| {
                let mut others = open.iter().map(|other| other.verdict.task.number);
                others.any(|other| heard.verdict.task.uses.contains(&other))
            };
            let (later, now): (Vec<_>, Vec<_>) = open.iter().copied().partition(waits);
            for judged in at_once(&now, |heard| self.blame(heard, &verdicts)) {
                for verdict in judged? {
                    let mut places = verdicts.iter_mut();
                    let place = places.find(|other| other.task.number == verdict.task.number);
                    // A part that failed by itself keeps what was said then.
                    let is_open = |place: &&mut Verdict| {
                        matches!(place.status, Status::NotRun | Status::Passed)
                    };
                    if let Some(place) = place.filter(is_open) {
                        *place = verdict;
                    }
                }
            }
            open = later;
        }
        for index in 0..verdicts.len() {
            let task = verdicts[index].task;
            if task.function.is_none() && bears_on(self.step, task, only) {
                let others = verdicts
                    .iter()
                    .filter(|other| other.task.function.is_some());
                verdicts[index] = judge::without_function(task, others);
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

    /// Takes tasks until a worker has enough to do with them, and has them asked.
    fn ask_some(
        &self,
        next: &mut dyn FnMut() -> Option<&'static Task>,
        late: &Mutex<Vec<u8>>,
    ) -> Vec<Result<Heard>> {
        let (mut tasks, mut asked, mut count) = (Vec::new(), Vec::new(), 0);
        while count < ENOUGH
            && let Some(task) = next()
        {
            let calls = self.calls(task);
            count += calls.len();
            tasks.push(task);
            if !calls.is_empty() {
                asked.push((task, calls));
            }
        }
        let mut passed = self.ask_together(&asked);
        let heard = |task: &'static Task| match passed.remove(&task.number) {
            Some(verdict) => Ok(Heard { verdict, run: None }),
            None => self.ask(task, late),
        };
        tasks.into_iter().map(heard).collect()
    }

    /// Asks one worker about several tasks, which takes less time than to start one for each. A verdict on those that pass
    /// so. The others must be asked alone: what goes wrong in one may be another's doing.
    fn ask_together(&self, asked: &[(&'static Task, Vec<&Call>)]) -> HashMap<u8, Verdict> {
        let mut passed = HashMap::new();
        if asked.len() < 2 {
            return passed;
        }
        let calls: Vec<&Call> = asked.iter().flat_map(|(_, calls)| calls).copied().collect();
        let started = Instant::now();
        let Ok(mut run) = worker::run(self.binary, &calls, &self.impatient(), self.deadline) else {
            return passed;
        };
        // Whose doing these are cannot be told.
        if run.leftovers > 0 || run.output.lines > 0 {
            return passed;
        }
        for (task, calls) in asked {
            let own = Run {
                answers: run.answers.drain(..calls.len()).collect(),
                printed: run.printed.drain(..calls.len()).collect(),
                ..Run::default()
            };
            let verdict = self.judge(task, &own, started.elapsed());
            if verdict.status == Status::Passed {
                passed.insert(task.number, verdict);
            }
        }
        passed
    }

    /// What a task answers, and the verdict on that alone. Those that did not end in time are noted as `late`.
    fn ask(&self, task: &'static Task, late: &Mutex<Vec<u8>>) -> Result<Heard> {
        let late = || late.lock().unwrap_or_else(PoisonError::into_inner);
        let verdict = |verdict| Heard { verdict, run: None };
        let Some(function) = task.function else {
            return Ok(verdict(Verdict::new(task, Status::Unfinished)));
        };
        if let Some(left_out) = self.left_out(function) {
            let left_out = judge::left_out(self.step, task, self.source, left_out);
            return Ok(verdict(left_out));
        }
        let started = Instant::now();
        let limits = self.limits_after(task, &late());
        let run = worker::run(self.binary, &self.calls(task), &limits, self.deadline)?;
        let verdict = self.judge(task, &run, started.elapsed());
        if verdict.status == Status::TimedOut {
            late().push(task.number);
        }
        Ok(Heard {
            verdict,
            run: Some(run),
        })
    }

    /// What a worker is asked about a task; nothing where it has no function or cannot be asked about it.
    fn calls(&self, task: &'static Task) -> Vec<&Call> {
        if task
            .function
            .is_none_or(|function| self.left_out(function).is_some())
        {
            return Vec::new();
        }
        let checks = self.questions.of(task).iter();
        let questions = checks.flat_map(|check| &check.questions);
        questions.map(|question| &question.call).collect()
    }

    /// The function as it was left out of the worker, if it was.
    fn left_out(&self, function: &str) -> Option<&LeftOut> {
        let mut left_out = self.binary.left_out.iter();
        left_out.find(|left_out| left_out.function == function)
    }

    /// The verdict on a task's answers, whatever other tasks answer.
    fn judge(&self, task: &'static Task, run: &Run, duration: Duration) -> Verdict {
        let asked = Asked::new(task, self.source, self.questions.of(task), run, duration);
        judge::task(self.step, self.source, &asked)
    }

    /// The limits for a task. Where a task that it uses did not end in time, it will most likely not end either; a
    /// learner should not have to wait long to see that.
    pub fn limits_after(&self, task: &Task, late: &[u8]) -> Limits {
        if task.uses.iter().any(|part| late.contains(part)) {
            self.impatient()
        } else {
            self.limits
        }
    }

    /// The limits where a call is not waited for long.
    fn impatient(&self) -> Limits {
        Limits {
            call: self.limits.call.min(Duration::from_secs(1)),
            ..self.limits
        }
    }
}

/// What a task answered.
pub(super) struct Heard {
    /// The verdict on that, whatever other tasks answer.
    pub verdict: Verdict,
    /// The answers, where the task was asked.
    pub run: Option<Run>,
}
