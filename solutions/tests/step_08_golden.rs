//! The reference answers of step 08 against the values that PyTorch computed; see `grader/tests/data/step_08/README.md`.
//!
//! The grader's oracle has bounds that are derived, and is held against the same values; here a bound on the scale of the
//! numbers will do.

mod golden;

use golden::{calls, is_near, matrix, text, vector};
use ndarray::{Array2, ArrayView2, ShapeError, s};
use solutions::step_03::LayerNorm;
use solutions::step_08::{pre_norm, residual};

/// What rounding may come to, beside the largest number.
const ROUNDING: f32 = 3e-6;

/// The layer that is written so.
fn layer(code: &str) -> fn(ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeError> {
    match code {
        "|h| Ok(&h + &h)" => |h| Ok(&h + &h),
        "|h| Ok(&h + 1.0)" => |h| Ok(&h + 1.0),
        "|h| Ok(h.mapv(f32::tanh))" => |h| Ok(h.mapv(f32::tanh)),
        "|h| Ok(h.slice(s![..;-1, ..]).to_owned())" => |h| Ok(h.slice(s![..;-1, ..]).to_owned()),
        other => panic!("no layer is written `{other}`"),
    }
}

#[test]
fn what_pytorch_computed_is_what_the_reference_computes() {
    let calls = calls("step_08");
    assert!(calls.len() > 70, "{} calls", calls.len());
    for (call, arrays) in &calls {
        match arrays.as_slice() {
            [x, output, golden] => {
                let ours = residual(matrix(x).view(), matrix(output).view()).expect("they fit");
                let pairs = ours.iter().zip(golden);
                assert!(pairs.clone().all(|(a, b)| is_near(*a, *b, 0.0)), "{call}");
            }
            [x, weight, bias, eps, code, golden] => {
                let norm = LayerNorm::new(vector(weight), vector(bias), eps.sum());
                let x = matrix(x);
                let ours = pre_norm(x.view(), &norm.expect("they fit"), layer(&text(code)));
                let ours = ours.expect("they fit").into_dyn();
                assert_eq!(ours.shape(), golden.shape(), "{call}");
                let largest = golden.iter().fold(1.0, |most: f32, y| most.max(y.abs()));
                for (a, b) in ours.iter().zip(golden) {
                    assert!(
                        is_near(*a, *b, largest * ROUNDING),
                        "{call}: {a} and not {b}"
                    );
                }
            }
            _ => panic!("{call} is no call of the step's"),
        }
    }
}
