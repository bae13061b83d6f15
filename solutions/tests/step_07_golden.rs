//! The reference answers of step 07 against the values that PyTorch computed; see `grader/tests/data/step_07/README.md`.
//!
//! The grader's oracle has bounds that are derived, and is held against the same values; here a bound on the size of what
//! is computed will do.

mod golden;

use golden::{calls, ids, is_near, matrix, vector};
use ndarray::{Array2, Array3, ArrayD, Ix3};
use solutions::step_04::Linear;
use solutions::step_07::{
    MultiHeadAttention, attention, attention_scores, merge_heads, softmax, split_heads, split_qkv,
};

/// What rounding may come to, beside the largest number of an answer.
const ROUNDING: f32 = 1e-5;

fn assert_near(call: &str, ours: &ArrayD<f32>, golden: &ArrayD<f32>, rounding: f32) {
    assert_eq!(ours.shape(), golden.shape(), "{call}");
    let finite = golden.iter().filter(|entry| entry.is_finite());
    let allowed = rounding * finite.fold(0.0, |largest, entry| entry.abs().max(largest));
    for (a, b) in ours.iter().zip(golden) {
        assert!(
            is_near(*a, *b, allowed),
            "{call}: {a} and not {b}, by more than {allowed}"
        );
    }
}

fn cube(array: &ArrayD<f32>) -> Array3<f32> {
    let array = array.clone().into_dimensionality::<Ix3>();
    array.expect("an array of heads")
}

fn linear(weight: &ArrayD<f32>, bias: &ArrayD<f32>) -> Linear {
    Linear::new(matrix(weight), vector(bias)).expect("they fit")
}

#[test]
fn what_pytorch_computed_is_what_the_reference_computes() {
    let calls = calls("step_07");
    assert!(calls.len() > 60, "{} calls", calls.len());
    for (call, arrays) in &calls {
        let function = call.split('/').next().expect("a function");
        let near =
            |ours: Array2<f32>, golden| assert_near(call, &ours.into_dyn(), golden, ROUNDING);
        let same = |ours: ArrayD<f32>, golden| assert_near(call, &ours, golden, 0.0);
        match (function, arrays.as_slice()) {
            ("softmax", [scores, golden]) => near(softmax(matrix(scores).view()), golden),
            ("attention_scores", [query, key, golden]) => {
                let [query, key] = [query, key].map(matrix);
                near(attention_scores(query.view(), key.view()), golden);
            }
            ("attention", [query, key, value, mask, golden]) => {
                let [query, key, value, mask] = [query, key, value, mask].map(matrix);
                let taken = attention(query.view(), key.view(), value.view(), mask.view());
                near(taken, golden);
            }
            ("split_qkv", [qkv, golden @ ..]) => {
                let thirds = split_qkv(matrix(qkv).view()).expect("a third");
                assert_eq!(golden.len(), 3, "{call}");
                for (third, golden) in thirds.into_iter().zip(golden) {
                    same(third.into_dyn(), golden);
                }
            }
            ("split_heads", [x, heads, golden]) => {
                let split = split_heads(matrix(x).view(), ids(heads)[0]).expect("they divide");
                same(split.into_dyn(), golden);
            }
            ("merge_heads", [heads, golden]) => {
                same(merge_heads(cube(heads).view()).into_dyn(), golden);
            }
            ("MultiHeadAttention.forward", [weight, bias, other, its_bias, heads, x, golden]) => {
                let attention = MultiHeadAttention {
                    c_attn: linear(weight, bias),
                    c_proj: linear(other, its_bias),
                    n_head: ids(heads)[0],
                };
                near(
                    attention.forward(matrix(x).view()).expect("they fit"),
                    golden,
                );
            }
            _ => panic!("{call} is no call of the step's"),
        }
    }
}
