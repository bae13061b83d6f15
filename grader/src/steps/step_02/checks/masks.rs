//! The questions of tasks 7 and 8.

use fastrand::Rng;

use super::{in_every_dtype, overflowing, repeat, small_sizes};
use crate::protocol::{Call, Value};
use crate::steps::Check;
use crate::steps::step_02::calls::{call, sizes};

pub(in crate::steps::step_02) fn causal_mask(seed: u64) -> Vec<Check> {
    masks("causal_mask", seed)
}

pub(in crate::steps::step_02) fn cached_causal_mask(seed: u64) -> Vec<Check> {
    masks("cached_causal_mask", seed)
}

/// The call that makes the same mask from the learner's own earlier functions.
pub(in crate::steps::step_02) fn compose(mask: &Call) -> Call {
    let mut arguments = mask.arguments.clone();
    let upper = match (mask.function.as_str(), arguments.last()) {
        ("cached_causal_mask", Some(num_tokens)) => num_tokens.clone(),
        _ => Value::Size(0),
    };
    arguments.push(upper);
    call("composed", mask.dtype, arguments)
}

fn masks(function: &str, seed: u64) -> Vec<Check> {
    let mut rng = Rng::with_seed(seed);
    // Above 64 and above 256 in each direction: a mask with many rows has as many columns.
    let large = [
        [rng.u64(2..=9), rng.u64(65..=110)],
        [rng.u64(2..=9), rng.u64(257..=300)],
        [rng.u64(65..=90), rng.u64(1..=9)],
        [rng.u64(257..=265), rng.u64(1..=9)],
    ];
    let mut checks = in_every_dtype("small sizes", |dtype| {
        small_sizes()
            .into_iter()
            .map(|pair| sizes(function, dtype, pair))
            .collect()
    });
    checks.extend(in_every_dtype("large sizes", |dtype| {
        large
            .iter()
            .map(|&pair| sizes(function, dtype, pair))
            .collect()
    }));
    checks.extend(in_every_dtype("lengths that overflow", |dtype| {
        overflowing()
            .into_iter()
            .map(|pair| sizes(function, dtype, pair))
            .collect()
    }));
    repeat(&mut checks, &mut rng);
    checks
}
