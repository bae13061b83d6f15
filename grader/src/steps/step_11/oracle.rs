//! The answers of step 11, written from the definition of each function and from nothing else.
//!
//! All that a definition decides is a choice. With the right ones these are the right answers; with another one, those
//! of a mistake.

use crate::protocol::{Call, Value};
use crate::steps::domains::reals::call;
use crate::steps::step_04::oracle::{Outcome, outcome, times};
use crate::steps::step_09::oracle::bounded_below;
use crate::steps::step_10::oracle::Model;
use crate::steps::{Expected, Given};
use bounded::{Answer, Bounded, Matrix, UNIT, vector};

/// What the answers rest on.
pub(super) struct Choices {
    /// The scores at all places.
    pub logits: fn(&Model, &[u64]) -> Outcome,
    /// The scores at the last place, as a matrix of one row.
    pub next: fn(&Model, &[u64]) -> Outcome,
    /// How surprising the targets are.
    pub surprise: fn(&Matrix, &[u64]) -> Amount,
    /// How surprising a text is.
    pub loss: fn(&Model, &[u64], &Choices) -> Amount,
    /// A loss as a number of tokens.
    pub perplexity: fn(Bounded) -> Bounded,
}

/// A number, or what is answered in place of one.
pub(super) type Amount = Result<Bounded, Answer>;

/// The right choices.
pub(super) const RIGHT: Choices = Choices {
    logits,
    next: |model, ids| at(&logits(model, ids)?, ids.len().checked_sub(1)),
    surprise: |logits, targets| mean(&surprises(logits, targets, surprise)?),
    loss: |model, ids, choices| {
        let logits = (choices.logits)(model, ids)?;
        let (_, targets) = ids.split_first().ok_or(Answer::Error)?;
        (choices.surprise)(&first(&logits, targets.len()), targets)
    },
    perplexity,
};

/// The exponential. Some take a power of e, whose own rounding counts as often as the exponent says.
pub(super) fn perplexity(loss: Bounded) -> Bounded {
    let tokens = loss.exp();
    Bounded {
        error: tokens.error + 2.0 * UNIT * loss.value.abs() * tokens.value,
        ..tokens
    }
}

/// The products of hidden states and tokens.
pub(in crate::steps) fn logits(model: &Model, ids: &[u64]) -> Outcome {
    head(&model.hidden(ids)?, &model.wte)
}

/// The products of rows with those of a table.
pub(super) fn head(hidden: &Matrix, table: &Matrix) -> Outcome {
    times(hidden, &table.transposed()).map(near)
}

/// Products have the bound of their factors, and no smaller one than hidden states have.
pub(super) fn near(logits: Matrix) -> Matrix {
    bounded_below(logits, 1.0)
}

/// One row; an error where there is none.
pub(super) fn at(matrix: &Matrix, row: Option<usize>) -> Outcome {
    let row = row.and_then(|row| matrix.rows.get(row));
    row.map(|row| Matrix::row(row)).ok_or(Answer::Error)
}

/// So many rows.
pub(super) fn first(matrix: &Matrix, count: usize) -> Matrix {
    Matrix {
        columns: matrix.columns,
        rows: matrix.rows.iter().take(count).cloned().collect(),
    }
}

/// What a row and its target come to, for all of them; an error where they do not go together.
pub(super) fn surprises(
    logits: &Matrix,
    targets: &[u64],
    of: fn(&[Bounded], usize) -> Bounded,
) -> Result<Vec<Bounded>, Answer> {
    if logits.rows.len() != targets.len() {
        return Err(Answer::Error);
    }
    let pairs = logits.rows.iter().zip(targets);
    let all = pairs.map(|(row, target)| {
        let target = usize::try_from(*target).ok();
        let target = target.filter(|target| *target < row.len());
        Ok(of(row, target.ok_or(Answer::Error)?))
    });
    all.collect()
}

/// The logarithm of the sum of all exponentials, without the logit of the target. Some add the largest logit before they
/// subtract that of the target, and round once more for each.
pub(super) fn surprise(row: &[Bounded], target: usize) -> Bounded {
    let largest = row.iter().map(|logit| logit.value);
    let largest = Bounded::exact(largest.fold(f64::NEG_INFINITY, f64::max));
    let sum: Bounded = row.iter().map(|logit| (*logit - largest).exp()).sum();
    let surprise = sum.ln() - (row[target] - largest);
    let sizes = largest.value.abs() + row[target].value.abs() + sum.value.ln();
    Bounded {
        error: surprise.error + 4.0 * UNIT * sizes,
        ..surprise
    }
}

/// The mean; an error where there is nothing.
pub(super) fn mean(all: &[Bounded]) -> Amount {
    match all.len() {
        0 => Err(Answer::Error),
        count => Ok(all.iter().copied().sum::<Bounded>() / Bounded::exact(count as f64)),
    }
}

/// The right answer to a call of one of the step's functions.
pub(super) fn expect(call: &Call) -> Expected {
    Expected::of(answer(call, 0.0, &RIGHT))
}

/// The answer that comes of these choices.
pub(super) fn answer(call: &Call, _: f64, choices: &Choices) -> Option<Given> {
    let arguments = call.arguments.as_slice();
    let number = |amount: Amount| match amount {
        Ok(amount) => Answer::Array(Vec::new(), vec![amount]),
        Err(other) => other,
    };
    let answer = match (call.function.as_str(), arguments) {
        ("cross_entropy", [logits, Value::Ids(targets)]) => {
            number((choices.surprise)(&Matrix::of(logits)?, targets))
        }
        ("perplexity", [loss]) => number(Ok((choices.perplexity)(*vector(loss)?.first()?))),
        (function, [Value::Record(model), Value::Ids(ids)]) => {
            let model = Model::of(model.first()?)?;
            match function {
                "Gpt2LmHeadModel::logits" => outcome((choices.logits)(&model, ids)),
                "Gpt2LmHeadModel::next_token_logits" => match (choices.next)(&model, ids) {
                    Ok(row) => row.rows.concat().into(),
                    Err(other) => other,
                },
                "Gpt2LmHeadModel::loss" => number((choices.loss)(&model, ids, choices)),
                _ => return None,
            }
        }
        _ => return None,
    };
    Some(answer.into())
}

/// What the reference asks for a loss.
pub(super) fn parts(whole: &Call) -> Vec<Call> {
    let [Value::Record(model), Value::Ids(ids)] = whole.arguments.as_slice() else {
        return Vec::new();
    };
    let mut parts = vec![Call {
        function: "Gpt2LmHeadModel::logits".to_owned(),
        ..whole.clone()
    }];
    let logits = model
        .first()
        .and_then(Model::of)
        .map(|model| logits(&model, ids));
    if let (Some(Ok(logits)), [_, targets @ ..]) = (logits, ids.as_slice()) {
        let logits = Answer::from(first(&logits, targets.len()));
        let logits = logits.value().map(|(logits, _)| logits);
        parts.extend(
            logits.map(|logits| call("cross_entropy", vec![logits, Value::Ids(targets.to_vec())])),
        );
    }
    parts
}
