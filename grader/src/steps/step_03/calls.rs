//! What a function of step 03 comes to by earlier ones, and what it asks them.

use super::oracle;
use crate::protocol::{Array, Call, Dtype, Layout, Value};
use crate::steps::Expected;
use crate::steps::domains::reals::call;

/// What the reference asks the earlier functions, and what they ask others.
pub(super) fn parts(whole: &Call) -> Vec<Call> {
    let right = |part: &Call| match oracle::expect(part) {
        Expected::Value(value, _) => Some(value),
        Expected::Error(_) => None,
    };
    let asked: Vec<Call> = match (whole.function.as_str(), whole.arguments.as_slice()) {
        ("variance", [x]) => {
            let mean = call("mean", vec![x.clone()]);
            let squares = right(&mean).and_then(|mean| squares(x.array()?, mean.array()?));
            let squares = squares.map(|squares| call("mean", vec![squares]));
            [mean].into_iter().chain(squares).collect()
        }
        ("normalize", [x, _]) => vec![call("variance", vec![x.clone()])],
        ("LayerNorm::forward", [Value::Record(layer), x]) => {
            let [weight, bias, eps] = layer.as_slice() else {
                return Vec::new();
            };
            let normalize = call("normalize", vec![x.clone(), eps.clone()]);
            let scaled = right(&normalize)
                .map(|x| call("scale_and_shift", vec![x, weight.clone(), bias.clone()]));
            [normalize].into_iter().chain(scaled).collect()
        }
        _ => Vec::new(),
    };
    let others: Vec<Call> = asked.iter().flat_map(parts).collect();
    [others, asked].concat()
}

/// The squares of the distances from the means of the rows.
fn squares(x: &Array, mean: &Array) -> Option<Value> {
    let &[rows, columns] = x.shape.as_slice() else {
        return None;
    };
    let round = |x| Dtype::F32.round(x);
    let square = |place: u64| {
        let place = place as usize;
        let distance =
            round(x.entries[place % x.entries.len()] - mean.entries[place / columns as usize]);
        round(distance * distance)
    };
    let entries = (0..rows * columns).map(square).collect();
    Some(Value::Array(Array {
        shape: x.shape.clone(),
        layout: Layout::Rows,
        entries,
    }))
}
