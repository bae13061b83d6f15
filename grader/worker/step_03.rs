//! Makes the calls of step 03, one piece a function. A piece is left out where the function is missing or has another
//! signature.

use ndarray::{Array1, Array2, Axis, Ix1, Ix2};
use runtime::{Call, Input, Reply, Scalar, call, reply};

use crate::implementation::step_03 as step;

type Matrix = Input<f32, Ix2>;
type Vector = Input<f32, Ix1>;
type Scaled = Result<Array2<f32>, step::ShapeMismatch>;
type Layer = (Array1<f32>, Array1<f32>, Scalar<f32>);

/// What the error says as it is given, whatever a learner has it say.
fn said(expected: usize, actual: usize) -> String {
    format!("expected a vector of shape [{expected}], got [{actual}]")
}

/// Answers one call; `None` where there is no such piece or the arguments are not the function's.
pub fn answer(asked: &Call) -> Option<Reply> {
    match asked.function.as_str() {
        #[cfg(not(left_out = "mean"))]
        "mean" => call(asked, |(x,): &(Matrix,)| {
            reply::<Array1<f32>>(step::mean(x.view()))
        }),
        #[cfg(not(left_out = "variance"))]
        "variance" => call(asked, |(x,): &(Matrix,)| {
            reply::<Array1<f32>>(step::variance(x.view()))
        }),
        #[cfg(not(left_out = "normalize"))]
        "normalize" => call(asked, |(x, eps): &(Matrix, Scalar<f32>)| {
            reply::<Array2<f32>>(step::normalize(x.view(), eps.0))
        }),
        #[cfg(not(left_out = "scale_and_shift"))]
        "scale_and_shift" => call(asked, |(x, weight, bias): &(Matrix, Vector, Vector)| {
            let scaled: Scaled = step::scale_and_shift(x.view(), weight.view(), bias.view());
            reply(scaled.map_err(|error| said(error.expected, error.actual)))
        }),
        #[cfg(not(left_out = "LayerNorm::new"))]
        "LayerNorm::new" => call(asked, |(weight, bias, eps): &Layer| {
            let made: Result<step::LayerNorm, step::ShapeMismatch> =
                step::LayerNorm::new(weight.clone(), bias.clone(), eps.0);
            let made = made.map(|layer| ((layer.weight, layer.bias), Scalar(layer.eps)));
            reply(made.map_err(|error| said(error.expected, error.actual)))
        }),
        #[cfg(not(left_out = "LayerNorm::forward"))]
        "LayerNorm::forward" => call(asked, |(layer, x): &(step::LayerNorm, Matrix)| {
            reply::<Scaled>(layer.forward(x.view()))
        }),
        // The learner's own earlier functions, put together as the reference puts them together. Where an answer equals
        // this one, its fault lies in an earlier task.
        #[cfg(not(left_out = "composed_variance"))]
        "composed_variance" => call(asked, |(x,): &(Matrix,)| {
            let mean: Array1<f32> = step::mean(x.view());
            let mut squares: Array2<f32> = &x.view() - &mean.insert_axis(Axis(1));
            squares.mapv_inplace(|distance| distance * distance);
            reply::<Array1<f32>>(step::mean(squares.view()))
        }),
        #[cfg(not(left_out = "composed_normalize"))]
        "composed_normalize" => call(asked, |(x, eps): &(Matrix, Scalar<f32>)| {
            let variance: Array1<f32> = step::variance(x.view());
            let deviation = variance.mapv(|variance| (variance + eps.0).sqrt());
            let mean: Array1<f32> = step::mean(x.view());
            reply((&x.view() - &mean.insert_axis(Axis(1))) / &deviation.insert_axis(Axis(1)))
        }),
        #[cfg(not(left_out = "composed_forward"))]
        "composed_forward" => call(asked, |(layer, x): &(step::LayerNorm, Matrix)| {
            let normalized: Array2<f32> = step::normalize(x.view(), layer.eps);
            reply::<Scaled>(step::scale_and_shift(
                normalized.view(),
                layer.weight.view(),
                layer.bias.view(),
            ))
        }),
        _ => None,
    }
}
