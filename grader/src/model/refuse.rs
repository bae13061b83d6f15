//! What is said where a file of a model cannot be taken.

use std::io;
use std::path::Path;

use serde_json::Value as Json;

use crate::error::{Error, Reason, Result};
use crate::text::plain;

/// No name of a file's own is shown with more characters than this.
const SHOWN: usize = 80;

/// The error for a file of the user's that is something else than is needed.
pub fn wrong(path: &Path, reason: impl Into<String>, advice: impl Into<String>) -> Error {
    refused(path, Reason::Other(reason.into()), advice)
}

/// The error for a file that the system does not give.
pub fn unread(path: &Path, source: io::Error, advice: impl Into<String>) -> Error {
    refused(path, Reason::System(source), advice)
}

fn refused(path: &Path, reason: Reason, advice: impl Into<String>) -> Error {
    Error::Place {
        doing: "read",
        path: path.to_owned(),
        reason,
        advice: advice.into(),
    }
}

/// A name out of a file, so that a terminal can show it.
pub fn shown(name: &str) -> String {
    let mut shown: String = plain(name).chars().take(SHOWN).collect();
    if shown.len() < name.len() {
        shown.push_str("...");
    }
    shown.replace(['\n', '\t'], " ")
}

/// The text of a file that is not longer than `most` bytes.
pub fn text(path: &Path, most: u64, advice: &str) -> Result<String> {
    let about = std::fs::metadata(path).map_err(|error| unread(path, error, advice))?;
    // A pipe or a device could keep the reader waiting for ever.
    if !about.is_file() {
        return Err(wrong(path, "it is not a file", advice));
    }
    if about.len() > most {
        let reason = format!("it has {} bytes, and {most} are the most", about.len());
        return Err(wrong(path, reason, advice));
    }
    let bytes = std::fs::read(path).map_err(|error| unread(path, error, advice))?;
    String::from_utf8(bytes).map_err(|error| {
        let reason = Reason::NotText(error.utf8_error());
        refused(path, reason, advice)
    })
}

/// The fields of a file that is one JSON object.
pub fn object(path: &Path, most: u64, advice: &str) -> Result<serde_json::Map<String, Json>> {
    match serde_json::from_str(&text(path, most, advice)?) {
        Ok(Json::Object(fields)) => Ok(fields),
        Ok(_) => Err(wrong(path, "it is JSON, but not an object", advice)),
        Err(error) => Err(wrong(path, format!("it is not JSON: {error}"), advice)),
    }
}
