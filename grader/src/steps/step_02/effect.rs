//! What a wrong mask does to attention: who sees what they must not, and who does not see what they may.

use crate::protocol::{Array, Call};

/// A number as low as this hides a key from ordinary scores, though not from all.
const LOW: f64 = -100.0;

/// The effect of a wrong mask; `None` for what is no mask, and where softmax gives the same weights all the same.
pub(super) fn of(call: &Call, right: &Array, wrong: &Array) -> Option<String> {
    if !matches!(call.function.as_str(), "causal_mask" | "cached_causal_mask") {
        return None;
    }
    let &[_, columns] = right.shape.as_slice() else {
        return None;
    };
    let mut leaks = Vec::new();
    let mut held_back = true;
    let mut blind = Vec::new();
    let mut dead = Vec::new();
    let width = columns.max(1) as usize;
    let rows = right.entries.chunks(width).zip(wrong.entries.chunks(width));
    for (i, (right, wrong)) in rows.enumerate() {
        if is_dead(wrong) {
            dead.push(i);
            continue;
        }
        for (j, (&right, &wrong)) in right.iter().zip(wrong).enumerate() {
            match (right == f64::NEG_INFINITY, wrong == f64::NEG_INFINITY) {
                (true, false) => {
                    leaks.push((i, j));
                    held_back &= wrong <= LOW;
                }
                (false, true) => blind.push((i, j)),
                _ => {}
            }
        }
    }
    let mut effects = Vec::new();
    if let Some(&(i, j)) = leaks.first() {
        let when = if held_back {
            "where its other scores are low enough, "
        } else {
            ""
        };
        effects.push(format!(
            "Leak: {when}query {i} can see key {j}, which it must not{}.",
            more(leaks.len())
        ));
    }
    if let Some(&(i, j)) = blind.first() {
        effects.push(format!(
            "Blind: query {i} cannot see key {j}, which it may{}.",
            more(blind.len())
        ));
    }
    if let Some(row) = dead.first() {
        effects.push(format!(
            "Dead: in row {row} softmax gives NaN{}.",
            more(dead.len())
        ));
    }
    (!effects.is_empty()).then(|| effects.join("\n"))
}

/// Whether softmax makes NaN of a row. An infinite score less itself, as it computes it, is NaN too.
fn is_dead(row: &[f64]) -> bool {
    let all_blocked = row.iter().all(|&entry| entry == f64::NEG_INFINITY);
    let odd = |&entry: &f64| entry.is_nan() || entry == f64::INFINITY;
    all_blocked || row.iter().any(odd)
}

/// How many more there are.
fn more(count: usize) -> String {
    match count {
        0 | 1 => String::new(),
        2 => ", and one more".to_owned(),
        count => format!(", and {} more", count - 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::{Dtype, Layout};

    const BLOCKED: f64 = f64::NEG_INFINITY;

    fn effect(right: [f64; 4], wrong: [f64; 4]) -> Option<String> {
        let call = Call {
            function: "causal_mask".to_owned(),
            dtype: Dtype::F32,
            arguments: Vec::new(),
        };
        let array = |entries: [f64; 4]| Array {
            shape: vec![2, 2],
            layout: Layout::Rows,
            entries: entries.to_vec(),
        };
        of(&call, &array(right), &array(wrong))
    }

    #[test]
    fn leaks_blind_places_and_dead_rows_are_told() {
        let right = [0.0, BLOCKED, 0.0, 0.0];
        assert_eq!(effect(right, right), None);
        assert_eq!(
            effect(right, [0.0; 4]).as_deref(),
            Some("Leak: query 0 can see key 1, which it must not.")
        );
        let held_back = "Leak: where its other scores are low enough, query 0 can see key 1, which it must not.";
        assert_eq!(
            effect(right, [0.0, -1e9, 0.0, 0.0]).as_deref(),
            Some(held_back)
        );
        let strict = [BLOCKED, BLOCKED, 0.0, BLOCKED];
        let told =
            "Blind: query 1 cannot see key 1, which it may.\nDead: in row 0 softmax gives NaN.";
        assert_eq!(effect(right, strict).as_deref(), Some(told));
        for odd in [f64::NAN, f64::INFINITY] {
            let dead = "Dead: in row 0 softmax gives NaN.";
            assert_eq!(effect(right, [0.0, odd, 0.0, 0.0]).as_deref(), Some(dead));
        }
    }
}
