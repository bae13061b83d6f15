//! Softmax of every row: what turns scores into attention weights.

use ndarray::{Array2, ArrayView2, Axis};
use num_traits::Float;

/// The weights of every row, computed in the dtype `T`.
///
/// The largest score of a row is subtracted first, as everybody does, so that the exponential cannot overflow.
pub(super) fn softmax<T: Float>(scores: ArrayView2<'_, T>) -> Array2<T> {
    let mut weights = scores.to_owned();
    for mut row in weights.axis_iter_mut(Axis(0)) {
        let largest = row.iter().copied().fold(T::neg_infinity(), T::max);
        row.mapv_inplace(|score| (score - largest).exp());
        let sum = row
            .iter()
            .copied()
            .fold(T::zero(), |sum, weight| sum + weight);
        row.mapv_inplace(|weight| weight / sum);
    }
    weights
}

#[cfg(test)]
mod tests {
    use ndarray::array;

    use super::*;

    #[test]
    fn rows_sum_to_one_and_keep_their_order() {
        let weights = softmax(array![[3.0_f64, 1.0, 2.0], [-5.0, 900.0, 0.0]].view());
        for row in weights.outer_iter() {
            assert!((row.sum() - 1.0).abs() < 1e-12, "{row}");
        }
        assert!(weights[[0, 0]] > weights[[0, 2]] && weights[[0, 2]] > weights[[0, 1]]);
    }

    #[test]
    fn minus_infinity_gets_no_weight_at_all() {
        let weights = softmax(array![[1.0_f32, f32::NEG_INFINITY]].view());
        assert_eq!(weights, array![[1.0, 0.0]]);
    }

    #[test]
    fn a_dead_row_is_nan() {
        let weights = softmax(array![[f32::NEG_INFINITY; 2]].view());
        assert!(weights.iter().all(|weight| weight.is_nan()));
    }
}
