//! The answers of step 01, written from the definition of each function and from nothing else.
//!
//! All that a definition decides is a choice. With the right ones these are the right answers; with another one, those
//! of a mistake.

use crate::protocol::{Array, Call, Dtype, Value};
use crate::steps::domains::reals::scalar;
use crate::steps::{Expected, Given};

/// What the answers rest on.
pub(super) struct Choices {
    /// The smallest model.
    pub smallest: fn() -> Config,
    /// A model by its name: channels, blocks and heads; `None` in place of a panic.
    pub named: fn(&str) -> Option<Option<[u64; 3]>>,
    /// How many hidden units there are.
    pub inner: fn(&Config) -> u64,
    /// How wide a head is; `None` in place of a panic.
    pub head: fn(&Config) -> Option<Option<u64>>,
    /// The tensors of a model that are counted.
    pub tensors: fn(&Config, u64) -> Vec<Tensor>,
    /// The numbers that are multiplied to the size of a cache.
    pub cache: fn(&Config, u64, u64) -> Vec<u64>,
}

/// How large a model is.
#[derive(Clone)]
pub(super) struct Config {
    pub vocabulary: u64,
    pub positions: u64,
    pub channels: u64,
    pub blocks: u64,
    pub heads: u64,
    pub inner: Option<u64>,
    pub eps: f64,
}

/// A tensor by its name: its shape, and how often a model has one.
pub(super) struct Tensor {
    pub name: &'static str,
    pub shape: [u64; 2],
    pub times: u64,
}

/// The right choices.
pub(super) const RIGHT: Choices = Choices {
    smallest: || Config {
        vocabulary: 50_257,
        positions: 1024,
        channels: 768,
        blocks: 12,
        heads: 12,
        inner: None,
        eps: 1e-5,
    },
    named: |name| Some(published(name)),
    inner: |config| config.inner.unwrap_or(4 * config.channels),
    head: |config| {
        let divides = config.heads > 0 && config.channels.is_multiple_of(config.heads);
        Some(divides.then(|| config.channels / config.heads))
    },
    tensors,
    cache: |config, tokens, bytes| vec![2, config.blocks, config.channels, tokens, bytes],
};

/// Channels, blocks and heads of a model that was published.
pub(super) fn published(name: &str) -> Option<[u64; 3]> {
    match name {
        "gpt2" => Some([768, 12, 12]),
        "gpt2-medium" => Some([1024, 24, 16]),
        "gpt2-large" => Some([1280, 36, 20]),
        "gpt2-xl" => Some([1600, 48, 25]),
        _ => None,
    }
}

/// All that is in a model's file, by the names there, of a model with so many hidden units.
pub(super) fn tensors(config: &Config, inner: u64) -> Vec<Tensor> {
    let d = config.channels;
    let once = [
        ("wte.weight", [config.vocabulary, d]),
        ("wpe.weight", [config.positions, d]),
        ("ln_f.weight", [1, d]),
        ("ln_f.bias", [1, d]),
    ];
    let in_blocks = [
        ("ln_1.weight", [1, d]),
        ("ln_1.bias", [1, d]),
        ("attn.c_attn.weight", [d, 3 * d]),
        ("attn.c_attn.bias", [1, 3 * d]),
        ("attn.c_proj.weight", [d, d]),
        ("attn.c_proj.bias", [1, d]),
        ("ln_2.weight", [1, d]),
        ("ln_2.bias", [1, d]),
        ("mlp.c_fc.weight", [d, inner]),
        ("mlp.c_fc.bias", [1, inner]),
        ("mlp.c_proj.weight", [inner, d]),
        ("mlp.c_proj.bias", [1, d]),
    ];
    let tensor = |times| move |(name, shape)| Tensor { name, shape, times };
    let once = once.into_iter().map(tensor(1));
    once.chain(in_blocks.into_iter().map(tensor(config.blocks)))
        .collect()
}

/// The right answer to a call of one of the step's functions.
pub(super) fn expect(call: &Call) -> Expected {
    Expected::of(answer(call, 0.0, &RIGHT))
}

/// The answer that comes of these choices.
pub(super) fn answer(call: &Call, _: f64, choices: &Choices) -> Option<Given> {
    let value = match (call.function.as_str(), call.arguments.as_slice()) {
        ("Gpt2Config::gpt2", []) => (choices.smallest)().value(),
        ("Gpt2Config::named", [Value::Text(name)]) => {
            let Some(sizes) = (choices.named)(name) else {
                return Some(Given::Panic(""));
            };
            maybe(sizes.map(|[channels, blocks, heads]| {
                let config = Config {
                    channels,
                    blocks,
                    heads,
                    ..(choices.smallest)()
                };
                config.value()
            }))
        }
        ("Gpt2Config::inner_dim", [config]) => Value::Size((choices.inner)(&Config::of(config)?)),
        ("Gpt2Config::head_dim", [config]) => {
            let Some(width) = (choices.head)(&Config::of(config)?) else {
                return Some(Given::Panic(""));
            };
            maybe(width.map(Value::Size))
        }
        ("Gpt2Config::num_parameters", [config]) => {
            let config = Config::of(config)?;
            let inner = (choices.inner)(&config);
            let tensors = (choices.tensors)(&config, inner);
            let count = |tensor: &Tensor| tensor.times * tensor.shape[0] * tensor.shape[1];
            Value::Size(tensors.iter().map(count).sum())
        }
        ("Gpt2Config::kv_cache_bytes", [config, Value::Size(tokens), Value::Size(bytes)]) => {
            let factors = (choices.cache)(&Config::of(config)?, *tokens, *bytes);
            Value::Size(factors.into_iter().product())
        }
        _ => return None,
    };
    Some(Given::Answer(Expected::exact(value)))
}

fn maybe(value: Option<Value>) -> Value {
    Value::Maybe(value.map(Box::new))
}

impl Config {
    /// The configuration that is an argument.
    fn of(value: &Value) -> Option<Self> {
        let Value::Record(fields) = value else {
            return None;
        };
        let [
            Value::Size(vocabulary),
            Value::Size(positions),
            Value::Size(channels),
            Value::Size(blocks),
            Value::Size(heads),
            Value::Bound(inner),
            Value::Array(Array { entries, .. }),
        ] = fields.as_slice()
        else {
            return None;
        };
        Some(Self {
            vocabulary: *vocabulary,
            positions: *positions,
            channels: *channels,
            blocks: *blocks,
            heads: *heads,
            inner: *inner,
            eps: *entries.first()?,
        })
    }

    /// As it is returned.
    fn value(&self) -> Value {
        let sizes = [
            self.vocabulary,
            self.positions,
            self.channels,
            self.blocks,
            self.heads,
        ];
        let mut fields = sizes.map(Value::Size).to_vec();
        fields.push(maybe(self.inner.map(Value::Size)));
        fields.push(scalar(Dtype::F32.round(self.eps)));
        Value::Record(fields)
    }
}
