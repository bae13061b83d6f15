//! Finds the arrays of a safetensors file, so that a worker can read them there.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use serde_json::Value as Json;

use crate::protocol::{Dtype, Fixture};

/// No header of a file that the course ships is longer.
const LONGEST: u64 = 1 << 20;

/// Where the array of this name lies in a safetensors file: eight bytes with the length of a header in JSON, the header,
/// the arrays. See <https://github.com/huggingface/safetensors#format>.
///
/// # Errors
///
/// Where the file cannot be read, is something else, or has no such array in a dtype of the course.
pub fn fixture(file: &Path, name: &str) -> io::Result<Fixture> {
    let mut reader = File::open(file)?;
    let mut length = [0; 8];
    reader.read_exact(&mut length)?;
    let length = u64::from_le_bytes(length);
    let mut header = Vec::new();
    reader.take(length.min(LONGEST)).read_to_end(&mut header)?;
    let header: Json = serde_json::from_slice(&header)?;
    let about = &header[name];
    let shape = about["shape"].as_array().into_iter().flatten();
    let dtype = match about["dtype"].as_str() {
        Some("F16") => Some(Dtype::F16),
        Some("BF16") => Some(Dtype::Bf16),
        Some("F32") => Some(Dtype::F32),
        Some("F64") => Some(Dtype::F64),
        _ => None,
    };
    let missing = || io::Error::new(io::ErrorKind::NotFound, format!("no array `{name}`"));
    let start = about["data_offsets"][0].as_u64();
    let (dtype, start) = dtype.zip(start).ok_or_else(missing)?;
    Ok(Fixture {
        file: file.to_str().ok_or(io::ErrorKind::InvalidInput)?.to_owned(),
        offset: 8 + length + start,
        dtype,
        shape: shape.filter_map(Json::as_u64).collect(),
    })
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
        }
        let missing = fixture(&file, "nothing").expect_err("there is none");
        assert_eq!(missing.kind(), io::ErrorKind::NotFound);
        let short = Fixture {
            offset: u64::MAX >> 1,
            ..fixture(&file, "f32/2x1")?
        };
        assert!(short.read().is_err());
        Ok(())
    }
}
