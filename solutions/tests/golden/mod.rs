//! Reads the values that others computed; see `grader/tests/data/step_*/README.md`.
#![allow(dead_code, reason = "each test needs some of it")]

use std::collections::BTreeMap;
use std::path::Path;

use half::f16;
use ndarray::{Array1, Array2, ArrayD, Ix1, Ix2};
use safetensors::tensor::TensorView;
use safetensors::{Dtype, SafeTensors};
use solutions::step_03::LayerNorm;
use solutions::step_04::{Linear, Mlp};
use solutions::step_05::Embedding;
use solutions::step_07::MultiHeadAttention;
use solutions::step_09::Block;
use solutions::step_10::Gpt2Model;
use solutions::step_11::Gpt2LmHeadModel;

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
        let (call, _) = name.rsplit_once('/').expect("a place");
        let call = calls.entry(call.to_owned()).or_default();
        call.push(array(&view));
    }
    calls
}

/// The arrays of a file of whole models, by their names.
pub fn arrays(path: &str) -> BTreeMap<String, ArrayD<f32>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../grader")
        .join(path);
    let file = std::fs::read(path).expect("the file is there");
    let stored = SafeTensors::deserialize(&file).expect("a safetensors file");
    let tensors = stored.tensors().into_iter().map(|(name, view)| {
        let name = name
            .strip_prefix("transformer.")
            .unwrap_or(&name)
            .to_owned();
        (name, array(&view))
    });
    tensors.collect()
}

/// What is stored, as `f32`; ids and the bytes of a text as well.
fn array(view: &TensorView<'_>) -> ArrayD<f32> {
    fn each<const N: usize>(view: &TensorView<'_>, of: fn([u8; N]) -> f32) -> Vec<f32> {
        let (entries, rest) = view.data().as_chunks();
        assert!(rest.is_empty(), "whole entries");
        entries.iter().copied().map(of).collect()
    }
    let entries = match view.dtype() {
        Dtype::I64 => each(view, |bytes| i64::from_le_bytes(bytes) as f32),
        Dtype::U8 => each(view, |[byte]| f32::from(byte)),
        Dtype::F16 => each(view, |bytes| f16::from_le_bytes(bytes).to_f32()),
        Dtype::F32 => each(view, f32::from_le_bytes),
        other => panic!("{other:?} is not read here"),
    };
    let array = ArrayD::from_shape_vec(view.shape(), entries);
    array.expect("as many entries as the shape says")
}

/// A whole model that others have asked, and what they were told.
pub fn asked(
    weights: &str,
    n_head: usize,
    golden: &str,
) -> (Gpt2LmHeadModel, BTreeMap<String, ArrayD<f32>>) {
    let stored = arrays(weights);
    let weight = |name: &str| matrix(&stored[&format!("{name}.weight")]);
    let bias = |name: &str| vector(&stored[&format!("{name}.bias")]);
    let linear = |name: String| Linear {
        weight: weight(&name),
        bias: bias(&name),
    };
    let norm = |name: String| LayerNorm {
        weight: vector(&stored[&format!("{name}.weight")]),
        bias: bias(&name),
        eps: 1e-5,
    };
    let block = |number| {
        let of = |part: &str| format!("h.{number}.{part}");
        Block {
            ln_1: norm(of("ln_1")),
            attn: MultiHeadAttention {
                c_attn: linear(of("attn.c_attn")),
                c_proj: linear(of("attn.c_proj")),
                n_head,
            },
            ln_2: norm(of("ln_2")),
            mlp: Mlp {
                c_fc: linear(of("mlp.c_fc")),
                c_proj: linear(of("mlp.c_proj")),
            },
        }
    };
    let blocks = (0..).take_while(|number| stored.contains_key(&format!("h.{number}.ln_1.bias")));
    let transformer = Gpt2Model {
        wte: Embedding {
            weight: weight("wte"),
        },
        wpe: Embedding {
            weight: weight("wpe"),
        },
        h: blocks.map(block).collect(),
        ln_f: norm("ln_f".to_owned()),
    };
    (Gpt2LmHeadModel { transformer }, arrays(golden))
}

/// The small random model, and the one of the course.
pub fn models() -> [(Gpt2LmHeadModel, BTreeMap<String, ArrayD<f32>>); 2] {
    let random = "tests/data/models/random";
    let of_random = |file: &str| format!("{random}/{file}.safetensors");
    [
        asked(&of_random("model"), 2, &of_random("golden")),
        asked(
            "model/model.safetensors",
            4,
            "tests/data/models/shipped/golden.safetensors",
        ),
    ]
}

/// The largest difference, and the largest number.
pub fn off(ours: &Array2<f32>, golden: &ArrayD<f32>) -> (f32, f32) {
    assert_eq!(ours.shape(), golden.shape());
    let pairs = ours.iter().zip(golden);
    let off = pairs.fold(0.0, |most: f32, (a, b)| most.max((a - b).abs()));
    (
        off,
        golden.iter().fold(0.0, |most: f32, y| most.max(y.abs())),
    )
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
