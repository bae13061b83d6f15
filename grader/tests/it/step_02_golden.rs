//! The oracle of step 02 against the values that the MAX engine computed; see `data/step_02/README.md`.

use std::path::Path;

use grader::protocol::{Array, Call, Dtype, Layout, Value};
use grader::steps::Expected;
use grader::steps::step_02::oracle;
use safetensors::tensor::TensorView;
use safetensors::{Dtype as Stored, SafeTensors};

fn read(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data/step_02")
        .join(name);
    std::fs::read(path).expect("the golden values are there")
}

/// The bits of an entry in a dtype, with the sign of zero left out. The only values there are convert exactly.
fn bits(dtype: Dtype, entry: f64) -> u64 {
    let single = (entry as f32).to_bits();
    assert_eq!(f64::from(entry as f32), entry);
    if entry == 0.0 {
        return 0;
    }
    match dtype {
        Dtype::F32 => u64::from(single),
        Dtype::F64 => entry.to_bits(),
        Dtype::Bf16 => u64::from(single >> 16),
        Dtype::F16 if entry == f64::NEG_INFINITY => 0xFC00,
        Dtype::F16 => panic!("no golden value in f16 is {entry}"),
    }
}

/// The bits of the stored entries, row by row, with the sign of zero left out.
fn stored(view: &TensorView<'_>) -> Vec<u64> {
    let width = view.data().len() / view.shape().iter().product::<usize>();
    let whole = |bytes: &[u8]| {
        bytes
            .iter()
            .rev()
            .fold(0, |bits, byte| bits << 8 | u64::from(*byte))
    };
    let sign = 1 << (8 * width - 1);
    let entries = view.data().chunks_exact(width).map(whole);
    entries
        .map(|bits| if bits == sign { 0 } else { bits })
        .collect()
}

fn answer(function: &str, dtype: Dtype, arguments: Vec<Value>) -> Array {
    match oracle::expect(&Call {
        function: function.to_owned(),
        dtype,
        arguments,
    }) {
        Expected::Value(Value::Array(array), _) => array,
        other => panic!("{function} is {other:?}"),
    }
}

fn pair(text: &str) -> (u64, u64) {
    let (first, second) = text.split_once('x').expect("a pair such as 3x2");
    (
        first.parse().expect("a number"),
        second.parse().expect("a number"),
    )
}

#[track_caller]
fn assert_same(key: &str, dtype: Dtype, array: &Array, golden: &TensorView<'_>) {
    let shape: Vec<u64> = golden.shape().iter().map(|&side| side as u64).collect();
    assert_eq!(array.shape, shape, "{key}");
    let entries: Vec<u64> = array
        .entries
        .iter()
        .map(|&entry| bits(dtype, entry))
        .collect();
    assert_eq!(entries, stored(golden), "{key}");
}

#[test]
fn every_golden_mask_is_the_oracles() {
    let file = read("causal_mask.safetensors");
    let golden = SafeTensors::deserialize(&file).expect("a safetensors file");
    for (key, view) in golden.iter() {
        let (name, size) = key.split_once('/').expect("DTYPE/SxN");
        let (dtype, kind) = match name {
            "f16" => (Dtype::F16, Stored::F16),
            "bf16" => (Dtype::Bf16, Stored::BF16),
            "f32" => (Dtype::F32, Stored::F32),
            "f64" => (Dtype::F64, Stored::F64),
            other => panic!("no dtype {other}"),
        };
        assert_eq!(view.dtype(), kind, "{key}");
        let (sequence_length, num_tokens) = pair(size);
        let sizes = vec![Value::Size(sequence_length), Value::Size(num_tokens)];
        assert_same(key, dtype, &answer("causal_mask", dtype, sizes), &view);
    }
    assert_eq!(golden.len(), 144);
}

#[test]
fn every_golden_band_is_the_oracles() {
    let file = read("band_part.safetensors");
    let golden = SafeTensors::deserialize(&file).expect("a safetensors file");
    let mut bands = 0;
    for (key, view) in golden.iter().filter(|(key, _)| !key.starts_with("input/")) {
        let parts: Vec<&str> = key.split(['/', '=']).collect();
        let &[shape, "lower", lower, "upper", upper, "exclude", exclude] = parts.as_slice() else {
            panic!("{key} is no band");
        };
        let input = golden.tensor(&format!("input/{shape}")).expect("the input");
        let entries = input
            .data()
            .chunks_exact(4)
            .map(|bytes| f64::from(f32::from_le_bytes(bytes.try_into().expect("four bytes"))));
        let (rows, columns) = pair(shape);
        let input = Array {
            shape: vec![rows, columns],
            layout: Layout::Rows,
            entries: entries.collect(),
        };
        let arguments = |dtype| {
            let arguments = vec![
                Value::Array(input.clone()),
                Value::Bound(lower.parse().ok()),
                Value::Bound(upper.parse().ok()),
                Value::Flag(exclude == "True"),
            ];
            answer("band_part", dtype, arguments)
        };
        // The values are stored in f32 alone; the oracle's answer is the same in every dtype.
        for dtype in [Dtype::F16, Dtype::Bf16, Dtype::F32, Dtype::F64] {
            assert_same(key, Dtype::F32, &arguments(dtype), &view);
        }
        bands += 1;
    }
    assert!(bands > 150, "{bands} bands");
}
