//! The answers of step 06, written from the definition of each function and from nothing else.
//!
//! All that a definition decides is a choice. With the right ones these are the right answers; with another one, those
//! of a mistake.

use crate::protocol::{Call, Value};
use crate::steps::{Expected, Given};
use bounded::{Answer, Bounded, Matrix};

/// What the answers rest on.
pub(super) struct Choices {
    /// The positions of so many tokens from a start on, of so many that there are.
    pub positions: fn(Asked) -> Places,
    /// Which rows of the second table are taken, by the ids and by what `positions` gives.
    pub rows: fn(&[u64], Asked) -> Option<Places>,
    /// What the rows of tokens and of positions come to.
    pub together: fn(&Matrix, &Matrix, Asked) -> Matrix,
}

/// Start, length, and how many positions there are.
#[derive(Clone, Copy)]
pub(super) struct Asked {
    pub start: u64,
    pub length: u64,
    pub count: u64,
}

/// Places, or what is answered in place of any.
pub(super) type Places = Result<Vec<u64>, Answer>;

/// The right choices.
pub(super) const RIGHT: Choices = Choices {
    positions,
    rows: |_, _| None,
    together: |tokens, positions, _| sum(tokens, positions),
};

/// From the start on, unless one of them is none.
pub(super) fn positions(asked: Asked) -> Places {
    Ok((asked.start..asked.end()?).collect())
}

impl Asked {
    /// Where the positions end, if that is not behind the last.
    pub fn end(self) -> Result<u64, Answer> {
        let end = self.start.checked_add(self.length);
        end.filter(|end| *end <= self.count).ok_or(Answer::Error)
    }
}

pub(super) fn sum(one: &Matrix, other: &Matrix) -> Matrix {
    entries(one, other, |a, b| a + b)
}

/// What becomes of every two entries.
pub(super) fn entries(one: &Matrix, other: &Matrix, of: fn(Bounded, Bounded) -> Bounded) -> Matrix {
    let columns = one.columns.min(other.columns);
    let rows = one.rows.len().min(other.rows.len());
    Matrix::new(rows, columns, |i, j| of(one.rows[i][j], other.rows[i][j]))
}

/// The right answer to a call of one of the step's functions.
pub(super) fn expect(call: &Call) -> Expected {
    Expected::of(answer(call, 0.0, &RIGHT))
}

/// The answer that comes of these choices.
pub(super) fn answer(call: &Call, _: f64, choices: &Choices) -> Option<Given> {
    match (call.function.as_str(), call.arguments.as_slice()) {
        ("positions", &[Value::Size(start), Value::Size(length), Value::Size(count)]) => {
            let places = (choices.positions)(Asked {
                start,
                length,
                count,
            });
            Some(match places {
                Ok(places) => Given::Answer(Expected::exact(Value::Ids(places))),
                Err(other) => other.into(),
            })
        }
        (
            "embed",
            [
                Value::Record(wte),
                Value::Record(wpe),
                Value::Ids(ids),
                Value::Size(start),
            ],
        ) => {
            let (wte, wpe) = (Matrix::of(wte.first()?)?, Matrix::of(wpe.first()?)?);
            let asked = Asked {
                start: *start,
                length: ids.len() as u64,
                count: wpe.rows.len() as u64,
            };
            let embedded = embed(&wte, &wpe, ids, asked, choices);
            Some(embedded.map_or_else(|other| other, Answer::from).into())
        }
        _ => None,
    }
}

fn embed(
    wte: &Matrix,
    wpe: &Matrix,
    ids: &[u64],
    asked: Asked,
    choices: &Choices,
) -> Result<Matrix, Answer> {
    let places = (choices.rows)(ids, asked).unwrap_or_else(|| (choices.positions)(asked))?;
    let (tokens, positions) = (lookup(wte, ids)?, lookup(wpe, &places)?);
    Ok((choices.together)(&tokens, &positions, asked))
}

/// The rows of a table, or an error where there is none.
pub(in crate::steps) fn lookup(table: &Matrix, ids: &[u64]) -> Result<Matrix, Answer> {
    let row = |id: &u64| table.rows.get(usize::try_from(*id).ok()?).cloned();
    let rows: Option<Vec<_>> = ids.iter().map(row).collect();
    Ok(Matrix {
        columns: table.columns,
        rows: rows.ok_or(Answer::Error)?,
    })
}
