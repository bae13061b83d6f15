//! What people get wrong in step 11. A mistake is the oracle with other choices, in one way or several; to add one, add a
//! line here and a section to `mistakes.md`.

use super::oracle::{self, Amount, at, first, head, logits, mean, near, surprise, surprises};
use crate::steps::misconception::{mistakes, way};
use crate::steps::step_04::oracle::{Outcome, times};
use crate::steps::step_07::oracle::softmax;
use crate::steps::step_10::oracle::Model;
use crate::steps::{Family, Misconception};
use bounded::{Answer, Bounded, Matrix};

/// All families.
pub(super) const ALL: &[Family] = &[
    Family::new("The head", HEAD),
    Family::new("The surprise", SURPRISE),
    Family::new("The loss of a text", LOSS),
    Family::new("Perplexity", PERPLEXITY),
];

const TEXTS: &str = include_str!("mistakes.md");

/// The scores of the last place, where those of all are these.
fn last(logits: Outcome, ids: &[u64]) -> Outcome {
    at(&logits?, ids.len().checked_sub(1))
}

/// What the stream is before the last normalization.
fn stream(model: &Model, ids: &[u64]) -> Outcome {
    let through = |x: Matrix, block| model.block(block, &x);
    model.blocks.iter().try_fold(model.embed(ids)?, through)
}

fn scaled(model: &Model, ids: &[u64]) -> Outcome {
    let root = Bounded::exact(model.wte.columns as f64).sqrt();
    Ok(logits(model, ids)?.map(|logit| logit / root))
}

fn sure(model: &Model, ids: &[u64]) -> Outcome {
    Ok(softmax(&logits(model, ids)?))
}

fn logs(model: &Model, ids: &[u64]) -> Outcome {
    Ok(softmax(&logits(model, ids)?).map(Bounded::ln))
}

const HEAD: &[Misconception] = mistakes![
    Y1 [1] (logits: sure)
    Y1 [2] (next: |model, ids| last(sure(model, ids), ids))
    Y2 [1] (logits: logs)
    Y2 [2] (next: |model, ids| last(logs(model, ids), ids))
    Y3 [1] (logits: |model, ids| head(&stream(model, ids)?, &model.wte))
    Y3 [2] (next: |model, ids| last(head(&stream(model, ids)?, &model.wte), ids))
    Y4 [1] (logits: scaled)
    Y4 [2] (next: |model, ids| last(scaled(model, ids), ids))
    Y6 [1] (logits: |model, ids| {
        let logits = logits(model, ids)?;
        let last = logits.rows.last().cloned().unwrap_or_default();
        Ok(Matrix::new(logits.rows.len(), logits.columns, |_, j| last[j]))
    })
    Y7 [1] (logits: |model, ids| head(&model.ln_f(&model.hidden(ids)?)?, &model.wte))
    Y7 [2] (next: |model, ids| last(head(&model.ln_f(&model.hidden(ids)?)?, &model.wte), ids))
    Y8 [1] (logits: |model, ids| times(&model.hidden(ids)?, &model.wte).map(near))
    Y8 [2] (next: |model, ids| match ids {
        [] => Err(Answer::Error),
        ids => last(times(&model.hidden(ids)?, &model.wte).map(near), ids),
    })
    Y10 [2] (next: |model, ids| at(&logits(model, ids)?, Some(0)))
    Y11 [1] (logits: |model, ids| model.hidden(ids))
    Y11 [2] (next: |model, ids| last(model.hidden(ids), ids))
    Y12 [2]
        (next: |model, ids| {
            let logits = logits(model, ids)?;
            at(&logits, ids.len().checked_sub(1)).map_err(|_| Answer::Panic)
        })
        (next: |model, ids| {
            let logits = logits(model, ids)?;
            let zeros = Matrix::new(1, logits.columns, |_, _| Bounded::exact(0.0));
            at(&logits, ids.len().checked_sub(1)).or(Ok(zeros))
        })
    Y13 [1] (logits: |model, ids| head(&model.hidden(ids)?, &model.wpe))
    Y13 [2] (next: |model, ids| last(head(&model.hidden(ids)?, &model.wpe), ids))
];

/// The share of the target, where the largest logit is subtracted first; as `f32` has it.
fn share(row: &[Bounded], target: usize) -> Bounded {
    softmax(&Matrix::row(row)).rows[0][target]
}

/// The mean of what every row and its target come to.
fn each(logits: &Matrix, targets: &[u64], of: fn(&[Bounded], usize) -> Bounded) -> Amount {
    mean(&surprises(logits, targets, of)?)
}

fn minus(number: Bounded) -> Bounded {
    Bounded::exact(0.0) - number
}

