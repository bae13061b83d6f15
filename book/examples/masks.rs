//! Prints the masks that `solutions` makes, for the browser tests: they compare the page with these lines, and not with
//! the table that the page was made from. One line of JSON for each size, alignment and dtype.

use std::error::Error;
use std::fmt::Display;
use std::io::{self, Write};

use half::{bf16, f16};
use ndarray::{Array2, ShapeError};
use num_traits::Float;
use solutions::step_02::{cached_causal_mask, causal_mask};

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = io::stdout().lock();
    for length in 1..=6 {
        for cached in 0..=4 {
            print::<f16>(&mut out, "f16", length, cached)?;
            print::<bf16>(&mut out, "bf16", length, cached)?;
            print::<f32>(&mut out, "f32", length, cached)?;
            print::<f64>(&mut out, "f64", length, cached)?;
        }
    }
    Ok(())
}

fn print<T: Float + Display>(
    out: &mut impl Write,
    dtype: &str,
    length: usize,
    cached: usize,
) -> Result<(), Box<dyn Error>> {
    type Make<T> = fn(usize, usize) -> Result<Array2<T>, ShapeError>;
    let both: [(&str, Make<T>); 2] = [("upper", causal_mask), ("lower", cached_causal_mask)];
    for (alignment, make) in both {
        // `-inf` is no number in JSON, so every entry is a text.
        let rows: Vec<String> = make(length, cached)?
            .outer_iter()
            .map(|row| {
                let entries: Vec<String> = row.iter().map(|entry| format!("\"{entry}\"")).collect();
                format!("[{}]", entries.join(","))
            })
            .collect();
        writeln!(
            out,
            "{{\"alignment\":\"{alignment}\",\"length\":{length},\"cached\":{cached},\"dtype\":\"{dtype}\",\"mask\":[{}]}}",
            rows.join(",")
        )?;
    }
    Ok(())
}
