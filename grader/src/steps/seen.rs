//! What is seen of a question, to choose among several and to find what the wrong ones have in common.

use crate::protocol::{Call, Layout, Value};

/// From here on a number is large, whatever it is.
const LARGEST_SEEN: u64 = 1 << 20;

/// How large a question is: of several that are answered wrongly, the smallest is the one to show.
pub fn size(call: &Call) -> u64 {
    let sizes = call.arguments.iter().map(|argument| match argument {
        // Of the largest numbers none is smaller than another to the eye.
        Value::Size(size) => 1 + (*size).min(LARGEST_SEEN),
        Value::Ids(ids) => 1 + ids.len() as u64,
        other => {
            let shape = other.array().map_or(&[][..], |array| &array.shape);
            shape.iter().fold(1, |area, side| area * (side + 1))
        }
    });
    sizes.fold(1, u64::saturating_mul)
}

/// The longest side in a question: a length, or that of an argument.
pub fn longest_side(call: &Call) -> u64 {
    fn of(argument: &Value) -> u64 {
        match argument {
            Value::Size(size) => *size,
            Value::Ids(ids) => ids.len() as u64,
            Value::Record(parts) => parts.iter().map(of).max().unwrap_or_default(),
            other => {
                let sides = other.array().into_iter().flat_map(|array| &array.shape);
                sides.copied().max().unwrap_or_default()
            }
        }
    }
    call.arguments.iter().map(of).max().unwrap_or_default()
}

/// How the arrays of a question lie in memory, one after the other, those of a record among them.
pub fn layouts(call: &Call) -> Vec<Layout> {
    fn add(argument: &Value, layouts: &mut Vec<Layout>) {
        match argument {
            Value::Record(parts) => parts.iter().for_each(|part| add(part, layouts)),
            Value::Fixture(_) => layouts.push(Layout::Rows),
            other => layouts.extend(other.array().map(|array| array.layout)),
        }
    }
    let mut layouts = Vec::new();
    for argument in &call.arguments {
        add(argument, &mut layouts);
    }
    layouts
}
