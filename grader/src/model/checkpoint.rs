//! Opens the weights of a GPT-2, whoever trained it, and says what is wrong with a file that has none.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf, absolute};

use super::config::{Config, layer};
use super::header::{Tensor, tensors};
use super::parts::Parts;
use super::refuse::{shown, unread, wrong};
use crate::error::Result;
use crate::protocol::{Fixture, Value};

/// So many bytes are looked at together; whole numbers of every dtype fit into it.
const CHUNK: u64 = 1 << 20;

/// A GPT-2 whose weights were looked through and lie ready in a file.
#[derive(Clone, Debug)]
pub struct Checkpoint {
    /// How large it is.
    pub config: Config,
    /// `Gpt2Model` as a call takes it: every struct is a record of its fields, every array stays in the file.
    pub model: Value,
    weights: BTreeMap<String, Fixture>,
    file: PathBuf,
}

impl Checkpoint {
    /// Opens a `.safetensors` file, or the one that is called `model.safetensors` in a folder. The `config.json` beside it
    /// says how large the model is; without one, the shapes do where it is one of OpenAI's.
    ///
    /// Every weight is read once, so that none is NaN or infinite later.
    ///
    /// # Errors
    ///
    /// Where the file cannot be read, is damaged, or holds another model.
    pub fn open(path: &Path) -> Result<Self> {
        let path = &file(path)?;
        let Some(text) = path.to_str() else {
            let advice = "move it to a folder with a plainer name";
            return Err(wrong(path, "its path is not valid UTF-8", advice));
        };
        let tensors = plain_names(path, tensors(path)?)?;
        let beside = path.with_file_name("config.json");
        let config = match beside.try_exists() {
            Ok(false) => Config::infer(path, &tensors)?,
            _ => Config::read(&beside)?,
        };
        let mut parts = Parts {
            path,
            file: text,
            config: &config,
            tensors: &tensors,
            used: BTreeMap::new(),
        };
        let model = parts.model()?;
        let weights = parts.used;
        let blocks = config.n_layer;
        let beyond = |name: &&String| layer(name).is_some_and(|layer| layer >= blocks);
        if let Some(name) = tensors.keys().find(beyond) {
            let name = shown(name);
            let reason =
                format!("it has a tensor `{name}`, but {blocks} blocks by its configuration");
            let advice = "take the `config.json` that belongs to these weights";
            return Err(wrong(path, reason, advice));
        }
        finite(path, &weights)?;
        Ok(Self {
            config,
            model,
            weights,
            file: path.clone(),
        })
    }

    /// The file with the weights.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// The shape and the values of a tensor by its name without `transformer.`, such as `h.0.attn.c_attn.weight`.
    ///
    /// # Errors
    ///
    /// Where the model has no such tensor, or the file has changed since it was opened.
    pub fn tensor(&self, name: &str) -> io::Result<(Vec<usize>, Vec<f32>)> {
        let fixture = self.weights.get(name).ok_or_else(|| {
            let text = format!("the model has no tensor `{}`", shown(name));
            io::Error::new(io::ErrorKind::NotFound, text)
        })?;
        let shape = fixture.shape.iter().map(|side| *side as usize).collect();
        Ok((shape, fixture.floats()?))
    }
}

/// The file that a path means.
fn file(path: &Path) -> Result<PathBuf> {
    let advice =
        "name a `.safetensors` file with a GPT-2, or a folder with its `model.safetensors`";
    let path = &absolute(path).map_err(|error| unread(path, error, advice))?;
    let about = std::fs::metadata(path).map_err(|error| unread(path, error, advice))?;
    if !about.is_dir() {
        return Ok(path.clone());
    }
    let file = path.join("model.safetensors");
    if file.exists() {
        return Ok(file);
    }
    let has = |name: &str| path.join(name).exists();
    let advice = if has("pytorch_model.bin") {
        "its weights are in PyTorch's own format, `pytorch_model.bin`: save the model with `safe_serialization=True`"
    } else if has("model.safetensors.index.json") {
        "its weights are in several files: save the model with a `max_shard_size` that it fits into"
    } else {
        advice
    };
    Err(wrong(path, "there is no `model.safetensors` in it", advice))
}

/// Tensors by their names without `transformer.`, which stands there where the model was saved together with its head.
fn plain_names(path: &Path, tensors: BTreeMap<String, Tensor>) -> Result<BTreeMap<String, Tensor>> {
    let mut plain = BTreeMap::new();
    for (name, tensor) in tensors {
        let short = name
            .strip_prefix("transformer.")
            .unwrap_or(&name)
            .to_owned();
        if plain.insert(short, tensor).is_some() {
            let short = shown(name.strip_prefix("transformer.").unwrap_or(&name));
            let reason = format!("it has the tensor `{short}` with and without `transformer.`");
            let advice = "keep one of the two, or download the file again";
            return Err(wrong(path, reason, advice));
        }
    }
    Ok(plain)
}

/// Looks for weights that are no numbers. One of them is enough for a model that says nothing.
fn finite(path: &Path, weights: &BTreeMap<String, Fixture>) -> Result<()> {
    let failed = |error| unread(path, error, "download the file again");
    let mut file = File::open(path).map_err(failed)?;
    let mut bytes = Vec::new();
    for (name, fixture) in weights {
        let width = fixture.dtype.bytes() as u64;
        let length = fixture.count().unwrap_or(0) * width;
        file.seek(SeekFrom::Start(fixture.offset)).map_err(failed)?;
        let mut done = 0;
        while done < length {
            bytes.resize((length - done).min(CHUNK) as usize, 0);
            file.read_exact(&mut bytes).map_err(failed)?;
            if let Some(place) = fixture.dtype.first_not_finite(&bytes) {
                let place = done / width + place as u64;
                let reason = format!("entry {place} of the tensor `{name}` is NaN or infinite");
                let advice =
                    "download the file again; if it was trained so, take an earlier state of it";
                return Err(wrong(path, reason, advice));
            }
            done += bytes.len() as u64;
        }
    }
    Ok(())
}
