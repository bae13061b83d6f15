//! The answers of step 08, written from the definition of each function and from nothing else.
//!
//! All that a definition decides is a choice. With the right ones these are the right answers; with another one, those
//! of a mistake.

use crate::protocol::{Call, Value};
use crate::steps::domains::reals::call;
use crate::steps::step_03::oracle::forward;
use crate::steps::step_04::oracle::{Outcome, outcome};
use crate::steps::{Expected, Given};
use bounded::{Answer, Bounded, Matrix};

/// What the answers rest on.
pub(super) struct Choices {
    /// What comes of what went into a layer and what came out.
    pub sum: Sum,
    /// What is computed of `x`, the normalization and the layer; it ends with a sum.
    pub around: fn(&Asked<'_>, Sum) -> Outcome,
}

/// Takes what went in and what came out.
pub(super) type Sum = fn(&Matrix, &Matrix) -> Outcome;

/// The right choices.
pub(super) const RIGHT: Choices = Choices {
    sum,
    around: |asked, sum| sum(&asked.x, &asked.sublayer(&asked.norm(&asked.x)?)?),
};

/// The residual connection.
pub(in crate::steps) fn sum(x: &Matrix, output: &Matrix) -> Outcome {
    both(x, output, |x, output| x + output)
}

/// What becomes of every two entries, or an error where the shapes differ.
pub(super) fn both(x: &Matrix, output: &Matrix, of: fn(Bounded, Bounded) -> Bounded) -> Outcome {
    let [shape, other] = [x, output].map(|matrix| (matrix.rows.len(), matrix.columns));
    let both = (shape == other).then(|| x.broadcast(output, of)).flatten();
    both.ok_or(Answer::Error)
}

/// What `pre_norm` is asked.
pub(super) struct Asked<'a> {
    pub x: Matrix,
    layer: &'a Value,
    code: &'a str,
}

impl Asked<'_> {
    /// The rows, normalized.
    pub fn norm(&self, x: &Matrix) -> Outcome {
        forward(x, self.layer).ok_or(Answer::Error)
    }

    /// What the layer makes of them.
    pub fn sublayer(&self, h: &Matrix) -> Outcome {
        let known = SUBLAYERS.iter().find(|(code, _)| *code == self.code);
        known.map_or(Err(Answer::Error), |(_, sublayer)| sublayer(h))
    }
}

/// A layer, by how it is written.
type Sublayer = (&'static str, fn(&Matrix) -> Outcome);

/// The layers that a question can have. The glue has the same.
pub(super) const SUBLAYERS: [Sublayer; 7] = [
    ("|h| Ok(&h + &h)", |h| Ok(h.map(|h| h + h))),
    ("|h| Ok(&h + 1.0)", |h| {
        Ok(h.map(|h| h + Bounded::exact(1.0)))
    }),
    ("|h| Ok(h.mapv(f32::tanh))", |h| Ok(h.map(Bounded::tanh))),
    ("|h| Ok(h.slice(s![..;-1, ..]).to_owned())", |h| {
        let mut h = h.clone();
        h.rows.reverse();
        Ok(h)
    }),
    ("|h| Ok(h.sum_axis(Axis(1)).insert_axis(Axis(1)))", |h| {
        Ok(column(h))
    }),
    ("|h| Ok(h.sum_axis(Axis(0)).insert_axis(Axis(0)))", |h| {
        Ok(column(&h.transposed()).transposed())
    }),
    (
        "|_| Err(ShapeError::from_kind(ErrorKind::Unsupported))",
        |_| Err(Answer::Error),
    ),
];

/// The sums of the rows, one below the other.
fn column(h: &Matrix) -> Matrix {
    let sum = |row: &Vec<Bounded>| vec![row.iter().copied().sum()];
    Matrix {
        columns: 1,
        rows: h.rows.iter().map(sum).collect(),
    }
}

/// The right answer to a call of one of the step's functions.
pub(super) fn expect(call: &Call) -> Expected {
    Expected::of(answer(call, 0.0, &RIGHT))
}

/// The answer that comes of these choices.
pub(super) fn answer(call: &Call, _: f64, choices: &Choices) -> Option<Given> {
    let answer = match (call.function.as_str(), call.arguments.as_slice()) {
        ("residual", [x, output]) => (choices.sum)(&Matrix::of(x)?, &Matrix::of(output)?),
        ("pre_norm", [x, layer, Value::Text(code)]) => {
            let x = Matrix::of(x)?;
            (choices.around)(&Asked { x, layer, code }, choices.sum)
        }
        _ => return None,
    };
    Some(outcome(answer).into())
}

/// What the reference asks for the residual connection.
pub(super) fn parts(whole: &Call) -> Vec<Call> {
    let [x, layer, Value::Text(code)] = whole.arguments.as_slice() else {
        return Vec::new();
    };
    let output = Matrix::of(x).map(|x| {
        let asked = Asked { x, layer, code };
        asked.sublayer(&asked.norm(&asked.x)?)
    });
    let output = output.and_then(|output| Answer::from(output.ok()?).value());
    let output = output.map(|(output, _)| call("residual", vec![x.clone(), output]));
    output.into_iter().collect()
}
