//! What people get wrong in step 01. A mistake is the oracle with one choice made differently, in one way or several; to
//! add one, add a line here and a section to `mistakes.md`.

use super::oracle::{self, Config, RIGHT, Tensor, published, tensors};
use crate::steps::misconception::{mistakes, way};
use crate::steps::{Family, Misconception};

/// All families.
pub(super) const ALL: &[Family] = &[
    Family::new("The models", MODELS),
    Family::new("Widths", WIDTHS),
    Family::new("Counting", COUNTING),
    Family::new("Memory for keys and values", CACHE),
];

const TEXTS: &str = include_str!("mistakes.md");

const MODELS: &[Misconception] = mistakes![
    A1 [1] (smallest: || Config { vocabulary: 50_256, ..(RIGHT.smallest)() })
    A2 [1] (smallest: || Config { vocabulary: 50_304, ..(RIGHT.smallest)() })
    A3 [1] (smallest: || Config { inner: Some(3072), ..(RIGHT.smallest)() })
    A4 [1]
        (smallest: || Config { eps: 1e-6, ..(RIGHT.smallest)() })
        (smallest: || Config { eps: 1e-12, ..(RIGHT.smallest)() })
        (smallest: || Config { eps: 1e-8, ..(RIGHT.smallest)() })
    A5 [1]
        (smallest: || Config { positions: 512, ..(RIGHT.smallest)() })
        (smallest: || Config { positions: 2048, ..(RIGHT.smallest)() })
    A6 [2] (named: |name| {
        Some(published(name).map(|[channels, blocks, heads]| [channels, heads, blocks]))
    })
    A7 [2] (named: |name| Some(published(name).or(published("gpt2"))))
    A8 [2] (named: |name| published(name).map(Some))
    A9 [2] (named: |name| {
        let lower = name.to_lowercase();
        Some(published(lower.trim()))
    })
    A10 [2] (named: |name| Some(published(match name {
        "gpt2-medium" => "gpt2-large",
        "gpt2-large" => "gpt2-medium",
        other => other,
    })))
    A11 [2] (named: |name| Some(published(name).map(|_| [768, 12, 12])))
];

const WIDTHS: &[Misconception] = mistakes![
    A12 [3, 5] (inner: |config| 4 * config.channels)
    A13 [3, 5] (inner: |config| config.inner.unwrap_or(config.channels))
    A14 [3, 5] (inner: |config| config.inner.unwrap_or(3072))
    A15 [3, 5] (inner: |config| 4 * config.inner.unwrap_or(config.channels))
    A16 [4] (head: |config| Some((config.heads > 0).then(|| config.channels / config.heads)))
    A17 [4] (head: |config| match config.heads {
        0 => None,
        _ => (RIGHT.head)(config),
    })
    A18 [4]
        (head: |config| (RIGHT.head)(&Config { heads: config.blocks, ..config.clone() }))
        (head: |config| match config.blocks {
            0 => None,
            _ => (RIGHT.head)(&Config { heads: config.blocks, ..config.clone() }),
        })
    A19 [4] (head: |config| match config.heads {
        0 => None,
        heads => Some(Some(config.channels / heads)),
    })
    A20 [4] (head: |_| Some(Some(64)))
];

const COUNTING: &[Misconception] = mistakes![
    A21 [5] (tensors: |config, inner| with(config, inner, "lm_head.weight", [config.vocabulary, config.channels], 1))
    A22 [5] (tensors: |config, inner| without(config, inner, |name| name.starts_with("wpe")))
    A23 [5] (tensors: |config, inner| without(config, inner, |name| name.starts_with("ln_f")))
    A24 [5] (tensors: |config, inner| without(config, inner, |name| name.starts_with("ln_2")))
    A25 [5] (tensors: |config, inner| without(config, inner, |name| name.contains("c_") && name.ends_with("bias")))
    A26 [5] (tensors: |config, inner| without(config, inner, |name| name.starts_with("ln_") && name.ends_with("bias")))
    A27 [5] (tensors: |config, inner| without(config, inner, |name| name.ends_with("bias")))
    A28 [5] (tensors: |config, inner| {
        let mut tensors = tensors(config, inner);
        for tensor in &mut tensors {
            if tensor.name.contains("c_attn") {
                tensor.shape[1] = config.channels;
            }
        }
        tensors
    })
    A29 [5] (tensors: |config, inner| with(config, inner, "attn.bias", [config.positions; 2], config.blocks))
    A30 [5] (tensors: |config, inner| without(config, inner, |name| name.starts_with("attn.c_proj")))
    A31 [5] (tensors: |config, inner| tensors(&Config { blocks: 1, ..config.clone() }, inner))
    A32 [5] (tensors: |config, inner| {
        let mut tensors = tensors(config, inner);
        for tensor in &mut tensors {
            if tensor.name.starts_with("attn") {
                tensor.times *= config.heads;
            }
        }
        tensors
    })
    A33 [5] (tensors: |config, inner| without(config, inner, |name| name.starts_with("w")))
    A34 [5] (tensors: |config, inner| without(config, inner, |name| name.starts_with("ln_")))
];

const CACHE: &[Misconception] = mistakes![
    A35 [6] (cache: |config, tokens, bytes| vec![config.blocks, config.channels, tokens, bytes])
    A36 [6] (cache: |config, tokens, bytes| vec![2, config.channels, tokens, bytes])
    A37 [6] (cache: |config, _, bytes| vec![2, config.blocks, config.channels, config.positions, bytes])
    A38 [6] (cache: |config, tokens, _| vec![2, config.blocks, config.channels, tokens])
    A39 [6] (cache: |config, tokens, bytes| vec![2, config.blocks, config.heads, config.channels, tokens, bytes])
];

/// All tensors but those with such a name.
fn without(config: &Config, inner: u64, is_such: fn(&str) -> bool) -> Vec<Tensor> {
    let mut tensors = tensors(config, inner);
    tensors.retain(|tensor| !is_such(tensor.name));
    tensors
}

/// All tensors and one more.
fn with(
    config: &Config,
    inner: u64,
    name: &'static str,
    shape: [u64; 2],
    times: u64,
) -> Vec<Tensor> {
    let mut tensors = tensors(config, inner);
    tensors.push(Tensor { name, shape, times });
    tensors
}
