//! Decides: compares answers with the oracle's and says what each task comes to. Pure; it reads and writes nothing.

mod behaviour;
mod blame;
mod explain;
mod name;
mod verdict;

use std::time::Duration;

use crate::build::{LeftOut, Problem, Source};
use crate::protocol::{Call, Panic, Reply};
use crate::steps::{Answer, Check, Question, Step, Task};
use crate::worker::{Printed, Run};

pub use blame::{block, blocked_by};
pub use verdict::{CheckResult, Counterexample, Leak, Location, Status, StepVerdict, Verdict};

/// What a worker made of the questions of one task.
#[derive(Debug)]
pub struct Asked<'a> {
    /// The task.
    pub task: &'static Task,
    /// The questions, in groups.
    pub checks: &'a [Check],
    /// One answer a question, over all groups.
    pub answers: &'a [Answer],
    /// What each answer comes to, by itself.
    statuses: Vec<Status>,
    /// What each question printed.
    printed: &'a [Printed],
    /// What was printed in all.
    output: &'a Printed,
    /// How many processes were left running.
    pub leftovers: usize,
    /// How long it took.
    pub duration: Duration,
}

/// A question that went wrong.
struct Wrong<'a> {
    question: &'a Question,
    answer: &'a Answer,
    status: Status,
    /// What it printed.
    printed: &'a Printed,
}

impl<'a> Asked<'a> {
    /// Compares every answer with the oracle's.
    pub fn new(
        task: &'static Task,
        source: &Source,
        checks: &'a [Check],
        run: &'a Run,
        duration: Duration,
    ) -> Self {
        let questions = checks.iter().flat_map(|check| &check.questions);
        let statuses = questions
            .zip(&run.answers)
            .map(|(question, answer)| status(source, question, answer))
            .collect();
        let Run {
            answers,
            printed,
            output,
            leftovers,
        } = run;
        Self {
            task,
            checks,
            answers,
            statuses,
            printed,
            output,
            leftovers: *leftovers,
            duration,
        }
    }

    /// Every question with its answer.
    fn pairs(&self) -> impl Iterator<Item = (&Question, &Answer)> + Clone {
        let questions = self.checks.iter().flat_map(|check| &check.questions);
        questions.zip(self.answers)
    }

    /// The questions that went wrong. What was not asked did not.
    fn wrong(&self) -> impl Iterator<Item = Wrong<'_>> {
        let all = self.pairs().zip(&self.statuses).zip(self.printed);
        let all = all.map(|(((question, answer), status), printed)| Wrong {
            question,
            answer,
            status: *status,
            printed,
        });
        all.filter(|wrong| !matches!(wrong.status, Status::Passed | Status::NotRun))
    }

    /// Whether one of these answers to the doubtful questions is what was answered wrongly.
    pub fn is_any_of(&self, composed: &[Answer]) -> bool {
        let mut pairs = self.wrong().zip(composed);
        pairs.any(|(wrong, composed)| wrong.answer.is(composed))
    }

    /// The questions for which it must be found out whether an earlier task is at fault: all that went wrong.
    pub fn doubtful(&self) -> impl Iterator<Item = &Call> {
        self.wrong().map(|wrong| &wrong.question.call)
    }
}

/// Judges a task by its answers alone.
pub fn task(step: &Step, source: &Source, asked: &Asked<'_>) -> Verdict {
    let task = asked.task;
    let mut verdict = Verdict::new(task, Status::Passed);
    verdict.output = asked.output.clone();
    verdict.duration = asked.duration;
    verdict.location = locate(task, source);

    let mut statuses = asked.statuses.iter().copied();
    for check in asked.checks {
        let statuses = statuses.by_ref().take(check.questions.len());
        let status =
            statuses.reduce(|first, next| if first == Status::Passed { next } else { first });
        verdict.checks.push(CheckResult {
            name: check.name.clone(),
            status: status.unwrap_or(Status::Passed),
        });
    }
    let misconception = name::misconception(step, asked);
    match explain::telling(asked, misconception.is_some()) {
        Some(Wrong {
            question,
            answer,
            status,
            printed,
        }) => {
            verdict.status = status;
            // What other calls printed would only be in the way.
            verdict.output = printed.clone();
            explain::explain(step, task, source, question, answer, &mut verdict);
            if status == Status::Wrong && changed(asked, &question.call, answer) {
                let text = "The same call was answered differently before. Nothing may be kept from one call to the next.";
                verdict.message = Some(text.to_owned());
            }
            verdict.misconception = misconception;
        }
        None if asked.statuses.contains(&Status::NotRun) => {
            verdict.status = Status::NotRun;
            verdict.message = Some(
                "The time for the whole step was used up before this task was done.".to_owned(),
            );
        }
        None => {
            verdict.points = verdict.worth;
            verdict.note = noise(asked.leftovers);
        }
    }
    verdict
}

