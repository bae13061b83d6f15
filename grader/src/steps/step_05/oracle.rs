//! The answers of step 05, written from the definition of each function and from nothing else.
//!
//! All that a definition decides is a choice. With the right ones these are the right answers; with another one, those
//! of a mistake.

use crate::protocol::{Call, Value};
use crate::steps::{Expected, Given};
use bounded::{Answer, Bounded, Matrix};

pub(super) const ZERO: Bounded = Bounded::exact(0.0);
pub(super) const ONE: Bounded = Bounded::exact(1.0);

/// What the answers rest on.
pub(super) struct Choices {
    /// Which places are taken for the ids, of so many that there are; none where nothing is.
    pub places: fn(&[u64], usize) -> Places,
    /// The table by its rows.
    pub table: fn(Matrix) -> Matrix,
    /// An entry by how many channels there are.
    pub scaled: fn(Bounded, usize) -> Bounded,
    /// The entry of a row for an id, at a place.
    pub mark: fn(usize, usize) -> Bounded,
    /// What becomes of the rows in the end.
    pub arranged: fn(Matrix) -> Matrix,
}

/// Places, or what is answered in place of any.
pub(super) type Places = Result<Vec<Option<usize>>, Answer>;

/// The right choices.
pub(super) const RIGHT: Choices = Choices {
    places: inside,
    table: |table| table,
    scaled: |entry, _| entry,
    mark: |id, place| if id == place { ONE } else { ZERO },
    arranged: |rows| rows,
};

/// The ids themselves, or an error where one is none of so many places.
pub(super) fn inside(ids: &[u64], count: usize) -> Places {
    let place = |id: &u64| usize::try_from(*id).ok().filter(|id| *id < count);
    let places: Option<Vec<usize>> = ids.iter().map(place).collect();
    let places = places.ok_or(Answer::Error)?;
    Ok(places.into_iter().map(Some).collect())
}

/// The right answer to a call of one of the step's functions.
pub(super) fn expect(call: &Call) -> Expected {
    Expected::of(answer(call, 0.0, &RIGHT))
}

/// The answer that comes of these choices.
pub(super) fn answer(call: &Call, _: f64, choices: &Choices) -> Option<Given> {
    let rows = match (call.function.as_str(), call.arguments.as_slice()) {
        ("Embedding::forward", [Value::Record(table), Value::Ids(ids)]) => {
            let table = Matrix::of(table.first()?)?;
            lookup(&table, ids, choices)
        }
        ("one_hot", [Value::Ids(ids), Value::Size(count)]) => marks(ids, *count as usize, choices),
        _ => return None,
    };
    let rows = rows.map(|rows| Answer::from((choices.arranged)(rows)));
    Some(rows.unwrap_or_else(|other| other).into())
}

fn lookup(table: &Matrix, ids: &[u64], choices: &Choices) -> Result<Matrix, Answer> {
    let places = (choices.places)(ids, table.rows.len())?;
    let table = (choices.table)(table.clone());
    let is_there = |place: &usize| *place < table.rows.len();
    if !places.iter().flatten().all(is_there) {
        return Err(Answer::Panic);
    }
    Ok(Matrix::new(places.len(), table.columns, |i, j| {
        let entry = places[i].map_or(ZERO, |place| table.rows[place][j]);
        (choices.scaled)(entry, table.columns)
    }))
}

fn marks(ids: &[u64], count: usize, choices: &Choices) -> Result<Matrix, Answer> {
    let places = (choices.places)(ids, count)?;
    Ok(Matrix::new(places.len(), count, |i, j| {
        places[i].map_or(ZERO, |id| (choices.mark)(id, j))
    }))
}
