//! Judges one hand-in, unless that was done, and writes its result.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::{Value, json};

use super::intake::{HandIn, Rejected};
use super::key::Key;
use super::results::{self, FORMAT, Out};
use super::run::{Batch, Done};
use super::slot::Slot;
use super::{feedback, name};
use crate::cli::Feedback;
use crate::error::Result;
use crate::judge::StepVerdict;

/// Who was first to hand in a source: the name of the result, once there is one.
pub(super) type First = Arc<Mutex<Option<String>>>;

/// A batch at work.
pub(super) struct Work<'a> {
    pub(super) batch: &'a Batch,
    pub(super) out: Out,
    pub(super) key: Key,
    pub(super) firsts: Mutex<HashMap<u64, First>>,
}

impl Work<'_> {
    /// Judges one, unless that was done, and writes its result.
    pub(super) fn one(&self, id: &str, path: &Path, slot: &Slot) -> Result<Done> {
        let stem = name::stem(id);
        let much = self.batch.feedback;
        let read = HandIn::read(path, self.batch.step).and_then(|hand_in| self.counted(hand_in));
        let hand_in = match read {
            Ok(hand_in) => hand_in,
            Err(rejected) => {
                let result = self.result(id, "rejected", json!({ "reason": rejected.0 }));
                let text = feedback::of_rejected(&rejected, much);
                self.out.write(&stem, &result, text.as_deref())?;
                return Ok(Done::Rejected(rejected.0));
            }
        };
        let source = hand_in.hash();
        let key = self.key.of(source);
        let from = json!(hand_in.from);
        let first = {
            let mut firsts = self.firsts.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(firsts.entry(source).or_default())
        };
        // Whoever has handed in the same waits here until it is judged.
        let mut first = first.lock().unwrap_or_else(PoisonError::into_inner);
        let known = |stem: &str| {
            let result = self.out.result(stem)?;
            let text = self.out.feedback(stem);
            let whole = text.is_some() || much == Feedback::None;
            (result["status"] == "graded" && result["key"] == key && whole)
                .then_some((result, text))
        };
        let own = (!self.batch.again).then(|| known(&stem)).flatten();
        let done = if own.is_some() {
            Done::Kept
        } else {
            Done::Graded
        };
        let other = || first.as_deref().and_then(known);
        let (result, text) = match own.or_else(other) {
            Some((mut result, text)) => {
                result["id"] = json!(id);
                result["from"] = from;
                result["deadline"] = json!(self.batch.deadline);
                (result, text)
            }
            None => match self.judge(&hand_in, slot) {
                Ok((verdicts, text)) => {
                    let sum = |of: fn(&StepVerdict) -> u32| verdicts.iter().map(of).sum::<u32>();
                    let told = json!({
                        "from": from,
                        "key": key,
                        "points": sum(StepVerdict::points),
                        "max_points": sum(StepVerdict::max_points),
                        "steps": verdicts.iter().map(results::step).collect::<Vec<_>>(),
                    });
                    (self.result(id, "graded", told), text)
                }
                Err(reason) => {
                    let result = self.result(id, "error", json!({ "reason": reason }));
                    let text = feedback::of_error(much);
                    self.out.write(&stem, &result, text.as_deref())?;
                    return Ok(Done::Failed(reason));
                }
            },
        };
        self.out.write(&stem, &result, text.as_deref())?;
        first.get_or_insert(stem);
        Ok(done)
    }

    /// A hand-in without the steps of which nothing counts.
    fn counted(&self, mut hand_in: HandIn) -> std::result::Result<HandIn, Rejected> {
        let counts = &self.batch.counts;
        if hand_in.steps.iter().any(|step| counts.has_step(step)) {
            hand_in.steps.retain(|step| counts.has_step(step));
            return Ok(hand_in);
        }
        let has: Vec<_> = hand_in.from.iter().map(|from| name::quoted(from)).collect();
        Err(Rejected(format!(
            "It has {}, and no task of that counts.",
            has.join(", ")
        )))
    }

    /// What every result says, and what one says beside.
    fn result(&self, id: &str, status: &str, told: Value) -> Value {
        let mut result = json!({
            "format": FORMAT,
            "id": id,
            "status": status,
            "deadline": self.batch.deadline,
            "points": 0,
            "max_points": 0,
            "steps": [],
        });
        if let (Some(result), Value::Object(told)) = (result.as_object_mut(), told) {
            result.extend(told);
        }
        result
    }

    /// Judges the steps of a hand-in. What the grader cannot do is said in a sentence.
    fn judge(
        &self,
        hand_in: &HandIn,
        slot: &Slot,
    ) -> std::result::Result<(Vec<StepVerdict>, Option<String>), String> {
        let judged = catch_unwind(AssertUnwindSafe(|| self.verdicts(hand_in, slot)));
        match judged {
            Ok(Ok(judged)) => Ok(judged),
            Ok(Err(error)) => Err(feedback::without(&error.to_string(), &self.batch.target)),
            Err(_) => Err("the grader has a fault that this hand-in brings out".to_owned()),
        }
    }

    fn verdicts(
        &self,
        hand_in: &HandIn,
        slot: &Slot,
    ) -> Result<(Vec<StepVerdict>, Option<String>)> {
        let implementation = slot.fill(hand_in)?;
        let folder = implementation.folder.clone();
        let judging = self.batch.judging(implementation);
        let mut verdicts = Vec::new();
        for step in &hand_in.steps {
            let judged = judging.step(step, None);
            // Nothing of one hand-in is there when the next is compiled.
            judging.discard(step);
            let mut verdict = judged?;
            verdict.move_out_of(&folder);
            self.batch.counts.apply(&mut verdict);
            verdicts.push(verdict);
        }
        let text = feedback::of(&verdicts, self.batch.feedback);
        let text = text.map(|text| feedback::without(&text, &folder));
        Ok((verdicts, text))
    }
}
