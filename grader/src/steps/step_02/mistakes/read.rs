//! What an answer shows of a number that a mistake leaves open.

use super::oracle::{self, BLOCKED, Band, Mask};
use crate::protocol::{Array, Call, Reply, Value};
use crate::steps::step_02::asked::signed;

/// The largest value of a form of row and column that is open in a mask.
pub(super) fn edge(call: &Call, reply: &Reply, form: fn(&Mask, i64, i64) -> i64) -> Option<f64> {
    let (mask, array) = (Mask::of(call, 0.0)?, array(reply)?);
    let open = places(array).filter(|(_, entry)| *entry == 0.0);
    open.map(|([i, j], _)| form(&mask, i, j) as f64)
        .reduce(f64::max)
}

/// What stands in place of the value that blocks.
pub(super) fn blocked(call: &Call, reply: &Reply) -> Option<f64> {
    instead(call, reply, |right| right == BLOCKED)
}

/// What stands in place of the value that allows.
pub(super) fn allowed(call: &Call, reply: &Reply) -> Option<f64> {
    instead(call, reply, |right| right == 0.0)
}

/// What stands in place of anything but 0.
pub(super) fn kept(call: &Call, reply: &Reply) -> Option<f64> {
    instead(call, reply, |right| right != 0.0)
}

/// How much more than the sum was returned.
pub(super) fn rest(call: &Call, reply: &Reply) -> Option<f64> {
    match (call.arguments.as_slice(), reply) {
        (&[Value::Size(l), Value::Size(n)], Reply::Returned(Value::Size(total))) => {
            Some((i128::from(*total) - i128::from(l) - i128::from(n)) as f64)
        }
        _ => None,
    }
}

/// What stands where a band does not keep the entry.
pub(super) fn rest_of_band(call: &Call, reply: &Reply) -> Option<f64> {
    let (band, array) = (Band::of(call, 0.0)?, array(reply)?);
    let rest = places(array).filter(|([i, j], _)| band.inside(*i, *j) == band.exclude);
    rest.map(|(_, entry)| entry).reduce(f64::max)
}

/// The one entry of a constant.
pub(super) fn entry(_: &Call, reply: &Reply) -> Option<f64> {
    array(reply)?.entries.first().copied()
}

/// The largest entry that stands where the right ones are such.
fn instead(call: &Call, reply: &Reply, is_such: fn(f64) -> bool) -> Option<f64> {
    let (right, array) = (oracle::expect(call), array(reply)?);
    let right = right.array().filter(|right| right.shape == array.shape)?;
    let pairs = right.entries.iter().zip(&array.entries);
    pairs
        .filter(|(right, _)| is_such(**right))
        .map(|(_, entry)| *entry)
        .reduce(f64::max)
}

fn array(reply: &Reply) -> Option<&Array> {
    match reply {
        Reply::Returned(value) => value.array(),
        _ => None,
    }
}

fn places(array: &Array) -> impl Iterator<Item = ([i64; 2], f64)> {
    let columns = array
        .shape
        .last()
        .map_or(1, |columns| signed(*columns))
        .max(1);
    (0..)
        .zip(&array.entries)
        .map(move |(place, entry)| ([place / columns, place % columns], *entry))
}
