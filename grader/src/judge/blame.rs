//! Finds the earlier task that is at fault, so that a learner mends the cause and not what follows from it.

use super::{Asked, Location, Status, Verdict};
use crate::protocol::Reply;
use crate::steps::Answer;

/// The earlier task that is at fault where this one failed, if that is shown: everything that went wrong stopped inside
/// an earlier function, or went wrong in the same way when the learner's own earlier functions were put together as the
/// reference does it. `composed` holds what that gave for the doubtful questions, `failing` the verdicts on those
/// functions that answered wrongly what the doubtful questions led them to be asked.
pub fn blocked_by(
    asked: &Asked<'_>,
    composed: &[Answer],
    earlier: &[Verdict],
    failing: &[Verdict],
) -> Option<u8> {
    let parts = earlier
        .iter()
        .filter(|verdict| asked.task.uses.contains(&verdict.task.number));
    let at_fault: Vec<_> = parts
        .filter(|verdict| verdict.status != Status::Passed)
        .collect();
    let stopped_in = |answer: &Answer| {
        let Answer::Reply(Reply::Panicked(panic)) = answer else {
            return None;
        };
        let here = |place: &Location| {
            place.line == panic.line && place.file.as_os_str() == panic.file.as_str()
        };
        let stops =
            |verdict: &&&Verdict| matches!(verdict.status, Status::Unfinished | Status::Panicked);
        let mut stopping = at_fault.iter().filter(stops);
        stopping
            .find(|verdict| verdict.location.as_ref().is_some_and(here))
            .map(|verdict| verdict.task.number)
    };
    let mut blame = None;
    for (index, wrong) in asked.wrong().enumerate() {
        let part = match (stopped_in(wrong.answer), composed.get(index)) {
            (Some(part), _) => part,
            (None, Some(composed)) if wrong.answer.is(composed) => {
                // A part that keeps something from call to call may answer rightly now.
                let mut by_itself = failing
                    .iter()
                    .filter(|verdict| verdict.status != Status::Blocked);
                let part = by_itself.next().or(at_fault.first().copied())?;
                part.task.number
            }
            // What is right in its first call only is so here, too.
            (None, Some(_)) if index == 0 && !at_fault.is_empty() => continue,
            // The worker gave up before it came to this question.
            (None, Some(Answer::NotRun)) if blame.is_some() => break,
            _ => return None,
        };
        blame = blame.or(Some(part));
    }
    blame
}

/// Marks a verdict as the fault of the earlier task `by`.
pub fn block(verdict: &mut Verdict, by: u8) {
    verdict.status = Status::Blocked;
    verdict.blocked_by = Some(by);
    verdict.counterexample = None;
    verdict.misconception = None;
    verdict.message = Some(format!(
        "It gives what your task {by} makes of it. Finish task {by} first."
    ));
}
