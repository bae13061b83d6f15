//! Numbers and arrays as Rust code.

use std::cell::RefCell;

use crate::protocol::{Array, Dtype, Layout};

/// An array with more entries than this is described, not written out.
const LONGEST: usize = 36;
/// Entries that start again after so many, at most, are described by these.
const PERIOD: usize = 16;

/// The one entry of an array, as Rust code.
pub(super) fn scalar(value: &Array, dtype: Dtype) -> String {
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

/// A shape as a tuple.
pub(super) fn tuple(shape: &[u64]) -> String {
    let sides: Vec<_> = shape.iter().map(u64::to_string).collect();
    match sides.as_slice() {
        [one] => one.clone(),
        sides => format!("({})", sides.join(", ")),
    }
}

/// An array with these entries, in rows.
pub(super) fn made(array: &Array, dtype: Dtype) -> String {
    let rank = array.shape.len();
    if rank == 0 || array.layout == Layout::Broadcast {
        return format!("arr0({})", scalar(array, dtype));
    }
    if array.entries.is_empty() {
        let (name, sides) = (dtype.name(), tuple(&array.shape));
        return format!("Array{rank}::<{name}>::zeros({sides})");
    }
    match described(array, dtype) {
        Some(described) if array.entries.len() > LONGEST => described,
        _ => written_out(array, dtype),
    }
}

/// All entries, one by one.
fn written_out(array: &Array, dtype: Dtype) -> String {
    let (entries, typed) = numbers(&array.entries, dtype);
    let mut parts = entries;
    for &side in array.shape.iter().rev() {
        let lists = parts.chunks(side as usize);
        parts = lists.map(|list| format!("[{}]", list.join(", "))).collect();
    }
    format!("array!{}{typed}", parts.concat())
}

/// Numbers as code, and what is to be called on the array of them to give it its dtype.
fn numbers(entries: &[f64], dtype: Dtype) -> (Vec<String>, String) {
    let plain =
        |entry: f64| entry.is_finite() && entry.abs() < 1e6 && entry.abs() >= 0.001 || entry == 0.0;
    let half = matches!(dtype, Dtype::F16 | Dtype::Bf16);
    let simple = entries.iter().all(|entry| plain(*entry));
    let short = |entry: f64| match dtype {
        Dtype::F64 => format!("{entry:?}"),
        _ => format!("{:?}", entry as f32),
    };
    // One typed number gives the array its dtype.
    let entry = |(k, &entry): (usize, &f64)| match (simple, dtype) {
        (true, Dtype::F32) if k == 0 => format!("{}_f32", short(entry)),
        (true, _) => short(entry),
        (false, _) if plain(entry) && !half && k > 0 => short(entry),
        (false, _) => number(entry, dtype),
    };
    let entries = entries.iter().enumerate().map(entry).collect();
    let typed = if simple && half {
        format!(".mapv({}::from_f32)", dtype.name())
    } else {
        String::new()
    };
    (entries, typed)
}

/// The array by what stands where, if it is made so: of numbers that start again after a few, with one other among them
/// or none, or that count.
fn described(array: &Array, dtype: Dtype) -> Option<String> {
    let (rank, sides) = (array.shape.len(), tuple(&array.shape));
    let entries = &array.entries;
    let same = |a: f64, b: f64| a == b || (a.is_nan() && b.is_nan());
    let typed = RefCell::default();
    let list = |first: &[f64]| {
        let (entries, suffix) = numbers(first, dtype);
        typed.replace(suffix);
        format!("[{}]", entries.join(", "))
    };
    if let Some(cycled) = cycled(entries, same, list, |entry| number(entry, dtype)) {
        let typed = typed.take();
        return Some(format!(
            "Array::from_iter({cycled}).into_shape_with_order({sides}).unwrap(){typed}"
        ));
    }
    let &[_, columns] = array.shape.as_slice() else {
        return None;
    };
    let half = matches!(dtype, Dtype::F16 | Dtype::Bf16);
    let name = dtype.name();
    let count = format!("((i * {columns} + j) % {COUNTED} + 1) as");
    let count = if half {
        format!("{name}::from_f32({count} f32)")
    } else {
        format!("{count} {name}")
    };
    // The place of the first entry is one of those where another may stand.
    let first = entries[0];
    let entry = if (0..).zip(entries).all(|(k, entry)| counted(k) == *entry) {
        count
    } else {
        format!(
            "if (i + j) % 3 == 0 {{ {} }} else {{ {count} }}",
            number(first, dtype)
        )
    };
    Some(format!(
        "Array{rank}::from_shape_fn({sides}, |(i, j)| {entry})"
    ))
}

/// Entries as an iterator, where they start again after a few, with one other among them or none.
pub(super) fn cycled<T: Copy>(
    entries: &[T],
    same: impl Fn(T, T) -> bool,
    list: impl Fn(&[T]) -> String,
    one: impl Fn(T) -> String,
) -> Option<String> {
    let mut periods = 1..=PERIOD.min(entries.len());
    let (period, odd) = periods.find_map(|period| Some((period, odd(entries, period, &same)?)))?;
    let mut first = entries[..period].to_vec();
    if let Some((hidden, odd)) = odd.and_then(|odd| Some((first.get_mut(odd)?, odd))) {
        *hidden = entries[odd + period];
    }
    let other = odd.map_or_else(String::new, |odd| {
        let other = one(entries[odd]);
        format!(".enumerate().map(|(k, x)| if k == {odd} {{ {other} }} else {{ x }})")
    });
    let (first, count) = (list(&first), entries.len());
    Some(format!("{first}.into_iter().cycle(){other}.take({count})"))
}

/// Where the one entry stands that is another than those a period before and behind it; `None` where several are.
fn odd<T: Copy>(
    entries: &[T],
    period: usize,
    same: impl Fn(T, T) -> bool,
) -> Option<Option<usize>> {
    let differs = |k: &usize| !same(entries[*k], entries[*k + period]);
    let mut places = (0..entries.len() - period).filter(differs);
    match [(); 3].map(|()| places.next()) {
        [None, ..] => Some(None),
        [Some(k), None, None] if k < period && k + period < entries.len() => Some(Some(k)),
        [Some(k), None, None] if k + 2 * period >= entries.len() => Some(Some(k + period)),
        [Some(k), Some(next), None] if next == k + period => Some(Some(next)),
        _ => None,
    }
}

/// Entries that count start again after so many, so that every dtype holds them.
const COUNTED: u64 = 251;

/// The entry at this place of an array that counts.
pub(in crate::steps) fn counted(k: u64) -> f64 {
    (k % COUNTED + 1) as f64
}
