//! Checkpoints of another model than their configuration tells of, or with weights that cannot be.

use std::fs;

use serde_json::{Map, Value as Json, json};

use crate::common::weights::{
    Tensor, bytes, config, folder, refused, rewritten, safetensors, said, tensors,
};

/// What is said of the small model with a change to one tensor must contain this.
#[track_caller]
fn changed(name: &str, change: impl Fn(&mut Tensor), expected: &str) {
    let mut tensors = tensors("F32");
    let tensor = tensors.iter_mut().find(|tensor| tensor.name == name);
    change(tensor.expect("there is one"));
    refused(&safetensors(&tensors), expected);
}

/// What is said of the small model with a change to the configuration must contain this.
#[track_caller]
fn configured(change: impl Fn(&mut Map<String, Json>), expected: &str) {
    let mut config = config();
    change(config.as_object_mut().expect("an object"));
    let said = said(folder(&safetensors(&tensors("F32")), Some(&config)).path());
    assert!(said.contains(expected), "{said}");
}

#[test]
fn a_tensor_that_is_missing_or_twice_there_is_named() {
    for name in tensors("F32").iter().map(|tensor| &tensor.name) {
        rewritten(
            |header| drop(header.remove(name)),
            &format!("it has no tensor `{name}`"),
        );
    }
    let twice = |header: &mut Map<String, Json>| {
        let empty = json!({ "dtype": "F32", "shape": [0], "data_offsets": [0, 0] });
        header.insert("transformer.wpe.weight".to_owned(), empty);
    };
    rewritten(
        twice,
        "the tensor `wpe.weight` with and without `transformer.`",
    );
}

#[test]
fn another_shape_or_dtype_is_named_with_what_is_expected() {
    let turned = |tensor: &mut Tensor| tensor.shape.reverse();
    changed(
        "h.1.mlp.c_fc.weight",
        turned,
        "the tensor `h.1.mlp.c_fc.weight` has the shape [6, 4], and [4, 6] is expected",
    );
    changed(
        "ln_f.bias",
        |tensor| tensor.shape = vec![1, 4],
        "the tensor `ln_f.bias` has the shape [1, 4], and [4] is expected",
    );
    changed(
        "wpe.weight",
        |tensor| tensor.shape = vec![u64::MAX, 4],
        "the tensor `wpe.weight` has 48 bytes, and [18446744073709551615, 4] in F32 are others",
    );
    changed(
        "h.0.ln_1.weight",
        |tensor| (tensor.dtype, tensor.bytes) = ("F64", bytes("F64", &[1.0; 4])),
        "the tensor `h.0.ln_1.weight` is F64, and F32, F16 and BF16 can be read",
    );
    changed(
        "h.0.ln_1.weight",
        |tensor| (tensor.dtype, tensor.bytes) = ("I8", vec![1; 4]),
        "the tensor `h.0.ln_1.weight` is I8",
    );
    let without = |field: &'static str| {
        move |header: &mut Map<String, Json>| header["wte.weight"][field] = Json::Null
    };
    rewritten(without("dtype"), "the tensor `wte.weight` has no dtype");
    rewritten(
        without("shape"),
        "the tensor `wte.weight` has no shape of whole numbers",
    );
    rewritten(
        |header| header["wte.weight"] = json!(3),
        "the tensor `wte.weight` has no dtype",
    );
}

#[test]
fn a_head_of_its_own_shape_is_refused() {
    let mut tensors = tensors("F32");
    tensors.push(Tensor {
        name: "lm_head.weight".to_owned(),
        dtype: "F32",
        shape: vec![6, 4],
        bytes: vec![0; 96],
    });
    refused(
        &safetensors(&tensors),
        "the tensor `lm_head.weight` has the shape [6, 4], and [5, 4] is expected",
    );
}

