//! The reference answers of step 03 against the values that PyTorch computed; see `grader/tests/data/step_03/README.md`.
//!
//! Two right programs round differently, and what a row loses when its mean is subtracted goes with its largest entry. The
//! grader's oracle has bounds that are derived, and is held against the same values; here a bound on that scale will do.

mod golden;

use golden::{calls, is_near, matrix, vector};
use ndarray::{Array1, Array2, Array3, ArrayD, Axis};
use solutions::step_03::{LayerNorm, mean, normalize, scale_and_shift, variance};

/// What rounding may come to, beside the largest entry of a row.
const ROUNDING: f32 = 1e-6;

/// A row's largest entry, and by how much a difference in the row grows when it is normalized.
fn scales(x: &Array2<f32>, eps: f32) -> (Array1<f32>, Array1<f32>) {
    let largest = x.map_axis(Axis(1), |row| {
        row.iter().fold(f32::MIN_POSITIVE, |a, b| a.max(b.abs()))
    });
    let grown = variance(x.view()).mapv(|variance| (variance + eps).sqrt().recip());
    (largest, grown)
}

#[track_caller]
fn assert_near(call: &str, ours: &ArrayD<f32>, golden: &ArrayD<f32>, allowed: &Array1<f32>) {
    assert_eq!(ours.shape(), golden.shape(), "{call}");
    for ((ours, golden), allowed) in ours.outer_iter().zip(golden.outer_iter()).zip(allowed) {
        for (a, b) in ours.iter().zip(&golden) {
            assert!(
                is_near(*a, *b, *allowed),
                "{call}: {a} and not {b}, by more than {allowed}"
            );
        }
    }
}

#[test]
fn what_pytorch_computed_is_what_the_reference_computes() {
    let calls = calls("step_03");
    assert!(calls.len() > 150, "{} calls", calls.len());
    for (call, arrays) in &calls {
        let (function, _) = call.split_once('/').expect("a function");
        let (x, eps) = match (function, arrays.as_slice()) {
            ("LayerNorm.forward", [_, _, eps, x, _]) => (matrix(x), eps.sum()),
            ("normalize", [x, eps, _]) => (matrix(x), eps.sum()),
            (_, [x, ..]) => (matrix(x), 0.0),
            _ => panic!("{call} has no arguments"),
        };
        let (largest, grown) = scales(&x, eps);
        let normal = &largest * &grown + 1.0;
        let (ours, scale) = match (function, arrays.as_slice()) {
            ("mean", _) => (mean(x.view()).into_dyn(), largest),
            ("variance", _) => {
                let scale = &largest * &grown.mapv(f32::recip) + &largest * &largest * ROUNDING;
                (variance(x.view()).into_dyn(), scale)
            }
            ("normalize", _) => (normalize(x.view(), eps).into_dyn(), normal),
            ("scale_and_shift", [_, weight, bias, _]) => {
                let (weight, bias) = (vector(weight), vector(bias));
                let y = scale_and_shift(x.view(), weight.view(), bias.view());
                (y.expect("they fit").into_dyn(), largest * 2.0 + 1.0)
            }
            (_, [weight, bias, ..]) => {
                let layer = LayerNorm::new(vector(weight), vector(bias), eps).expect("they fit");
                (
                    layer.forward(x.view()).expect("they fit").into_dyn(),
                    normal * 2.0,
                )
            }
            _ => panic!("{call} is no call of the step's"),
        };
        assert_near(call, &ours, &arrays[arrays.len() - 1], &(scale * ROUNDING));
    }
}

/// In PyTorch a layer without parameters is the same as one with ones and zeros.
#[test]
fn a_fresh_layer_only_normalizes() {
    let x = Array3::from_shape_fn((2, 3, 4), |(a, b, c)| (a * 7 + b * c) as f32);
    let layer = LayerNorm::new(Array1::ones(4), Array1::zeros(4), 1e-5).expect("they fit");
    for x in x.outer_iter() {
        assert_eq!(layer.forward(x), Ok(normalize(x, 1e-5)));
    }
}
