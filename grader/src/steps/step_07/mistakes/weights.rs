//! Weights that are not those of softmax.

use super::softmax;
use bounded::{Bounded, Matrix, UNIT};

/// What becomes of every row.
fn rows(scores: &Matrix, of: impl Fn(&[Bounded]) -> Vec<Bounded>) -> Matrix {
    Matrix {
        columns: scores.columns,
        rows: scores.rows.iter().map(|row| of(row)).collect(),
    }
}

/// The largest of some scores.
fn largest<'a>(scores: impl IntoIterator<Item = &'a Bounded>) -> Bounded {
    let values = scores.into_iter().map(|score| score.value);
    Bounded::exact(values.fold(f64::NEG_INFINITY, f64::max))
}

/// Each power by the sum of all.
fn shares(powers: &[Bounded]) -> Vec<Bounded> {
    let sum: Bounded = powers.iter().copied().sum();
    powers.iter().map(|power| *power / sum).collect()
}

/// Without subtracting the largest score.
pub(super) fn not_shifted(scores: &Matrix) -> Matrix {
    rows(scores, |row| {
        let powers: Vec<_> = row.iter().copied().map(Bounded::overflowing_exp).collect();
        shares(&powers)
    })
}

/// With the largest score of all rows subtracted.
pub(super) fn shifted_together(scores: &Matrix) -> Matrix {
    let largest = largest(scores.rows.iter().flatten());
    rows(scores, |row| {
        let powers: Vec<_> = row
            .iter()
            .map(|score| (*score - largest).overflowing_exp())
            .collect();
        shares(&powers)
    })
}

/// By columns.
pub(super) fn by_columns(scores: &Matrix) -> Matrix {
    softmax(&scores.transposed()).transposed()
}

/// The powers after the shift, by something else than their sum.
pub(super) fn with_a_sum_of(scores: &Matrix, of: fn(Bounded) -> Bounded) -> Matrix {
    rows(scores, |row| {
        let powers: Vec<_> = row
            .iter()
            .map(|score| (*score - largest(row)).exp())
            .collect();
        let sum = of(powers.iter().copied().sum());
        powers.iter().map(|power| *power / sum).collect()
    })
}

/// The logarithms of the weights.
pub(super) fn logarithms(scores: &Matrix) -> Matrix {
    rows(scores, |row| {
        let shifted: Vec<_> = row.iter().map(|score| *score - largest(row)).collect();
        let sum: Bounded = shifted.iter().map(|score| score.exp()).sum();
        let value = sum.value.ln();
        let error = sum.error / (sum.value - sum.error) + 4.0 * UNIT * (1.0 + value.abs());
        let logarithm = Bounded { value, error };
        // Who takes it of the weights, or adds the largest to it first, rounds what is as large as the scores.
        let more = 4.0 * UNIT * (largest(row).value.abs() + 1.0);
        let weight = |score: &Bounded| {
            let weight = *score - logarithm;
            let more = if more.is_finite() { more } else { 0.0 };
            Bounded {
                error: weight.error + more,
                ..weight
            }
        };
        shifted.iter().map(weight).collect()
    })
}

/// Powers of 2 in place of those of e.
pub(super) fn by_powers_of_two(scores: &Matrix) -> Matrix {
    let factor = Bounded {
        value: std::f64::consts::LN_2,
        error: UNIT,
    };
    rows(scores, |row| {
        let shifted = row.iter().map(|score| *score - largest(row));
        let powers: Vec<_> = shifted.map(|score| (score * factor).exp()).collect();
        shares(&powers)
    })
}

/// The right weights, but rows in which all is blocked have this one, by the number of keys.
pub(super) fn blocked_as(scores: &Matrix, weight: fn(usize) -> f64) -> Matrix {
    let right = softmax(scores);
    Matrix::new(scores.rows.len(), scores.columns, |i, j| {
        let mut entries = scores.rows[i].iter();
        match entries.all(|score| score.value == f64::NEG_INFINITY) {
            true => Bounded {
                value: weight(scores.columns),
                error: UNIT,
            },
            false => right.rows[i][j],
        }
    })
}
