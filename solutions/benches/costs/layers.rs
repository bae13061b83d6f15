//! Steps 03 to 09: the layers of a block, with the sizes of GPT-2, for 256 tokens.

use std::f32::consts::PI;

use ndarray::linalg::general_mat_mul;
use ndarray::{Array2, Array3, Axis, Zip};
use solutions::step_03::{LayerNorm, mean, normalize, scale_and_shift, variance};
use solutions::step_04::{Linear, Mlp, gelu};
use solutions::step_05::{Embedding, one_hot};
use solutions::step_06::embed;
use solutions::step_07::{
    MultiHeadAttention, attention, attention_scores, merge_heads, softmax, split_heads, split_qkv,
};
use solutions::step_08::{pre_norm, residual};
use solutions::step_09::Block;

use crate::harness::Case;
use crate::{matrix, vector};

const TOKENS: usize = 256;
const CHANNELS: usize = 768;
const HIDDEN: usize = 4 * CHANNELS;
const HEADS: usize = 12;
const WIDTH: usize = CHANNELS / HEADS;

/// A product into memory that is there already: what `matrixmultiply` takes.
pub fn product(rows: usize, inner: usize, columns: usize) -> impl FnMut() {
    let (a, b) = (matrix(rows, inner), matrix(inner, columns));
    let mut c = Array2::zeros((rows, columns));
    move || general_mat_mul(1.0, &a, &b, 0.0, &mut c)
}

/// A function of so many entries, into memory that is there already.
pub fn each(count: usize, function: fn(f32) -> f32) -> impl FnMut() {
    let x = vector(count);
    let mut y = x.clone();
    move || y.zip_mut_with(&x, |y, x| *y = function(*x))
}

/// What no head can do without: its scores, their exponentials, and what is taken of the values.
pub fn heads(tokens: usize, n_head: usize, width: usize) -> impl FnMut() {
    let mut scores = product(tokens, width, tokens);
    let mut exponentials = each(tokens * tokens, f32::exp);
    let mut taken = product(tokens, tokens, width);
    move || {
        for _ in 0..n_head {
            scores();
            exponentials();
            taken();
        }
    }
}

/// What no attention can do without: its products and its exponentials.
pub fn attention_work(tokens: usize, channels: usize, n_head: usize) -> impl FnMut() {
    let mut qkv = product(tokens, channels, 3 * channels);
    let mut heads = heads(tokens, n_head, channels / n_head);
    let mut merged = product(tokens, channels, channels);
    move || {
        qkv();
        heads();
        merged();
    }
}

/// What no feed-forward network can do without: its products and the exponentials of GELU.
pub fn mlp_work(tokens: usize, channels: usize) -> impl FnMut() {
    let mut up = product(tokens, channels, 4 * channels);
    let mut exponentials = each(tokens * 4 * channels, f32::exp);
    let mut down = product(tokens, 4 * channels, channels);
    move || {
        up();
        exponentials();
        down();
    }
}

/// What no block can do without.
pub fn block_work(tokens: usize, channels: usize, n_head: usize) -> impl FnMut() {
    let mut attention = attention_work(tokens, channels, n_head);
    let mut mlp = mlp_work(tokens, channels);
    move || {
        attention();
        mlp();
    }
}

pub fn norm(channels: usize) -> LayerNorm {
    LayerNorm {
        weight: vector(channels),
        bias: vector(channels),
        eps: 1e-5,
    }
}

fn linear(inputs: usize, outputs: usize) -> Linear {
    Linear {
        weight: matrix(inputs, outputs),
        bias: vector(outputs),
    }
}

/// A block of so many channels.
pub fn block(channels: usize, n_head: usize) -> Block {
    let attn = MultiHeadAttention {
        c_attn: linear(channels, 3 * channels),
        c_proj: linear(channels, channels),
        n_head,
    };
    let mlp = Mlp {
        c_fc: linear(channels, 4 * channels),
        c_proj: linear(4 * channels, channels),
    };
    Block {
        ln_1: norm(channels),
        attn,
        ln_2: norm(channels),
        mlp,
    }
}

/// The same function as [`gelu`], but for rounding, as its formula has it.
fn gelu_by_tanh(x: f32) -> f32 {
    let inner = (2.0 / PI).sqrt() * (x + 0.044715 * x.powi(3));
    0.5 * x * (1.0 + inner.tanh())
}

