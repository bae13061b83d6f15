//! Checkpoints that are opened, in every form in which GPT-2 is published.

use std::fs;
use std::path::Path;

use grader::model::{Checkpoint, Config};
use grader::protocol::{Dtype, Value};
use safetensors::SafeTensors;

use crate::common::root;
use crate::common::weights::{Tensor, bytes, config, folder, model, numbers, safetensors, tensors};

fn open(path: &Path) -> Checkpoint {
    Checkpoint::open(path).unwrap_or_else(|error| panic!("{error}"))
}

fn opened(tensors: &[Tensor]) -> Checkpoint {
    let folder = folder(&safetensors(tensors), Some(&config()));
    let mut checkpoint = open(folder.path());
    checkpoint.model = read(&checkpoint.model);
    checkpoint
}

/// The same with all arrays read.
fn read(value: &Value) -> Value {
    match value {
        Value::Record(parts) => Value::Record(parts.iter().map(read).collect()),
        Value::Fixture(fixture) => Value::Array(fixture.read().expect("it is there")),
        other => other.clone(),
    }
}

/// All arrays that lie in a file.
fn arrays(value: &Value) -> Vec<&grader::protocol::Fixture> {
    match value {
        Value::Record(parts) => parts.iter().flat_map(arrays).collect(),
        Value::Fixture(fixture) => vec![fixture],
        _ => Vec::new(),
    }
}

#[test]
fn the_shipped_model_is_what_its_file_says() {
    let folder = root().join("grader/model");
    let checkpoint = open(&folder);
    assert_eq!(
        checkpoint.config,
        Config {
            vocab_size: 1024,
            n_positions: 256,
            n_embd: 128,
            n_layer: 4,
            n_head: 4,
            n_inner: None,
            layer_norm_epsilon: 1e-5,
        }
    );
    let arrays = arrays(&checkpoint.model);
    let count: u64 = arrays.iter().filter_map(|array| array.count()).sum();
    assert_eq!((arrays.len(), count), (52, 957_184));
    assert!(arrays.iter().all(|array| array.dtype == Dtype::F16));
    assert!(
        arrays
            .iter()
            .all(|array| Path::new(&array.file).is_absolute())
    );
    // Another reader finds the same.
    let file = fs::read(folder.join("model.safetensors")).expect("a file");
    let other = SafeTensors::deserialize(&file).expect("a safetensors file");
    for (name, tensor) in other.tensors() {
        let (shape, values) = checkpoint.tensor(&name).expect("a tensor");
        assert_eq!(shape, tensor.shape(), "{name}");
        let entries = tensor.data().chunks_exact(2);
        let entries = entries.map(|two| u16::from_le_bytes([two[0], two[1]]).into());
        let entries = entries.map(|bits| Dtype::F16.from_bits(bits) as f32);
        assert!(entries.eq(values), "{name}");
    }
    let missing = checkpoint.tensor("h.4.ln_1.bias").expect_err("none");
    assert_eq!(missing.kind(), std::io::ErrorKind::NotFound);
}

#[test]
fn parts_stand_where_the_structs_have_them() {
    let tensors = tensors("F32");
    let checkpoint = opened(&tensors);
    assert_eq!(checkpoint.config.inner(), 6);
    let mut order = 0..tensors.len();
    let mut array = || {
        let place = order.next().expect("a tensor");
        let shape = tensors[place].shape.clone();
        let entries = numbers(place, shape.iter().product());
        Value::Array(grader::protocol::Array {
            shape,
            layout: grader::protocol::Layout::Rows,
            entries: entries.into_iter().map(f64::from).collect(),
        })
    };
    let eps = Value::Array(grader::protocol::Array {
        shape: Vec::new(),
        layout: grader::protocol::Layout::Rows,
        entries: vec![f64::from(1e-5_f32)],
    });
    let record = Value::Record;
    let embeddings = [(); 2].map(|()| record(vec![array()]));
    let norm = |array: &mut dyn FnMut() -> Value| record(vec![array(), array(), eps.clone()]);
    let linear = |array: &mut dyn FnMut() -> Value| record(vec![array(), array()]);
    let mut block = || {
        let ln_1 = norm(&mut array);
        let attn = vec![linear(&mut array), linear(&mut array), Value::Size(2)];
        let ln_2 = norm(&mut array);
        let mlp = vec![linear(&mut array), linear(&mut array)];
        record(vec![ln_1, record(attn), ln_2, record(mlp)])
    };
    let h = record(vec![block(), block()]);
    let ln_f = norm(&mut array);
    let [wte, wpe] = embeddings;
    assert_eq!(checkpoint.model, record(vec![wte, wpe, h, ln_f]));
}

