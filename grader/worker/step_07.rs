//! Makes the calls of step 07, one piece a function. A piece is left out where the function is missing or has another
//! signature.

use crate::implementation::step_02::causal_mask;
use ndarray::{Array2, Array3, Axis, Ix2, Ix3, ShapeError, stack};
use runtime::{Call, Input, Reply, Value, Valued, call, reply};

use crate::implementation::step_07 as step;

type Matrix = Input<f32, Ix2>;
type Heads = Input<f32, Ix3>;
type Made = Result<Array2<f32>, ShapeError>;
type Split = Result<Array3<f32>, ShapeError>;
type Thirds = Result<[Array2<f32>; 3], ShapeError>;
/// Query, key, value and mask.
type Head = (Matrix, Matrix, Matrix, Matrix);
type Asked = (step::MultiHeadAttention, Matrix);

/// Answers one call; `None` where there is no such piece or the arguments are not the function's.
pub fn answer(asked: &Call) -> Option<Reply> {
    match asked.function.as_str() {
        #[cfg(not(left_out = "softmax"))]
        "softmax" => call(asked, |(scores,): &(Matrix,)| {
            reply::<Array2<f32>>(step::softmax(scores.view()))
        }),
        #[cfg(not(left_out = "attention_scores"))]
        "attention_scores" => call(asked, |(query, key): &(Matrix, Matrix)| {
            reply::<Array2<f32>>(step::attention_scores(query.view(), key.view()))
        }),
        #[cfg(not(left_out = "attention"))]
        "attention" => call(asked, |(query, key, value, mask): &Head| {
            let taken = step::attention(query.view(), key.view(), value.view(), mask.view());
            reply::<Array2<f32>>(taken)
        }),
        #[cfg(not(left_out = "split_qkv"))]
        "split_qkv" => call(asked, |(qkv,): &(Matrix,)| {
            let thirds: Thirds = step::split_qkv(qkv.view());
            reply(thirds.map(|thirds| Value::Record(thirds.map(Valued::value).to_vec())))
        }),
        #[cfg(not(left_out = "split_heads"))]
        "split_heads" => call(asked, |(x, n_head): &(Matrix, usize)| {
            reply::<Split>(step::split_heads(x.view(), *n_head))
        }),
        #[cfg(not(left_out = "merge_heads"))]
        "merge_heads" => call(asked, |(heads,): &(Heads,)| {
            reply::<Array2<f32>>(step::merge_heads(heads.view()))
        }),
        #[cfg(not(left_out = "MultiHeadAttention::forward"))]
        "MultiHeadAttention::forward" => call(asked, |(attention, x): &Asked| {
            reply::<Made>(attention.forward(x.view()))
        }),
        // The learner's own earlier functions, put together as the reference puts them together. Where an answer equals
        // this one, its fault lies in an earlier task.
        #[cfg(not(left_out = "composed_attention"))]
        "composed_attention" => call(asked, |(query, key, value, mask): &Head| {
            let scores: Array2<f32> = step::attention_scores(query.view(), key.view());
            let weights: Array2<f32> = step::softmax((scores + mask.view()).view());
            reply(weights.dot(&value.view()))
        }),
        #[cfg(not(left_out = "composed_forward"))]
        "composed_forward" => call(asked, |(whole, x): &Asked| {
            let compose = || -> Made {
                let qkv: Array2<f32> = whole.c_attn.forward(x.view())?;
                let thirds: [Array2<f32>; 3] = step::split_qkv(qkv.view())?;
                let [query, key, value] =
                    thirds.map(|third| -> Split { step::split_heads(third.view(), whole.n_head) });
                let (query, key, value) = (query?, key?, value?);
                let mask: Array2<f32> = causal_mask(x.view().nrows(), 0)?;
                let mut heads = Array3::<f32>::zeros(value.dim());
                for (number, mut head) in heads.outer_iter_mut().enumerate() {
                    let of = |heads: &Array3<f32>| heads.index_axis(Axis(0), number).to_owned();
                    let (query, key, value) = (of(&query), of(&key), of(&value));
                    let taken: Array2<f32> =
                        step::attention(query.view(), key.view(), value.view(), mask.view());
                    head.assign(&taken);
                }
                let merged: Array2<f32> = step::merge_heads(heads.view());
                whole.c_proj.forward(merged.view())
            };
            reply(compose())
        }),
        // The weights of all heads, for a picture of them.
        #[cfg(not(left_out = "composed_weights"))]
        "composed_weights" => call(asked, |(whole, x): &Asked| {
            let compose = || -> Split {
                let qkv: Array2<f32> = whole.c_attn.forward(x.view())?;
                let [query, key, _]: [Array2<f32>; 3] = step::split_qkv(qkv.view())?;
                let query: Array3<f32> = step::split_heads(query.view(), whole.n_head)?;
                let key: Array3<f32> = step::split_heads(key.view(), whole.n_head)?;
                let mask: Array2<f32> = causal_mask(x.view().nrows(), 0)?;
                let of_head = |(query, key)| -> Array2<f32> {
                    let scores: Array2<f32> = step::attention_scores(query, key);
                    step::softmax((scores + &mask).view())
                };
                let heads = query.outer_iter().zip(key.outer_iter());
                let heads: Vec<Array2<f32>> = heads.map(of_head).collect();
                let heads: Vec<_> = heads.iter().map(|head| head.view()).collect();
                stack(Axis(0), &heads)
            };
            reply(compose())
        }),
        _ => None,
    }
}
