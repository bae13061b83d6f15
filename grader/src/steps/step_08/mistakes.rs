//! What people get wrong in step 08. A mistake is the oracle with one choice made differently, in one way or several; to
//! add one, add a line here and a section to `mistakes.md`.

use super::oracle::{self, both};
use crate::steps::misconception::{mistakes, way};
use crate::steps::step_04::oracle::Outcome;
use crate::steps::{Family, Misconception};
use bounded::{Answer, Bounded, Matrix};

/// All families.
pub(super) const ALL: &[Family] = &[
    Family::new("The sum", SUM),
    Family::new("Where the normalization stands", NORM),
    Family::new("Errors", ERRORS),
];

const TEXTS: &str = include_str!("mistakes.md");

const SUM: &[Misconception] = mistakes![
    D1 [1, 2]
        (sum: |x, output| both(x, output, |_, output| output))
        (sum: |_, output| Ok(output.clone()))
    D2 [1, 2]
        (sum: |x, output| both(x, output, |x, _| x))
        (sum: |x, _| Ok(x.clone()))
    D3 [1, 2] (sum: |x, output| both(x, output, |x, output| x + x + output))
    D4 [1, 2] (sum: |x, output| both(x, output, |x, output| (x + output) / Bounded::exact(2.0)))
    D5 [1, 2] (sum: |x, output| both(x, output, |x, output| (x + output) / Bounded::exact(2.0).sqrt()))
    D6 [1, 2]
        (sum: |x, output| both(x, output, |x, output| x - output))
        (sum: |x, output| both(x, output, |x, output| output - x))
    D7 [1, 2] (sum: |x, output| both(x, output, |x, output| x * output))
];

const NORM: &[Misconception] = mistakes![
    D8 [2]
        (around: |asked, sum| sum(&asked.x, &asked.sublayer(&asked.x)?))
        (around: |asked, sum| {
            asked.norm(&asked.x)?;
            sum(&asked.x, &asked.sublayer(&asked.x)?)
        })
    D9 [2] (around: |asked, sum| asked.norm(&sum(&asked.x, &asked.sublayer(&asked.x)?)?))
    D10 [2] (around: |asked, sum| {
        let normalized = asked.norm(&asked.x)?;
        sum(&normalized, &asked.sublayer(&normalized)?)
    })
    D11 [2] (around: |asked, sum| {
        let output = asked.sublayer(&asked.norm(&asked.x)?)?;
        asked.norm(&sum(&asked.x, &output)?)
    })
    D12 [2]
        (around: |asked, sum| sum(&asked.x, &asked.norm(&asked.sublayer(&asked.x)?)?))
    D13 [2] (around: |asked, sum| {
        let output = asked.sublayer(&asked.norm(&asked.x)?)?;
        sum(&asked.x, &asked.norm(&output)?)
    })
    D14 [2] (around: |asked, sum| {
        let normalized = asked.norm(&asked.norm(&asked.x)?)?;
        sum(&asked.x, &asked.sublayer(&normalized)?)
    })
    D15 [2]
        (around: |asked, _| asked.norm(&asked.x))
        (around: |asked, sum| sum(&asked.x, &asked.norm(&asked.x)?))
];

const ERRORS: &[Misconception] = mistakes![
    D16 [1, 2] (sum: broadcast)
    D20 [1]
        (sum: |x, output| match x.columns == output.columns {
            true => broadcast(x, output),
            false => Err(Answer::Error),
        })
        (sum: |x, output| match x.rows.len() == output.rows.len() {
            true => broadcast(x, output),
            false => Err(Answer::Error),
        })
    D17 [1, 2] (sum: |x, output| both(x, output, |x, output| x + output).map_err(|_| Answer::Panic))
    D18 [2] (around: |asked, sum| {
        let normalized = asked.norm(&asked.x)?;
        match asked.sublayer(&normalized) {
            Ok(output) => sum(&asked.x, &output),
            Err(_) => Ok(asked.x.clone()),
        }
    })
    D19 [2]
        (around: |asked, sum| {
            let normalized = asked.norm(&asked.x)?;
            sum(&asked.x, &asked.sublayer(&normalized).map_err(|_| Answer::Panic)?)
        })
        (around: |asked, sum| {
            let normalized = asked.norm(&asked.x).map_err(|_| Answer::Panic)?;
            sum(&asked.x, &asked.sublayer(&normalized)?)
        })
        (around: |asked, sum| {
            let normalized = asked.norm(&asked.x).map_err(|_| Answer::Panic)?;
            sum(&asked.x, &asked.sublayer(&normalized).map_err(|_| Answer::Panic)?)
        })
];

/// ndarray repeats a single row or column, of either, and panics where that does not help.
fn broadcast(x: &Matrix, output: &Matrix) -> Outcome {
    x.broadcast(output, |x, output| x + output)
        .ok_or(Answer::Panic)
}
