//! Small checkpoints of GPT-2, and what can be wrong with them.

use std::fs;
use std::path::{Path, PathBuf};

use grader::model::Checkpoint;
use serde_json::{Map, Value as Json, json};
use tempfile::TempDir;

/// A tensor to be written.
#[derive(Clone, Debug)]
pub struct Tensor {
    pub name: String,
    pub dtype: &'static str,
    pub shape: Vec<u64>,
    pub bytes: Vec<u8>,
}

/// The numbers of a tensor, which all dtypes hold exactly; none is like the one beside it.
pub fn numbers(seed: usize, count: u64) -> Vec<f32> {
    let number = |place: u64| ((place as usize * 7 + seed) % 33) as f32 / 8.0 - 2.0;
    (0..count).map(number).collect()
}

/// These numbers in this dtype.
pub fn bytes(dtype: &str, numbers: &[f32]) -> Vec<u8> {
    let one = |number: &f32| {
        let bits = number.to_bits();
        match dtype {
            "F32" => bits.to_le_bytes().to_vec(),
            "BF16" => ((bits >> 16) as u16).to_le_bytes().to_vec(),
            "F64" => f64::from(*number).to_le_bytes().to_vec(),
            // Sign, exponent with another bias, the first digits. Zero has no exponent.
            "F16" if *number == 0.0 => vec![0; 2],
            "F16" => {
                let exponent = (bits >> 23 & 0xFF) + 15 - 127;
                let half = bits >> 31 << 15 | exponent << 10 | bits >> 13 & 0x3FF;
                (half as u16).to_le_bytes().to_vec()
            }
            _ => panic!("no number is written as {dtype}"),
        }
    };
    numbers.iter().flat_map(one).collect()
}

/// Two blocks with two heads and four channels, five tokens, three positions, six hidden units.
pub fn config() -> Json {
    json!({
        "model_type": "gpt2", "activation_function": "gelu_new", "vocab_size": 5, "n_positions": 3, "n_embd": 4,
        "n_layer": 2, "n_head": 2, "n_inner": 6, "layer_norm_epsilon": 1e-5,
    })
}

/// All tensors of a model of that size, under names without a prefix.
pub fn tensors(dtype: &'static str) -> Vec<Tensor> {
    let mut tensors = Vec::new();
    let mut add = |name: String, shape: &[u64]| {
        let numbers = numbers(tensors.len(), shape.iter().product());
        tensors.push(Tensor {
            name,
            dtype,
            shape: shape.to_vec(),
            bytes: bytes(dtype, &numbers),
        });
    };
    add("wte.weight".to_owned(), &[5, 4]);
    add("wpe.weight".to_owned(), &[3, 4]);
    for layer in 0..2 {
        for (part, weight, bias) in [
            ("ln_1", &[4_u64] as &[u64], 4),
            ("attn.c_attn", &[4, 12], 12),
            ("attn.c_proj", &[4, 4], 4),
            ("ln_2", &[4], 4),
            ("mlp.c_fc", &[4, 6], 6),
            ("mlp.c_proj", &[6, 4], 4),
        ] {
            add(format!("h.{layer}.{part}.weight"), weight);
            add(format!("h.{layer}.{part}.bias"), &[bias]);
        }
    }
    add("ln_f.weight".to_owned(), &[4]);
    add("ln_f.bias".to_owned(), &[4]);
    tensors
}

/// What a header says of these tensors.
pub fn header(tensors: &[Tensor]) -> Map<String, Json> {
    let mut header = Map::new();
    let mut start = 0;
    for tensor in tensors {
        let end = start + tensor.bytes.len();
        header.insert(
            tensor.name.clone(),
            json!({ "dtype": tensor.dtype, "shape": tensor.shape, "data_offsets": [start, end] }),
        );
        start = end;
    }
    header
}

/// A safetensors file with this header in front of these tensors.
pub fn file(header: &str, tensors: &[Tensor]) -> Vec<u8> {
    let mut file = (header.len() as u64).to_le_bytes().to_vec();
    file.extend(header.as_bytes());
    file.extend(tensors.iter().flat_map(|tensor| &tensor.bytes));
    file
}

/// A safetensors file of these tensors.
pub fn safetensors(tensors: &[Tensor]) -> Vec<u8> {
    file(&Json::Object(header(tensors)).to_string(), tensors)
}

/// A folder with a model.
pub fn folder(file: &[u8], config: Option<&Json>) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    fs::write(model(&folder), file).expect("room");
    if let Some(config) = config {
        fs::write(folder.path().join("config.json"), config.to_string()).expect("room");
    }
    folder
}

/// Where the weights of that model are.
pub fn model(folder: &TempDir) -> PathBuf {
    folder.path().join("model.safetensors")
}

/// What is said of a path. There is a fault and an advice.
#[track_caller]
pub fn said(path: &Path) -> String {
    let error = Checkpoint::open(path).expect_err("it is refused");
    assert!(error.is_usage());
    let said = error.to_string();
    assert_eq!(said.lines().count(), 2, "{said}");
    said
}

/// What is said of a file with a good `config.json` beside it must contain this.
#[track_caller]
pub fn refused(file: &[u8], expected: &str) {
    let said = said(folder(file, Some(&config())).path());
    assert!(said.contains(expected), "{said}");
}

/// The same with a change to what the header says.
#[track_caller]
pub fn rewritten(change: impl Fn(&mut Map<String, Json>), expected: &str) {
    let tensors = tensors("F32");
    let mut header = header(&tensors);
    change(&mut header);
    refused(&file(&Json::Object(header).to_string(), &tensors), expected);
}
