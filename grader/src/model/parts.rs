//! The parts of a model, in the order in which the course's structs have them: which tensor each of them is, and the shape
//! that it must have.

use std::collections::BTreeMap;
use std::path::Path;

use super::config::Config;
use super::header::Tensor;
use super::refuse::{shown, wrong};
use crate::error::Result;
use crate::protocol::{Array, Dtype, Fixture, Layout, Value};

/// Makes the parts of a model out of the tensors of a file.
pub struct Parts<'a> {
    /// The file.
    pub path: &'a Path,
    /// Its path once more, as text.
    pub file: &'a str,
    /// How large the model is.
    pub config: &'a Config,
    /// What the file has, by names without a prefix.
    pub tensors: &'a BTreeMap<String, Tensor>,
    /// What was used of it so far.
    pub used: BTreeMap<String, Fixture>,
}

impl Parts<'_> {
    /// `Gpt2Model`.
    pub fn model(&mut self) -> Result<Value> {
        let Config {
            vocab_size,
            n_positions,
            n_embd,
            n_layer,
            ..
        } = *self.config;
        let wte = self.embedding("wte", vocab_size)?;
        let wpe = self.embedding("wpe", n_positions)?;
        let blocks = (0..n_layer).map(|layer| self.block(&format!("h.{layer}")));
        let h = Value::Record(blocks.collect::<Result<_>>()?);
        let ln_f = self.norm("ln_f")?;
        self.head(&[vocab_size, n_embd])?;
        Ok(Value::Record(vec![wte, wpe, h, ln_f]))
    }

    /// The matrix of the head is that of the token embedding. A file may hold it once more.
    fn head(&self, shape: &[u64]) -> Result<()> {
        match self.tensors.get("lm_head.weight") {
            Some(tensor) if tensor.shape != shape => Err(self.misshapen("lm_head.weight", shape)),
            _ => Ok(()),
        }
    }

    fn block(&mut self, name: &str) -> Result<Value> {
        let (n_embd, inner) = (self.config.n_embd, self.config.inner());
        let ln_1 = self.norm(&format!("{name}.ln_1"))?;
        let c_attn = self.linear(&format!("{name}.attn.c_attn"), n_embd, 3 * n_embd)?;
        let c_proj = self.linear(&format!("{name}.attn.c_proj"), n_embd, n_embd)?;
        let attn = vec![c_attn, c_proj, Value::Size(self.config.n_head)];
        let ln_2 = self.norm(&format!("{name}.ln_2"))?;
        let c_fc = self.linear(&format!("{name}.mlp.c_fc"), n_embd, inner)?;
        let c_proj = self.linear(&format!("{name}.mlp.c_proj"), inner, n_embd)?;
        let mlp = vec![c_fc, c_proj];
        let parts = vec![ln_1, Value::Record(attn), ln_2, Value::Record(mlp)];
        Ok(Value::Record(parts))
    }

    fn embedding(&mut self, name: &str, rows: u64) -> Result<Value> {
        let weight = self.array(format!("{name}.weight"), &[rows, self.config.n_embd])?;
        Ok(Value::Record(vec![weight]))
    }

    fn norm(&mut self, name: &str) -> Result<Value> {
        let weight = self.array(format!("{name}.weight"), &[self.config.n_embd])?;
        let bias = self.array(format!("{name}.bias"), &[self.config.n_embd])?;
        let eps = Value::Array(Array {
            shape: Vec::new(),
            layout: Layout::Rows,
            entries: vec![Dtype::F32.round(self.config.layer_norm_epsilon)],
        });
        Ok(Value::Record(vec![weight, bias, eps]))
    }

    fn linear(&mut self, name: &str, inputs: u64, outputs: u64) -> Result<Value> {
        let weight = self.array(format!("{name}.weight"), &[inputs, outputs])?;
        let bias = self.array(format!("{name}.bias"), &[outputs])?;
        Ok(Value::Record(vec![weight, bias]))
    }

    fn array(&mut self, name: String, shape: &[u64]) -> Result<Value> {
        let Some(tensor) = self.tensors.get(&name) else {
            let layers = self.config.n_layer;
            let advice = format!(
                "take all of a GPT-2 with {layers} blocks, and the `config.json` that belongs to it"
            );
            let reason = format!("it has no tensor `{name}`");
            return Err(wrong(self.path, reason, advice));
        };
        if tensor.shape != shape {
            return Err(self.misshapen(&name, shape));
        }
        let fixture = tensor.fixture(self.file);
        // Half of what `f64` holds would be lost without a word.
        let fixture = fixture.filter(|fixture| fixture.dtype != Dtype::F64);
        let Some(fixture) = fixture else {
            let dtype = shown(&tensor.dtype);
            let reason =
                format!("the tensor `{name}` is {dtype}, and F32, F16 and BF16 can be read");
            let advice = "export the model with one of these dtypes, and without quantization";
            return Err(wrong(self.path, reason, advice));
        };
        self.used.insert(name, fixture.clone());
        Ok(Value::Fixture(fixture))
    }

    /// The error for a tensor of another shape.
    fn misshapen(&self, name: &str, shape: &[u64]) -> crate::error::Error {
        let found = self.tensors.get(name).map(|tensor| &tensor.shape);
        let found = format!("{:?}", found.unwrap_or(&Vec::new()));
        let reason = format!(
            "the tensor `{name}` has the shape {}, and {shape:?} is expected",
            shown(&found)
        );
        let advice = "take the `config.json` that belongs to these weights, and weights of GPT-2 as \
                      Hugging Face keeps them, one row for each input";
        wrong(self.path, reason, advice)
    }
}
