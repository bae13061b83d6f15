//! Asks a worker about a step, task by task, and has what it answers judged.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::build::{Binary, Source};
use crate::error::Result;
use crate::judge::{self, Asked, Status, Verdict};
use crate::platform;
use crate::protocol::Call;
use crate::steps::domains::Space;
use crate::steps::{Check, Step, Task};
use crate::worker::{self, Limits, Run};

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
    /// The tasks that are asked, in this order, with their questions, which are made when they are wanted.
    tasks: Vec<(&'static Task, OnceLock<Vec<Check>>)>,
}

impl Questions {
    /// The questions about a step, or only those that bear on one of its tasks.
    pub fn new(step: &'static Step, only: Option<u8>, seed: u64) -> Self {
        let asked = step.tasks.iter().filter(|task| bears_on(step, task, only));
        let mut asked: Vec<&'static Task> = asked.collect();
        // Those that take longest are begun first, so that none of them is what is waited for in the end. The others stay
        // in order: where a task does not end, those that use it are not waited for as long.
        for place in 0..platform::processors().min(asked.len()) {
            let left = asked.iter().enumerate().skip(place);
            if let Some((heaviest, _)) = left.max_by_key(|(_, task)| width(task)) {
                asked[place..=heaviest].rotate_right(1);
            }
        }
        let tasks = asked.into_iter().map(|task| (task, OnceLock::new()));
        Self {
            seed,
            tasks: tasks.collect(),
        }
    }

    /// The tasks that are asked.
    fn tasks(&self) -> Vec<&'static Task> {
        self.tasks.iter().map(|(task, _)| *task).collect()
    }

    /// Makes the questions, until something else is to be done.
    pub fn prepare(&self, is_over: &AtomicBool) {
        at_once(&self.tasks(), |task| {
            if !is_over.load(Ordering::Relaxed) {
                self.of(task);
            }
        });
    }

    /// The questions about a task.
    pub fn of(&self, task: &Task) -> &[Check] {
        let mut tasks = self.tasks.iter();
        tasks
            .find(|(other, _)| other.number == task.number)
            .map_or(&[], |(task, made)| {
                made.get_or_init(|| task.questions(self.seed))
            })
    }
}

/// Whether a task must be asked to judge the task `only`, or all.
fn bears_on(step: &Step, task: &Task, only: Option<u8>) -> bool {
    let Some(only) = only.and_then(|number| step.task(number)) else {
        return true;
    };
    only.number == task.number || only.uses.contains(&task.number) || only.function.is_none()
}

/// In how many ways a task can be asked, which says how long that takes.
fn width(task: &Task) -> usize {
    task.domains.iter().map(Space::width).sum()
}

impl Examiner<'_> {
    /// One verdict a task. With `only`, the other tasks are asked only so far as they bear on that one.
    pub fn examine(&self, only: Option<u8>) -> Result<Vec<Verdict>> {
        let all = self.step.tasks;
        let mut verdicts: Vec<_> = all
            .iter()
            .map(|task| Verdict::new(task, Status::NotRun))
            .collect();
        let late = Mutex::new(Vec::new());
        let heard: Vec<Heard> = at_once(&self.questions.tasks(), |task| self.ask(task, &late))
            .into_iter()
            .collect::<Result<_>>()?;
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

    /// What a task answers, and the verdict on that alone. Those that did not end in time are noted as `late`.
    fn ask(&self, task: &'static Task, late: &Mutex<Vec<u8>>) -> Result<Heard> {
        let late = || late.lock().unwrap_or_else(PoisonError::into_inner);
        let verdict = |verdict| Heard { verdict, run: None };
        let Some(function) = task.function else {
            return Ok(verdict(Verdict::new(task, Status::Unfinished)));
        };
        let mut left_out = self.binary.left_out.iter();
        if let Some(left_out) = left_out.find(|left_out| left_out.function == function) {
            let left_out = judge::left_out(self.step, task, self.source, left_out);
            return Ok(verdict(left_out));
        }
        let started = Instant::now();
        let checks = self.questions.of(task);
        let questions = checks.iter().flat_map(|check| &check.questions);
        let calls: Vec<&Call> = questions.map(|question| &question.call).collect();
        let limits = self.limits_after(task, &late());
        let run = worker::run(self.binary, &calls, &limits, self.deadline)?;
        let asked = Asked::new(task, self.source, checks, &run, started.elapsed());
        let verdict = judge::task(self.step, self.source, &asked);
        if verdict.status == Status::TimedOut {
            late().push(task.number);
        }
        Ok(Heard {
            verdict,
            run: Some(run),
        })
    }

    /// The limits for a task. Where a task that it uses did not end in time, it will most likely not end either; a
    /// learner should not have to wait long to see that.
    pub fn limits_after(&self, task: &Task, late: &[u8]) -> Limits {
        let mut limits = self.limits;
        if task.uses.iter().any(|part| late.contains(part)) {
            limits.call = limits.call.min(Duration::from_secs(1));
        }
        limits
    }
}

/// What a task answered.
pub(super) struct Heard {
    /// The verdict on that, whatever other tasks answer.
    pub verdict: Verdict,
    /// The answers, where the task was asked.
    pub run: Option<Run>,
}

/// Does the work for all of them, as many at a time as there are processors: each may take all the memory that is allowed.
fn at_once<I: Copy + Sync, T: Send>(items: &[I], work: impl Fn(I) -> T + Sync) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..platform::processors().min(items.len()) {
            scope.spawn(|| {
                while let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let result = work(*item);
                    let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
                    done.push(result);
                }
            });
        }
    });
    done.into_inner().unwrap_or_else(PoisonError::into_inner)
}
