//! The questions of step 02. Small ones are the same for everyone, so that every message can be read and compared;
//! large ones follow from the seed, so that a table of answers or a right answer for small sizes only is found out.
//!
//! No side is longer than about 300. Longer ones would find more mistakes (an index cut to 16 bits), and turn right
//! answers away: one that calls itself for every row, or one that takes the rows it needs from a larger square mask.

mod band;
mod masks;
mod parts;

use fastrand::Rng;

use crate::protocol::{Call, Dtype};
use crate::steps::Check;

pub(super) use band::band_part;
pub(super) use masks::{cached_causal_mask, causal_mask, compose};
pub(super) use parts::{broadcast_to, constant, mask_value, total_length};

/// In the order that finds most soonest: f16 cannot tell -1e9 from negative infinity.
const DTYPES: [Dtype; 4] = [Dtype::F32, Dtype::Bf16, Dtype::F16, Dtype::F64];

/// The sizes of masks are these by `NUM_TOKENS`.
const SEQUENCE_LENGTHS: std::ops::RangeInclusive<u64> = 0..=6;
const NUM_TOKENS: std::ops::RangeInclusive<u64> = 0..=5;

/// Sums that no `usize` holds.
fn overflowing() -> Vec<[u64; 2]> {
    let most = usize::MAX as u64;
    vec![
        [most, 1],
        [1, most],
        [most, most],
        [most / 2 + 1, most / 2 + 1],
    ]
}

fn small_sizes() -> Vec<[u64; 2]> {
    let mut sizes: Vec<_> = SEQUENCE_LENGTHS
        .flat_map(|l| NUM_TOKENS.map(move |n| [l, n]))
        .collect();
    // A mask without rows says little; the first question should not be one.
    sizes.sort_by_key(|&[l, n]| (l == 0, l + n));
    sizes
}

/// Shapes above 64 and above 256 in each direction. Narrow ones, because every entry of them is compared.
fn large_shapes(rng: &mut Rng) -> [[u64; 2]; 5] {
    [
        [rng.u64(65..=90), rng.u64(2..=9)],
        [rng.u64(2..=9), rng.u64(65..=110)],
        [rng.u64(65..=75), rng.u64(66..=80)],
        [rng.u64(257..=300), rng.u64(2..=9)],
        [rng.u64(2..=9), rng.u64(257..=300)],
    ]
}

/// The same questions in each dtype.
fn in_every_dtype(what: &str, calls: impl Fn(Dtype) -> Vec<Call>) -> Vec<Check> {
    let check = |dtype: Dtype| Check {
        name: format!("{what}, {}", dtype.name()),
        calls: calls(dtype),
    };
    DTYPES.into_iter().map(check).collect()
}

/// Asks some of the questions once more, in another order: an answer must not depend on the calls before it.
fn repeat(checks: &mut Vec<Check>, rng: &mut Rng) {
    const MOST: usize = 60;
    const LARGEST: u64 = 1 << 10;
    let small = |call: &&Call| crate::steps::size(call) < LARGEST;
    let calls = checks
        .iter()
        .flat_map(|check| &check.calls)
        .filter(small)
        .cloned();
    let mut calls = rng.choose_multiple(calls, MOST);
    rng.shuffle(&mut calls);
    checks.push(Check {
        name: "the same again, in another order".into(),
        calls,
    });
}
