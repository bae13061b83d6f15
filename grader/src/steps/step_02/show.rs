//! Shows a call of step 02 as Rust code that can be pasted into a test.

use crate::protocol::{Array, Call, Dtype, Layout, Value};

/// A matrix with more entries than this is described, not written out.
const LONGEST: usize = 36;

/// The call as code; its last line is the call itself, the lines before it make its arguments.
pub(super) fn call(call: &Call) -> String {
    let dtype = call.dtype.name();
    let function = call.function.as_str();
    match call.arguments.as_slice() {
        [] => format!("{function}::<{dtype}>()"),
        [Value::Array(value)] => format!("{function}({})", scalar(value, dtype)),
        [Value::Array(value), Value::Size(rows), Value::Size(columns)] => {
            format!(
                "let a = arr0({});\n{function}(&a, ({}, {}))",
                scalar(value, dtype),
                size(*rows),
                size(*columns)
            )
        }
        [
            Value::Array(input),
            Value::Bound(lower),
            Value::Bound(upper),
            Value::Flag(exclude),
        ] => {
            let (make, view) = matrix(input, call.dtype);
            format!(
                "{make}\n{function}({view}, {}, {}, {exclude})",
                bound(*lower),
                bound(*upper)
            )
        }
        [Value::Size(first), Value::Size(second)] if function == "total_length" => {
            format!("{function}({}, {})", size(*first), size(*second))
        }
        [Value::Size(first), Value::Size(second), ..] => {
            format!("{function}::<{dtype}>({}, {})", size(*first), size(*second))
        }
        _ => function.to_owned(),
    }
}

/// Sizes near the largest one are read more easily as what they are.
fn size(size: u64) -> String {
    let most = usize::MAX as u64;
    match most - size.min(most) {
        0 => "usize::MAX".to_owned(),
        1 => "usize::MAX - 1".to_owned(),
        _ if size == most / 2 => "usize::MAX / 2".to_owned(),
        _ if size == most / 2 + 1 => "usize::MAX / 2 + 1".to_owned(),
        _ => size.to_string(),
    }
}

fn bound(bound: Option<u64>) -> String {
    bound.map_or_else(|| "None".to_owned(), |bound| format!("Some({bound})"))
}

fn scalar(value: &Array, dtype: &str) -> String {
    let value = value.entries.first().copied().unwrap_or_default();
    match dtype {
        _ if value == f64::NEG_INFINITY => format!("{dtype}::NEG_INFINITY"),
        _ if value == f64::INFINITY => format!("{dtype}::INFINITY"),
        _ if value.is_nan() => format!("{dtype}::NAN"),
        "f16" | "bf16" => format!("{dtype}::from_f32({value:?})"),
        _ => format!("{value:?}_{dtype}"),
    }
}

/// The line that makes the matrix `a`, and how the call takes it.
fn matrix(input: &Array, dtype: Dtype) -> (String, String) {
    let name = dtype.name();
    let (rows, columns) = (input.shape[0], input.shape[1]);
    if input.layout == Layout::Broadcast {
        let make = format!("let a = arr0({});", scalar(input, name));
        return (make, format!("a.broadcast(({rows}, {columns})).unwrap()"));
    }
    let half = matches!(dtype, Dtype::F16 | Dtype::Bf16);
    let typed = if half {
        format!(".mapv({name}::from_f32)")
    } else {
        String::new()
    };
    let make = if input.entries.is_empty() {
        format!("let a = Array2::<{name}>::zeros(({rows}, {columns}));")
    } else if input.entries.len() > LONGEST {
        let number = if half { "f32" } else { name };
        let entry = format!("((i * {columns} + j) % 251 + 1) as {number}");
        format!("let a = Array2::from_shape_fn(({rows}, {columns}), |(i, j)| {entry}){typed};")
    } else {
        // One typed number gives the array its dtype.
        let first = if dtype == Dtype::F32 { "_f32" } else { "" };
        let number = |k: usize, entry: f64| format!("{entry:?}{}", if k == 0 { first } else { "" });
        let numbers: Vec<_> = input
            .entries
            .iter()
            .enumerate()
            .map(|(k, &entry)| number(k, entry))
            .collect();
        let rows: Vec<_> = numbers
            .chunks(columns as usize)
            .map(|row| format!("[{}]", row.join(", ")))
            .collect();
        format!("let a = array![{}]{typed};", rows.join(", "))
    };
    let columns = input.layout == Layout::Columns;
    (
        make,
        if columns {
            "a.t().as_standard_layout().t()".to_owned()
        } else {
            "a.view()".to_owned()
        },
    )
}
