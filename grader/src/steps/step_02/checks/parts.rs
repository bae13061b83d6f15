//! The questions of tasks 2 to 5.

use fastrand::Rng;

use super::{in_every_dtype, large_shapes, overflowing, repeat, small_sizes};
use crate::protocol::{Dtype, Value};
use crate::steps::Check;
use crate::steps::step_02::calls::{all_digits, call, scalar, sizes};

/// So often the value is asked for in each dtype: it must not change after some calls.
const CALLS: usize = 32;

pub(in crate::steps::step_02) fn mask_value(_seed: u64) -> Vec<Check> {
    let calls = |dtype| vec![call("mask_value", dtype, vec![]); CALLS];
    let mut checks = in_every_dtype("the value", calls);
    repeat(&mut checks, &mut Rng::with_seed(0));
    checks
}

pub(in crate::steps::step_02) fn total_length(seed: u64) -> Vec<Check> {
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

pub(in crate::steps::step_02) fn constant(seed: u64) -> Vec<Check> {
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

pub(in crate::steps::step_02) fn broadcast_to(seed: u64) -> Vec<Check> {
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
    shapes.sort_by_key(|&[rows, columns]| (rows * columns == 0, rows + columns));
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

/// Products that no `usize` holds, with both sides above 0.
fn too_large() -> Vec<[u64; 2]> {
    let most = usize::MAX as u64;
    let half = 1 << (usize::BITS / 2);
    vec![[most, 2], [2, most], [most, most], [half, half]]
}
