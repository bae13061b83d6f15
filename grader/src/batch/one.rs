//! Judges one hand-in, unless that was done, and writes its result.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::{Value, json};

use super::intake::{HandIn, Rejected};
use super::key::Key;
use super::results::{self, FORMAT, Out};
use super::settings::{Batch, Done};
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

/// What is written about a hand-in.
struct Told {
    result: Value,
    text: Option<String>,
}

impl Work<'_> {
    /// Judges one, unless that was done, and writes its result.
    pub(super) fn one(&self, id: &str, path: &Path, slot: &Slot) -> Result<Done> {
        let read = HandIn::read(path, self.batch.step).and_then(|hand_in| self.counted(hand_in));
        match read {
            Ok(hand_in) => self.taken(id, &hand_in, slot),
            Err(rejected) => {
                let result = self.result(id, "rejected", json!({ "reason": rejected.0 }));
                let text = feedback::of_rejected(&rejected, self.batch.feedback);
                self.write(id, &Told { result, text })?;
                Ok(Done::Rejected(rejected.0))
            }
        }
    }

    /// As [`Self::one`], of what can be judged.
    fn taken(&self, id: &str, hand_in: &HandIn, slot: &Slot) -> Result<Done> {
        let stem = name::stem(id);
        let source = hand_in.hash();
        let key = self.key.of(source);
        // Whoever has handed in the same waits here until it is judged.
        let first = self.first(source);
        let mut first = first.lock().unwrap_or_else(PoisonError::into_inner);
        let own = self.known(&stem, &key).filter(|_| !self.batch.again);
        let done = if own.is_some() {
            Done::Kept
        } else {
            Done::Graded
        };
        let other = || self.known(first.as_deref()?, &key);
        let mut told = match own.or_else(other) {
            Some(told) => told,
            None => match self.judge(hand_in, slot) {
                Ok(told) => told,
                Err(reason) => {
                    let result = self.result(id, "error", json!({ "reason": reason }));
                    let text = feedback::of_error(self.batch.feedback);
                    self.write(id, &Told { result, text })?;
                    return Ok(Done::Failed(reason));
                }
            },
        };
        told.result["id"] = json!(id);
        told.result["from"] = json!(hand_in.from);
        told.result["key"] = key;
        told.result["deadline"] = json!(self.batch.deadline);
        self.write(id, &told)?;
        first.get_or_insert(stem);
        Ok(done)
    }

    /// Who was first to hand in a source.
    fn first(&self, source: u64) -> First {
        let mut firsts = self.firsts.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(firsts.entry(source).or_default())
    }

    /// What was written under this name, if it was judged and follows from the same.
    fn known(&self, stem: &str, key: &Value) -> Option<Told> {
        let result = self.out.result(stem)?;
        let text = self.out.feedback(stem);
        let is_whole = text.is_some() || self.batch.feedback == Feedback::None;
        let holds = result["status"] == "graded" && result["key"] == *key && is_whole;
        holds.then_some(Told { result, text })
    }

    fn write(&self, id: &str, told: &Told) -> Result<()> {
        let text = told.text.as_deref();
        self.out.write(&name::stem(id), &told.result, text)
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
    fn judge(&self, hand_in: &HandIn, slot: &Slot) -> std::result::Result<Told, String> {
        let judged = catch_unwind(AssertUnwindSafe(|| self.steps(hand_in, slot)));
        match judged {
            Ok(Ok(told)) => Ok(told),
            Ok(Err(error)) => Err(self.hidden(&error.to_string(), slot)),
            Err(_) => Err("the grader has a fault that this hand-in brings out".to_owned()),
        }
    }

    fn steps(&self, hand_in: &HandIn, slot: &Slot) -> Result<Told> {
        let judging = self.batch.judging(slot.fill(hand_in)?);
        let mut verdicts = Vec::new();
        for step in &hand_in.steps {
            let judged = judging.step(step, None);
            // Nothing of one hand-in is there when the next is compiled.
            judging.discard(step);
            let mut verdict = judged?;
            verdict.move_out_of(slot.folder());
            self.batch.counts.apply(&mut verdict);
            verdicts.push(verdict);
        }
        let hidden = |text: &str| self.hidden(text, slot);
        let sum = |of: fn(&StepVerdict) -> u32| verdicts.iter().map(of).sum::<u32>();
        let steps = verdicts.iter().map(|step| results::step(step, hidden));
        let told = json!({
            "points": sum(StepVerdict::points),
            "max_points": sum(StepVerdict::max_points),
            "steps": steps.collect::<Vec<_>>(),
        });
        let text = feedback::of(&verdicts, self.batch.feedback);
        Ok(Told {
            result: self.result("", "graded", told),
            text: text.map(|text| hidden(&text)),
        })
    }

    /// A text that names no place of this machine.
    fn hidden(&self, text: &str, slot: &Slot) -> String {
        let text = feedback::without(text, slot.folder());
        feedback::without(&text, &self.batch.target)
    }
}
