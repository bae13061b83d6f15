//! Shows a call that a mistake answers wrongly: both answers side by side, or in words.

use grader::protocol::{Array, Call, Dtype, Value};
use grader::steps::{Difference, Example, Expected, Given, Step};
use ndarray::{Array2, ShapeError};

use crate::figures::grid::Grid;
use crate::figures::svg::draw;

/// So much is shown of a matrix, as rows and columns.
const WINDOW: [usize; 2] = [6, 6];
/// A terminal shows no more keys.
const TERMINAL: u64 = 32;

/// The call, the two answers, and what comes of it.
pub(super) fn show(step: &Step, example: &Example) -> Result<String, ShapeError> {
    let mut text = format!("```rust,ignore\n{}\n```\n\n", step.show(&example.call));
    match matrices(example) {
        Some((right, wrong)) => {
            let mask = is_mask(&example.call);
            text.push_str(&pictures(right, wrong, differing(example), mask)?);
        }
        None => text.push_str(&format!(
            "Expected {}, got {}.\n",
            expected(&example.expected),
            given(&example.given)
        )),
    }
    text.push('\n');
    if let Some(effect) = effect(step, example) {
        // Each of its lines begins with one of the words that the page explains.
        for line in effect.lines() {
            let (word, rest) = line.split_once(": ").unwrap_or(("", line));
            text.push_str(&format!("**{word}:** {rest}\n\n"));
        }
    }
    Ok(text)
}

/// What comes of it, in a word or two each.
pub(super) fn effects(step: &Step, example: &Example) -> Vec<&'static str> {
    if let Some(effect) = effect(step, example) {
        let words = [
            ("Leak: where", "leak, if scores are low"),
            ("Leak: query", "leak"),
            ("Blind: ", "blind"),
            ("Dead: ", "dead row"),
        ];
        let told = words
            .into_iter()
            .filter(|(start, _)| effect.contains(start));
        return told.map(|(_, word)| word).collect();
    }
    let word = match (&example.expected, &example.given) {
        (_, Given::Panic(_)) => "panic",
        (_, given) if matches!(given.answer(), Some(Expected::Error(_))) => "error",
        (Expected::Error(_), _) => "no error",
        (
            Expected::Value(Value::View(..), _),
            Given::Answer(Expected::Value(Value::View(_, false), _)),
        ) => "copy",
        _ => match arrays(example) {
            Some((right, wrong)) if right.shape != wrong.shape => "wrong shape",
            _ => "wrong values",
        },
    };
    vec![word]
}

/// The command that draws the wrong mask; `None` where it is no mask, or too large.
pub(super) fn drawn_by(step: &Step, example: &Example) -> Option<String> {
    let cached = match example.call.function.as_str() {
        "causal_mask" => "",
        "cached_causal_mask" => " --cached",
        _ => return None,
    };
    let &[Value::Size(length), Value::Size(tokens)] = example.call.arguments.as_slice() else {
        return None;
    };
    let drawn = length.checked_add(tokens)? <= TERMINAL;
    let dtype = match example.call.dtype {
        Dtype::F32 => "",
        Dtype::F16 => " --dtype f16",
        Dtype::Bf16 => " --dtype bf16",
        Dtype::F64 => " --dtype f64",
    };
    let softmax = if effects(step, example).contains(&"dead row") {
        " --softmax"
    } else {
        ""
    };
    let number = step.number;
    drawn.then(|| format!("cargo grade show {number:02} {length} {tokens}{cached}{dtype}{softmax}"))
}

/// What the wrong mask does, as a report says it.
fn effect(step: &Step, example: &Example) -> Option<String> {
    let (right, wrong) = arrays(example)?;
    if right.shape != wrong.shape {
        return None;
    }
    (step.effect)(&example.call, right, wrong)
}

fn is_mask(call: &Call) -> bool {
    ["causal_mask", "cached_causal_mask"].contains(&call.function.as_str())
}

/// Both answers, where they are arrays.
fn arrays(example: &Example) -> Option<(&Array, &Array)> {
    example
        .expected
        .array()
        .zip(example.given.answer()?.array())
}

/// Both answers, where they are matrices of which there is a difference to see.
fn matrices(example: &Example) -> Option<(&Array, &Array)> {
    let visible = |array: &Array| array.shape.len() == 2 && !array.entries.is_empty();
    let (right, wrong) = arrays(example)?;
    let differ = right.shape != wrong.shape || !differing(example).is_empty();
    (visible(right) && visible(wrong) && differ).then_some((right, wrong))
}

/// The places at which the wrong matrix is further off than it may be; none where it has another shape.
fn differing(example: &Example) -> Vec<(usize, usize)> {
    let columns = arrays(example).and_then(|(right, _)| right.shape.last().copied());
    let columns = columns.unwrap_or(1).max(1) as usize;
    match example.expected.difference(&example.given.reply()) {
        Some(Difference::Entry { places, .. }) => {
            let place = |place: usize| (place / columns, place % columns);
            places.into_iter().map(place).collect()
        }
        _ => Vec::new(),
    }
}

