//! Chooses the question to show and says what went wrong with it.

use super::{Asked, Counterexample, Location, Status, Verdict, Wrong};
use crate::build::Source;
use crate::protocol::{Call, Reply, Value};
use crate::steps::{Answer, Difference, Expected, Question, Step, Task};

/// The question to show of those that went wrong: of the first kind of failure, the one of the least rank.
pub(super) fn telling<'a>(asked: &'a Asked<'_>, named: bool) -> Option<Wrong<'a>> {
    let kind = asked.wrong().next()?.status;
    let same_kind = asked.wrong().filter(|wrong| wrong.status == kind);
    same_kind.min_by_key(|wrong| wrong.question.rank(named))
}

/// Fills in what is to be said about a question that went wrong.
pub(super) fn explain(
    step: &Step,
    task: &Task,
    source: &Source,
    question: &Question,
    answer: &Answer,
    verdict: &mut Verdict,
) {
    let Question { call, expected } = question;
    let mut counterexample = Counterexample {
        call: step.show(call),
        expected: expected.clone(),
        actual: None,
        difference: None,
        effect: None,
    };
    match answer {
        Answer::Reply(Reply::Panicked(panic)) => {
            if !panic.file.is_empty() {
                verdict.location = Some(Location {
                    file: panic.file.clone().into(),
                    line: panic.line,
                });
            }
            if verdict.status == Status::Unfinished {
                verdict.message = Some(step.todo(task));
                return;
            }
            let line = source
                .line(panic.line)
                .filter(|_| source.path.as_os_str() == panic.file.as_str());
            let said = if panic.message.is_empty() {
                "without a message"
            } else {
                panic.message.as_str()
            };
            let place = line
                .map(|line| format!("\n\n  {} | {}", panic.line, line.trim()))
                .unwrap_or_default();
            let right = match expected {
                Expected::Error(_) => "\n\nThe right answer is an `Err`.",
                Expected::Value(..) => "",
            };
            verdict.message = Some(format!("It panicked: {said}{place}{right}"));
        }
        Answer::Reply(reply) => {
            counterexample.difference = expected.difference(reply);
            counterexample.actual = Some(reply.clone());
            counterexample.effect = effect(step, call, &counterexample);
            verdict.message = counterexample.difference.as_ref().map(ToString::to_string);
        }
        Answer::Crashed(how) => verdict.message = Some(format!("The call did not return: {how}.")),
        Answer::TimedOut => {
            let text = "The call did not return in time. Is there a loop that never ends?";
            verdict.message = Some(text.to_owned());
        }
        Answer::OutOfLimits(what) => {
            verdict.message = Some(format!("The call was stopped: {what}."))
        }
        Answer::NotRun => return,
    }
    verdict.counterexample = Some(counterexample);
}

/// What the wrong array of a counterexample would do.
fn effect(step: &Step, call: &Call, example: &Counterexample) -> Option<String> {
    match (&example.difference, &example.expected, &example.actual) {
        (
            Some(Difference::Entry { .. }),
            Expected::Value(Value::Array(right), _),
            Some(Reply::Returned(Value::Array(wrong))),
        ) => (step.effect)(call, right, wrong),
        _ => None,
    }
}
