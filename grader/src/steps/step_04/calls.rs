//! What the network of step 04 comes to by the layer and the activation, and what it asks them.

use super::oracle;
use crate::protocol::{Call, Value};
use crate::steps::Expected;
use crate::steps::domains::reals::{call, scalar};

/// Of so many hidden units it is found out what the activation makes of them.
const UNITS: usize = 32;

/// What the reference asks the layer and the activation.
pub(super) fn parts(whole: &Call) -> Vec<Call> {
    let [Value::Record(layers), x] = whole.arguments.as_slice() else {
        return Vec::new();
    };
    let [c_fc, c_proj] = layers.as_slice() else {
        return Vec::new();
    };
    let forward =
        |layer: &Value, x: &Value| call("Linear::forward", vec![layer.clone(), x.clone()]);
    let first = forward(c_fc, x);
    let Expected::Value(Value::Array(mut hidden), _) = oracle::expect(&first) else {
        return vec![first];
    };
    let activation = |x: &f64| call("gelu", vec![scalar(*x)]);
    let mut calls: Vec<Call> = hidden.entries.iter().take(UNITS).map(activation).collect();
    for entry in &mut hidden.entries {
        let activated = oracle::expect(&activation(entry));
        let activated = activated
            .array()
            .and_then(|one| one.entries.first().copied());
        *entry = activated.unwrap_or(*entry);
    }
    calls.extend([first, forward(c_proj, &Value::Array(hidden))]);
    calls
}
