//! The reference answers of step 04 against the values that PyTorch computed; see `grader/tests/data/step_04/README.md`.
//!
//! The grader's oracle has bounds that are derived, and is held against the same values; here a bound on the scale of what
//! is added up will do.

mod golden;

use golden::{calls, is_near, matrix, vector};
use ndarray::{Array2, ArrayD};
use solutions::step_04::{Linear, Mlp, gelu};

/// What rounding may come to, beside the sum of all absolute values.
const ROUNDING: f32 = 1e-6;

fn linear(weight: &ArrayD<f32>, bias: &ArrayD<f32>) -> Linear {
    Linear::new(matrix(weight), vector(bias)).expect("they fit")
}

/// What an output would be if nothing cancelled.
fn scale(layer: &Linear, x: &Array2<f32>) -> Array2<f32> {
    let sizes = |x: &Array2<f32>| x.mapv(f32::abs);
    sizes(x).dot(&sizes(&layer.weight)) + &layer.bias.mapv(f32::abs)
}

#[test]
fn what_pytorch_computed_is_what_the_reference_computes() {
    let calls = calls("step_04");
    assert!(calls.len() > 200, "{} calls", calls.len());
    for (call, arrays) in &calls {
        let (ours, golden, scale) = match arrays.as_slice() {
            [x, golden] => {
                let y = x.mapv(gelu);
                (y, golden, x.mapv(f32::abs))
            }
            [weight, bias, x, golden] => {
                let (layer, x) = (linear(weight, bias), matrix(x));
                let y = layer.forward(x.view()).expect("they fit");
                (y.into_dyn(), golden, scale(&layer, &x).into_dyn())
            }
            [weight, bias, other_weight, other_bias, x, golden] => {
                let (c_fc, c_proj) = (linear(weight, bias), linear(other_weight, other_bias));
                let x = matrix(x);
                let scale = scale(&c_proj, &scale(&c_fc, &x));
                let y = Mlp { c_fc, c_proj }.forward(x.view()).expect("they fit");
                (y.into_dyn(), golden, scale.into_dyn())
            }
            _ => panic!("{call} is no call of the step's"),
        };
        assert_eq!(ours.shape(), golden.shape(), "{call}");
        for ((a, b), scale) in ours.iter().zip(golden).zip(&scale) {
            let allowed = scale * ROUNDING;
            assert!(
                is_near(*a, *b, allowed),
                "{call}: {a} and not {b}, by more than {allowed}"
            );
        }
    }
}
