//! Chooses the question to show and says what went wrong with it.

use super::{Asked, Counterexample, Difference, Location, Status, Verdict, compare};
use crate::build::Source;
use crate::protocol::{Call, Reply, Value};
use crate::steps::{self, Answer, Expected, Step, Task};

/// The question to show of those that went wrong: of the first kind of failure, the smallest. Where the mistake has a
/// name, a matrix of three rows and columns shows its pattern better than one of a single entry.
pub(super) fn telling<'a>(
    asked: &'a Asked<'_>,
    named: bool,
) -> Option<(&'a Call, &'a Answer, Status)> {
    const TELLING: u64 = 3;
    const LARGEST: u64 = 100;
    let kind = asked.wrong().next().map(|(.., status)| status);
    let same_kind = asked.wrong().filter(|(.., status)| Some(*status) == kind);
    same_kind.min_by_key(|(call, ..)| {
        let size = steps::size(call);
        let expected = (size <= LARGEST).then(|| (asked.task.expect)(call));
        let sides = match &expected {
            Some(Expected::Value(Value::Array(array) | Value::View(array, _))) => {
                array.shape.as_slice()
            }
            _ => &[],
        };
        let telling = named && sides.len() == 2 && sides.iter().all(|side| *side >= TELLING);
        // An array without entries says least.
        (!telling, sides.contains(&0), size)
    })
}

/// Fills in what is to be said about a question that went wrong.
pub(super) fn explain(
    step: &Step,
    task: &Task,
    source: &Source,
    call: &Call,
    answer: &Answer,
    verdict: &mut Verdict,
) {
    let shown = (step.show)(call);
    let expected = (task.expect)(call);
    let mut counterexample = Counterexample {
        call: shown,
        expected,
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
            verdict.message = Some(format!("It panicked: {said}{place}"));
        }
        Answer::Reply(reply) => {
            counterexample.difference = compare::difference(&counterexample.expected, reply);
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
            Expected::Value(Value::Array(right)),
            Some(Reply::Returned(Value::Array(wrong))),
        ) => (step.effect)(call, right, wrong),
        _ => None,
    }
}
