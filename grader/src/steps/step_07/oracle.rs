//! The answers of step 07, written from the definition of each function and from nothing else.
//!
//! All that a definition decides is a choice. With the right ones these are the right answers; with another one, those
//! of a mistake.

use super::heads::{Attention, Cube, Sizes};
use crate::protocol::{Call, Value};
use crate::steps::step_04::oracle::{Layer, Outcome, linear, outcome, plus, times};
use crate::steps::{Expected, Given};
use bounded::{Answer, Bounded, Matrix, UNIT};

/// The piece that makes the weights of all heads by the functions that come before them.
pub(super) const WEIGHTS: &str = "composed_weights";

/// What the answers rest on.
pub(super) struct Choices {
    /// The weights that scores turn into.
    pub softmax: fn(&Matrix) -> Matrix,
    /// How well queries fit keys.
    pub scores: fn(&Matrix, &Matrix) -> Outcome,
    /// What queries take from values.
    pub attention: fn(&Asked, &Choices) -> Outcome,
    /// Query, key and value of every token.
    pub thirds: fn(&Matrix) -> Result<[Matrix; 3], Answer>,
    /// The channels of so many heads.
    pub split: fn(&Matrix, u64) -> Result<Cube, Answer>,
    /// The channels of all heads.
    pub merge: fn(&Cube) -> Matrix,
    /// The whole.
    pub whole: fn(&Matrix, &Attention) -> Outcome,
}

/// What attention is asked.
pub(super) struct Asked {
    pub query: Matrix,
    pub key: Matrix,
    pub value: Matrix,
    pub mask: Matrix,
}

/// The right choices.
pub(super) const RIGHT: Choices = Choices {
    softmax,
    scores: |query, key| scores_by(query, key, root(query.columns)),
    attention: |asked, choices| {
        let scores = (choices.scores)(&asked.query, &asked.key)?;
        times(
            &(choices.softmax)(&plus(scores, &asked.mask)?),
            &asked.value,
        )
    },
    thirds: |qkv| match qkv.columns % 3 {
        0 => Ok(thirds_by(
            qkv,
            qkv.columns / 3,
            |part, channel, channels| part * channels + channel,
        )),
        _ => Err(Answer::Error),
    },
    split: |x, heads| {
        let sizes = Sizes::of(x, heads).ok_or(Answer::Error)?;
        Ok(sizes.split(|at| x.rows[at[1]][at[0] * sizes.width() + at[2]]))
    },
    merge: |heads| {
        let [_, _, width] = heads.shape;
        heads.merge(|token, channel| [channel / width, token, channel % width])
    },
    whole: |x, attention| whole_by(x, attention, &WAYS),
};

/// Each exponential by the sum of those of its row, after the largest score has been subtracted. Who subtracts the
/// logarithm of the sum rounds that as well.
pub(in crate::steps) fn softmax(scores: &Matrix) -> Matrix {
    let row = |row: &Vec<Bounded>| {
        let values = row.iter().map(|score| score.value);
        // Whatever is subtracted from all of them changes nothing, so its own error does not count.
        let largest = Bounded::exact(values.fold(f64::NEG_INFINITY, f64::max));
        let powers: Vec<_> = row.iter().map(|score| (*score - largest).exp()).collect();
        let sum: Bounded = powers.iter().copied().sum();
        let share = |(power, score): (&Bounded, &Bounded)| {
            let share = *power / sum;
            let by_logarithm = match sum == Bounded::exact(1.0) {
                true => 0.0,
                false => largest.value.abs() + sum.value.ln() + (score.value - largest.value).abs(),
            };
            let more = 2.0 * UNIT * by_logarithm * share.value;
            let more = if more.is_finite() { more } else { 0.0 };
            Bounded {
                error: share.error + more,
                ..share
            }
        };
        powers.iter().zip(row).map(share).collect()
    };
    Matrix {
        columns: scores.columns,
        rows: scores.rows.iter().map(row).collect(),
    }
}

/// The products of all queries and keys, divided. Who divides the queries first rounds most, but for numbers so small that
/// they do not have all their digits.
pub(super) fn scores_by(query: &Matrix, key: &Matrix, divisor: Bounded) -> Outcome {
    let keys = key.transposed();
    let first = times(&query.map(|entry| entry / divisor), &keys)?;
    let last = times(query, &keys)?.map(|score| score / divisor);
    let either = |first: Bounded, last: Bounded| Bounded {
        error: first.error.max(last.error),
        ..last
    };
    first.broadcast(&last, either).ok_or(Answer::Panic)
}

/// The square root of a length.
pub(super) fn root(length: usize) -> Bounded {
    Bounded::exact(length as f64).sqrt()
}

/// Three matrices of so many channels, by the column where each of their channels is.
pub(super) fn thirds_by(
    qkv: &Matrix,
    channels: usize,
    column: fn(usize, usize, usize) -> usize,
) -> [Matrix; 3] {
    [0, 1, 2].map(|part| {
        Matrix::new(qkv.rows.len(), channels, |i, j| {
            qkv.rows[i][column(part, j, channels)]
        })
    })
}

/// How the whole is put together.
#[derive(Clone, Copy)]
pub(in crate::steps) struct Ways {
    /// Where a channel of a head is, of the query, the key or the value of a token: head, token and channel, to token and
    /// column of what the first layer gives.
    pub split: fn(&Sizes, usize, [usize; 3]) -> [usize; 2],
    /// Where a channel comes from that the second layer is given: token and column, to head, token and channel.
    pub merge: fn(&Sizes, [usize; 2]) -> [usize; 3],
    /// Whether a query sees a key.
    pub sees: fn(usize, usize) -> bool,
    /// What scores are divided by.
    pub divisor: fn(&Sizes) -> Bounded,
}

