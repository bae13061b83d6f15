//! The questions of step 02. Small ones are the same for everyone, so that every message can be read and compared;
//! large ones follow from the seed, so that a table of answers or a right answer for small sizes only is found out.

use fastrand::Rng;

use super::calls::{all_digits, banded, bands, broadcast, call, counting, scalar, sizes};
use crate::protocol::{Call, Dtype, Layout, Value};
use crate::steps::Check;

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

/// Products that no `usize` holds, with both sides above 0.
fn too_large() -> Vec<[u64; 2]> {
    let most = usize::MAX as u64;
    let half = 1 << (usize::BITS / 2);
    vec![[most, 2], [2, most], [most, most], [half, half]]
}

pub(super) fn mask_value(_seed: u64) -> Vec<Check> {
    let calls = |dtype| vec![call("mask_value", dtype, vec![])];
    let mut checks = in_every_dtype("the value", calls);
    repeat(&mut checks, &mut Rng::with_seed(0));
    checks
}

pub(super) fn total_length(seed: u64) -> Vec<Check> {
    let mut rng = Rng::with_seed(seed);
    let most = usize::MAX as u64;
    let part = rng.u64(1..most / 2);
    let large = vec![
        [most, 0],
        [0, most],
        [most - 1, 1],
        [most / 2, most / 2],
        [part, rng.u64(1..most / 2)],
    ];
    let calls = |pairs: Vec<[u64; 2]>| {
        pairs
            .into_iter()
            .map(|pair| sizes("total_length", Dtype::F32, pair))
            .collect()
    };
    let mut checks = vec![
        Check {
            name: "small sums".into(),
            calls: calls(small_sizes()),
        },
        Check {
            name: "large sums".into(),
            calls: calls(large),
        },
        Check {
            name: "sums that overflow".into(),
            calls: calls(overflowing()),
        },
    ];
    repeat(&mut checks, &mut rng);
    checks
}

pub(super) fn constant(seed: u64) -> Vec<Check> {
    let mut rng = Rng::with_seed(seed);
    let mut values = vec![
        0.0,
        1.0,
        -2.0,
        0.5,
        f64::NEG_INFINITY,
        f64::INFINITY,
        f64::NAN,
    ];
    values.push(f64::from(rng.i32(3..=250)));
    values.push(-f64::from(rng.i32(3..=250)));
    let calls = |dtype| {
        let values = values.iter().copied().chain([all_digits(dtype)]);
        values
            .map(|value| call("constant", dtype, vec![scalar(value)]))
            .collect()
    };
    let mut checks = in_every_dtype("a constant", calls);
    repeat(&mut checks, &mut rng);
    checks
}

pub(super) fn broadcast_to(seed: u64) -> Vec<Check> {
    let mut rng = Rng::with_seed(seed);
    let make = |dtype, value, [rows, columns]: [u64; 2]| {
        call(
            "broadcast_to",
            dtype,
            vec![scalar(value), Value::Size(rows), Value::Size(columns)],
        )
    };
    let any = f64::from(rng.i32(3..=250));
    let values = [2.0, f64::NEG_INFINITY, any];
    let mut shapes: Vec<[u64; 2]> = small_sizes().into_iter().map(|[l, n]| [l, l + n]).collect();
    shapes.extend([[2, 1], [4, 1], [5, 2], [6, 3], [3, 0]]);
    shapes.sort_by_key(|[rows, columns]| rows + columns);
    shapes.dedup();
    let large = large_shapes(&mut rng);
    let mut checks = in_every_dtype("small shapes", |dtype| {
        values
            .iter()
            .flat_map(|&value| shapes.iter().map(move |&shape| make(dtype, value, shape)))
            .collect()
    });
    checks.extend(in_every_dtype("a value with many digits", |dtype| {
        vec![make(dtype, all_digits(dtype), [2, 2])]
    }));
    checks.extend(in_every_dtype("large shapes", |dtype| {
        large.iter().map(|&shape| make(dtype, any, shape)).collect()
    }));
    checks.extend(in_every_dtype("shapes that overflow", |dtype| {
        too_large()
            .into_iter()
            .map(|shape| make(dtype, 2.0, shape))
            .collect()
    }));
    repeat(&mut checks, &mut rng);
    checks
}

