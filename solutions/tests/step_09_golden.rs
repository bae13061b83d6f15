//! The reference answer of step 09 against the values that PyTorch and transformers computed; see
//! `grader/tests/data/step_09/README.md`.

mod golden;

use golden::{calls, is_near, matrix, vector};
use ndarray::ArrayD;
use solutions::step_03::LayerNorm;
use solutions::step_04::{Linear, Mlp};
use solutions::step_07::MultiHeadAttention;
use solutions::step_09::Block;

/// What rounding may come to, beside the largest number.
const ROUNDING: f32 = 4e-6;

fn linear(weight: &ArrayD<f32>, bias: &ArrayD<f32>) -> Linear {
    Linear {
        weight: matrix(weight),
        bias: vector(bias),
    }
}

fn norm(weight: &ArrayD<f32>, bias: &ArrayD<f32>, eps: &ArrayD<f32>) -> LayerNorm {
    LayerNorm {
        weight: vector(weight),
        bias: vector(bias),
        eps: eps.sum(),
    }
}

#[test]
fn what_others_computed_is_what_the_reference_computes() {
    let calls = calls("step_09");
    assert!(calls.keys().any(|call| call.contains("transformers")));
    for (call, arrays) in &calls {
        let [a, b, c, d, e, f, g, heads, h, i, j, k, l, m, n, x, golden] = arrays.as_slice() else {
            panic!("{call} is no call of the step's");
        };
        let block = Block {
            ln_1: norm(a, b, c),
            attn: MultiHeadAttention {
                c_attn: linear(d, e),
                c_proj: linear(f, g),
                n_head: heads.sum() as usize,
            },
            ln_2: norm(h, i, j),
            mlp: Mlp {
                c_fc: linear(k, l),
                c_proj: linear(m, n),
            },
        };
        let ours = block.forward(matrix(x).view()).expect("they fit");
        assert_eq!(ours.shape(), golden.shape(), "{call}");
        let largest = golden.iter().fold(0.0, |most: f32, y| most.max(y.abs()));
        for (a, b) in ours.iter().zip(golden) {
            let allowed = largest * ROUNDING;
            assert!(is_near(*a, *b, allowed), "{call}: {a} and not {b}");
        }
    }
}
