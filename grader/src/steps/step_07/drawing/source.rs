//! Where the pictures come from: the trained model of the course, and what its blocks make of a text.

use std::io;
use std::path::{Path, PathBuf};

use super::LABEL;
use crate::error::{Error, Result};
use crate::model::{Checkpoint, Tokenizer};
use crate::protocol::Value;
use crate::steps::step_10::oracle::Model;
use crate::text::plain;
use bounded::{Answer, Matrix};

/// The model and its tokenizer.
pub(super) struct Source {
    checkpoint: Checkpoint,
    tokenizer: Tokenizer,
}

impl Source {
    /// Opens the model of the course in its folder.
    ///
    /// # Errors
    ///
    /// Outside of the course, and where the model there is damaged.
    pub fn open(folder: Option<&Path>) -> Result<Self> {
        let folder = folder.ok_or_else(|| Error::NoCourse {
            folder: PathBuf::from("grader/model"),
            advice: "run this inside the course",
        })?;
        Ok(Self {
            checkpoint: Checkpoint::open(folder)?,
            tokenizer: Tokenizer::read(folder)?,
        })
    }

    /// How many blocks the model has.
    pub fn blocks(&self) -> usize {
        self.checkpoint.config.n_layer as usize
    }

    /// How many heads each of them has.
    pub fn heads(&self) -> u64 {
        self.checkpoint.config.n_head
    }

    /// The tokens of a text, and how each is shown.
    pub fn tokens(&self, text: &str) -> (Vec<u64>, Vec<String>) {
        let ids = self.tokenizer.encode(text);
        let labels = ids.iter().map(|id| label(&self.tokenizer.decode(&[*id])));
        let labels = labels.collect();
        (ids, labels)
    }

    /// The attention of a block, and what goes into it: what the blocks before it make of the text, normalized.
    ///
    /// # Errors
    ///
    /// Where the model does not fit together, or its file has changed since it was opened.
    pub fn arguments(&self, ids: &[u64], layer: usize) -> Result<Vec<Value>> {
        let failed = |source| Error::File {
            doing: "read",
            path: self.checkpoint.file().to_owned(),
            source,
        };
        let model = loaded(&self.checkpoint.model).map_err(failed)?;
        let arguments = attention(&model, layer).zip(input(&model, ids, layer));
        let (attention, x) = arguments.ok_or_else(|| failed(io::ErrorKind::InvalidData.into()))?;
        Ok(vec![attention, x])
    }
}

/// What goes into the attention of a block, rounded as it is handed on.
fn input(model: &Value, ids: &[u64], layer: usize) -> Option<Value> {
    let model = Model::of(model)?;
    let (block, before) = model.blocks.get(..=layer)?.split_last()?;
    let first = model.embed(ids).ok()?;
    let through = |x: Matrix, block| model.block(block, &x);
    let x = before.iter().try_fold(first, through).ok()?;
    let (value, _) = Answer::from(block.ln_1(&x).ok()?).value()?;
    Some(value)
}

/// The attention of a block.
fn attention(model: &Value, layer: usize) -> Option<Value> {
    let field = |record: &Value, place: usize| match record {
        Value::Record(fields) => fields.get(place).cloned(),
        _ => None,
    };
    field(&field(&field(model, 2)?, layer)?, 1)
}

/// The value with all arrays read that are in a file.
fn loaded(value: &Value) -> io::Result<Value> {
    Ok(match value {
        Value::Fixture(fixture) => Value::Array(fixture.read()?),
        Value::Record(fields) => {
            Value::Record(fields.iter().map(loaded).collect::<io::Result<_>>()?)
        }
        other => other.clone(),
    })
}

/// A token as it is shown: on one line, its blanks seen, and not too long.
fn label(token: &str) -> String {
    let seen = token
        .replace(' ', "_")
        .replace('\n', "\\n")
        .replace('\t', "\\t");
    plain(&seen).chars().take(LABEL).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_shown_on_one_line_with_its_blanks() {
        assert_eq!(label(" the"), "_the");
        assert_eq!(label("\n"), "\\n");
        assert_eq!(label("\u{202e}"), "\\u{202e}");
        assert_eq!(label("internationality"), "internationa");
    }
}
