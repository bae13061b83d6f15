//! The questions of task 6.

use fastrand::Rng;

use super::{in_every_dtype, large_shapes, repeat};
use crate::protocol::Layout;
use crate::steps::Check;
use crate::steps::step_02::calls::{all_digits, banded, bands, broadcast, counting};

pub(in crate::steps::step_02) fn band_part(seed: u64) -> Vec<Check> {
    const SMALL: [[u64; 2]; 9] = [
        [1, 1],
        [2, 2],
        [3, 3],
        [2, 5],
        [5, 2],
        [4, 6],
        [6, 4],
        [3, 0],
        [0, 3],
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
        .flat_map(|shape| {
            // With both bounds, so that each edge of the band is seen, and with neither, so that everything is.
            let mut bound = |least, most| Some(rng.u64(least..=most));
            let bands = [
                (bound(0, 9), bound(0, 9), false),
                (bound(0, 70), bound(0, 70), true),
                (bound(71, 250), bound(71, 250), true),
                (None, None, false),
            ];
            bands.map(|band| (shape, band))
        })
        .collect();
    checks.extend(in_every_dtype("large inputs", |dtype| {
        let inputs = large.iter();
        inputs
            .map(|&(shape, band)| banded(dtype, counting(shape, Layout::Rows), band))
            .collect()
    }));
    repeat(&mut checks, &mut rng);
    checks
}
