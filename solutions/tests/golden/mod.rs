//! Reads the values that others computed; see `grader/tests/data/step_*/README.md`.
#![allow(dead_code, reason = "each test needs some of it")]

use std::collections::BTreeMap;
use std::path::Path;

use ndarray::{Array1, Array2, ArrayD, Ix1, Ix2};
use safetensors::{Dtype, SafeTensors};

/// The arrays of every call, by `FUNCTION/CASE`: its arguments, and behind them what it returned.
pub fn calls(stem: &str) -> BTreeMap<String, Vec<ArrayD<f32>>> {
    let path = format!("../grader/tests/data/{stem}/golden.safetensors");
    let file = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path));
    let file = file.expect("the golden values are there");
    let stored = SafeTensors::deserialize(&file).expect("a safetensors file");
    let mut names = stored.names();
    names.sort();
    let mut calls: BTreeMap<String, Vec<ArrayD<f32>>> = BTreeMap::new();
    for name in names {
        let view = stored.tensor(name).expect("the array");
        let entries: Vec<f32> = match view.dtype() {
            Dtype::I64 => {
                let id = |bytes: &[u8]| i64::from_le_bytes(bytes.try_into().expect("eight bytes"));
                let bytes = view.data().chunks_exact(8);
                bytes.map(|bytes| id(bytes) as f32).collect()
            }
            Dtype::U8 => view.data().iter().copied().map(f32::from).collect(),
            _ => {
                let entry =
                    |bytes: &[u8]| f32::from_le_bytes(bytes.try_into().expect("four bytes"));
                view.data().chunks_exact(4).map(entry).collect()
            }
        };
        let array = ArrayD::from_shape_vec(view.shape(), entries);
        let (call, _) = name.rsplit_once('/').expect("a place");
        let call = calls.entry(call.to_owned()).or_default();
        call.push(array.expect("as many entries as the shape says"));
    }
    calls
}

/// An array that is a matrix.
pub fn matrix(array: &ArrayD<f32>) -> Array2<f32> {
    let array = array.clone().into_dimensionality::<Ix2>();
    array.expect("a matrix")
}

/// An array that is a vector.
pub fn vector(array: &ArrayD<f32>) -> Array1<f32> {
    let array = array.clone().into_dimensionality::<Ix1>();
    array.expect("a vector")
}

/// An array that is a list of ids.
pub fn ids(array: &ArrayD<f32>) -> Vec<usize> {
    array.iter().map(|id| *id as usize).collect()
}

/// An array that is the bytes of a text.
pub fn text(array: &ArrayD<f32>) -> String {
    array.iter().map(|byte| char::from(*byte as u8)).collect()
}

/// Whether two numbers are as near as `allowed` says; NaN is NaN.
pub fn is_near(a: f32, b: f32, allowed: f32) -> bool {
    a == b || a.is_nan() && b.is_nan() || (a - b).abs() <= allowed
}
