//! Steps 10 to 12: the model that comes with the course.

use std::path::Path;

use half::f16;
use ndarray::{Array1, Array2};
use safetensors::SafeTensors;
use solutions::step_03::LayerNorm;
use solutions::step_04::{Linear, Mlp};
use solutions::step_05::Embedding;
use solutions::step_07::MultiHeadAttention;
use solutions::step_09::Block;
use solutions::step_10::Gpt2Model;
use solutions::step_11::{Gpt2LmHeadModel, cross_entropy};
use solutions::step_12::{argmax, generate, probabilities};

use crate::harness::Case;
use crate::layers::{block_work, product};
use crate::{matrix, vector};

const LAYERS: usize = 4;
const CHANNELS: usize = 128;
const HEADS: usize = 4;
const VOCABULARY: usize = 1024;

/// The cases of these steps.
pub fn run(case: &mut impl FnMut(Case<'_>)) {
    let model = shipped();
    for tokens in [16, 64, 256] {
        let ids: Vec<usize> = (0..tokens)
            .map(|number| number * 377 % VOCABULARY)
            .collect();
        let size = format!("{tokens} tokens");
        case(
            Case::new(10, "hidden states", &size)
                .way("products, exp", blocks(tokens))
                .way("reference", || model.transformer.forward(&ids)),
        );
        let (mut below, mut head) = (blocks(tokens), product(tokens, CHANNELS, VOCABULARY));
        case(
            Case::new(11, "logits", &size)
                .way("products, exp", || (below(), head()))
                .way("reference", || model.logits(&ids)),
        );
        let (mut below, mut head) = (blocks(tokens), product(1, CHANNELS, VOCABULARY));
        case(
            Case::new(12, "one token", &size)
                .way("products, exp", || (below(), head()))
                .way("reference", || generate(&model, &ids, 1, argmax)),
        );
    }
    let logits = matrix(256, VOCABULARY);
    let targets: Vec<usize> = (0..256).collect();
    case(
        Case::new(11, "cross_entropy", format!("256 × {VOCABULARY}"))
            .way("exp alone", || logits.mapv(f32::exp))
            .way("reference", || cross_entropy(logits.view(), &targets)),
    );
    let scores: Array1<f32> = vector(50_257);
    case(
        Case::new(12, "argmax", "50257")
            .way("copy", || scores.clone())
            .way("reference", || argmax(scores.view())),
    );
    case(
        Case::new(12, "probabilities", "50257")
            .way("exp alone", || scores.mapv(f32::exp))
            .way("reference", || probabilities(scores.view(), 0.8)),
    );
}

/// What no block can do without, for all of them.
fn blocks(tokens: usize) -> impl FnMut() {
    let mut all: Vec<_> = (0..LAYERS)
        .map(|_| block_work(tokens, CHANNELS, HEADS))
        .collect();
    move || all.iter_mut().for_each(|block| block())
}

/// The model of the course.
fn shipped() -> Gpt2LmHeadModel {
    let path = "../grader/model/model.safetensors";
    let file = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path));
    let file = file.expect("the weights are there");
    let weights = Weights(SafeTensors::deserialize(&file).expect("a safetensors file"));
    let transformer = Gpt2Model {
        wte: Embedding {
            weight: weights.matrix("wte.weight"),
        },
        wpe: Embedding {
            weight: weights.matrix("wpe.weight"),
        },
        h: (0..LAYERS)
            .map(|number| weights.block(&format!("h.{number}")))
            .collect(),
        ln_f: weights.norm("ln_f"),
    };
    Gpt2LmHeadModel { transformer }
}

/// What a file has of a model, by the names of GPT-2.
struct Weights<'a>(SafeTensors<'a>);

impl Weights<'_> {
    fn entries(&self, name: &str) -> (Vec<usize>, Vec<f32>) {
        let tensor = self
            .0
            .tensor(name)
            .expect("GPT-2 has a tensor of this name");
        let halves = tensor.data().chunks_exact(2);
        let entries = halves.map(|bytes| f16::from_le_bytes([bytes[0], bytes[1]]).to_f32());
        (tensor.shape().to_vec(), entries.collect())
    }

    fn matrix(&self, name: &str) -> Array2<f32> {
        let (shape, entries) = self.entries(name);
        Array2::from_shape_vec((shape[0], shape[1]), entries).expect("a matrix of f16")
    }

    fn vector(&self, name: &str) -> Array1<f32> {
        self.entries(name).1.into()
    }

    fn norm(&self, name: &str) -> LayerNorm {
        LayerNorm {
            weight: self.vector(&format!("{name}.weight")),
            bias: self.vector(&format!("{name}.bias")),
            eps: 1e-5,
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
                n_head: HEADS,
            },
            ln_2: self.norm(&format!("{name}.ln_2")),
            mlp: Mlp {
                c_fc: self.linear(&format!("{name}.mlp.c_fc")),
                c_proj: self.linear(&format!("{name}.mlp.c_proj")),
            },
        }
    }
}
