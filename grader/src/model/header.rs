//! Finds the tensors of a safetensors file: eight bytes with the length of a header in JSON, the header, the numbers. See
//! <https://github.com/huggingface/safetensors#format>.
//!
//! Our own code, because the crate of that name brings `serde`'s derive macros into a learner's first build and wants the
//! whole file in memory. What it refuses is refused here too, except for bytes that belong to no tensor.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use serde_json::Value as Json;

use super::refuse::{shown, unread, wrong};
use crate::error::Result;
use crate::protocol::{Dtype, Fixture};

/// No header is longer. The largest GPT-2 has one of 60 kB, and JSON takes more memory once it is read.
const LONGEST: u64 = 4 << 20;

const ADVICE: &str =
    "name a GPT-2 in the safetensors format, such as `model.safetensors` of a download";
const AGAIN: &str = "download the file again, or export the model again";

/// Where a tensor lies, and what it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Tensor {
    /// The name of its dtype in the file; there are some that the course does not know.
    pub dtype: String,
    /// The length of every axis.
    pub shape: Vec<u64>,
    /// Where in the file its first byte is.
    pub start: u64,
    /// Where in the file its bytes end.
    pub end: u64,
}

impl Tensor {
    /// Its dtype, where the course knows it.
    pub fn dtype(&self) -> Option<Dtype> {
        match self.dtype.as_str() {
            "F16" => Some(Dtype::F16),
            "BF16" => Some(Dtype::Bf16),
            "F32" => Some(Dtype::F32),
            "F64" => Some(Dtype::F64),
            _ => None,
        }
    }

    /// It as an array that is read where it lies; `None` in another dtype.
    pub fn fixture(&self, file: &str) -> Option<Fixture> {
        Some(Fixture {
            file: file.to_owned(),
            offset: self.start,
            dtype: self.dtype()?,
            shape: self.shape.clone(),
        })
    }
}

/// The tensors of a file by their names. Each lies inside the file, has the length that its shape and dtype ask for, and
/// shares no byte with another.
///
/// # Errors
///
/// Where the file cannot be read, or is anything else.
pub fn tensors(path: &Path) -> Result<BTreeMap<String, Tensor>> {
    let (header, start, length) = header(path)?;
    let mut tensors = BTreeMap::new();
    for (name, about) in header {
        if name == "__metadata__" {
            continue;
        }
        let found = tensor(&about, start, length);
        let found = found.map_err(|fault| {
            let reason = format!("the tensor `{}` {fault}", shown(&name));
            wrong(path, reason, AGAIN)
        })?;
        tensors.insert(name, found);
    }
    let mut order: Vec<(&String, &Tensor)> = tensors.iter().collect();
    order.sort_by_key(|(_, tensor)| (tensor.start, tensor.end));
    for pair in order.windows(2) {
        let [(first, before), (second, after)] = pair else {
            continue;
        };
        if after.start < before.end {
            let reason = format!(
                "the tensors `{}` and `{}` share bytes",
                shown(first),
                shown(second)
            );
            return Err(wrong(path, reason, AGAIN));
        }
    }
    Ok(tensors)
}

