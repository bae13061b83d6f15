//! Mistakes that can be made in the reference, to hear what they do to a text.

use crate::build::Change;
use crate::error::{Error, Result};

/// A mistake, and how it is made.
#[derive(Debug)]
pub(super) struct Broken {
    /// Its name in the catalogue.
    pub id: &'static str,
    /// What is wrong then, in a few words.
    pub title: &'static str,
    /// What is changed.
    pub changes: &'static [Change],
}

/// One change of a step.
const fn change(step: u8, right: &'static str, wrong: &'static str) -> Change {
    Change { step, right, wrong }
}

/// All of them, in the order of the steps.
pub(super) const BROKEN: &[Broken] = &[
    Broken {
        id: "M1",
        title: "the activation is left out",
        changes: &[change(4, "hidden.mapv_inplace(gelu);", "")],
    },
    Broken {
        id: "Z7",
        title: "positions are left out",
        changes: &[change(
            10,
            "embed(&self.wte, &self.wpe, ids, 0)?",
            "self.wte.forward(ids)?",
        )],
    },
    Broken {
        id: "A1",
        title: "the scores are not divided by a root",
        changes: &[change(7, " / (query.ncols() as f32).sqrt()", "")],
    },
    Broken {
        id: "T3",
        title: "the mask is left out",
        changes: &[change(
            7,
            "causal_mask(x.nrows(), 0)?",
            "Array2::<f32>::zeros((x.nrows(), x.nrows()))",
        )],
    },
    Broken {
        id: "T5",
        title: "the mask lies on its side",
        changes: &[change(7, "value, mask.view()));", "value, mask.t()));")],
    },
    Broken {
        id: "H6",
        title: "heads are reshaped without exchanging the axes",
        changes: &[change(
            7,
            "x[[token, head * width + channel]]",
            "{\n        let place = (head * tokens + token) * width + channel;\n        x[[place / channels, place % channels]]\n    }",
        )],
    },
    Broken {
        id: "D1",
        title: "no residual connections",
        changes: &[change(
            8,
            "Ok(&x + &sublayer_output)",
            "Ok(sublayer_output.to_owned())",
        )],
    },
    Broken {
        id: "Z3",
        title: "the blocks are gone through from the last to the first",
        changes: &[change(
            10,
            "for block in &self.h {",
            "for block in self.h.iter().rev() {",
        )],
    },
    Broken {
        id: "Z1",
        title: "the last normalization is left out",
        changes: &[change(10, "Ok(self.ln_f.forward(x.view())?)", "Ok(x)")],
    },
    Broken {
        id: "Y5",
        title: "the head is a table of its own, with random numbers",
        changes: &[
            change(
                11,
                "hidden.dot(&self.transformer.wte.weight.t())",
                "hidden.dot(&own_head(self).t())",
            ),
            change(
                11,
                "self.transformer.wte.weight.dot(&hidden.row(last))",
                "own_head(self).dot(&hidden.row(last))",
            ),
            change(11, "// ANCHOR: cross_entropy\n", OWN_HEAD),
        ],
    },
    Broken {
        id: "X2",
        title: "the temperature comes after the softmax",
        changes: &[
            change(
                12,
                "let scaled = &logits / temperature;",
                "let scaled = logits.to_owned();",
            ),
            change(
                12,
                ".remove_axis(Axis(0))\n",
                ".remove_axis(Axis(0)) / temperature\n",
            ),
        ],
    },
    Broken {
        id: "Q1",
        title: "probabilities are not added up before a token is picked",
        changes: &[change(12, "sum += probability;", "sum = *probability;")],
    },
    Broken {
        id: "J3",
        title: "the model sees the last token alone",
        changes: &[change(
            12,
            "ids.len().saturating_sub(n_positions)",
            "ids.len() - n_positions.min(1)",
        )],
    },
];

/// A head with numbers that no training has seen.
const OWN_HEAD: &str = "fn own_head(model: &Gpt2LmHeadModel) -> Array2<f32> {
    let mut drawn = 1_u32;
    Array2::from_shape_simple_fn(model.transformer.wte.weight.dim(), || {
        drawn = drawn.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        ((drawn >> 8) as f32 / (1 << 24) as f32 - 0.5) / 4.0
    })
}
// ANCHOR: cross_entropy\n";

/// The mistake of this name.
pub(super) fn find(name: &str) -> Result<&'static Broken> {
    let mut all = BROKEN.iter();
    all.find(|broken| broken.id.eq_ignore_ascii_case(name))
        .ok_or_else(|| {
            Error::Usage(format!(
                "there is no mistake `{name}` to make\n`cargo grade generate --break list` names them"
            ))
        })
}

/// All of them, a line each.
pub(super) fn list() -> String {
    let line = |broken: &Broken| {
        let step = broken.changes.first().map_or(0, |change| change.step);
        format!("  {:<4}step {step:02}   {}\n", broken.id, broken.title)
    };
    BROKEN.iter().map(line).collect()
}
