//! What a function of step 07 comes to by earlier ones, and what it asks them.

use super::oracle;
use crate::protocol::{Array, Call, Dtype, Layout, Value};
use crate::steps::Expected;
use crate::steps::domains::reals::call;

/// What the reference asks the earlier functions, and what they ask others.
pub(super) fn parts(whole: &Call) -> Vec<Call> {
    let mut asked = Vec::new();
    // Where an error is right, no more is asked.
    let _ = match (whole.function.as_str(), whole.arguments.as_slice()) {
        ("attention", [query, key, _, mask]) => one_head([query, key], mask, &mut asked),
        ("MultiHeadAttention::forward", [Value::Record(parts), x]) => {
            all_heads(parts, x, &mut asked)
        }
        _ => None,
    };
    asked
}

/// Notes a call, and gives its right answer.
fn ask(function: &str, arguments: &[&Value], asked: &mut Vec<Call>) -> Option<Value> {
    let arguments = arguments.iter().map(|argument| (*argument).clone());
    let call = call(function, arguments.collect());
    let answer = right(&call);
    asked.push(call);
    answer
}

fn right(call: &Call) -> Option<Value> {
    match oracle::expect(call) {
        Expected::Value(value, _) => Some(value),
        Expected::Error(_) => None,
    }
}

fn one_head(of: [&Value; 2], mask: &Value, asked: &mut Vec<Call>) -> Option<()> {
    let Value::Array(mut scores) = ask("attention_scores", &of, asked)? else {
        return None;
    };
    for (score, mask) in scores.entries.iter_mut().zip(&mask.array()?.entries) {
        *score = Dtype::F32.round(*score + mask);
    }
    ask("softmax", &[&Value::Array(scores)], asked)?;
    Some(())
}

fn all_heads(parts: &[Value], x: &Value, asked: &mut Vec<Call>) -> Option<()> {
    let [c_attn, _, heads] = parts else {
        return None;
    };
    let qkv = oracle::layer(c_attn, x)?;
    let Value::Record(thirds) = ask("split_qkv", &[&qkv], asked)? else {
        return None;
    };
    let mut split = Vec::new();
    for third in &thirds {
        split.push(ask("split_heads", &[third, heads], asked)?);
    }
    let count = split[0].array()?.shape[0];
    let tokens = x.array()?.shape[0];
    let mask = causal(tokens);
    let mut merged = split[0].array()?.clone();
    merged.entries.clear();
    for number in 0..count {
        let head: Vec<Value> = split
            .iter()
            .map(|heads| of_head(heads, number))
            .collect::<Option<_>>()?;
        let [query, key, value] = head.as_slice() else {
            return None;
        };
        one_head([query, key], &mask, asked)?;
        let taken = ask("attention", &[query, key, value, &mask], asked)?;
        merged.entries.extend(&taken.array()?.entries);
    }
    ask("merge_heads", &[&Value::Array(merged)], asked)?;
    Some(())
}

/// The matrix of one head.
fn of_head(heads: &Value, number: u64) -> Option<Value> {
    let Array { shape, entries, .. } = heads.array()?;
    let length = (shape[1] * shape[2]) as usize;
    let start = number as usize * length;
    Some(Value::Array(Array {
        shape: shape[1..].to_vec(),
        layout: Layout::Rows,
        entries: entries[start..start + length].to_vec(),
    }))
}

/// The mask that the whole takes.
fn causal(tokens: u64) -> Value {
    let entry = |place: u64| match place % tokens > place / tokens {
        true => f64::NEG_INFINITY,
        false => 0.0,
    };
    Value::Array(Array {
        shape: vec![tokens, tokens],
        layout: Layout::Rows,
        entries: (0..tokens * tokens).map(entry).collect(),
    })
}
