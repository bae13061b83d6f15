//! What judging comes to, as data.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::build::{Failure, Lent};
use crate::protocol::Reply;
use crate::steps::{Difference, Expected, Misconception, Step, Task};
use crate::worker::Printed;

/// What became of a step, a task or a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Every answer is right.
    Passed,
    /// A `todo!()` was reached.
    Unfinished,
    /// An answer differs from the oracle's.
    Wrong,
    /// It panicked.
    Panicked,
    /// The process ended, or wrote to the grader's channel.
    Crashed,
    /// A call took too long.
    TimedOut,
    /// It used too much memory or printed too much.
    OutOfLimits,
    /// The file, or this function, does not compile.
    DoesNotCompile,
    /// It fails only through an earlier task.
    Blocked,
    /// It was not asked for, or no time was left.
    NotRun,
}

impl Status {
    /// Its name in reports for programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Unfinished => "unfinished",
            Self::Wrong => "wrong",
            Self::Panicked => "panicked",
            Self::Crashed => "crashed",
            Self::TimedOut => "timed_out",
            Self::OutOfLimits => "out_of_limits",
            Self::DoesNotCompile => "does_not_compile",
            Self::Blocked => "blocked",
            Self::NotRun => "not_run",
        }
    }
}

/// What one task comes to.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// The task.
    pub task: &'static Task,
    /// How it went.
    pub status: Status,
    /// All that it is worth, or nothing.
    pub points: u32,
    /// What it is worth: the task's points, unless an instructor says otherwise.
    pub worth: u32,
    /// What is wrong, in a sentence or two.
    pub message: Option<String>,
    /// The mistake behind it, where that is certain.
    pub misconception: Option<&'static Misconception>,
    /// What is worth knowing beside a right answer.
    pub note: Option<String>,
    /// The earlier task that is at fault.
    pub blocked_by: Option<u8>,
    /// The place to look at.
    pub location: Option<Location>,
    /// A call that went wrong.
    pub counterexample: Option<Counterexample>,
    /// What was printed: by the call that says what is wrong, where one does, else by all of them.
    pub output: Printed,
    /// How long the calls took.
    pub duration: Duration,
    /// The groups of questions.
    pub checks: Vec<CheckResult>,
}

/// A line of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The file.
    pub file: PathBuf,
    /// The line, counted from 1.
    pub line: u32,
}

/// A call that went wrong.
#[derive(Clone, Debug)]
pub struct Counterexample {
    /// The call, as Rust code.
    pub call: String,
    /// The right answer.
    pub expected: Expected,
    /// The answer, where there was one.
    pub actual: Option<Reply>,
    /// How the two differ.
    pub difference: Option<Difference>,
    /// What the wrong answer would do, in words.
    pub effect: Option<String>,
}

/// What became of a group of questions.
#[derive(Clone, Debug)]
pub struct CheckResult {
    /// Its name.
    pub name: String,
    /// How it went.
    pub status: Status,
}

/// What a step comes to.
#[derive(Debug)]
pub struct StepVerdict {
    /// The step.
    pub step: &'static Step,
    /// The file that was judged.
    pub file: PathBuf,
    /// The seed of its questions.
    pub seed: u64,
    /// Why it does not compile, where it does not.
    pub failure: Option<Failure>,
    /// The earlier steps that it was built with.
    pub lent: Vec<Lent>,
    /// What a model of all steps as they stand knows too early, where that was tried and it does.
    pub leak: Option<Leak>,
    /// One verdict a task, in order.
    pub tasks: Vec<Verdict>,
}

/// A later token moves what a model says of an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leak {
    /// The first row of the logits that another last token moves.
    pub row: u64,
    /// The step that is the reason: with the reference's in its place no row moves. `None` where it is no single one.
    pub step: Option<u8>,
}

impl Verdict {
    /// A verdict without particulars.
    pub fn new(task: &'static Task, status: Status) -> Self {
        Self {
            task,
            status,
            points: 0,
            worth: task.points,
            message: None,
            misconception: None,
            note: None,
            blocked_by: None,
            location: None,
            counterexample: None,
            output: Printed::default(),
            duration: Duration::ZERO,
            checks: Vec::new(),
        }
    }
}

impl StepVerdict {
    /// The status of the step: passed if all required tasks are, else that of the first that is not. A task that is
    /// blocked never decides: the one that blocks it does.
    pub fn status(&self) -> Status {
        let required = self.tasks.iter().filter(|verdict| !verdict.task.optional);
        let mut open = required.map(|verdict| verdict.status);
        let decides = |status: &Status| !matches!(status, Status::Passed | Status::Blocked);
        open.find(decides).unwrap_or(Status::Passed)
    }

    /// The task to look at next: the first that is still to be done, an optional one only after all others. A task
    /// without a function waits for the others, so one of those that went wrong comes before it.
    pub fn next(&self) -> Option<&Verdict> {
        let open = |verdict: &&Verdict| !matches!(verdict.status, Status::Passed | Status::Blocked);
        let wrong = |verdict: &&Verdict| open(verdict) && verdict.status != Status::Unfinished;
        let required = || self.tasks.iter().filter(|verdict| !verdict.task.optional);
        let first = required()
            .find(open)
            .or_else(|| self.tasks.iter().find(open))?;
        let waits = first.task.function.is_none();
        required().find(wrong).filter(|_| waits).or(Some(first))
    }

    /// Names its files from where its folder begins, for who does not know the folder.
    pub fn move_out_of(&mut self, folder: &Path) {
        let files = self
            .tasks
            .iter_mut()
            .filter_map(|task| task.location.as_mut());
        let files = files.map(|location| &mut location.file);
        for file in files.chain([&mut self.file]) {
            if let Ok(inside) = file.strip_prefix(folder) {
                *file = inside.to_owned();
            }
        }
    }

    /// The points reached.
    pub fn points(&self) -> u32 {
        self.tasks.iter().map(|verdict| verdict.points).sum()
    }

    /// The points that can be reached.
    pub fn max_points(&self) -> u32 {
        self.tasks.iter().map(|verdict| verdict.worth).sum()
    }
}
