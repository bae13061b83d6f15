//! What a result follows from. Where none of it has changed, neither has the result, and it need not be found again.

use std::fs::File;
use std::hash::Hasher;
use std::io::Read;

use serde_json::{Map, Value, json};
use siphasher::sip::SipHasher13;

use crate::error::{Error, Result};
use crate::platform;

/// All that a result follows from but the hand-in itself.
#[derive(Clone, Debug)]
pub(super) struct Key(Map<String, Value>);

impl Key {
    /// A key of these parts, each with what it was.
    pub(super) fn new(parts: impl IntoIterator<Item = (&'static str, Value)>) -> Result<Self> {
        let parts = parts
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value));
        let mut parts: Map<_, _> = parts.collect();
        parts.insert("grader".to_owned(), json!(grader()?));
        parts.insert("isolation".to_owned(), json!(platform::isolation()));
        Ok(Self(parts))
    }

    /// That of a hand-in with this source.
    pub(super) fn of(&self, source: u64) -> Value {
        let mut parts = self.0.clone();
        parts.insert("source".to_owned(), json!(hex(source)));
        Value::Object(parts)
    }
}

/// In which parts two keys differ.
pub(super) fn differences(one: &Value, other: &Value) -> Vec<String> {
    let (Some(one), Some(other)) = (one.as_object(), other.as_object()) else {
        return Vec::new();
    };
    let mut names: Vec<_> = one.keys().chain(other.keys()).cloned().collect();
    names.sort();
    names.dedup();
    names.retain(|name| one.get(name) != other.get(name));
    names
}

/// A hash as it is written.
pub(super) fn hex(hash: u64) -> String {
    format!("{hash:016x}")
}

/// The hash of some bytes, as it is written.
pub(super) fn digest(bytes: &[u8]) -> String {
    let mut hasher = SipHasher13::new();
    hasher.write(bytes);
    hex(hasher.finish())
}

/// This grader: its version, and a hash of the program, which tells two apart that have the same version.
fn grader() -> Result<String> {
    let program = std::env::current_exe().map_err(Error::Worker)?;
    let failed = |error| Error::file("read", &program, error);
    let mut file = File::open(&program).map_err(failed)?;
    let mut hasher = SipHasher13::new();
    let mut buffer = vec![0; 1 << 16];
    loop {
        match file.read(&mut buffer).map_err(failed)? {
            0 => break,
            count => hasher.write(&buffer[..count]),
        }
    }
    let version = env!("CARGO_PKG_VERSION");
    Ok(format!("{version} {}", hex(hasher.finish())))
}
