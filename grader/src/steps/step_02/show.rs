//! Shows a call of step 02 as Rust code that can be pasted into a test.

use super::calls::counted;
use crate::protocol::{Array, Call, Dtype, Layout, Value};

/// A matrix with more entries than this is described, not written out.
const LONGEST: usize = 36;

/// The call as code; its last line is the call itself, the lines before it make its arguments.
pub(super) fn call(call: &Call) -> String {
    let dtype = call.dtype.name();
    let function = call.function.as_str();
    match call.arguments.as_slice() {
        [] => format!("{function}::<{dtype}>()"),
        [Value::Array(value)] => format!("{function}({})", scalar(value, call.dtype)),
        [Value::Array(value), Value::Size(rows), Value::Size(columns)] => {
            format!(
                "let a = arr0({});\n{function}(&a, ({}, {}))",
                scalar(value, call.dtype),
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

fn scalar(value: &Array, dtype: Dtype) -> String {
    number(value.entries.first().copied().unwrap_or_default(), dtype)
}

/// A number of the dtype, as Rust code.
fn number(value: f64, dtype: Dtype) -> String {
    let name = dtype.name();
    match dtype {
        _ if value == f64::NEG_INFINITY => format!("{name}::NEG_INFINITY"),
        _ if value == f64::INFINITY => format!("{name}::INFINITY"),
        _ if value.is_nan() => format!("{name}::NAN"),
        _ if value == dtype.largest() => format!("{name}::MAX"),
        _ if value == -dtype.largest() => format!("{name}::MIN"),
        _ if value == dtype.smallest_normal() => format!("{name}::MIN_POSITIVE"),
        Dtype::F16 | Dtype::Bf16 => format!("{name}::from_f64({value:?})"),
        Dtype::F32 => format!("{:?}_f32", value as f32),
        Dtype::F64 => format!("{value:?}_f64"),
    }
}

/// The line that makes the matrix `a`, and how the call takes it.
fn matrix(input: &Array, dtype: Dtype) -> (String, String) {
    let (rows, columns) = (input.shape[0], input.shape[1]);
    let make = match input.layout {
        Layout::Broadcast => format!("let a = arr0({});", scalar(input, dtype)),
        _ if input.entries.is_empty() => {
            format!(
                "let a = Array2::<{}>::zeros(({rows}, {columns}));",
                dtype.name()
            )
        }
        _ if input.entries.len() > LONGEST => described(input, dtype),
        _ => written_out(input, dtype),
    };
    let view = match input.layout {
        Layout::Rows => "a.view()".to_owned(),
        Layout::Columns => "a.t().as_standard_layout().t()".to_owned(),
        Layout::Broadcast => format!("a.broadcast(({rows}, {columns})).unwrap()"),
        Layout::Gaps => "stack![Axis(2), a, a].slice(s![.., .., 0])".to_owned(),
        Layout::Reversed => "a.slice(s![..;-1, ..;-1])".to_owned(),
    };
    if input.layout == Layout::Reversed {
        let turned = "let a = Array2::from_shape_fn(a.dim(), |(i, j)| a[[a.nrows() - 1 - i, a.ncols() - 1 - j]]);";
        return (format!("{make}\n{turned}"), view);
    }
    (make, view)
}

/// All entries, one by one.
fn written_out(input: &Array, dtype: Dtype) -> String {
    let plain =
        |entry: f64| entry.is_finite() && entry.abs() < 1e4 && entry.abs() >= 0.01 || entry == 0.0;
    let half = matches!(dtype, Dtype::F16 | Dtype::Bf16);
    let simple = input.entries.iter().all(|entry| plain(*entry));
    // One typed number gives the array its dtype.
    let entry = |(k, &entry): (usize, &f64)| match (simple, dtype) {
        (true, Dtype::F32) if k == 0 => format!("{entry:?}_f32"),
        (true, _) => format!("{entry:?}"),
        (false, _) if plain(entry) && !half && k > 0 => format!("{entry:?}"),
        (false, _) => number(entry, dtype),
    };
    let entries: Vec<_> = input.entries.iter().enumerate().map(entry).collect();
    let rows = entries.chunks(input.shape[1] as usize);
    let rows: Vec<_> = rows.map(|row| format!("[{}]", row.join(", "))).collect();
    let typed = if simple && half {
        format!(".mapv({}::from_f32)", dtype.name())
    } else {
        String::new()
    };
    format!("let a = array![{}]{typed};", rows.join(", "))
}

/// By what stands where, as the questions are made.
fn described(input: &Array, dtype: Dtype) -> String {
    let (rows, columns) = (input.shape[0], input.shape[1]);
    let half = matches!(dtype, Dtype::F16 | Dtype::Bf16);
    let count = format!("((i * {columns} + j) % 251 + 1) as");
    let count = if half {
        format!("{}::from_f32({count} f32)", dtype.name())
    } else {
        format!("{count} {}", dtype.name())
    };
    // The place of the first entry is one of those where another may stand.
    let first = input.entries[0];
    let entry = if input.entries == counting(rows * columns) {
        count
    } else {
        format!(
            "if (i + j) % 3 == 0 {{ {} }} else {{ {count} }}",
            number(first, dtype)
        )
    };
    format!("let a = Array2::from_shape_fn(({rows}, {columns}), |(i, j)| {entry});")
}

fn counting(count: u64) -> Vec<f64> {
    (0..count).map(counted).collect()
}
