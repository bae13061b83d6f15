//! Names the mistake behind wrong answers, where it can be told for certain.

use super::{Asked, behaviour};
use crate::steps::{Expected, Misconception, Slack, Step};

/// The one mistake that gives all the answers that the learner's code gave.
pub(super) fn misconception(step: &Step, asked: &Asked<'_>) -> Option<&'static Misconception> {
    // Right answers need no name, and to look for one takes longer than to judge.
    asked.wrong().next()?;
    let answers = asked
        .pairs()
        .map(|(question, answer)| (&question.call, answer));
    let mut possible = step.mistakes(asked.task, answers.clone());
    match (possible.next(), possible.next()) {
        (Some(mistake), None) if is_exact(asked) || mistake.explains(answers) => Some(mistake),
        (None, _) => behaviour::misconception(asked),
        _ => None,
    }
}

/// Whether the right answers leave no slack: then nothing is nearly the same.
fn is_exact(asked: &Asked<'_>) -> bool {
    let slack = |expected: &Expected| matches!(expected, Expected::Value(_, Slack::Within(_)));
    !asked.pairs().any(|(question, _)| slack(&question.expected))
}
