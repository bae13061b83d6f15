//! What every step costs beside its limit, in one run: `cargo bench --package solutions`. Only some of it:
//! `cargo bench --package solutions -- "02 causal_mask"`.
//!
//! The limit of what only moves numbers is to fill or to copy as many bytes. That of the rest is what it cannot do without:
//! its products by `matrixmultiply` and the system's `exp`, into memory that is there already. The first way of every case is its limit, the second the reference.
//!
//! `-- --save` writes what the page "What it costs" shows. `others.py` adds NumPy and PyTorch,
//! which take turns with `-- --turns`.
#![allow(clippy::print_stdout, reason = "it is what a benchmark is for")]

mod harness;
mod layers;
mod machine;
mod masks;
mod model;

use std::{env, fs};

use ndarray::{Array1, Array2};

use harness::Case;

/// Where the book looks for what was measured.
const RESULTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../book/figures/costs.tsv");

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let given = |flag: &str| arguments.iter().any(|argument| argument == flag);
    let asked: Vec<&String> = arguments
        .iter()
        .filter(|name| !name.starts_with("--"))
        .collect();
    let mut results = machine::head();
    let mut run = |case: Case<'_>| {
        if !asked.is_empty() && !asked.iter().any(|name| case.is_named(name)) {
            return;
        }
        if given("--turns") {
            return case.take_turns();
        }
        // As a test it only shows that it runs.
        if !given("--bench") {
            return case.try_out();
        }
        let measured = case.measure();
        println!("{}", measured.line());
        results += &measured.rows();
    };
    masks::run(&mut run);
    layers::run(&mut run);
    model::run(&mut run);
    if given("--save") && asked.is_empty() {
        fs::write(RESULTS, results)?;
        println!("saved");
    }
    Ok(())
}

/// Numbers between -1 and 1 that look like chance and are the same in every run.
fn numbers(count: usize) -> Vec<f32> {
    let mut state = 1_u32;
    let number = |_| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as f32 / (1 << 23) as f32 - 1.0
    };
    (0..count).map(number).collect()
}

/// A vector of such numbers.
fn vector(length: usize) -> Array1<f32> {
    numbers(length).into()
}

/// A matrix of such numbers, small enough that a model of such matrices stays within bounds.
fn matrix(rows: usize, columns: usize) -> Array2<f32> {
    let entries = numbers(rows * columns);
    let matrix = Array2::from_shape_vec((rows, columns), entries);
    matrix.expect("as many numbers as entries") * 0.05
}
