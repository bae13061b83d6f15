//! How large a model is: what its `config.json` says or, where there is none, what the shapes of its weights tell.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Map, Value as Json, json};

use super::header::Tensor;
use super::refuse::{object, shown, wrong};
use crate::error::Result;

/// Larger sizes stand in no configuration, and sums of smaller ones stay numbers.
const LARGEST: u64 = 1 << 31;

const LONGEST: u64 = 1 << 20;
const ADVICE: &str = "take the `config.json` that was published with these weights";

/// What else a configuration may say, and what the course's model computes; nothing said is the first of them.
const REST: [(&str, &[&str]); 6] = [
    ("model_type", &["\"gpt2\""]),
    // One function with two names.
    (
        "activation_function",
        &["\"gelu_new\"", "\"gelu_pytorch_tanh\""],
    ),
    ("tie_word_embeddings", &["true"]),
    ("scale_attn_weights", &["true"]),
    ("scale_attn_by_inverse_layer_idx", &["false"]),
    ("add_cross_attention", &["false"]),
];

/// The widths of OpenAI's models, and how many heads each has.
const PUBLISHED: [(u64, u64); 4] = [(768, 12), (1024, 16), (1280, 20), (1600, 25)];

/// How large a model is, in the names of `config.json`.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// How many tokens there are.
    pub vocab_size: u64,
    /// How many tokens a text may have.
    pub n_positions: u64,
    /// How many channels a token has inside the model.
    pub n_embd: u64,
    /// How many blocks there are.
    pub n_layer: u64,
    /// How many attention heads a block has.
    pub n_head: u64,
    /// How many hidden units the feed-forward network has; `None` for four times as many as channels.
    pub n_inner: Option<u64>,
    /// What layer normalization adds to the variance.
    pub layer_norm_epsilon: f64,
}

impl Config {
    /// How many hidden units the feed-forward network has.
    pub fn inner(&self) -> u64 {
        self.n_inner.unwrap_or(4 * self.n_embd)
    }

    /// Reads a `config.json`.
    pub(super) fn read(path: &Path) -> Result<Self> {
        let fields = object(path, LONGEST, ADVICE)?;
        let wrong = |reason: String| wrong(path, reason, ADVICE);
        for (name, allowed) in REST {
            let said = fields.get(name).map(Json::to_string);
            if let Some(said) = said.filter(|said| !allowed.contains(&said.as_str())) {
                let (said, allowed) = (shown(&said), allowed[0]);
                return Err(wrong(format!(
                    "`{name}` is {said}, and the course's model knows {allowed} only"
                )));
            }
        }
        let size = |name: &str| size(&fields, name).map_err(wrong);
        let config = Self {
            vocab_size: size("vocab_size")?,
            n_positions: size("n_positions")?,
            n_embd: size("n_embd")?,
            n_layer: size("n_layer")?,
            n_head: size("n_head")?,
            n_inner: match fields.get("n_inner") {
                None | Some(Json::Null) => None,
                Some(_) => Some(size("n_inner")?),
            },
            layer_norm_epsilon: epsilon(&fields).map_err(wrong)?,
        };
        let (n_embd, n_head) = (config.n_embd, config.n_head);
        if !n_embd.is_multiple_of(n_head) {
            let reason = format!("`n_embd` is {n_embd}, which {n_head} heads cannot share evenly");
            return Err(wrong(reason));
        }
        Ok(config)
    }

    /// What the shapes tell of a model without a `config.json`. How many heads there are they do not tell: that is known of
    /// OpenAI's models alone.
    pub(super) fn infer(path: &Path, tensors: &BTreeMap<String, Tensor>) -> Result<Self> {
        let sides = |name: &str| {
            let shape = tensors.get(name).map(|tensor| tensor.shape.as_slice());
            match shape {
                Some(&[rows, columns]) if rows.min(columns) > 0 && rows.max(columns) < LARGEST => {
                    Ok((rows, columns))
                }
                _ => {
                    let reason = format!("it has no matrix `{name}`, as every GPT-2 has");
                    Err(wrong(path, reason, "name the weights of a GPT-2"))
                }
            }
        };
        let (vocab_size, n_embd) = sides("wte.weight")?;
        let (n_positions, _) = sides("wpe.weight")?;
        let (_, inner) = sides("h.0.mlp.c_fc.weight")?;
        let n_layer = 1 + tensors
            .keys()
            .filter_map(|name| layer(name))
            .max()
            .unwrap_or(0);
        let n_head = PUBLISHED.into_iter().find(|(width, _)| *width == n_embd);
        let (_, n_head) = n_head.ok_or_else(|| {
            let reason =
                "there is no `config.json` beside it, and nothing else tells how many heads";
            let reason = format!("{reason} a model with {n_embd} channels has");
            let advice = "put the `config.json` that was published with these weights beside them";
            wrong(path, reason, advice)
        })?;
        Ok(Self {
            vocab_size,
            n_positions,
            n_embd,
            n_layer,
            n_head,
            n_inner: (inner != 4 * n_embd).then_some(inner),
            layer_norm_epsilon: 1e-5,
        })
    }
}

/// The number of the block that a tensor belongs to, where it belongs to one.
pub fn layer(name: &str) -> Option<u64> {
    let number = name.strip_prefix("h.")?.split('.').next()?;
    number.parse().ok().filter(|layer| *layer < LARGEST)
}

fn size(fields: &Map<String, Json>, name: &str) -> std::result::Result<u64, String> {
    let said = fields.get(name).ok_or(format!("`{name}` is missing"))?;
    let size = said.as_u64().filter(|size| (1..LARGEST).contains(size));
    size.ok_or_else(|| {
        let said = shown(&said.to_string());
        format!("`{name}` is {said}, and a whole number from 1 on is expected")
    })
}

fn epsilon(fields: &Map<String, Json>) -> std::result::Result<f64, String> {
    let default = json!(1e-5);
    let said = fields.get("layer_norm_epsilon").unwrap_or(&default);
    let epsilon = said.as_f64().filter(|epsilon| (0.0..1.0).contains(epsilon));
    epsilon.ok_or_else(|| {
        let said = shown(&said.to_string());
        format!("`layer_norm_epsilon` is {said}, and a small number such as 1e-5 is expected")
    })
}
