//! Which question shows a mistake best, and what is wrong with the answer to it.

use super::{Expected, Given, Misconception, Task, size};
use crate::protocol::{Array, Call, Value};

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
    /// The question that a report shows of this mistake, where it is made in this task in the first way there is.
    pub fn example(&self, task: &Task, seed: u64) -> Option<Example> {
        let checks = task.questions(seed);
        let calls: Vec<_> = checks.iter().flat_map(|check| &check.calls).collect();
        // From the best to show to the worst, so that few have to be answered.
        let mut ranked = calls.clone();
        ranked.sort_by_cached_key(|call| task.rank(call, true));
        let wrong = |way: &fn(&Call) -> Option<Given>| {
            let wrong = |call| Some((call, way(call).filter(|given| task.refuses(call, given))?));
            // As in a report: what is shown is of the first kind.
            let panics = |given: &Given| matches!(given, Given::Panic(_));
            let (_, first) = calls.iter().copied().find_map(wrong)?;
            let mut all = ranked.iter().copied().filter_map(wrong);
            all.find(|(_, given)| panics(given) == panics(&first))
        };
        let (call, given) = self.answers.iter().find_map(wrong)?;
        Some(Example {
            call: call.clone(),
            expected: (task.expect)(call),
            given,
        })
    }
}

impl Task {
    /// Orders questions that are answered wrongly; the least shows best what is wrong. That is the smallest. But where
    /// the mistake is `named`, a matrix of three rows and columns shows its pattern better than one of a single entry.
    pub fn rank(&self, call: &Call, named: bool) -> impl Ord + use<> {
        const TELLING: u64 = 3;
        const LARGEST: u64 = 100;
        let size = size(call);
        let expected = (size <= LARGEST).then(|| (self.expect)(call));
        let sides = match &expected {
            Some(Expected::Value(Value::Array(array) | Value::View(array, _))) => {
                array.shape.as_slice()
            }
            _ => &[],
        };
        let telling = named && sides.len() == 2 && sides.iter().all(|side| *side >= TELLING);
        // An array without entries says least of those that are small.
        (!telling, size > LARGEST, sides.contains(&0), size)
    }

    /// Whether this is not the right answer.
    fn refuses(&self, call: &Call, given: &Given) -> bool {
        match (given, (self.expect)(call)) {
            (Given::Panic(_), _) => true,
            (Given::Answer(Expected::Error), Expected::Error) => false,
            (Given::Answer(Expected::Value(given)), Expected::Value(right)) => !same(given, &right),
            _ => true,
        }
    }
}

/// Whether two values are the same. NaN is the same as NaN.
fn same(given: &Value, right: &Value) -> bool {
    match (given, right) {
        (Value::Array(given), Value::Array(right)) => same_array(given, right),
        (Value::View(given, shared), Value::View(right, share)) => {
            shared == share && same_array(given, right)
        }
        _ => given == right,
    }
}

fn same_array(given: &Array, right: &Array) -> bool {
    let pairs = given.entries.iter().zip(&right.entries);
    given.shape == right.shape
        && given.entries.len() == right.entries.len()
        && pairs
            .into_iter()
            .all(|(given, right)| given == right || (given.is_nan() && right.is_nan()))
}