const SURPRISE: &[Misconception] = mistakes![
    F3 [3] (surprise: |logits, targets| {
        let all = surprises(logits, targets, surprise)?;
        mean(&all).map(|_| all.iter().copied().sum())
    })
    F4 [3]
        (surprise: |logits, targets| {
            Ok(each(logits, targets, surprise)? / Bounded::exact(10.0).ln())
        })
        (surprise: |logits, targets| {
            Ok(each(logits, targets, surprise)? / Bounded::exact(2.0).ln())
        })
    F5 [3] (surprise: |logits, targets| {
        Ok(each(logits, targets, surprise)? / Bounded::exact(logits.columns as f64))
    })
    F6 [3] (surprise: |logits, targets| Ok(minus(each(logits, targets, share)?.ln())))
    F7 [3]
        (surprise: |logits, targets| each(logits, targets, |row, target| {
            minus((share(row, target) + Bounded::exact(1e-9)).ln())
        }))
    F8 [3]
        (surprise: |logits, targets| each(logits, targets, |row, target| {
            row.iter().map(|logit| logit.overflowing_exp()).sum::<Bounded>().ln() - row[target]
        }))
        (surprise: |logits, targets| each(logits, targets, |row, target| {
            let sum: Bounded = row.iter().map(|logit| logit.overflowing_exp()).sum();
            minus((row[target].overflowing_exp() / sum).ln())
        }))
    F9 [3] (surprise: |logits, targets| Ok(each(logits, targets, surprise)?.overflowing_exp()))
    F10 [3] (surprise: |logits, targets| Ok(minus(each(logits, targets, surprise)?)))
    F11 [3]
        (surprise: |logits, targets| Ok(minus(each(logits, targets, share)?)))
        (surprise: |logits, targets| each(logits, targets, |row, target| {
            Bounded::exact(1.0) - share(row, target)
        }))
        (surprise: |logits, targets| each(logits, targets, share))
    F12 [3] (surprise: |logits, targets| {
        Ok(minus(each(logits, targets, |row, target| row[target])?))
    })
    F13 [3] (surprise: |logits, targets| each(logits, targets, |row, target| {
        const LEAST: f64 = 7e-46;
        match share(row, target) {
            share if share.value < LEAST => Bounded::exact(f64::INFINITY),
            share => minus(share.ln()),
        }
    }))
    F14 [3]
        (surprise: |logits, targets| match targets {
            [] if logits.rows.is_empty() => Ok(Bounded::exact(f64::NAN)),
            targets => each(logits, targets, surprise),
        })
        (surprise: |logits, targets| match targets {
            [] if logits.rows.is_empty() => Ok(Bounded::exact(0.0)),
            targets => each(logits, targets, surprise),
        })
    F15 [3]
        (surprise: |logits, targets| {
            let count = targets.len().min(logits.rows.len());
            let all = surprises(&first(logits, count), &targets[..count], surprise)?;
            match targets.len() {
                0 => Err(Answer::Error),
                count => Ok(all.into_iter().sum::<Bounded>() / Bounded::exact(count as f64)),
            }
        })
        (surprise: |logits, targets| {
            let count = targets.len().min(logits.rows.len());
            each(&first(logits, count), &targets[..count], surprise)
        })
    F16 [3]
        (surprise: |logits, targets| {
            let is_there = |target: &u64| *target < logits.columns as u64;
            match logits.rows.len() == targets.len() && !targets.iter().all(is_there) {
                true => Err(Answer::Panic),
                false => each(logits, targets, surprise),
            }
        })
];

/// The loss where these rows are asked for these targets.
fn paired(logits: Matrix, targets: &[u64]) -> Amount {
    each(&logits, targets, surprise)
}

/// All rows but the first.
fn behind(logits: &Matrix) -> Matrix {
    Matrix {
        columns: logits.columns,
        rows: logits.rows.iter().skip(1).cloned().collect(),
    }
}

const LOSS: &[Misconception] = mistakes![
    F1 [4]
        (loss: |model, ids, _| {
            let logits = logits(model, ids)?;
            let count = ids.len().checked_sub(1).ok_or(Answer::Error)?;
            paired(first(&logits, count), &ids[..count])
        })
        (loss: |model, ids, _| paired(logits(model, ids)?, ids))
    F2 [4] (loss: |model, ids, _| {
        let logits = logits(model, ids)?;
        let count = ids.len().checked_sub(1).ok_or(Answer::Error)?;
        paired(behind(&logits), &ids[..count])
    })
    F17 [4] (loss: |model, ids, _| {
        let logits = logits(model, ids)?;
        let (_, targets) = ids.split_first().ok_or(Answer::Error)?;
        let all = surprises(&first(&logits, targets.len()), targets, surprise)?;
        mean(&all)?;
        Ok(all.into_iter().sum::<Bounded>() / Bounded::exact(ids.len() as f64))
    })
    F18 [4] (loss: |model, ids, choices| {
        logits(model, ids)?;
        match ids {
            [] => Err(Answer::Panic),
            _ => (oracle::RIGHT.loss)(model, ids, choices),
        }
    })
    F19 [4] (loss: |model, ids, choices| match ids {
        [_] => Ok(Bounded::exact(f64::NAN)),
        _ => (oracle::RIGHT.loss)(model, ids, choices),
    })
    F23 [4] (loss: |model, ids, choices| Ok((oracle::RIGHT.loss)(model, ids, choices)?.exp()))
];

const PERPLEXITY: &[Misconception] = mistakes![
    F20 [5] (perplexity: |loss| (loss * Bounded::exact(2.0).ln()).exp())
    F21 [5] (perplexity: |loss| minus(loss).exp())
    F22 [5] (perplexity: |loss| loss)
];