/// The matrices beside each other; of large ones, what is round the first place where they differ.
fn pictures(
    right: &Array,
    wrong: &Array,
    marked: Vec<(usize, usize)>,
    mask: bool,
) -> Result<String, ShapeError> {
    let first = marked.first().copied().unwrap_or((0, 0));
    let top = start(first.0, wrong.shape[0] as usize, WINDOW[0]);
    let left = start(first.1, wrong.shape[1] as usize, WINDOW[1]);
    let whole = |array: &Array| {
        let [rows, columns] = WINDOW;
        array.shape[0] as usize <= rows && array.shape[1] as usize <= columns
    };
    let grid = |caption: &str, array: &Array| -> Result<Grid, ShapeError> {
        let (rows, columns) = (array.shape[0] as usize, array.shape[1] as usize);
        let all = Array2::from_shape_vec((rows, columns), array.entries.clone())?;
        let shown = (rows - top).min(WINDOW[0]);
        let wide = (columns - left).min(WINDOW[1]);
        let part = Array2::from_shape_fn((shown, wide), |(i, j)| all[[top + i, left + j]]);
        let grid = if mask {
            Grid::mask(caption, &part).axes("query i", "key j")
        } else {
            let is_whole = |entry: &f64| !entry.is_finite() || entry.fract() == 0.0;
            let decimals = if part.iter().all(is_whole) { 0 } else { 4 };
            Grid::new(caption, &part, decimals)
        };
        Ok(grid
            .rows((top..top + shown).map(|i| i.to_string()))
            .columns((left..left + wide).map(|j| j.to_string())))
    };
    let inside = marked
        .into_iter()
        .filter(|(i, j)| (top..top + WINDOW[0]).contains(i) && (left..left + WINDOW[1]).contains(j))
        .map(|(i, j)| (i - top, j - left));
    let mut text = draw(&[
        grid("right", right)?,
        grid("with the mistake", wrong)?.marked(inside),
    ]);
    if right.shape != wrong.shape {
        text.push_str(&format!(
            "\nThe shape is {}, but should be {}.\n",
            shape(wrong),
            shape(right)
        ));
    } else if !whole(wrong) {
        text.push_str(&format!(
            "\nThis is cut out of matrices of shape {}, where they differ first.\n",
            shape(right)
        ));
    }
    Ok(text)
}

/// Where to begin so that `place` is in view and as much of `length` as fits.
fn start(place: usize, length: usize, window: usize) -> usize {
    if length <= window {
        0
    } else {
        place.saturating_sub(window / 2).min(length - window)
    }
}

fn shape(array: &Array) -> String {
    let sides: Vec<_> = array.shape.iter().map(u64::to_string).collect();
    format!("({})", sides.join(", "))
}

fn expected(expected: &Expected) -> String {
    expected.value().map_or("an error".to_owned(), value)
}

/// A value in words. So many entries of an array are told.
fn value(value: &Value) -> String {
    const ENTRIES: usize = 6;
    const OF_SEVERAL_ROWS: usize = 12;
    match value {
        Value::Size(size) if usize::try_from(*size) == Ok(usize::MAX) => "`usize::MAX`".to_owned(),
        Value::Size(size) => format!("`{size}`"),
        Value::Bound(bound) => format!("`{bound:?}`"),
        Value::Flag(flag) => format!("`{flag}`"),
        Value::View(array, shared) => format!(
            "a {} of shape {}",
            if *shared {
                "view of the entry of `tensor`"
            } else {
                "copy"
            },
            shape(array)
        ),
        Value::Array(array) => match (array.shape.len(), array.entries.as_slice()) {
            (0, [entry]) => format!("`{}`", number(*entry)),
            (1, entries) if entries.len() <= ENTRIES => {
                let entries: Vec<_> = entries.iter().map(|entry| number(*entry)).collect();
                format!("`[{}]`", entries.join(", "))
            }
            (1, entries) => format!("a vector of length {}", entries.len()),
            (_, entries) if !entries.is_empty() && entries.len() <= OF_SEVERAL_ROWS => {
                format!("`{}`", lists(&array.shape, entries))
            }
            (2, _) => format!("a matrix of shape {}", shape(array)),
            _ => format!("an array of shape {}", shape(array)),
        },
        Value::Maybe(None) => "`None`".to_owned(),
        Value::Maybe(Some(inner)) => format!("`Some` of {}", self::value(inner)),
        Value::Record(parts) => {
            let parts: Vec<_> = parts.iter().map(self::value).collect();
            parts.join(", ")
        }
        other => format!("`{other:?}`"),
    }
}

/// Entries as lists in lists, as the shape says.
fn lists(shape: &[u64], entries: &[f64]) -> String {
    match shape {
        [] => entries.iter().map(|entry| number(*entry)).collect(),
        [length, inner @ ..] => {
            let parts = entries.chunks(entries.len() / *length as usize);
            let parts: Vec<_> = parts.map(|part| lists(inner, part)).collect();
            format!("[{}]", parts.join(", "))
        }
    }
}

fn given(given: &Given) -> String {
    match given {
        // A part of a message, which may have half of a quotation in it.
        Given::Panic(message) if message.is_empty() || message.contains('`') => {
            "a panic".to_owned()
        }
        Given::Panic(message) => format!("a panic: {message}"),
        other => other.answer().map(expected).unwrap_or_default(),
    }
}

/// A number as short as an `f32` can be told, where it is one.
fn number(entry: f64) -> String {
    let single = entry as f32;
    let long = entry.is_finite() && entry != 0.0 && !(1e-3..1e6).contains(&entry.abs());
    match f64::from(single) == entry {
        true if long => format!("{single:e}"),
        true => single.to_string(),
        false => entry.to_string(),
    }
}
