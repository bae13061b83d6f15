//! The answers of step 10, written from the definition of the model and from nothing else.
//!
//! All that a definition decides is a choice. With the right ones these are the right answers; with another one, those
//! of a mistake.

use crate::protocol::{Call, Value};
use crate::steps::step_03::oracle::forward as normalize;
use crate::steps::step_04::oracle::{Outcome, outcome};
use crate::steps::step_06::oracle::lookup;
use crate::steps::step_08::oracle::sum;
use crate::steps::step_09::oracle::{Block, RIGHT as BLOCK, bounded_below, measured};
use crate::steps::{Expected, Given};
use bounded::{Answer, Matrix};

/// What the answers rest on.
pub(super) struct Choices {
    /// How tokens go through the model.
    pub path: fn(&Model, &[u64]) -> Outcome,
}

/// The right choice.
pub(super) const RIGHT: Choices = Choices {
    path: |model, ids| model.hidden(ids),
};

/// The parts of a model without its head.
pub(in crate::steps) struct Model {
    pub wte: Matrix,
    pub wpe: Matrix,
    pub blocks: Vec<Block>,
    ln_f: Value,
}

impl Model {
    /// The model that is an argument.
    pub fn of(value: &Value) -> Option<Self> {
        let Value::Record(parts) = value else {
            return None;
        };
        let [
            Value::Record(wte),
            Value::Record(wpe),
            Value::Record(blocks),
            ln_f,
        ] = parts.as_slice()
        else {
            return None;
        };
        Some(Self {
            wte: Matrix::of(wte.first()?)?,
            wpe: Matrix::of(wpe.first()?)?,
            blocks: blocks.iter().map(Block::of).collect::<Option<_>>()?,
            ln_f: ln_f.clone(),
        })
    }

    /// What comes out at the top.
    pub fn hidden(&self, ids: &[u64]) -> Outcome {
        let through = |x: Matrix, block: &Block| self.block(block, &x);
        self.ln_f(&self.blocks.iter().try_fold(self.embed(ids)?, through)?)
    }

    /// The rows of the tokens alone.
    pub fn tokens(&self, ids: &[u64]) -> Outcome {
        lookup(&self.wte, ids)
    }

    /// The rows of the positions alone.
    pub fn positions(&self, ids: &[u64]) -> Outcome {
        let positions: Vec<u64> = (0..ids.len() as u64).collect();
        lookup(&self.wpe, &positions)
    }

    /// What goes into the first block.
    pub fn embed(&self, ids: &[u64]) -> Outcome {
        sum(&self.tokens(ids)?, &self.positions(ids)?)
    }

    /// What a block makes of tokens.
    pub fn block(&self, block: &Block, x: &Matrix) -> Outcome {
        (BLOCK.path)(block, x).map(measured)
    }

    /// The last normalization.
    pub fn ln_f(&self, x: &Matrix) -> Outcome {
        let normalized = normalize(x, &self.ln_f).ok_or(Answer::Error)?;
        Ok(bounded_below(normalized, 1.0))
    }
}

/// The right answer to a call of one of the step's functions.
pub(super) fn expect(call: &Call) -> Expected {
    Expected::of(answer(call, 0.0, &RIGHT))
}

/// The answer that comes of these choices.
pub(super) fn answer(call: &Call, _: f64, choices: &Choices) -> Option<Given> {
    let ("Gpt2Model::forward", [model, Value::Ids(ids)]) =
        (call.function.as_str(), call.arguments.as_slice())
    else {
        return None;
    };
    Some(outcome((choices.path)(&Model::of(model)?, ids)).into())
}
