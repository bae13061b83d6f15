//! Prints the masks that `solutions` makes, and what `softmax` makes of the example's scores under them. The browser tests
//! compare the explorer with these lines, and not with the table that it was made from: one line of JSON for each size,
//! alignment, dtype, fill, and way to change the scores.

// Parts of the book's figures, which the library keeps to itself.
#[path = "../figures/step_02/sentence.rs"]
mod sentence;
#[path = "../figures/step_02/softmax.rs"]
mod softmax;

use std::error::Error;
use std::fmt::Display;
use std::io::{self, Write};

use half::{bf16, f16};
use ndarray::{Array2, ShapeError};
use num_traits::{Float, NumCast};
use solutions::step_02::{cached_causal_mask, causal_mask};

use sentence::{SCORES, TOKENS};
use softmax::softmax;

/// What may stand for blocked entries; `None` is the lowest number of the dtype.
const FILLS: [(&str, Option<f64>); 5] = [
    ("-inf", Some(f64::NEG_INFINITY)),
    ("min", None),
    ("f32-min", Some(f32::MIN as f64)),
    ("-1e9", Some(-1e9)),
    ("-1e4", Some(-1e4)),
];

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = io::stdout().lock();
    assert_eq!(TOKENS.len(), SCORES.len());
    for length in 1..=6 {
        for cached in 0..=4 {
            for upper in [true, false] {
                let lines = [
                    lines::<f16>("f16", length, cached, upper, 3e4)?,
                    lines::<bf16>("bf16", length, cached, upper, 2e9)?,
                    lines::<f32>("f32", length, cached, upper, 2e9)?,
                    lines::<f64>("f64", length, cached, upper, 2e9)?,
                ];
                out.write_all(lines.concat().as_bytes())?;
            }
        }
    }
    Ok(())
}

/// The lines of one mask. The scores of keys that may be seen can be lower by `low`.
fn lines<T: Float + Display>(
    dtype: &str,
    length: usize,
    cached: usize,
    upper: bool,
    low: f64,
) -> Result<String, ShapeError> {
    let right: Array2<T> = if upper {
        causal_mask(length, cached)
    } else {
        cached_causal_mask(length, cached)
    }?;
    let number = |number: f64| <T as NumCast>::from(number).unwrap_or_else(T::nan);
    // The first row is the first token, or the one after those in the cache.
    let first = if upper { 0 } else { cached };
    let mut lines = String::new();
    for (fill, blocked) in FILLS {
        let blocked = blocked.map_or_else(T::min_value, number);
        let mask = right.mapv(|entry| if entry.is_zero() { entry } else { blocked });
        for scores in ["example", "low", "padded", "twice"] {
            let sums = Array2::from_shape_fn(mask.dim(), |(i, j)| {
                let score = number(SCORES[first + i][j].into());
                match scores {
                    "low" if right[[i, j]].is_zero() => score - number(low) + mask[[i, j]],
                    "padded" if j == 0 => score + mask[[i, j]] + blocked,
                    "twice" => score + mask[[i, j]] + mask[[i, j]],
                    _ => score + mask[[i, j]],
                }
            });
            let weights = softmax(sums.view());
            let alignment = if upper { "upper" } else { "lower" };
            lines.push_str(&format!(
                "{{\"alignment\":\"{alignment}\",\"length\":{length},\"cached\":{cached},\"dtype\":\"{dtype}\",\
                 \"fill\":\"{fill}\",\"scores\":\"{scores}\",\"mask\":{},\"sums\":{},\"weights\":{}}}\n",
                rows(&mask),
                rows(&sums),
                rows(&weights)
            ));
        }
    }
    Ok(lines)
}

/// `-inf` is no number in JSON, so every entry is a text.
fn rows<T: Display>(matrix: &Array2<T>) -> String {
    let row = |row: ndarray::ArrayView1<'_, T>| {
        let entries: Vec<String> = row.iter().map(|entry| format!("\"{entry}\"")).collect();
        format!("[{}]", entries.join(","))
    };
    let rows: Vec<String> = matrix.outer_iter().map(row).collect();
    format!("[{}]", rows.join(","))
}