/// Whether the same question was answered in another way, too.
fn changed(asked: &Asked<'_>, call: &Call, answer: &Answer) -> bool {
    let mut others = asked.pairs().filter(|(other, _)| other.call == *call);
    others.any(|(_, other)| *other != Answer::NotRun && !other.is(answer))
}

/// Judges a task whose function the worker could not be built with.
pub fn left_out(step: &Step, task: &'static Task, source: &Source, left_out: &LeftOut) -> Verdict {
    let mut verdict = Verdict::new(task, Status::DoesNotCompile);
    verdict.location = locate(task, source);
    let function = &left_out.function;
    let signature = step.signature(function);
    let problem = match left_out.problem {
        Problem::Missing => format!("There is no public function `{function}` in the file."),
        Problem::Private => format!("`{function}` is not public: write `pub` before its `fn`."),
        Problem::Signature => {
            format!("`{function}` has another signature than the tests call.")
        }
    };
    verdict.message = Some(format!("{problem} Expected:\n\n{signature}"));
    verdict
}

/// Judges a task without a function: it is done once any other task is begun.
pub fn without_function<'a>(
    task: &'static Task,
    mut others: impl Iterator<Item = &'a Verdict>,
) -> Verdict {
    let begun =
        |verdict: &Verdict| !matches!(verdict.status, Status::Unfinished | Status::DoesNotCompile);
    if others.any(begun) {
        let mut verdict = Verdict::new(task, Status::Passed);
        verdict.points = verdict.worth;
        return verdict;
    }
    let mut verdict = Verdict::new(task, Status::Unfinished);
    let text = "Nothing to import yet: begin with the first function, and come back when the compiler misses an item. This \
                task is done once the file compiles with one function written.";
    verdict.message = Some(text.to_owned());
    verdict
}

fn status(source: &Source, question: &Question, answer: &Answer) -> Status {
    match answer {
        Answer::Reply(Reply::Panicked(panic)) if is_todo(panic, source) => Status::Unfinished,
        Answer::Reply(Reply::Panicked(_)) => Status::Panicked,
        Answer::Reply(reply) => match question.expected.difference(reply) {
            None => Status::Passed,
            Some(_) => Status::Wrong,
        },
        Answer::Crashed(_) => Status::Crashed,
        Answer::TimedOut => Status::TimedOut,
        Answer::OutOfLimits(_) => Status::OutOfLimits,
        Answer::NotRun => Status::NotRun,
    }
}

/// Whether a panic is a `todo!()`: it says so, and so does the line that it comes from.
fn is_todo(panic: &Panic, source: &Source) -> bool {
    let here = source.path.as_os_str() == panic.file.as_str();
    let line = source.line(panic.line).unwrap_or_default();
    here && line.contains("todo!") && panic.message.starts_with("not yet implemented")
}

fn noise(leftovers: usize) -> Option<String> {
    match leftovers {
        0 => None,
        1 => Some("Your code left a process running. It was ended.".to_owned()),
        n => Some(format!(
            "Your code left {n} processes running. They were ended."
        )),
    }
}

fn locate(task: &Task, source: &Source) -> Option<Location> {
    let line = source.line_of(task.function?)?;
    Some(Location {
        file: source.path.clone(),
        line,
    })
}
