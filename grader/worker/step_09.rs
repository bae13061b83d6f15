//! Makes the calls of step 09, one piece a function. A piece is left out where the function is missing or has another
//! signature.

use crate::implementation::step_03::LayerNorm;
use crate::implementation::step_04::{Linear, Mlp};
use crate::implementation::step_07::MultiHeadAttention;
use ndarray::{Array1, Array2, Ix2, ShapeError};
use runtime::{Call, Input, Reply, Scalar, call, reply};

use crate::implementation::step_09 as step;

type Matrix = Input<f32, Ix2>;
type Rows = Result<Array2<f32>, ShapeError>;
type Norm = (Array1<f32>, Array1<f32>, Scalar<f32>);
type Layer = (Array2<f32>, Array1<f32>);
type Block = (Norm, (Layer, Layer, usize), Norm, (Layer, Layer));

fn norm((weight, bias, eps): &Norm) -> LayerNorm {
    LayerNorm {
        weight: weight.clone(),
        bias: bias.clone(),
        eps: eps.0,
    }
}

fn linear((weight, bias): &Layer) -> Linear {
    Linear {
        weight: weight.clone(),
        bias: bias.clone(),
    }
}

/// Answers one call; `None` where there is no such piece or the arguments are not the function's.
pub fn answer(asked: &Call) -> Option<Reply> {
    match asked.function.as_str() {
        #[cfg(not(left_out = "Block::forward"))]
        "Block::forward" => call(asked, |(block, x): &(Block, Matrix)| {
            let (ln_1, (c_attn, c_proj, n_head), ln_2, (c_fc, last)) = block;
            let block = step::Block {
                ln_1: norm(ln_1),
                attn: MultiHeadAttention {
                    c_attn: linear(c_attn),
                    c_proj: linear(c_proj),
                    n_head: *n_head,
                },
                ln_2: norm(ln_2),
                mlp: Mlp {
                    c_fc: linear(c_fc),
                    c_proj: linear(last),
                },
            };
            reply::<Rows>(block.forward(x.view()))
        }),
        _ => None,
    }
}
