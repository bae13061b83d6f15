//! What people get wrong in step 06. A mistake is the oracle with one choice made differently, in one way or several; to
//! add one, add a line here and a section to `mistakes.md`.

use super::oracle::{self, Asked, Places, entries, positions, sum};
use crate::steps::misconception::{mistakes, way};
use crate::steps::{Family, Misconception};
use bounded::{Answer, Bounded, Matrix};

/// All families.
pub(super) const ALL: &[Family] = &[
    Family::new("Which position", WHICH),
    Family::new("Behind the end", END),
    Family::new("Tokens and positions", TOGETHER),
];

const TEXTS: &str = include_str!("mistakes.md");

const WHICH: &[Misconception] = mistakes![
    S1 [1, 2]
        (positions: |asked| each(asked, |asked, i| i.checked_sub(asked.start)))
        (positions: |asked| positions(Asked { start: 0, ..asked }))
    S2 [1]
        (positions: |asked| each(asked, |_, i| i.checked_add(1)))
        (positions: |asked| positions(Asked { start: asked.start.checked_add(1).ok_or(Answer::Panic)?, ..asked }))
    S2 [2] (positions: |asked| each(asked, |_, i| i.checked_add(1)))
    S4 [1, 2]
        (positions: |asked| each(asked, |asked, _| Some(asked.start)))
        (positions: |asked| match asked.length < LONGEST {
            true => Ok(vec![asked.start; asked.length as usize]),
            false => Err(Answer::Panic),
        })
    S5 [1, 2] (positions: |asked| {
        let mut places = positions(asked)?;
        places.reverse();
        Ok(places)
    })
    S13 [1, 2]
        (positions: |asked| each(asked, |asked, i| i.checked_add(asked.start)))
        (positions: |asked| positions(Asked { start: asked.start.checked_mul(2).ok_or(Answer::Panic)?, ..asked }))
    S16 [1]
        (positions: |asked| {
            asked.end()?;
            Ok((asked.start..asked.length).collect())
        })
        (positions: |asked| match asked.length <= asked.count {
            true => Ok((asked.start..asked.length).collect()),
            false => Err(Answer::Error),
        })
];

const END: &[Misconception] = mistakes![
    S8 [1, 2] (positions: |asked| without_end(asked, |asked, i| i % asked.count))
    S9 [1, 2] (positions: |asked| without_end(asked, |asked, i| i.min(asked.count - 1)))
    S14 [1] (positions: |asked| without_end(asked, |_, i| i))
    S15 [1, 2] (positions: |asked| match asked.end()? < asked.count {
        true => positions(asked),
        false => Err(Answer::Error),
    })
    S17 [1] (positions: |asked| {
        let end = asked.start.saturating_add(asked.length);
        Ok((asked.start..end.min(asked.count)).collect())
    })
    S18 [1] (positions: |asked| match asked.start.checked_add(asked.length) {
            Some(_) => positions(asked),
            None => Err(Answer::Panic),
        })
    S18 [2]
        (positions: |asked| match asked.start.checked_add(asked.length) {
            Some(_) => positions(asked),
            None => Err(Answer::Panic),
        })
        (positions: |asked| without_end(asked, |_, i| i))
    S19 [1, 2] (positions: |asked| positions(asked).map_err(|_| Answer::Panic))
];

const TOGETHER: &[Misconception] = mistakes![
    S3 [2]
        (rows: |ids, _| Some(Ok(ids.to_vec())))
        (rows: |ids, asked| Some(asked.end().map(|_| ids.to_vec())))
    S6 [2] (together: |tokens, positions, _| beside(tokens, positions))
    S7 [2] (together: |tokens, positions, _| sum(tokens, positions).map(|sum| sum / Bounded::exact(2.0)))
    S10 [2] (together: |tokens, positions, asked| {
        let waves = Matrix::new(positions.rows.len(), tokens.columns, |i, j| wave(asked.start + i as u64, j, tokens.columns));
        sum(tokens, &waves)
    })
    S11 [2]
        (together: |tokens, _, _| tokens.clone())
        (rows: |_, _| Some(Ok(Vec::new())), together: |tokens, _, _| tokens.clone())
    S12 [2] (together: |tokens, positions, _| entries(tokens, positions, |a, b| a * b))
    S20 [2] (together: |_, positions, _| positions.clone())
];

/// A longer list has no room in memory.
const LONGEST: u64 = 1 << 32;

/// What is made of each position, where all of them are there; nothing where the sum is too large.
fn each(asked: Asked, of: fn(Asked, u64) -> Option<u64>) -> Places {
    let places = positions(asked)?.into_iter();
    let places: Option<Vec<u64>> = places.map(|place| of(asked, place)).collect();
    places.ok_or(Answer::Panic)
}

/// What is made of each, whether it is there or not. The sum overflows where it is too large, and so does the list.
fn without_end(asked: Asked, of: fn(Asked, u64) -> u64) -> Places {
    let end = asked.start.checked_add(asked.length);
    let end = end.filter(|_| asked.length < LONGEST && asked.count > 0);
    let end = end.ok_or(Answer::Panic)?;
    Ok((asked.start..end).map(|place| of(asked, place)).collect())
}

/// The rows of both, side by side.
fn beside(one: &Matrix, other: &Matrix) -> Matrix {
    let columns = one.columns + other.columns;
    Matrix::new(one.rows.len(), columns, |i, j| {
        match j.checked_sub(one.columns) {
            None => one.rows[i][j],
            Some(j) => other.rows[i][j],
        }
    })
}

/// The position by waves, as the transformer of 2017 had them: sine and cosine in turn.
fn wave(position: u64, channel: usize, channels: usize) -> Bounded {
    let pair = (channel / 2 * 2) as f64;
    let angle = position as f64 / 10_000_f64.powf(pair / channels as f64);
    let value = match channel % 2 {
        0 => angle.sin(),
        _ => angle.cos(),
    };
    // An angle has as many digits as a number of f32 has, of which the turns take some.
    let error = 8.0 * f64::from(f32::EPSILON) * (1.0 + angle);
    Bounded { value, error }
}
