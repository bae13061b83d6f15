//! Makes the calls of step 08, one piece a function. A piece is left out where the function is missing or has another
//! signature.

use crate::implementation::step_03::LayerNorm;
use ndarray::{Array1, Array2, ArrayView2, Axis, ErrorKind, Ix2, ShapeError, s};
use runtime::{Call, Input, Reply, Scalar, call, reply};

use crate::implementation::step_08 as step;

type Matrix = Input<f32, Ix2>;
type Rows = Result<Array2<f32>, ShapeError>;
type Norm = (Array1<f32>, Array1<f32>, Scalar<f32>);
type Asked = (Matrix, Norm, String);

fn norm((weight, bias, eps): &Norm) -> LayerNorm {
    LayerNorm {
        weight: weight.clone(),
        bias: bias.clone(),
        eps: eps.0,
    }
}

/// The layer that is written so.
fn sublayer(code: &str) -> fn(ArrayView2<'_, f32>) -> Rows {
    match code {
        "|h| Ok(&h + &h)" => |h| Ok(&h + &h),
        "|h| Ok(&h + 1.0)" => |h| Ok(&h + 1.0),
        "|h| Ok(h.mapv(f32::tanh))" => |h| Ok(h.mapv(f32::tanh)),
        "|h| Ok(h.slice(s![..;-1, ..]).to_owned())" => |h| Ok(h.slice(s![..;-1, ..]).to_owned()),
        "|h| Ok(h.sum_axis(Axis(1)).insert_axis(Axis(1)))" => {
            |h| Ok(h.sum_axis(Axis(1)).insert_axis(Axis(1)))
        }
        "|h| Ok(h.sum_axis(Axis(0)).insert_axis(Axis(0)))" => {
            |h| Ok(h.sum_axis(Axis(0)).insert_axis(Axis(0)))
        }
        _ => |_| Err(ShapeError::from_kind(ErrorKind::Unsupported)),
    }
}

/// Answers one call; `None` where there is no such piece or the arguments are not the function's.
pub fn answer(asked: &Call) -> Option<Reply> {
    match asked.function.as_str() {
        #[cfg(not(left_out = "residual"))]
        "residual" => call(asked, |(x, output): &(Matrix, Matrix)| {
            reply::<Rows>(step::residual(x.view(), output.view()))
        }),
        #[cfg(not(left_out = "pre_norm"))]
        "pre_norm" => call(asked, |(x, layer, code): &Asked| {
            reply::<Rows>(step::pre_norm(x.view(), &norm(layer), sublayer(code)))
        }),
        // The learner's own residual connection, used as the reference uses it. Where an answer equals this one, its fault
        // lies in an earlier task.
        #[cfg(not(left_out = "composed_pre_norm"))]
        "composed_pre_norm" => call(asked, |(x, layer, code): &Asked| {
            let compose = || -> Rows {
                let normalized = norm(layer).forward(x.view())?;
                let output = sublayer(code)(normalized.view())?;
                step::residual(x.view(), output.view())
            };
            reply(compose())
        }),
        _ => None,
    }
}
