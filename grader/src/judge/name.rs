//! Names the mistake behind wrong answers, where it can be told for certain.

use super::{Asked, behaviour};
use crate::protocol::Reply;
use crate::steps::{Answer, Given, Misconception, Step};

/// The one mistake that gives all the answers that the learner's code gave. `None` where there is none or where there
/// are two: a wrong name is worse than no name.
pub(super) fn misconception(step: &Step, asked: &Asked<'_>) -> Option<&'static Misconception> {
    // Right answers need no name, and to look for one takes longer than to judge.
    asked.wrong().next()?;
    let families = step.misconceptions.iter();
    let mistakes = families.flat_map(|family| family.mistakes);
    let mut possible = mistakes
        .filter(|mistake| mistake.tasks.contains(&asked.task.number))
        .filter(|mistake| mistake.answers.iter().any(|given| explains(*given, asked)));
    match (possible.next(), possible.next()) {
        (Some(mistake), None) => Some(mistake),
        (None, _) => behaviour::misconception(asked),
        _ => None,
    }
}

/// Whether a mistake gives the learner's answer to every question that was answered.
fn explains(given: fn(&crate::protocol::Call) -> Option<Given>, asked: &Asked<'_>) -> bool {
    let mut answered = asked
        .pairs()
        .filter(|(_, answer)| **answer != Answer::NotRun);
    answered.all(|(question, answer)| match (given(&question.call), answer) {
        (Some(Given::Answer(given)), Answer::Reply(reply)) => given.difference(reply).is_none(),
        (Some(Given::Panic(message)), Answer::Reply(Reply::Panicked(panic))) => {
            panic.message.contains(message)
        }
        _ => false,
    })
}
