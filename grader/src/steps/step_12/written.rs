//! What a question about `generate` is made of, and how a text is written by it.

use crate::protocol::Value;
use crate::steps::step_10::oracle::Model;
use crate::steps::step_11::oracle::logits;
use bounded::{Answer, Bounded};

/// What `generate` is asked.
pub(super) struct Asked<'a> {
    pub model: Model,
    pub prompt: &'a [u64],
    pub count: u64,
    code: &'a str,
}

/// Ids, or what is answered in place of any.
pub(super) type Ids = Result<Vec<u64>, Answer>;

/// What chooses a token: by the logits, and by how often it was called before. It also says whether that is certain, and
/// not up to rounding.
type Choose = fn(&[Bounded], u64) -> (usize, bool);

/// What chooses, by how it is written. The glue has the same.
pub(super) const CHOOSE: [(&str, Choose); 4] = [
    (
        "|logits| logits.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1)).unwrap().0",
        |logits, _| extreme(logits, |logit| logit.value),
    ),
    (
        "|logits| logits.iter().enumerate().min_by(|a, b| a.1.total_cmp(b.1)).unwrap().0",
        |logits, _| extreme(logits, |logit| -logit.value),
    ),
    (
        "|logits| logits.iter().filter(|logit| **logit < 0.0).count() % logits.len()",
        |logits, _| {
            let decided = logits.iter().all(|logit| logit.value.abs() > logit.error);
            let below = logits.iter().filter(|logit| logit.value < 0.0).count();
            (below % logits.len(), decided)
        },
    ),
    (
        "{ let mut calls = 0; move |logits| { calls += 1; calls % logits.len() } }",
        |logits, before| ((before as usize + 1) % logits.len(), true),
    ),
];

/// The place of the largest, and whether no other one may be as large.
fn extreme(logits: &[Bounded], of: fn(&Bounded) -> f64) -> (usize, bool) {
    let pairs = logits.iter().enumerate();
    let best = pairs.max_by(|a, b| of(a.1).total_cmp(&of(b.1)));
    let Some((best, logit)) = best else {
        return (0, false);
    };
    let mut others = logits
        .iter()
        .enumerate()
        .filter(|(place, _)| *place != best);
    let near = |other: &Bounded| of(logit) - of(other) <= logit.error + other.error;
    (best, !others.any(|(_, other)| near(other)))
}

impl<'a> Asked<'a> {
    /// What the arguments ask.
    pub fn of(arguments: &'a [Value]) -> Option<Self> {
        let [
            Value::Record(model),
            Value::Ids(prompt),
            Value::Size(count),
            Value::Text(code),
        ] = arguments
        else {
            return None;
        };
        Some(Self {
            model: Model::of(model.first()?)?,
            prompt,
            count: *count,
            code,
        })
    }

    /// How many positions there are.
    pub fn positions(&self) -> usize {
        self.model.wpe.rows.len()
    }

    /// The logits behind the last of these.
    pub fn logits(&self, ids: &[u64]) -> Result<Vec<Bounded>, Answer> {
        let logits = logits(&self.model, ids)?;
        logits.rows.last().cloned().ok_or(Answer::Error)
    }

    /// The token that is chosen by these logits after so many calls.
    pub fn choose(&self, logits: &[Bounded], before: u64) -> Result<u64, Answer> {
        let (token, _) = self.chosen(logits, before).ok_or(Answer::Error)?;
        Ok(token as u64)
    }

    fn chosen(&self, logits: &[Bounded], before: u64) -> Option<(usize, bool)> {
        let known = CHOOSE.iter().find(|(code, _)| *code == self.code);
        known.map(|(_, choose)| choose(logits, before))
    }

    /// Whether rounding decides nothing of what is to be written.
    pub fn is_decided(&self) -> bool {
        let mut ids = self.prompt.to_vec();
        (0..self.count).all(|before| {
            let Ok(logits) = self.logits(last(&ids, self.positions())) else {
                return ids.is_empty();
            };
            let chosen = self.chosen(&logits, before);
            ids.extend(chosen.map(|(token, _)| token as u64));
            chosen.is_some_and(|(_, decided)| decided)
        })
    }

    /// Writes, where `seen` gives what the model is shown of the text.
    pub fn written(&self, seen: impl Fn(&[u64]) -> &[u64]) -> Ids {
        self.so_many(self.count, seen)
    }

    /// Writes so many tokens in place of those that are asked for.
    pub fn so_many(&self, count: u64, seen: impl Fn(&[u64]) -> &[u64]) -> Ids {
        let mut ids = self.prompt.to_vec();
        for before in 0..count {
            let logits = self.logits(seen(&ids))?;
            ids.push(self.choose(&logits, before)?);
        }
        Ok(ids)
    }
}

/// The last of them.
pub(super) fn last(ids: &[u64], count: usize) -> &[u64] {
    &ids[ids.len().saturating_sub(count)..]
}
