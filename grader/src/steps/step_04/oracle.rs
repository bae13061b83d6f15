//! The answers of step 04, written from the definition of each function and from nothing else.
//!
//! All that a definition decides is a choice. With the right ones these are the right answers; with another one, those
//! of a mistake.

use std::f64::consts::PI;

use crate::protocol::{Call, Value};
use crate::steps::{Expected, Given};
use bounded::{Answer, Bounded, Matrix, UNIT, vector};

pub(super) const ONE: Bounded = Bounded::exact(1.0);

/// What the answers rest on.
pub(in crate::steps) struct Choices {
    /// The activation.
    pub gelu: fn(Bounded) -> Bounded,
    /// What a new layer is made of.
    pub new: fn(Layer) -> Result<Layer, Answer>,
    /// What a layer makes of tokens.
    pub linear: fn(&Matrix, &Layer) -> Outcome,
    /// What the network makes of tokens, with the layers `c_fc` and `c_proj`.
    pub mlp: fn(&Matrix, &Layer, &Layer) -> Outcome,
}

/// A matrix, or what is answered in place of one.
pub(in crate::steps) type Outcome = Result<Matrix, Answer>;

/// A linear layer.
#[derive(Clone)]
pub(in crate::steps) struct Layer {
    pub weight: Matrix,
    pub bias: Vec<Bounded>,
}

/// The right choices.
pub(in crate::steps) const RIGHT: Choices = Choices {
    gelu,
    new: |layer| match layer.bias.len() == layer.weight.columns {
        true => Ok(layer),
        false => Err(Answer::Error),
    },
    linear,
    mlp: |x, c_fc, c_proj| linear(&linear(x, c_fc)?.map(gelu), c_proj),
};

/// 0.5 x (1 + tanh(√(2/π) (x + 0.044715 x³))).
fn gelu(x: Bounded) -> Bounded {
    if x.value == f64::NEG_INFINITY {
        // By the formula it is NaN, and 0 by what it means.
        let error = f64::INFINITY;
        return Bounded { value: 0.0, error };
    }
    half(x) * (ONE + bent(x, |x| root() * (x + cubed(x))))
}

pub(super) fn half(x: Bounded) -> Bounded {
    Bounded::exact(0.5) * x
}

/// √(2/π).
pub(super) fn root() -> Bounded {
    constant((2.0 / PI).sqrt())
}

/// The cube, as much of it as counts.
pub(super) fn cubed(x: Bounded) -> Bounded {
    constant(0.044715) * x * x * x
}

/// A number that has to be rounded to be written down, or is computed from one: π, the quotient, and the root.
pub(super) fn constant(value: f64) -> Bounded {
    let error = 3.0 * UNIT * value.abs();
    Bounded { value, error }
}

/// The tangent of what `inner` makes of a number. Where the number is so large that its cube may overflow, every tangent
/// is 1 or -1, as it is at the last one that is not.
pub(super) fn bent(x: Bounded, inner: fn(Bounded) -> Bounded) -> Bounded {
    const LAST: f64 = 1000.0;
    let is_large = x.value.abs() - x.error > LAST;
    let near = Bounded::exact(LAST.copysign(x.value));
    inner(if is_large { near } else { x }).tanh()
}

/// Products and bias, or an error where the sides do not fit.
pub(in crate::steps) fn linear(x: &Matrix, layer: &Layer) -> Outcome {
    if x.columns != layer.weight.rows.len() {
        return Err(Answer::Error);
    }
    x.dot_plus(&layer.weight, &layer.bias).ok_or(Answer::Panic)
}

/// The product, or a panic where the sides do not fit.
pub(in crate::steps) fn times(a: &Matrix, b: &Matrix) -> Outcome {
    a.dot(b).ok_or(Answer::Panic)
}

/// The sum, or a panic where the sides do not fit.
pub(in crate::steps) fn plus(a: Matrix, b: &Matrix) -> Outcome {
    a.broadcast(b, |a, b| a + b).ok_or(Answer::Panic)
}

/// The right answer to a call of one of the step's functions.
pub(super) fn expect(call: &Call) -> Expected {
    Expected::of(answer(call, 0.0, &RIGHT))
}

/// The answer that comes of these choices.
pub(super) fn answer(call: &Call, _: f64, choices: &Choices) -> Option<Given> {
    let answer = match (call.function.as_str(), call.arguments.as_slice()) {
        ("gelu", [x]) => {
            let x = vector(x)?.first().copied()?;
            Answer::Array(Vec::new(), vec![(choices.gelu)(x)])
        }
        ("Linear::new", [weight, bias]) => {
            let layer = Layer {
                weight: Matrix::of(weight)?,
                bias: vector(bias)?,
            };
            match (choices.new)(layer) {
                Ok(Layer { weight, bias }) => Answer::Record(vec![weight.into(), bias.into()]),
                Err(other) => other,
            }
        }
        ("Linear::forward", [layer, x]) => {
            outcome((choices.linear)(&Matrix::of(x)?, &Layer::of(layer)?))
        }
        ("Mlp::forward", [Value::Record(layers), x]) => {
            let [c_fc, c_proj] = layers.as_slice() else {
                return None;
            };
            let (x, c_fc, c_proj) = (Matrix::of(x)?, Layer::of(c_fc)?, Layer::of(c_proj)?);
            outcome((choices.mlp)(&x, &c_fc, &c_proj))
        }
        _ => return None,
    };
    Some(answer.into())
}

/// As an answer.
pub(in crate::steps) fn outcome(outcome: Outcome) -> Answer {
    outcome.map_or_else(|other| other, Answer::from)
}

impl Layer {
    /// The layer that is an argument.
    pub fn of(value: &Value) -> Option<Self> {
        let Value::Record(parts) = value else {
            return None;
        };
        let [weight, bias] = parts.as_slice() else {
            return None;
        };
        Some(Self {
            weight: Matrix::of(weight)?,
            bias: vector(bias)?,
        })
    }
}
