//! What people get wrong in step 05. A mistake is the oracle with one choice made differently, in one way or several; to
//! add one, add a line here and a section to `mistakes.md`.

use super::oracle::{self, ONE, Places, ZERO, inside};
use crate::steps::misconception::{mistakes, way};
use crate::steps::{Family, Misconception};
use bounded::{Answer, Bounded, Matrix};

/// All families.
pub(super) const ALL: &[Family] = &[
    Family::new("Which row", ROWS),
    Family::new("Beyond the end", BEYOND),
    Family::new("What is in a row", ENTRIES),
];

const TEXTS: &str = include_str!("mistakes.md");

const ROWS: &[Misconception] = mistakes![
    E1 [1]
        (table: |table| table.transposed())
        (places: |ids, _| Ok(ids.iter().map(|id| Some(*id as usize)).collect()), table: |table| table.transposed())
    E2 [1, 2]
        (places: |ids, count| shifted(inside(ids, count)?))
        (places: |ids, count| {
            let before: Option<Vec<u64>> = ids.iter().map(|id| id.checked_sub(1)).collect();
            inside(&before.ok_or(Answer::Error)?, count)
        })
        (places: |ids, count| {
            let before: Option<Vec<u64>> = ids.iter().map(|id| id.checked_sub(1)).collect();
            inside(&before.ok_or(Answer::Panic)?, count)
        })
    E7 [1, 2]
        (places: |ids, count| {
            let mut places = inside(ids, count)?;
            places.sort();
            Ok(places)
        })
        (places: |ids, count| {
            let mut places = inside(ids, count)?;
            places.sort();
            places.dedup();
            Ok(places)
        })
        (places: |ids, count| {
            let places = inside(ids, count)?;
            let mut seen = Vec::new();
            for place in places {
                if !seen.contains(&place) {
                    seen.push(place);
                }
            }
            Ok(seen)
        })
    E10 [1, 2] (places: |ids, count| {
        inside(ids, count)?;
        match ids.len() <= count {
            true => Ok((0..ids.len()).map(Some).collect()),
            false => Err(Answer::Panic),
        }
    })
    E12 [1, 2] (places: |ids, count| {
        let mut places = inside(ids, count)?;
        places.reverse();
        Ok(places)
    })
];

const BEYOND: &[Misconception] = mistakes![
    E3 [1, 2] (places: |ids, count| Ok(ids.iter().map(|id| Some((*id as usize).min(count - 1))).collect()))
    E4 [1, 2] (places: |ids, count| Ok(ids.iter().map(|id| Some(*id as usize % count)).collect()))
    E5 [1, 2] (places: |ids, count| Ok(ids.iter().map(|id| there(*id, count)).collect()))
    E11 [1, 2] (places: |ids, count| inside(ids, count).map_err(|_| Answer::Panic))
    E16 [1, 2] (places: |ids, count| {
        Ok(ids.iter().map(|id| there(*id, count)).filter(Option::is_some).collect())
    })
];

const ENTRIES: &[Misconception] = mistakes![
    E6 [1, 2] (arranged: |rows| gathered(&rows, |sum, _| sum)) (arranged: |rows| gathered(&rows, |sum, count| sum / count))
    E8 [1] (scaled: |entry, columns| entry * Bounded::exact(columns as f64).sqrt())
    E9 [1, 2] (arranged: |rows| rows.transposed())
    E13 [2] (mark: |id, place| if id == place { Bounded::exact(id as f64) } else { ZERO })
    E14 [2] (mark: |id, place| if id == place { ZERO } else { ONE })
    E15 [2]
        (mark: |id, place| if place <= id { ONE } else { ZERO })
        (mark: |id, place| if place < id { ONE } else { ZERO })
];

fn there(id: u64, count: usize) -> Option<usize> {
    Some(id as usize).filter(|id| *id < count)
}

/// The place before each.
fn shifted(places: Vec<Option<usize>>) -> Places {
    let before = places
        .into_iter()
        .flatten()
        .map(|place| place.checked_sub(1));
    let before: Option<Vec<usize>> = before.collect();
    let before = before.ok_or(Answer::Panic)?;
    Ok(before.into_iter().map(Some).collect())
}

/// All rows in one.
fn gathered(rows: &Matrix, of: fn(Bounded, Bounded) -> Bounded) -> Matrix {
    let count = Bounded::exact(rows.rows.len() as f64);
    let columns = rows.transposed().rows;
    Matrix::new(1, rows.columns, |_, j| {
        of(columns[j].iter().copied().sum(), count)
    })
}
