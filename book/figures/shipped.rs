//! The small model that comes with the course, trained on the novels of Jane Austen. It is read when a figure first asks for
//! it; its parts are those of the `solutions` crate.

use std::path::Path;
use std::sync::OnceLock;

use grader::model::{Checkpoint, Tokenizer};
use ndarray::{Array1, Array2};
use solutions::step_03::LayerNorm;
use solutions::step_04::{Linear, Mlp};
use solutions::step_05::Embedding;
use solutions::step_07::MultiHeadAttention;
use solutions::step_09::Block;
use solutions::step_10::Gpt2Model;
use solutions::step_11::Gpt2LmHeadModel;

/// A model, and how its texts are cut into tokens.
pub(super) struct Shipped {
    pub(super) model: Gpt2LmHeadModel,
    tokenizer: Tokenizer,
}

/// The model of the course.
///
/// # Panics
///
/// If its files are not there or damaged: they belong to the repository, as the code does.
pub(super) fn shipped() -> &'static Shipped {
    static SHIPPED: OnceLock<Shipped> = OnceLock::new();
    SHIPPED.get_or_init(|| {
        Shipped::read(Path::new(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../grader/model"
        )))
    })
}

impl Shipped {
    fn read(folder: &Path) -> Self {
        let checkpoint = Checkpoint::open(folder).expect("the weights are in the folder");
        let tokenizer = Tokenizer::read(folder).expect("the tokens are in the folder");
        let parts = Parts(&checkpoint);
        let blocks = 0..checkpoint.config.n_layer;
        let transformer = Gpt2Model {
            wte: Embedding {
                weight: parts.matrix("wte.weight"),
            },
            wpe: Embedding {
                weight: parts.matrix("wpe.weight"),
            },
            h: blocks
                .map(|number| parts.block(&format!("h.{number}")))
                .collect(),
            ln_f: parts.norm("ln_f"),
        };
        let model = Gpt2LmHeadModel { transformer };
        Self { model, tokenizer }
    }

    /// The ids of the tokens of a text.
    pub(super) fn ids(&self, text: &str) -> Vec<usize> {
        let ids = self.tokenizer.encode(text);
        ids.into_iter().map(|id| id as usize).collect()
    }

    /// What these tokens say.
    pub(super) fn text(&self, ids: &[usize]) -> String {
        let ids: Vec<u64> = ids.iter().map(|id| *id as u64).collect();
        self.tokenizer.decode(&ids)
    }

    /// A token in quotes, so that its space is seen.
    pub(super) fn name(&self, id: usize) -> String {
        format!("{:?}", self.text(&[id]))
    }
}

/// Finds the parts of a model by the names that they have in its file.
struct Parts<'a>(&'a Checkpoint);

impl Parts<'_> {
    fn matrix(&self, name: &str) -> Array2<f32> {
        let (shape, values) = self.0.tensor(name).expect("a checkpoint is whole");
        Array2::from_shape_vec([shape[0], shape[1]], values)
            .expect("as many values as the shape says")
    }

    fn vector(&self, name: &str) -> Array1<f32> {
        let (_, values) = self.0.tensor(name).expect("a checkpoint is whole");
        Array1::from_vec(values)
    }

    fn norm(&self, name: &str) -> LayerNorm {
        LayerNorm {
            weight: self.vector(&format!("{name}.weight")),
            bias: self.vector(&format!("{name}.bias")),
            eps: self.0.config.layer_norm_epsilon as f32,
        }
    }

    fn linear(&self, name: &str) -> Linear {
        Linear {
            weight: self.matrix(&format!("{name}.weight")),
            bias: self.vector(&format!("{name}.bias")),
        }
    }

    fn block(&self, name: &str) -> Block {
        Block {
            ln_1: self.norm(&format!("{name}.ln_1")),
            attn: MultiHeadAttention {
                c_attn: self.linear(&format!("{name}.attn.c_attn")),
                c_proj: self.linear(&format!("{name}.attn.c_proj")),
                n_head: self.0.config.n_head as usize,
            },
            ln_2: self.norm(&format!("{name}.ln_2")),
            mlp: Mlp {
                c_fc: self.linear(&format!("{name}.mlp.c_fc")),
                c_proj: self.linear(&format!("{name}.mlp.c_proj")),
            },
        }
    }
}