/// The right ones.
pub(in crate::steps) const WAYS: Ways = Ways {
    split: |sizes, part, [head, token, channel]| {
        [
            token,
            part * sizes.channels + head * sizes.width() + channel,
        ]
    },
    merge: |sizes, [token, column]| [column / sizes.width(), token, column % sizes.width()],
    sees: |query, key| key <= query,
    divisor: |sizes| root(sizes.width()),
};

/// The whole, put together in some way.
pub(in crate::steps) fn whole_by(x: &Matrix, attention: &Attention, ways: &Ways) -> Outcome {
    linear(&taken_by(x, attention, ways)?, &attention.c_proj)
}

/// What the second layer is given.
pub(super) fn taken_by(x: &Matrix, attention: &Attention, ways: &Ways) -> Outcome {
    let qkv = linear(x, &attention.c_attn)?;
    let [query, _, _] = (RIGHT.thirds)(&qkv)?;
    let sizes = Sizes::of(&query, attention.heads).ok_or(Answer::Error)?;
    let (tokens, width) = (sizes.tokens, sizes.width());
    let head = |head| {
        let part = |part| {
            Matrix::new(tokens, width, |token, channel| {
                let [row, column] = (ways.split)(&sizes, part, [head, token, channel]);
                qkv.rows[row][column]
            })
        };
        let scores = scores_by(&part(0), &part(1), (ways.divisor)(&sizes))?;
        times(&softmax(&plus(scores, &mask(tokens, ways.sees))?), &part(2))
    };
    let heads: Vec<Matrix> = (0..sizes.heads).map(head).collect::<Result<_, _>>()?;
    Ok(Matrix::new(tokens, sizes.channels, |i, j| {
        let [head, token, channel] = (ways.merge)(&sizes, [i, j]);
        heads[head].rows[token][channel]
    }))
}

/// What is added to scores, by which query sees which key.
fn mask(tokens: usize, sees: fn(usize, usize) -> bool) -> Matrix {
    Matrix::new(tokens, tokens, |query, key| match sees(query, key) {
        true => Bounded::exact(0.0),
        false => Bounded::exact(f64::NEG_INFINITY),
    })
}

/// The weights of all heads, before any value is taken by them.
fn weights(x: &Matrix, attention: &Attention, choices: &Choices) -> Result<Cube, Answer> {
    let [query, key, _] = (choices.thirds)(&linear(x, &attention.c_attn)?)?;
    let query = (choices.split)(&query, attention.heads)?;
    let key = (choices.split)(&key, attention.heads)?;
    let tokens = x.rows.len();
    let mask = mask(tokens, WAYS.sees);
    let head = |number| {
        let scores = (choices.scores)(&query.head(number), &key.head(number))?;
        Ok((choices.softmax)(&plus(scores, &mask)?))
    };
    let heads = (0..query.shape[0]).map(head);
    let heads: Vec<Matrix> = heads.collect::<Result<_, Answer>>()?;
    let shape = [heads.len(), tokens, tokens];
    Ok(Cube::new(shape, |[head, i, j]| heads[head].rows[i][j]))
}

/// What a layer makes of tokens, where it can take them.
pub(super) fn layer(layer: &Value, x: &Value) -> Option<Value> {
    let y = linear(&Matrix::of(x)?, &Layer::of(layer)?).ok()?;
    Answer::from(y).value().map(|(value, _)| value)
}

/// The right answer to a call of one of the step's functions.
pub(super) fn expect(call: &Call) -> Expected {
    Expected::of(answer(call, 0.0, &RIGHT))
}

/// The answer that comes of these choices.
pub(super) fn answer(call: &Call, _: f64, choices: &Choices) -> Option<Given> {
    let answer = match (call.function.as_str(), call.arguments.as_slice()) {
        ("softmax", [scores]) => (choices.softmax)(&Matrix::of(scores)?).into(),
        ("attention_scores", [query, key]) => {
            outcome((choices.scores)(&Matrix::of(query)?, &Matrix::of(key)?))
        }
        ("attention", [query, key, value, mask]) => {
            let asked = Asked {
                query: Matrix::of(query)?,
                key: Matrix::of(key)?,
                value: Matrix::of(value)?,
                mask: Matrix::of(mask)?,
            };
            outcome((choices.attention)(&asked, choices))
        }
        ("split_qkv", [qkv]) => match (choices.thirds)(&Matrix::of(qkv)?) {
            Ok(thirds) => Answer::Record(thirds.map(Answer::from).to_vec()),
            Err(other) => other,
        },
        ("split_heads", [x, Value::Size(heads)]) => {
            (choices.split)(&Matrix::of(x)?, *heads).map_or_else(|other| other, Answer::from)
        }
        ("merge_heads", [heads]) => (choices.merge)(&Cube::of(heads)?).into(),
        (WEIGHTS, [attention, x]) => {
            let weights = weights(&Matrix::of(x)?, &Attention::of(attention)?, choices);
            weights.map_or_else(|other| other, Answer::from)
        }
        ("MultiHeadAttention::forward", [attention, x]) => {
            outcome((choices.whole)(&Matrix::of(x)?, &Attention::of(attention)?))
        }
        _ => return None,
    };
    Some(answer.into())
}
