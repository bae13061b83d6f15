//! What people get wrong in step 10. A mistake is the oracle with another path, in one way or several; to add one, add a
//! line here and a section to `mistakes.md`.

use super::oracle::{self, Model};
use crate::steps::misconception::{mistakes, way};
use crate::steps::step_04::oracle::Outcome;
use crate::steps::step_08::oracle::sum;
use crate::steps::step_09::oracle::Block;
use crate::steps::{Family, Misconception};
use bounded::{Answer, Bounded, Matrix};

/// All families.
pub(super) const ALL: &[Family] = &[
    Family::new("What goes in and what comes out", ENDS),
    Family::new("The blocks", BLOCKS),
];

const TEXTS: &str = include_str!("mistakes.md");

/// What comes out at the top where the blocks are gone through otherwise.
fn by(model: &Model, ids: &[u64], blocks: impl Fn(Matrix) -> Outcome) -> Outcome {
    model.ln_f(&blocks(model.embed(ids)?)?)
}

/// Through blocks one after the other.
fn through<'a>(model: &Model, x: Matrix, mut blocks: impl Iterator<Item = &'a Block>) -> Outcome {
    blocks.try_fold(x, |x, block| model.block(block, &x))
}

const ENDS: &[Misconception] = mistakes![
    Z1 [1] (path: |model, ids| through(model, model.embed(ids)?, model.blocks.iter()))
    Z7 [1]
        (path: |model, ids| {
            model.positions(ids)?;
            model.ln_f(&through(model, model.tokens(ids)?, model.blocks.iter())?)
        })
        (path: |model, ids| {
            model.ln_f(&through(model, model.tokens(ids)?, model.blocks.iter())?)
        })
    Z10 [1]
        (path: |model, ids| {
            let root = Bounded::exact(model.wte.columns as f64).sqrt();
            let x = model.embed(ids)?.map(|entry| entry * root);
            model.ln_f(&through(model, x, model.blocks.iter())?)
        })
        (path: |model, ids| {
            let root = Bounded::exact(model.wte.columns as f64).sqrt();
            let x = sum(&model.tokens(ids)?.map(|entry| entry * root), &model.positions(ids)?)?;
            model.ln_f(&through(model, x, model.blocks.iter())?)
        })
    Z11 [1] (path: |model, ids| model.hidden(ids).map_err(|_| Answer::Panic))
    Z13 [1]
        (path: |model, ids| {
            through(model, model.ln_f(&model.embed(ids)?)?, model.blocks.iter())
        })
        (path: |model, ids| {
            model.ln_f(&through(model, model.ln_f(&model.embed(ids)?)?, model.blocks.iter())?)
        })
];

const BLOCKS: &[Misconception] = mistakes![
    Z2 [1]
        (path: |model, ids| {
            let step = |x: Matrix, block: &Block| model.ln_f(&model.block(block, &x)?);
            by(model, ids, |x| model.blocks.iter().try_fold(x, step))
        })
        (path: |model, ids| match model.blocks.is_empty() {
            true => model.hidden(ids),
            false => {
                let step = |x: Matrix, block: &Block| model.ln_f(&model.block(block, &x)?);
                model.blocks.iter().try_fold(model.embed(ids)?, step)
            }
        })
    Z3 [1] (path: |model, ids| by(model, ids, |x| through(model, x, model.blocks.iter().rev())))
    Z4 [1]
        (path: |model, ids| by(model, ids, |x| {
            through(model, x, model.blocks.iter().map(|_| &model.blocks[0]))
        }))
        (path: |model, ids| by(model, ids, |x| {
            through(model, x, model.blocks.iter().map(|_| &model.blocks[model.blocks.len() - 1]))
        }))
    Z5 [1]
        (path: |model, ids| by(model, ids, |x| through(model, x, model.blocks.iter().take(1))))
        (path: |model, ids| by(model, ids, |x| match model.blocks.is_empty() {
            true => Err(Answer::Panic),
            false => through(model, x, model.blocks.iter().take(1)),
        }))
    Z6 [1]
        (path: |model, ids| by(model, ids, |x| {
            through(model, x, model.blocks.iter().take(model.blocks.len().saturating_sub(1)))
        }))
        (path: |model, ids| by(model, ids, |x| through(model, x, model.blocks.iter().skip(1))))
        (path: |model, ids| by(model, ids, |x| match model.blocks.len() {
            0 => Err(Answer::Panic),
            count => through(model, x, model.blocks.iter().take(count - 1)),
        }))
    Z8 [1]
        (path: |model, ids| by(model, ids, |x| {
            let start = x.clone();
            model.blocks.iter().try_fold(x, |_, block| model.block(block, &start))
        }))
    Z9 [1] (path: |model, ids| {
        let positions = model.positions(ids)?;
        let step = |x: Matrix, block: &Block| model.block(block, &sum(&x, &positions)?);
        model.ln_f(&model.blocks.iter().try_fold(model.tokens(ids)?, step)?)
    })
    Z12 [1] (path: |model, ids| by(model, ids, |x| {
        model.blocks.iter().try_fold(x, |x, block| sum(&x, &model.block(block, &x)?))
    }))
    Z14 [1]
        (path: |model, ids| by(model, ids, Ok))
        (path: |model, ids| {
            let x = model.embed(ids)?;
            through(model, x.clone(), model.blocks.iter())?;
            model.ln_f(&x)
        })
];
