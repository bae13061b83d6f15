//! The answers of step 09, written from the definition of a block and from nothing else.
//!
//! All that a definition decides is a choice. With the right one these are the right answers; with another one, those
//! of a mistake.

use crate::protocol::{Call, Value};
use crate::steps::step_03::oracle::forward as normalize;
use crate::steps::step_04::oracle::{Layer, Outcome, RIGHT as NETWORK, outcome};
use crate::steps::step_07::heads::Attention;
use crate::steps::step_07::oracle::{WAYS, Ways, whole_by};
use crate::steps::step_08::oracle::sum;
use crate::steps::{Expected, Given};
use bounded::{Answer, Bounded, Matrix, UNIT};

/// What the answers rest on.
pub(in crate::steps) struct Choices {
    /// How tokens go through the parts.
    pub path: fn(&Block, &Matrix) -> Outcome,
}

/// The right choice.
pub(in crate::steps) const RIGHT: Choices = Choices {
    path: |block, x| {
        let x = sum(x, &block.attn(&block.ln_1(x)?)?)?;
        sum(&x, &block.mlp(&block.ln_2(&x)?)?)
    },
};

/// The parts of a block.
pub(in crate::steps) struct Block {
    ln_1: Value,
    attn: Attention,
    ln_2: Value,
    mlp: [Layer; 2],
    ways: Ways,
}

impl Block {
    /// The block that is an argument.
    pub fn of(value: &Value) -> Option<Self> {
        let Value::Record(parts) = value else {
            return None;
        };
        let [ln_1, attn, ln_2, Value::Record(mlp)] = parts.as_slice() else {
            return None;
        };
        let [c_fc, c_proj] = mlp.as_slice() else {
            return None;
        };
        Some(Self {
            ln_1: ln_1.clone(),
            attn: Attention::of(attn)?,
            ln_2: ln_2.clone(),
            mlp: [Layer::of(c_fc)?, Layer::of(c_proj)?],
            ways: WAYS,
        })
    }

    pub fn ln_1(&self, x: &Matrix) -> Outcome {
        normalize(x, &self.ln_1).ok_or(Answer::Error)
    }

    pub fn ln_2(&self, x: &Matrix) -> Outcome {
        normalize(x, &self.ln_2).ok_or(Answer::Error)
    }

    pub fn attn(&self, x: &Matrix) -> Outcome {
        whole_by(x, &self.attn, &self.ways)
    }

    /// Attention where every token sees all others.
    pub fn attn_without_mask(&self, x: &Matrix) -> Outcome {
        let ways = Ways {
            sees: |_, _| true,
            ..self.ways
        };
        whole_by(x, &self.attn, &ways)
    }

    pub fn mlp(&self, x: &Matrix) -> Outcome {
        let [c_fc, c_proj] = &self.mlp;
        (NETWORK.mlp)(x, c_fc, c_proj)
    }
}

/// The right answer to a call of one of the step's functions.
pub(super) fn expect(call: &Call) -> Expected {
    Expected::of(answer(call, 0.0, &RIGHT))
}

/// The answer that comes of these choices.
pub(super) fn answer(call: &Call, _: f64, choices: &Choices) -> Option<Given> {
    let ("Block::forward", [block, x]) = (call.function.as_str(), call.arguments.as_slice()) else {
        return None;
    };
    let answer = (choices.path)(&Block::of(block)?, &Matrix::of(x)?).map(measured);
    Some(outcome(answer).into())
}

/// The same with another bound. One that is carried through so many layers holds for any weights, and is some ten thousand
/// times wider than what rounding comes to: here it is a small share of that, where a normalization makes much of small
/// differences, and else a share of the largest entry. Right programs are mostly off by less than 9 units in the last place
/// of that entry; of some hundred seeds one asks what the reference is off by 265 in, where two channels that are nearly
/// alike are normalized. The nearest mistake is off by 4,000 times what is allowed here.
pub(in crate::steps) fn measured(y: Matrix) -> Matrix {
    const SHARE: f64 = 4e-3;
    bounded_below(y, SHARE)
}

/// The same with a bound that is no smaller than a share of the largest entry, and else so much of what it was.
pub(in crate::steps) fn bounded_below(y: Matrix, share: f64) -> Matrix {
    const UNITS: f64 = 1024.0;
    let sizes = y.rows.iter().flatten().map(|entry| entry.value.abs());
    let largest = sizes.filter(|size| size.is_finite()).fold(0.0, f64::max);
    y.map(|entry| Bounded {
        error: match entry.value.is_finite() {
            true => (entry.error * share).max(UNITS * UNIT * largest),
            false => entry.error,
        },
        ..entry
    })
}
