//! What is asked about a step, and in which order.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::platform;
use crate::steps::domains::Space;
use crate::steps::{Check, Step, Task};

use super::at_once::at_once;

/// What is asked about a step.
pub(super) struct Questions {
    /// The step.
    pub step: &'static Step,
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
            if let Some((heaviest, _)) = left.max_by_key(|(_, task)| weight(task)) {
                asked[place..=heaviest].rotate_right(1);
            }
        }
        let tasks = asked.into_iter().map(|task| (task, OnceLock::new()));
        Self {
            step,
            seed,
            tasks: tasks.collect(),
        }
    }

    /// The tasks that are asked.
    pub fn tasks(&self) -> Vec<&'static Task> {
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
pub(super) fn bears_on(step: &Step, task: &Task, only: Option<u8>) -> bool {
    let Some(only) = only.and_then(|number| step.task(number)) else {
        return true;
    };
    only.number == task.number || only.uses.contains(&task.number) || only.function.is_none()
}

/// About how long it takes to ask a task: in so many ways it can be asked, and so much may be compared.
fn weight(task: &Task) -> u64 {
    let weight = |space: &Space| 10 * space.width() as u64 + space.budget;
    task.domains.iter().map(weight).sum()
}
