//! Makes the calls of step 08, one piece a function. A piece is left out where the function is missing or has another
//! signature.

use crate::implementation::step_03::LayerNorm;
use ndarray::{Array2, ArrayView2, Axis, ErrorKind, Ix2, ShapeError, s};
use runtime::{Call, Input, Reply, call, reply};

use crate::implementation::step_08 as step;

type Matrix = Input<f32, Ix2>;
type Rows = Result<Array2<f32>, ShapeError>;
type Asked = (Matrix, LayerNorm, String);

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
            reply::<Rows>(step::pre_norm(x.view(), layer, sublayer(code)))
        }),
        // The learner's own residual connection, used as the reference uses it. Where an answer equals this one, its fault
        // lies in an earlier task.
        #[cfg(not(left_out = "composed_pre_norm"))]
        "composed_pre_norm" => call(asked, |(x, layer, code): &Asked| {
            let compose = || -> Rows {
                let normalized = layer.forward(x.view())?;
                let output = sublayer(code)(normalized.view())?;
                step::residual(x.view(), output.view())
            };
            reply(compose())
        }),
        _ => None,
    }
}