/// The cases of these steps.
pub fn run(case: &mut impl FnMut(Case<'_>)) {
    let Block {
        ln_1: norm,
        attn,
        mlp,
        ..
    } = block(CHANNELS, HEADS);
    let (x, wide) = (matrix(TOKENS, CHANNELS), matrix(TOKENS, HIDDEN));
    let size = format!("{TOKENS} × {CHANNELS}");
    case(
        Case::new(3, "layer norm", &size)
            .way("copy", || x.clone())
            .way("reference", || norm.forward(x.view()))
            .way("mean", || mean(x.view()))
            .way("variance", || variance(x.view()))
            .way("normalize", || normalize(x.view(), 1e-5))
            .way("scale and shift", || {
                scale_and_shift(x.view(), norm.weight.view(), norm.bias.view())
            }),
    );
    case(
        Case::new(4, "gelu", format!("{TOKENS} × {HIDDEN}"))
            .way("exp alone", || wide.mapv(f32::exp))
            .way("reference", || wide.mapv(gelu))
            .way("with tanh", || wide.mapv(gelu_by_tanh))
            .way("copy", || wide.clone()),
    );
    case(
        Case::new(4, "linear", &size)
            .way("product", product(TOKENS, CHANNELS, HIDDEN))
            .way("reference", || mlp.c_fc.forward(x.view()))
            .way("dot", || x.dot(&mlp.c_fc.weight)),
    );
    case(
        Case::new(4, "mlp", &size)
            .way("products, exp", mlp_work(TOKENS, CHANNELS))
            .way("reference", || mlp.forward(x.view())),
    );
    embeddings(case);
    attentions(&attn, case);
    case(
        Case::new(8, "residual", &size)
            .way("copy", || x.clone())
            .way("reference", || residual(x.view(), x.view())),
    );
    case(
        Case::new(8, "pre_norm", &size)
            .way("copy", || x.clone())
            .way("reference", || {
                pre_norm(x.view(), &norm, |h| Ok(h.to_owned()))
            }),
    );
    let block = block(CHANNELS, HEADS);
    case(
        Case::new(9, "block", &size)
            .way("products, exp", block_work(TOKENS, CHANNELS, HEADS))
            .way("reference", || block.forward(x.view())),
    );
}

/// Steps 05 and 06.
fn embeddings(case: &mut impl FnMut(Case<'_>)) {
    let table = |rows| Embedding {
        weight: matrix(rows, CHANNELS),
    };
    let (wte, wpe) = (table(8192), table(1024));
    let ids: Vec<usize> = (0..TOKENS).map(|number| number * 977 % 8192).collect();
    let x = matrix(TOKENS, CHANNELS);
    let size = format!("{TOKENS} × {CHANNELS}");
    case(
        Case::new(5, "embedding", &size)
            .way("copy", || x.clone())
            .way("reference", || wte.forward(&ids)),
    );
    case(
        Case::new(5, "one_hot", format!("{TOKENS} × 8192"))
            .way("fill", || {
                Array2::from_elem((TOKENS, 8192), std::hint::black_box(0.0_f32))
            })
            .way("reference", || one_hot(&ids, 8192)),
    );
    case(
        Case::new(6, "embed", &size)
            .way("copy", || x.clone())
            .way("reference", || embed(&wte, &wpe, &ids, 0)),
    );
}

/// Step 07.
fn attentions(attn: &MultiHeadAttention, case: &mut impl FnMut(Case<'_>)) {
    let (x, scores, qkv) = (
        matrix(TOKENS, CHANNELS),
        matrix(TOKENS, TOKENS),
        matrix(TOKENS, 3 * CHANNELS),
    );
    let (query, key, value) = (
        matrix(TOKENS, WIDTH),
        matrix(TOKENS, WIDTH),
        matrix(TOKENS, WIDTH),
    );
    let heads_of_x = split_heads(x.view(), HEADS).expect("the heads divide the channels");
    let size = format!("{TOKENS} × {CHANNELS}");
    case(
        Case::new(7, "softmax", format!("{TOKENS} × {TOKENS}"))
            .way("exp alone", || scores.mapv(f32::exp))
            .way("reference", || softmax(scores.view()))
            .way("copy", || scores.clone()),
    );
    case(
        Case::new(7, "attention_scores", format!("{TOKENS} × {WIDTH}"))
            .way("product", product(TOKENS, WIDTH, TOKENS))
            .way("reference", || attention_scores(query.view(), key.view())),
    );
    case(
        Case::new(7, "attention", format!("{TOKENS} × {WIDTH}"))
            .way("products, exp", heads(TOKENS, 1, WIDTH))
            .way("reference", || {
                attention(query.view(), key.view(), value.view(), scores.view())
            }),
    );
    case(
        Case::new(7, "split_qkv", format!("{TOKENS} × {}", 3 * CHANNELS))
            .way("copy", || qkv.clone())
            .way("reference", || split_qkv(qkv.view())),
    );
    case(
        Case::new(7, "split_heads", &size)
            .way("copy", || x.clone())
            .way("reference", || split_heads(x.view(), HEADS))
            .way("permuted copy", || permuted(&x)),
    );
    case(
        Case::new(7, "merge_heads", &size)
            .way("copy", || x.clone())
            .way("reference", || merge_heads(heads_of_x.view())),
    );
    case(
        Case::new(7, "multi-head", &size)
            .way("products, exp", attention_work(TOKENS, CHANNELS, HEADS))
            .way("reference", || attn.forward(x.view())),
    );
}

/// The heads of a matrix by ndarray's own means: a view in another order, copied.
fn permuted(x: &Array2<f32>) -> Option<Array3<f32>> {
    let heads = x.to_shape((TOKENS, HEADS, WIDTH)).ok()?;
    let mut copy = Array3::zeros((HEADS, TOKENS, WIDTH));
    for (to, from) in copy.outer_iter_mut().zip(heads.axis_iter(Axis(1))) {
        Zip::from(to).and(from).for_each(|to, from| *to = *from);
    }
    Some(copy)
}