#[test]
fn a_weight_that_is_no_number_is_found_wherever_it_is() {
    for dtype in ["F32", "F16", "BF16"] {
        for odd in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
            // Infinity in f16 has an exponent of its own.
            let odd = match dtype {
                "F16" => vec![0, (odd.to_bits() >> 24 & 0x80) as u8 | 0x7C],
                _ => bytes(dtype, &[odd]),
            };
            let mut tensors = tensors(dtype);
            let tensor = &mut tensors[9];
            let end = tensor.bytes.len();
            tensor.bytes[end - odd.len()..].copy_from_slice(&odd);
            let last = tensor.shape.iter().product::<u64>() - 1;
            let expected = format!(
                "entry {last} of the tensor `{}` is NaN or infinite",
                tensor.name
            );
            refused(&safetensors(&tensors), &expected);
        }
    }
}

#[test]
fn a_weight_that_is_no_number_is_found_far_inside() {
    // Beyond what is looked at together.
    let mut tensors = tensors("F32");
    let (rows, odd) = (300_000, 1_100_003);
    tensors[0].shape = vec![rows, 4];
    tensors[0].bytes = vec![0; 16 * rows as usize];
    tensors[0].bytes[4 * odd..][..4].copy_from_slice(&f32::NAN.to_le_bytes());
    let mut config = config();
    config["vocab_size"] = json!(rows);
    let said = said(folder(&safetensors(&tensors), Some(&config)).path());
    assert!(
        said.contains("entry 1100003 of the tensor `wte.weight`"),
        "{said}"
    );
}

#[test]
fn a_configuration_that_cannot_be_is_refused() {
    let set = |name: &'static str, value: Json| {
        move |fields: &mut Map<String, Json>| {
            fields.insert(name.to_owned(), value.clone());
        }
    };
    for name in ["vocab_size", "n_positions", "n_embd", "n_layer", "n_head"] {
        configured(
            |fields| drop(fields.remove(name)),
            &format!("`{name}` is missing"),
        );
        for odd in [
            json!(0),
            json!(-1),
            json!("4"),
            json!(1.5),
            json!(u64::MAX),
            Json::Null,
        ] {
            let expected = format!("`{name}` is {odd}, and a whole number from 1 on is expected");
            configured(set(name, odd), &expected);
        }
    }
    configured(set("n_inner", json!(0)), "`n_inner` is 0");
    configured(
        set("n_head", json!(3)),
        "`n_embd` is 4, which 3 heads cannot share evenly",
    );
    configured(
        set("layer_norm_epsilon", json!("small")),
        "`layer_norm_epsilon` is \"small\"",
    );
    configured(
        set("layer_norm_epsilon", json!(-1)),
        "`layer_norm_epsilon` is -1",
    );
    configured(
        set("activation_function", json!("relu")),
        "`activation_function` is \"relu\"",
    );
    configured(
        set("model_type", json!("llama")),
        "`model_type` is \"llama\"",
    );
    configured(
        set("tie_word_embeddings", json!(false)),
        "`tie_word_embeddings` is false",
    );
    configured(
        set("n_layer", json!(3)),
        "it has no tensor `h.2.ln_1.weight`",
    );
    configured(
        set("n_layer", json!(1)),
        "it has a tensor `h.1.attn.c_attn.bias`, but 1 blocks",
    );
    configured(
        set("n_layer", json!(2_000_000_000)),
        "it has no tensor `h.2.ln_1.weight`",
    );
    configured(
        set("n_embd", json!(8)),
        "`wte.weight` has the shape [5, 4], and [5, 8] is expected",
    );
    let folder = folder(&safetensors(&tensors("F32")), None);
    fs::write(folder.path().join("config.json"), "{").expect("room");
    assert!(said(folder.path()).contains("config.json`: it is not JSON"));
}

#[test]
fn without_a_configuration_a_model_of_unknown_heads_is_refused() {
    let refused = |tensors: &[Tensor], fault: &str, advice: &str| {
        let said = said(folder(&safetensors(tensors), None).path());
        assert!(said.contains(fault) && said.ends_with(advice), "{said}");
    };
    let mut tensors = tensors("F32");
    refused(
        &tensors,
        "nothing else tells how many heads a model with 4 channels has",
        "put the `config.json` that was published with these weights beside them",
    );
    tensors.remove(0);
    refused(
        &tensors,
        "it has no matrix `wte.weight`, as every GPT-2 has",
        "name the weights of a GPT-2",
    );
}
