//! Asks a worker about a step, task by task, and has what it answers judged.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::build::{Binary, Source};
use crate::error::Result;
use crate::judge::{self, Asked, Status, Verdict};
use crate::protocol::Call;
use crate::steps::{Answer, Check, Step, Task};
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
    /// What is asked.
    pub questions: &'a Questions,
}

/// What is asked about a step.
pub(super) struct Questions {
    /// What they follow from.
    pub seed: u64,
    /// Those of each task that is asked.
    tasks: Vec<(u8, Vec<Check>)>,
}

impl Questions {
    /// The questions about a step, or only those that bear on one of its tasks.
    pub fn new(step: &Step, only: Option<u8>, seed: u64) -> Self {
        let asked: Vec<&'static Task> = step
            .tasks
            .iter()
            .filter(|task| bears_on(step, task, only))
            .collect();
        Self {
            seed,
            tasks: at_once(&asked, |task| (task.number, task.questions(seed))),
        }
    }

    fn of(&self, task: &Task) -> &[Check] {
        let mut tasks = self.tasks.iter();
        tasks
            .find(|(number, _)| *number == task.number)
            .map_or(&[], |(_, checks)| checks)
    }
}

/// Whether a task must be asked to judge the task `only`, or all.
fn bears_on(step: &Step, task: &Task, only: Option<u8>) -> bool {
    let Some(only) = only.and_then(|number| step.task(number)) else {
        return true;
    };
    only.number == task.number || only.uses.contains(&task.number) || only.function.is_none()
}

impl Examiner<'_> {
    /// One verdict a task. With `only`, the other tasks are asked only so far as they bear on that one.
    pub fn examine(&self, only: Option<u8>) -> Result<Vec<Verdict>> {
        let all = self.step.tasks;
        let mut verdicts: Vec<_> = all
            .iter()
            .map(|task| Verdict::new(task, Status::NotRun))
            .collect();
        let mut open: Vec<&'static Task> = all
            .iter()
            .filter(|task| bears_on(self.step, task, only))
            .collect();
        while !open.is_empty() {
            // All that wait for no other task are asked at once.
            let waits = |task: &&Task| open.iter().any(|other| task.uses.contains(&other.number));
            let (later, mut now): (Vec<_>, Vec<_>) = open.iter().copied().partition(waits);
            // What is worth most takes longest; begun first, it is not what the others wait for in the end.
            now.sort_by_key(|task| std::cmp::Reverse(task.points));
            for judged in at_once(&now, |task| self.judge(task, &verdicts)) {
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

    /// The verdict on a task. Those on earlier tasks follow, where this one shows that they are at fault.
    fn judge(&self, task: &'static Task, earlier: &[Verdict]) -> Result<Vec<Verdict>> {
        let Some(function) = task.function else {
            return Ok(vec![Verdict::new(task, Status::Unfinished)]);
        };
        if let Some(left_out) = self
            .binary
            .left_out
            .iter()
            .find(|left_out| left_out.function == function)
        {
            let verdict = judge::left_out(self.step, task, self.source, left_out);
            return Ok(vec![verdict]);
        }
        let started = Instant::now();
        let checks = self.questions.of(task);
        let calls: Vec<Call> = checks
            .iter()
            .flat_map(|check| &check.questions)
            .map(|question| question.call.clone())
            .collect();
        let limits = self.limits_after(task, earlier);
        let run = worker::run(self.binary, &calls, &limits, self.deadline)?;
        let asked = Asked::new(task, self.source, checks, &run, started.elapsed());
        let mut verdict = judge::task(self.step, self.source, &asked);
        if !matches!(verdict.status, Status::Passed | Status::NotRun) {
            let composed = self.compose(&asked, &limits)?;
            let failing = if asked.is_any_of(&composed) {
                self.failing_parts(&asked, &limits)?
            } else {
                Vec::new()
            };
            if let Some(by) = judge::blocked_by(&asked, &composed, earlier, &failing) {
                judge::block(&mut verdict, by);
                return Ok([vec![verdict], failing].concat());
            }
        }
        Ok(vec![verdict])
    }

    /// Asks the earlier functions what a task led them to be asked where it went wrong. A verdict on each that fails.
    fn failing_parts(&self, asked: &Asked<'_>, limits: &Limits) -> Result<Vec<Verdict>> {
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
            if !matches!(verdict.status, Status::Passed | Status::NotRun) {
                failing.push(verdict);
            }
        }
        Ok(failing)
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

/// Does the work for every task, as many at a time as there are processors.
fn at_once<T: Send>(tasks: &[&'static Task], work: impl Fn(&'static Task) -> T + Sync) -> Vec<T> {
    let processors = thread::available_parallelism().map_or(1, usize::from);
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..processors.min(tasks.len()) {
            scope.spawn(|| {
                while let Some(task) = tasks.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let result = work(task);
                    done.lock()
                        .unwrap_or_else(PoisonError::into_inner)
                        .push(result);
                }
            });
        }
    });
    done.into_inner().unwrap_or_else(PoisonError::into_inner)
}
