//! What people get wrong in step 09. A mistake is the oracle with another path, in one way or several; to add one, add a
//! line here and a section to `mistakes.md`.

use super::oracle;
use crate::steps::misconception::{mistakes, way};
use crate::steps::step_08::oracle::sum;
use crate::steps::{Family, Misconception};
use bounded::Answer;

/// All families.
pub(super) const ALL: &[Family] = &[
    Family::new("The normalizations", NORMS),
    Family::new("The stream", STREAM),
    Family::new("The layers", LAYERS),
];

const TEXTS: &str = include_str!("mistakes.md");

const NORMS: &[Misconception] = mistakes![
    K2 [1] (path: |block, x| {
        let x = sum(x, &block.attn(&block.ln_1(x)?)?)?;
        sum(&x, &block.mlp(&block.ln_1(&x)?)?)
    })
    K3 [1] (path: |block, x| {
        let x = sum(x, &block.attn(&block.ln_2(x)?)?)?;
        sum(&x, &block.mlp(&block.ln_1(&x)?)?)
    })
    K4 [1] (path: |block, x| {
        let x = block.ln_1(&sum(x, &block.attn(x)?)?)?;
        block.ln_2(&sum(&x, &block.mlp(&x)?)?)
    })
    K7 [1]
        (path: |block, x| {
            let x = sum(x, &block.attn(&block.ln_1(x)?)?)?;
            sum(&x, &block.mlp(&x)?)
        })
        (path: |block, x| {
            let x = sum(x, &block.attn(&block.ln_1(x)?)?)?;
            block.ln_2(&x)?;
            sum(&x, &block.mlp(&x)?)
        })
    K8 [1]
        (path: |block, x| {
            let x = sum(x, &block.attn(x)?)?;
            sum(&x, &block.mlp(&block.ln_2(&x)?)?)
        })
        (path: |block, x| {
            block.ln_1(x)?;
            let x = sum(x, &block.attn(x)?)?;
            sum(&x, &block.mlp(&block.ln_2(&x)?)?)
        })
    K11 [1] (path: |block, x| {
        let normalized = block.ln_1(x)?;
        let x = sum(&normalized, &block.attn(&normalized)?)?;
        let normalized = block.ln_2(&x)?;
        sum(&normalized, &block.mlp(&normalized)?)
    })
    K12 [1] (path: |block, x| {
        let attention = block.attn(&block.ln_1(x)?)?;
        let x = sum(x, &attention)?;
        sum(&x, &block.mlp(&block.ln_2(&attention)?)?)
    })
];

const STREAM: &[Misconception] = mistakes![
    K1 [1]
        (path: |block, x| {
            let attention = block.attn(&block.ln_1(x)?)?;
            let network = block.mlp(&block.ln_2(x)?)?;
            sum(&sum(x, &attention)?, &network)
        })
        (path: |block, x| {
            let normalized = block.ln_1(x)?;
            let (attention, network) = (block.attn(&normalized)?, block.mlp(&normalized)?);
            sum(&sum(x, &attention)?, &network)
        })
    K5 [1] (path: |block, x| {
        let middle = sum(x, &block.attn(&block.ln_1(x)?)?)?;
        sum(x, &block.mlp(&block.ln_2(&middle)?)?)
    })
    K9 [1]
        (path: |block, x| {
            let x = block.attn(&block.ln_1(x)?)?;
            sum(&x, &block.mlp(&block.ln_2(&x)?)?)
        })
    K10 [1]
        (path: |block, x| {
            let x = sum(x, &block.attn(&block.ln_1(x)?)?)?;
            block.mlp(&block.ln_2(&x)?)
        })
    K17 [1] (path: |block, x| {
        let x = block.attn(&block.ln_1(x)?)?;
        block.mlp(&block.ln_2(&x)?)
    })
];

const LAYERS: &[Misconception] = mistakes![
    K6 [1]
        (path: |block, x| {
            let x = sum(x, &block.mlp(&block.ln_2(x)?)?)?;
            sum(&x, &block.attn(&block.ln_1(&x)?)?)
        })
        (path: |block, x| {
            let x = sum(x, &block.mlp(&block.ln_1(x)?)?)?;
            sum(&x, &block.attn(&block.ln_2(&x)?)?)
        })
    K13 [1] (path: |block, x| {
        let x = sum(x, &block.attn_without_mask(&block.ln_1(x)?)?)?;
        sum(&x, &block.mlp(&block.ln_2(&x)?)?)
    })
    K14 [1]
        (path: |block, x| sum(x, &block.mlp(&block.ln_2(x)?)?))
        (path: |block, x| {
            sum(x, &block.attn(&block.ln_1(x)?)?)?;
            sum(x, &block.mlp(&block.ln_2(x)?)?)
        })
    K15 [1] (path: |block, x| sum(x, &block.attn(&block.ln_1(x)?)?))
    K16 [1] (path: |block, x| (oracle::RIGHT.path)(block, x).map_err(|_| Answer::Panic))
];
