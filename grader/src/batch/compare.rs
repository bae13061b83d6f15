//! Whose points have changed between two batches, and why.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;

use super::{key, name, results};
use crate::error::Result;

/// The results of an earlier batch, by the names of the hand-ins.
#[derive(Debug)]
pub struct Earlier(BTreeMap<String, Value>);

impl Earlier {
    /// Reads them: before the next batch begins, as it may write to the same folder.
    ///
    /// # Errors
    ///
    /// Usage, where no batch wrote to the folder.
    pub fn read(folder: &Path) -> Result<Self> {
        let results = results::all(folder)?.into_iter();
        let id = |result: &Value| result["id"].as_str().unwrap_or_default().to_owned();
        Ok(Self(results.map(|result| (id(&result), result)).collect()))
    }

    /// Whose points are others now, and what has changed of all that points follow from.
    ///
    /// # Errors
    ///
    /// Usage, where no batch wrote to the folder.
    pub fn compare(&self, folder: &Path) -> Result<String> {
        let (old, Self(new)) = (&self.0, Self::read(folder)?);
        let mut text = String::new();
        let mut same = 0;
        for (id, after) in &new {
            let Some(before) = old.get(id) else {
                let _ = writeln!(text, "  {}: new, {}", name::quoted(id), score(after));
                continue;
            };
            let (from, to) = (score(before), score(after));
            if from == to {
                same += 1;
                continue;
            }
            let why = match key::differences(&before["key"], &after["key"]) {
                parts if !parts.is_empty() => parts.join(", "),
                // What was rejected has no key.
                _ if before["status"] != after["status"] => "what was handed in".to_owned(),
                _ => "nothing that is known: its code does not always do the same".to_owned(),
            };
            let _ = writeln!(
                text,
                "  {}: {from} before, now {to} ({why})",
                name::quoted(id)
            );
        }
        for id in old.keys().filter(|id| !new.contains_key(*id)) {
            let _ = writeln!(text, "  {}: gone", name::quoted(id));
        }
        let _ = writeln!(text, "  {same} of {} as before", new.len());
        Ok(text)
    }
}

/// What a hand-in came to.
fn score(result: &Value) -> String {
    match result["status"].as_str() {
        Some("graded") => format!("{}/{}", result["points"], result["max_points"]),
        status => status.unwrap_or_default().to_owned(),
    }
}
