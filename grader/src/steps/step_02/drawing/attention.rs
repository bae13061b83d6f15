//! Sample scores, and what a mask makes of them.

use super::Matrix;

/// How the sample scores are made.
pub(super) const FORMULA: &str = "((3 i + 2 j) mod 5) / 2 for query i and key j";

/// The sample score of a query and a key, as `FORMULA` says.
fn score(i: usize, j: usize) -> f64 {
    ((3 * i + 2 * j) % 5) as f64 / 2.0
}

/// The sample scores with the mask added.
pub(super) fn masked(mask: &Matrix) -> Matrix {
    Matrix::new(mask.rows, mask.columns, |i, j| {
        score(i, j) + mask.entry(i, j)
    })
}

/// The attention weights: softmax of every row. A row without a finite score is NaN.
pub(super) fn softmax(scores: &Matrix) -> Matrix {
    let mut weights = scores.clone();
    for row in weights.entries.chunks_mut(scores.columns.max(1)) {
        // The largest score is subtracted first, so that the exponential cannot overflow.
        let largest = row.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        row.iter_mut()
            .for_each(|score| *score = (*score - largest).exp());
        let sum: f64 = row.iter().sum();
        row.iter_mut().for_each(|weight| *weight /= sum);
    }
    weights
}

#[cfg(test)]
mod tests {
    use super::*;

    const BLOCKED: f64 = f64::NEG_INFINITY;

    fn rows(rows: &[&[f64]]) -> Matrix {
        Matrix::new(rows.len(), rows[0].len(), |i, j| rows[i][j])
    }

    #[test]
    fn every_row_of_weights_sums_to_one() {
        let weights = softmax(&masked(&rows(&[&[0.0, BLOCKED, 0.0], &[0.0, 0.0, 0.0]])));
        for row in weights.entries.chunks(3) {
            assert!((row.iter().sum::<f64>() - 1.0).abs() < 1e-12, "{row:?}");
        }
        assert_eq!(weights.entry(0, 1), 0.0);
    }

    #[test]
    fn weights_are_as_worked_out_by_hand() {
        // e / (e + 1), and 1 / (e + 1).
        let weights = softmax(&rows(&[&[1.0, 0.0], &[901.0, 900.0]]));
        for row in weights.entries.chunks(2) {
            assert!((row[0] - 0.731_058_578_630_004_9).abs() < 1e-12, "{row:?}");
            assert!((row[1] - 0.268_941_421_369_995_1).abs() < 1e-12, "{row:?}");
        }
    }

    #[test]
    fn a_dead_row_is_nan_and_the_others_are_not() {
        let weights = softmax(&rows(&[&[BLOCKED, BLOCKED], &[BLOCKED, 0.5]]));
        assert!(weights.entries[..2].iter().all(|weight| weight.is_nan()));
        assert_eq!(weights.entries[2..], [0.0, 1.0]);
    }

    #[test]
    fn sample_scores_follow_the_formula() {
        assert_eq!(
            masked(&rows(&[&[0.0; 3], &[0.0; 3]])).entries,
            [0.0, 1.0, 2.0, 1.5, 0.0, 1.0]
        );
    }
}
