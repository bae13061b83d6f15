//! Files that are no checkpoint at all, or a damaged one: what is wrong is said, and nothing panics.

use std::fs;

use grader::model::Checkpoint;
use serde_json::{Map, Value as Json, json};
use tempfile::TempDir;

use crate::common::weights::{
    config, file, folder, model, refused, rewritten, safetensors, said, tensors,
};

#[test]
fn a_place_without_weights_is_told_what_belongs_there() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path();
    let missing = path.join("none");
    let error = fs::metadata(&missing)
        .expect_err("there is none")
        .to_string();
    assert!(said(&missing).contains(&error));
    assert!(said(path).contains("there is no `model.safetensors` in it"));
    fs::write(path.join("model.safetensors.index.json"), "{}").expect("room");
    assert!(said(path).contains("max_shard_size"));
    fs::write(path.join("pytorch_model.bin"), "PK").expect("room");
    assert!(said(path).contains("safe_serialization=True"));
    fs::create_dir(path.join("model.safetensors")).expect("a folder");
    assert!(said(path).contains("it is not a file"));
}

#[test]
fn a_file_that_is_something_else_is_refused_by_its_first_bytes() {
    refused(b"", "it has 0 bytes");
    refused(b"1234567", "it has 7 bytes");
    refused(
        &u64::MAX.to_le_bytes(),
        "18446744073709551615 bytes: it is no safetensors file",
    );
    refused(
        &(5_u64 << 20).to_le_bytes(),
        "5242880 bytes: it is no safetensors file",
    );
    refused(
        b"PK\x03\x04 a zip of PyTorch's",
        "it is no safetensors file",
    );
    refused(
        b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n",
        "the pointer that Git LFS leaves",
    );
    refused(
        &[9, 0, 0, 0, 0, 0, 0, 0, b'{'],
        "it ends after 9 bytes, inside its header",
    );
    for (header, expected) in [
        ("", "its header is not JSON"),
        ("{", "its header is not JSON"),
        ("\u{0}\u{1}", "its header is not JSON"),
        ("[]", "its header is no JSON object"),
        ("{}", "it has no tensor `wte.weight`"),
        (&"[".repeat(1 << 20), "its header is not JSON"),
    ] {
        refused(&file(header, &[]), expected);
    }
    refused(
        &[2, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF],
        "its header is not JSON",
    );
}

#[test]
fn a_file_may_end_nowhere_before_its_end() {
    let whole = safetensors(&tensors("F16"));
    let folder = folder(&whole, Some(&config()));
    for length in (0..whole.len()).rev() {
        let file = fs::OpenOptions::new().write(true).open(model(&folder));
        file.and_then(|file| file.set_len(length as u64))
            .expect("it is shortened");
        let said = said(folder.path());
        let length = length.to_string();
        assert!(
            said.contains("but the file has") || said.contains(&format!(" {length} bytes")),
            "{said}"
        );
    }
}

#[test]
fn no_byte_of_a_header_brings_the_reader_down() {
    let whole = safetensors(&tensors("F16"));
    let length = 8 + u64::from_le_bytes(whole[..8].try_into().expect("eight")) as usize;
    let folder = folder(&whole, Some(&config()));
    for place in 0..length {
        let mut other = whole.clone();
        other[place] = [0, b'9', b'"', b'}', 0xFF][place % 5];
        fs::write(model(&folder), other).expect("room");
        if let Err(error) = Checkpoint::open(folder.path()) {
            assert!(error.is_usage());
        }
    }
}

#[test]
fn offsets_that_cannot_be_name_the_tensor() {
    let offsets = |name: &'static str, offsets: Json| {
        move |header: &mut Map<String, Json>| header[name]["data_offsets"] = offsets.clone()
    };
    let wte = "wte.weight";
    rewritten(
        offsets(wte, json!([0, 1_u64 << 40])),
        "`wte.weight` ends at 1099511627776, but the file has",
    );
    rewritten(
        offsets(wte, json!([u64::MAX - 79, u64::MAX])),
        "`wte.weight` ends at 18446744073709551615",
    );
    rewritten(
        offsets(wte, json!([80, 0])),
        "`wte.weight` ends at 0, before it starts at 80",
    );
    rewritten(
        offsets(wte, json!([-80, 0])),
        "`wte.weight` has no offsets of whole numbers",
    );
    rewritten(
        offsets(wte, json!([0.5, 80])),
        "`wte.weight` has no offsets of whole numbers",
    );
    rewritten(
        offsets(wte, json!([0, 1e300])),
        "`wte.weight` has no offsets of whole numbers",
    );
    rewritten(
        offsets(wte, json!("all")),
        "`wte.weight` has no offsets of whole numbers",
    );
    rewritten(
        offsets(wte, json!([0])),
        "`wte.weight` has 1 offsets, and not 2",
    );
    rewritten(
        offsets(wte, json!([0, 79])),
        "`wte.weight` has 79 bytes, and [5, 4] in F32 are others",
    );
    rewritten(
        offsets("ln_f.bias", json!([0, 16])),
        "the tensors `ln_f.bias` and `wte.weight` share bytes",
    );
    rewritten(
        offsets(wte, json!([4, 84])),
        "the tensors `wte.weight` and `wpe.weight` share bytes",
    );
}

#[test]
fn a_name_cannot_act_on_the_terminal() {
    rewritten(
        |header| drop(header.insert("\u{1b}[2J".repeat(99), json!({}))),
        "`\\u{1b}[2J",
    );
}