/// What the header says of every tensor, where the numbers start, and the length of the file.
fn header(path: &Path) -> Result<(serde_json::Map<String, Json>, u64, u64)> {
    let failed = |error| unread(path, error, ADVICE);
    let about = std::fs::metadata(path).map_err(failed)?;
    // A pipe or a device could keep the reader waiting for ever.
    if !about.is_file() {
        return Err(wrong(path, "it is not a file", ADVICE));
    }
    let whole = about.len();
    if whole < 8 {
        let reason = format!("it has {whole} bytes, and a safetensors file has 8 or more");
        return Err(wrong(path, reason, AGAIN));
    }
    let mut reader = File::open(path).map_err(failed)?;
    let mut first = [0; 8];
    reader.read_exact(&mut first).map_err(failed)?;
    if first == *b"version " {
        let reason = "it is the pointer that Git LFS leaves in place of a file";
        let advice = "run `git lfs pull` in its folder, or download the file itself";
        return Err(wrong(path, reason, advice));
    }
    let length = u64::from_le_bytes(first);
    if length > LONGEST {
        let reason =
            format!("its header is said to have {length} bytes: it is no safetensors file");
        return Err(wrong(path, reason, ADVICE));
    }
    let start = 8 + length;
    if start > whole {
        let reason = format!("it ends after {whole} bytes, inside its header");
        return Err(wrong(path, reason, AGAIN));
    }
    let mut header = Vec::new();
    reader
        .take(length)
        .read_to_end(&mut header)
        .map_err(failed)?;
    match serde_json::from_slice(&header) {
        Ok(Json::Object(fields)) => Ok((fields, start, whole)),
        Ok(_) => Err(wrong(path, "its header is no JSON object", ADVICE)),
        Err(error) => Err(wrong(
            path,
            format!("its header is not JSON: {error}"),
            ADVICE,
        )),
    }
}

/// What the header says of one tensor, in the words that follow the tensor's name where it cannot be.
fn tensor(about: &Json, start: u64, whole: u64) -> std::result::Result<Tensor, String> {
    let dtype = about["dtype"].as_str().ok_or("has no dtype")?.to_owned();
    let numbers = |field: &str| -> Option<Vec<u64>> {
        let numbers = about[field].as_array()?;
        numbers.iter().map(Json::as_u64).collect()
    };
    let shape = numbers("shape").ok_or("has no shape of whole numbers")?;
    let offsets = numbers("data_offsets").ok_or("has no offsets of whole numbers")?;
    let [first, end] = offsets[..] else {
        return Err(format!("has {} offsets, and not 2", offsets.len()));
    };
    if first > end {
        return Err(format!("ends at {end}, before it starts at {first}"));
    }
    let most = whole - start;
    if end > most {
        return Err(format!(
            "ends at {end}, but the file has {most} bytes behind its header"
        ));
    }
    let tensor = Tensor {
        dtype,
        shape,
        start: start + first,
        end: start + end,
    };
    if let Some(fixture) = tensor.fixture("") {
        let width = fixture.dtype.bytes() as u64;
        let asked = fixture.count().and_then(|count| count.checked_mul(width));
        let length = end - first;
        if asked != Some(length) {
            let (shape, dtype) = (&tensor.shape, &tensor.dtype);
            return Err(format!(
                "has {length} bytes, and {shape:?} in {dtype} are others"
            ));
        }
    }
    Ok(tensor)
}

/// Where the array of this name lies in a safetensors file.
///
/// # Errors
///
/// Where the file cannot be read, is something else, or has no such array in a dtype of the course.
pub fn fixture(file: &Path, name: &str) -> io::Result<Fixture> {
    let tensors = tensors(file).map_err(io::Error::other)?;
    let path = file.to_str().ok_or(io::ErrorKind::InvalidInput)?;
    let found = tensors.get(name).and_then(|tensor| tensor.fixture(path));
    found.ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, format!("no array `{name}`")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_array_is_read_where_it_lies() -> io::Result<()> {
        let file = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/data/step_02/causal_mask.safetensors");
        for dtype in Dtype::ALL {
            let found = fixture(&file, &format!("{}/2x1", dtype.name()))?;
            let array = found.read()?;
            let blocked = f64::NEG_INFINITY;
            assert_eq!(array.shape, [2, 3]);
            assert_eq!(array.entries, [0.0, blocked, blocked, 0.0, 0.0, blocked]);
            let floats = found.floats()?;
            assert!(floats.into_iter().map(f64::from).eq(array.entries));
        }
        let missing = fixture(&file, "nothing").expect_err("there is none");
        assert_eq!(missing.kind(), io::ErrorKind::NotFound);
        let short = Fixture {
            offset: u64::MAX >> 1,
            ..fixture(&file, "f32/2x1")?
        };
        assert!(short.read().is_err());
        assert!(short.floats().is_err());
        Ok(())
    }
}
