//! Which question shows a mistake best, and what is wrong with the answer to it.

use super::{Check, Expected, Given, Misconception, Question, Way, size};
use crate::protocol::{Call, Layout, Value};

/// A question that a mistake answers wrongly.
#[derive(Clone, Debug)]
pub struct Example {
    /// The question.
    pub call: Call,
    /// The right answer.
    pub expected: Expected,
    /// The answer that the mistake gives.
    pub given: Given,
}

impl Misconception {
    /// The question that a report shows of this mistake, where it is made in the first way there is in a task that is
    /// asked this.
    pub fn example(&self, checks: &[Check]) -> Option<Example> {
        let questions: Vec<_> = checks.iter().flat_map(|check| &check.questions).collect();
        // From the best to show to the worst, so that few have to be answered.
        let mut ranked = questions.clone();
        ranked.sort_by_cached_key(|question| question.rank(true));
        let wrong = |way: &Way| {
            let wrong = |question: &'_ Question| {
                way.example(&question.call)
                    .filter(|given| given.is_wrong(&question.expected))
            };
            // As in a report: what is shown is of the first kind.
            let panics = |given: &Given| matches!(given, Given::Panic(_) | Given::Fails);
            let first = questions.iter().copied().find_map(wrong)?;
            ranked.iter().copied().find_map(|question| {
                let given = wrong(question).filter(|given| panics(given) == panics(&first))?;
                Some((question, given))
            })
        };
        let (question, given) = self.ways.iter().find_map(wrong)?;
        Some(Example {
            call: question.call.clone(),
            expected: question.expected.clone(),
            given,
        })
    }
}

impl Question {
    /// Orders questions that are answered wrongly; the least shows best what is wrong. That is the smallest. But where
    /// the mistake is `named`, a matrix of three rows and columns shows its pattern better than one of a single entry; and
    /// a memory layout is shown only where it matters.
    pub fn rank(&self, named: bool) -> impl Ord + use<> {
        const TELLING: u64 = 3;
        const LARGEST: u64 = 100;
        let size = size(&self.call);
        let array = self.expected.array().filter(|_| size <= LARGEST);
        let sides = array.map_or(&[][..], |array| &array.shape);
        let telling = named && sides.len() == 2 && sides.iter().all(|side| *side >= TELLING);
        // An array without entries says least of those that are small. What an object has of its own shows in the answer.
        let area = sides.iter().product::<u64>();
        let laid_out = self.call.arguments.iter().any(is_laid_out);
        (
            !telling,
            size > LARGEST,
            sides.contains(&0),
            laid_out,
            size,
            area,
        )
    }
}

/// Whether an array of it lies in memory in another way than one that was just made.
fn is_laid_out(value: &Value) -> bool {
    match value {
        Value::Record(parts) => parts.iter().any(is_laid_out),
        other => other
            .array()
            .is_some_and(|array| !matches!(array.layout, Layout::Rows | Layout::Broadcast)),
    }
}

impl Given {
    /// Whether this is not the right answer.
    fn is_wrong(&self, expected: &Expected) -> bool {
        expected.difference(&self.reply()).is_some()
    }
}
