//! The test of a whole model that needs no weights: another last token moves no row of the logits but the last. What has
//! passed cannot fail it; steps as they stand can.

use std::time::Instant;

use super::Judging;
use crate::build::{Builder, Built, Lent, Takes};
use crate::error::{Error, Result};
use crate::judge::Leak;
use crate::protocol::{Call, Reply, Value};
use crate::steps::{Answer, STEPS, Step};
use crate::worker;

/// The step that has the logits of a whole model, and the function that gives them.
const WHOLE: u8 = 11;
const LOGITS: &str = "Gpt2LmHeadModel::logits";

impl Judging {
    /// Whether a model of all steps as they stand, passed or not, knows a later token. A step with an answer still to be
    /// written stays the reference's. `None` where it knows none, or where it gives no logits.
    ///
    /// # Errors
    ///
    /// Where the grader cannot work.
    pub fn leak(&self) -> Result<Option<Leak>> {
        let calls = pairs(numbered(WHOLE)?);
        let Some((row, own)) = self.moved(&calls, None)? else {
            return Ok(None);
        };
        let passed = self.builder();
        for number in own {
            // What has passed is no reason.
            let is_doubtful = !self.stands(numbered(number)?, &passed);
            if is_doubtful && self.moved(&calls, Some(number))?.is_none() {
                let step = Some(number);
                return Ok(Some(Leak { row, step }));
            }
        }
        Ok(Some(Leak { row, step: None }))
    }

    /// The same, where a step was built with others in place of some that stand written: those alone can be the reason.
    pub(super) fn leak_beside(&self, step: &Step, lent: &[Lent]) -> Result<Option<Leak>> {
        if step.number < WHOLE {
            return Ok(None);
        }
        let written = self.as_is(None);
        let mut left = lent.iter().filter(|lent| !lent.own);
        let is_any =
            left.any(|lent| numbered(lent.step).is_ok_and(|step| self.stands(step, &written)));
        if is_any { self.leak() } else { Ok(None) }
    }

    /// The first row that moves, and which steps are the implementation's own. `but` is the reference's.
    fn moved(&self, calls: &[Call], but: Option<u8>) -> Result<Option<(u64, Vec<u8>)>> {
        let whole = self.whole_by(&self.as_is(but), numbered(WHOLE)?, &[])?;
        let Built::Worker(binary) = &whole.built else {
            return Ok(None);
        };
        let limits = self.limits();
        let deadline = Instant::now() + limits.step;
        let answers = worker::run(binary, calls, &limits, deadline)?.answers;
        let rows = answers.chunks_exact(2).filter_map(|pair| {
            let [before, after] = [logits(&pair[0])?, logits(&pair[1])?];
            differ(before, after)
        });
        let own = whole.steps.iter().filter(|lent| lent.own);
        Ok(rows
            .min()
            .map(|row| (row, own.map(|lent| lent.step).collect())))
    }

    fn as_is(&self, but: Option<u8>) -> Builder<'_> {
        Builder {
            incremental: false,
            takes: Takes::Written { but },
            ..self.builder()
        }
    }
}

fn numbered(number: u8) -> Result<&'static Step> {
    let mut steps = STEPS.iter();
    let found = steps.find(|step| step.number == number);
    found.ok_or_else(|| Error::Broken(format!("the course has no step {number:02}")))
}

/// Questions in pairs: the same model, and texts that differ in the last token.
fn pairs(step: &Step) -> Vec<Call> {
    const PAIRS: usize = 8;
    let mut tasks = step.tasks.iter();
    let task = tasks.find(|task| task.function == Some(LOGITS));
    let checks = task.map_or_else(Vec::new, |task| task.questions(0));
    let questions = checks.into_iter().flat_map(|check| check.questions);
    let pairs = questions.filter_map(|question| {
        let vocabulary = *question.expected.array()?.shape.last()?;
        let mut other = question.call.clone();
        let ids = other
            .arguments
            .iter_mut()
            .find_map(|argument| match argument {
                Value::Ids(ids) => Some(ids),
                _ => None,
            })?;
        let last = ids.last_mut()?;
        *last = (*last + 1) % vocabulary;
        (ids.len() > 2 && vocabulary > 1).then_some([question.call, other])
    });
    pairs.take(PAIRS).flatten().collect()
}

/// The logits that were answered, as rows.
fn logits(answer: &Answer) -> Option<Vec<&[f64]>> {
    let Answer::Reply(Reply::Returned(value)) = answer else {
        return None;
    };
    let array = value.array()?;
    let width = usize::try_from(*array.shape.last()?).ok()?;
    Some(array.entries.chunks(width.max(1)).collect())
}

/// The first row but the last that is another one.
fn differ(before: Vec<&[f64]>, after: Vec<&[f64]>) -> Option<u64> {
    let same = |(one, other): (&&[f64], &&[f64])| {
        let mut entries = one.iter().zip(*other);
        entries.all(|(one, other)| one.to_bits() == other.to_bits())
    };
    let earlier = before.len().saturating_sub(1);
    let mut rows = before.iter().zip(&after).take(earlier);
    let moved = rows.position(|rows| !same(rows))?;
    u64::try_from(moved).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_differ_in_the_last_token_alone() {
        let calls = pairs(numbered(WHOLE).expect("there is one"));
        assert!(calls.len() >= 8, "{} calls", calls.len());
        for pair in calls.chunks_exact(2) {
            let ids = |call: &Call| match &call.arguments[..] {
                [_, Value::Ids(ids)] => ids.clone(),
                other => panic!("{other:?}"),
            };
            let [one, other] = [ids(&pair[0]), ids(&pair[1])];
            let last = one.len() - 1;
            assert_eq!(one[..last], other[..last]);
            assert_ne!(one[last], other[last]);
        }
    }

    #[test]
    fn the_last_row_may_move_and_no_other() {
        let rows = [&[1.0, f64::NAN][..], &[3.0, 4.0], &[5.0, 6.0]];
        let moved = |row: usize| {
            let mut after = rows;
            after[row] = &[0.0, 0.0];
            differ(rows.to_vec(), after.to_vec())
        };
        assert_eq!([0, 1, 2].map(moved), [Some(0), Some(1), None]);
        assert_eq!(differ(rows.to_vec(), rows.to_vec()), None);
    }
}