#[test]
fn dtypes_and_prefixes_make_no_difference() {
    let plain = opened(&tensors("F32"));
    for dtype in ["F16", "BF16", "F32"] {
        let mut tensors = tensors(dtype);
        assert_eq!(opened(&tensors).model, plain.model, "{dtype}");
        for tensor in &mut tensors {
            tensor.name.insert_str(0, "transformer.");
        }
        assert_eq!(opened(&tensors).model, plain.model, "{dtype}");
    }
    // Each tensor for itself, as mixed precision has it.
    let mut mixed = tensors("F32");
    for (place, tensor) in mixed.iter_mut().enumerate().skip(1).step_by(2) {
        tensor.dtype = "BF16";
        tensor.bytes = bytes("BF16", &numbers(place, tensor.shape.iter().product()));
    }
    assert_eq!(opened(&mixed).model, plain.model);
}

#[test]
fn heads_and_buffers_are_passed_over() {
    let plain = opened(&tensors("F32"));
    let mut more = tensors("F32");
    let mut add = |name: &str, dtype, shape: &[u64], bytes| {
        more.push(Tensor {
            name: name.to_owned(),
            dtype,
            shape: shape.to_vec(),
            bytes,
        });
    };
    add("lm_head.weight", "F32", &[5, 4], vec![0; 80]);
    // What is in a buffer matters as little as its dtype: NaN in one, flags in the other.
    add("h.0.attn.bias", "F32", &[1, 1, 3, 3], vec![0xFF; 36]);
    add("h.1.attn.bias", "BOOL", &[1, 1, 3, 3], vec![1; 9]);
    add("h.0.attn.masked_bias", "F32", &[], vec![0; 4]);
    assert_eq!(opened(&more).model, plain.model);
}

#[test]
fn bytes_between_tensors_and_metadata_are_no_fault() {
    let mut gap = tensors("F32");
    gap.insert(
        3,
        Tensor {
            name: "__metadata__".to_owned(),
            dtype: "F32",
            shape: Vec::new(),
            bytes: vec![9; 7],
        },
    );
    assert_eq!(opened(&gap).model, opened(&tensors("F32")).model);
}

#[test]
fn a_file_is_opened_by_its_own_name_too() {
    let folder = folder(&safetensors(&tensors("F32")), Some(&config()));
    let other = folder.path().join("other.safetensors");
    fs::rename(model(&folder), &other).expect("it is moved");
    assert_eq!(open(&other).config.n_layer, 2);
}

#[test]
fn without_a_configuration_the_shapes_tell_the_size() {
    let mut large = tensors("BF16");
    for tensor in &mut large {
        // 768 channels where there were 4, as many hidden units as four times that.
        let side = |side: &u64| match side {
            6 => 3072,
            4 => 768,
            12 => 2304,
            side => *side,
        };
        tensor.shape = tensor.shape.iter().map(side).collect();
        tensor.bytes = vec![0; 2 * tensor.shape.iter().product::<u64>() as usize];
    }
    // The last entry of a tensor that is too large to be read at once is 1.
    let end = large[10].bytes.len();
    large[10].bytes[end - 2..].copy_from_slice(&bytes("BF16", &[1.0]));
    let folder = folder(&safetensors(&large), None);
    let checkpoint = open(folder.path());
    let (shape, values) = checkpoint.tensor(&large[10].name).expect("a tensor");
    assert_eq!(shape, [768, 3072]);
    assert_eq!(values.len(), 768 * 3072);
    assert_eq!(
        values.iter().rposition(|value| *value == 1.0),
        Some(values.len() - 1)
    );
    assert_eq!(
        checkpoint.config,
        Config {
            vocab_size: 5,
            n_positions: 3,
            n_embd: 768,
            n_layer: 2,
            n_head: 12,
            n_inner: None,
            layer_norm_epsilon: 1e-5,
        }
    );
}

#[test]
fn what_a_configuration_leaves_out_is_as_usual() {
    let mut config = config();
    let fields = config.as_object_mut().expect("an object");
    for name in ["model_type", "activation_function", "layer_norm_epsilon"] {
        fields.remove(name);
    }
    let folder = folder(&safetensors(&tensors("F32")), Some(&config));
    assert_eq!(open(folder.path()).config.layer_norm_epsilon, 1e-5);
}