pub(super) fn band_part(seed: u64) -> Vec<Check> {
    const SMALL: [[u64; 2]; 9] = [
        [0, 3],
        [1, 1],
        [2, 2],
        [3, 3],
        [2, 5],
        [5, 2],
        [4, 6],
        [6, 4],
        [3, 0],
    ];
    const BLOCKED: [[u64; 2]; 3] = [[3, 3], [2, 4], [4, 2]];
    let mut rng = Rng::with_seed(seed);
    let bands = bands(&[None, Some(0), Some(1), Some(2), Some(9)]);
    let mut checks = in_every_dtype("distinct values", |dtype| {
        let inputs = SMALL.iter().map(|&shape| counting(shape, Layout::Rows));
        inputs
            .flat_map(|input| {
                bands
                    .iter()
                    .map(move |&band| banded(dtype, input.clone(), band))
            })
            .collect()
    });
    checks.extend(in_every_dtype("negative infinity", |dtype| {
        let inputs = BLOCKED
            .iter()
            .map(|&shape| broadcast(f64::NEG_INFINITY, shape));
        inputs
            .flat_map(|input| {
                bands
                    .iter()
                    .map(move |&band| banded(dtype, input.clone(), band))
            })
            .collect()
    }));
    let columns = rng.choose_multiple(bands.iter().copied(), 6);
    checks.extend(in_every_dtype("an input stored by columns", |dtype| {
        columns
            .iter()
            .map(|&band| banded(dtype, counting([3, 4], Layout::Columns), band))
            .collect()
    }));
    checks.extend(in_every_dtype("values with many digits", |dtype| {
        let mut input = counting([2, 2], Layout::Rows);
        input.entries.fill(all_digits(dtype));
        vec![banded(dtype, input, (None, None, false))]
    }));
    let large: Vec<_> = large_shapes(&mut rng)
        .into_iter()
        .map(|shape| {
            let bound = |rng: &mut Rng| rng.bool().then(|| rng.u64(0..=70));
            (shape, (bound(&mut rng), bound(&mut rng), rng.bool()))
        })
        .collect();
    checks.extend(in_every_dtype("large inputs", |dtype| {
        large
            .iter()
            .map(|&(shape, band)| banded(dtype, counting(shape, Layout::Rows), band))
            .collect()
    }));
    repeat(&mut checks, &mut rng);
    checks
}

pub(super) fn causal_mask(seed: u64) -> Vec<Check> {
    masks("causal_mask", seed)
}

pub(super) fn cached_causal_mask(seed: u64) -> Vec<Check> {
    masks("cached_causal_mask", seed)
}

/// The call that makes the same mask from the learner's own earlier functions.
pub(super) fn compose(mask: &Call) -> Call {
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

fn small_sizes() -> Vec<[u64; 2]> {
    let mut sizes: Vec<_> = SEQUENCE_LENGTHS
        .flat_map(|l| NUM_TOKENS.map(move |n| [l, n]))
        .collect();
    sizes.sort_by_key(|[l, n]| l + n);
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
    let check = |dtype| Check {
        name: format!("{what}, {}", super::show::dtype(dtype)),
        calls: calls(dtype),
    };
    DTYPES.into_iter().map(check).collect()
}

/// Asks some of the questions once more, in another order: an answer must not depend on the calls before it.
fn repeat(checks: &mut Vec<Check>, rng: &mut Rng) {
    const MOST: usize = 60;
    const LARGEST: u64 = 1 << 10;
    let small = |call: &&Call| super::super::size(call) < LARGEST;
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
