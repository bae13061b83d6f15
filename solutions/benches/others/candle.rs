//! What `others.py` measures in candle. It makes a package of this file beside the results of builds; no member of the
//! workspace depends on candle.
//!
//! For every line on standard input, `function`, `case` and how many calls, with tabs between them, it writes the seconds
//! that one call takes.

use std::hint::black_box;
use std::io::{self, BufRead, Write};
use std::time::Instant;

use candle_core::{Device, Module, Result, Tensor, WithDType};
use candle_nn::{LayerNorm, Linear};
use half::{bf16, f16};

fn main() -> std::result::Result<(), Box<dyn std::error::Error>> {
    let mut output = io::stdout();
    for line in io::stdin().lock().lines() {
        let line = line?;
        let [function, case, calls] = line.split('\t').collect::<Vec<_>>()[..] else {
            return Err(format!("expected three words, got {line:?}").into());
        };
        let call = call(function, case)?.ok_or_else(|| format!("no such case: {line:?}"))?;
        let calls: u32 = calls.parse()?;
        let started = Instant::now();
        for _ in 0..calls {
            black_box(call()?);
        }
        let seconds = started.elapsed().as_secs_f64() / f64::from(calls);
        writeln!(output, "{seconds:e}")?;
        output.flush()?;
    }
    Ok(())
}

type Call = Box<dyn Fn() -> Result<Tensor>>;

fn call(function: &str, case: &str) -> Result<Option<Call>> {
    let normal = |shape: &[usize]| Tensor::randn(0_f32, 1.0, shape, &Device::Cpu);
    let x = normal(&[256, 768])?;
    Ok(match function {
        "causal_mask" => mask(case),
        "layer norm" => {
            let layer = LayerNorm::new(normal(&[768])?, normal(&[768])?, 1e-5);
            Some(Box::new(move || layer.forward(&x)))
        }
        "gelu" => {
            let wide = normal(&[256, 3072])?;
            Some(Box::new(move || wide.gelu()))
        }
        "linear" => {
            let layer = Linear::new(normal(&[3072, 768])?, Some(normal(&[3072])?));
            Some(Box::new(move || layer.forward(&x)))
        }
        _ => None,
    })
}

/// A causal mask, as candle's own models make theirs.
fn mask(case: &str) -> Option<Call> {
    fn of<T: WithDType>(length: usize, zero: T, blocked: T) -> Call {
        Box::new(move || {
            let row = move |i| (0..length).map(move |j| if i < j { blocked } else { zero });
            let entries: Vec<T> = (0..length).flat_map(row).collect();
            Tensor::from_vec(entries, (length, length), &Device::Cpu)
        })
    }
    let (dtype, length) = case.split_once(' ')?;
    let length = length.parse().ok()?;
    match dtype {
        "f16" => Some(of(length, f16::ZERO, f16::NEG_INFINITY)),
        "bf16" => Some(of(length, bf16::ZERO, bf16::NEG_INFINITY)),
        "f32" => Some(of(length, 0.0, f32::NEG_INFINITY)),
        "f64" => Some(of(length, 0.0, f64::NEG_INFINITY)),
        _ => None,
    }
}
