//! The figures of step 09. All numbers come from the `solutions` crate.

use ndarray::{Array1, Array2, ShapeError, array};
use solutions::step_03::LayerNorm;
use solutions::step_04::{Linear, Mlp};
use solutions::step_07::MultiHeadAttention;
use solutions::step_08::residual;
use solutions::step_09::Block;

use super::drawn::drawn;
use super::grid::{Grid, grouped};
use super::svg::draw;
use super::{Figure, Own};

/// What the page of step 09 shows.
pub(super) const OWN: Own = Own::figures(FIGURES);

const FIGURES: &[(&str, Figure)] = &[
    ("attention", attention),
    ("network", network),
    ("causal", causal),
    ("sizes", sizes),
];

const CHANNELS: usize = 4;
const WORDS: [&str; 3] = ["the", "cat", "sat"];

/// A block with two heads, whose weights nobody has trained.
fn block() -> Block {
    let mut drawn = drawn(9);
    let mut layer = |inputs, outputs| Linear {
        weight: Array2::from_shape_simple_fn((inputs, outputs), &mut drawn),
        bias: Array1::zeros(outputs),
    };
    let norm = LayerNorm {
        weight: Array1::ones(CHANNELS),
        bias: Array1::zeros(CHANNELS),
        eps: 1e-5,
    };
    Block {
        ln_1: norm.clone(),
        attn: MultiHeadAttention {
            c_attn: layer(CHANNELS, 3 * CHANNELS),
            c_proj: layer(CHANNELS, CHANNELS),
            n_head: 2,
        },
        ln_2: norm,
        mlp: Mlp {
            c_fc: layer(CHANNELS, 4 * CHANNELS),
            c_proj: layer(4 * CHANNELS, CHANNELS),
        },
    }
}

fn tokens() -> Array2<f32> {
    array![
        [0.4, -0.2, 0.9, 0.1],
        [1.2, 0.3, -0.8, 0.5],
        [-0.6, 1.1, 0.2, -0.9]
    ]
}

fn grid(caption: &str, rows: &Array2<f32>) -> Grid {
    Grid::new(caption, rows, 1)
        .rows(WORDS.map(str::to_owned))
        .columns((0..CHANNELS).map(|j| format!("ch. {j}")))
}

/// The stream after attention.
fn middle(block: &Block, x: &Array2<f32>) -> Result<Array2<f32>, ShapeError> {
    let taken = block.attn.forward(block.ln_1.forward(x.view())?.view())?;
    residual(x.view(), taken.view())
}

/// The first half of the way.
fn attention() -> Result<String, ShapeError> {
    let (block, x) = (block(), tokens());
    let normalized = block.ln_1.forward(x.view())?;
    let taken = block.attn.forward(normalized.view())?;
    Ok(draw(&[
        grid("x: the tokens", &x),
        grid("ln_1: a normalized copy", &normalized),
        grid("attn: what they take from each other", &taken),
        grid("x + attn: the stream goes on", &middle(&block, &x)?),
    ]))
}

/// The second half.
fn network() -> Result<String, ShapeError> {
    let (block, x) = (block(), tokens());
    let stream = middle(&block, &x)?;
    let normalized = block.ln_2.forward(stream.view())?;
    let made = block.mlp.forward(normalized.view())?;
    Ok(draw(&[
        grid("the stream", &stream),
        grid("ln_2: a normalized copy", &normalized),
        grid("mlp: what each makes of it", &made),
        grid(
            "the stream + mlp: the block is done",
            &block.forward(x.view())?,
        ),
    ]))
}

/// What a change of the last token changes.
fn causal() -> Result<String, ShapeError> {
    let (block, x) = (block(), tokens());
    let mut other = x.clone();
    other.row_mut(2).assign(&array![0.7, 0.7, -0.3, 0.2]);
    let (before, after) = (block.forward(x.view())?, block.forward(other.view())?);
    let places = before.indexed_iter().zip(&after);
    let marks = places.filter(|((_, a), b)| a != b);
    let marks: Vec<_> = marks.map(|((place, _), _)| place).collect();
    let mut changed = WORDS.map(str::to_owned);
    changed[2] = "ran".to_owned();
    Ok(draw(&[
        grid("the cat sat", &before),
        grid("the cat ran", &after).rows(changed).marked(marks),
    ]))
}

/// What a block of GPT-2 holds.
fn sizes() -> Result<String, ShapeError> {
    const CHANNELS: usize = 768;
    const BLOCKS: usize = 12;
    let layer = |inputs: usize, outputs: usize| inputs * outputs + outputs;
    let parts = [
        ("ln_1", 2 * CHANNELS),
        (
            "attn",
            layer(CHANNELS, 3 * CHANNELS) + layer(CHANNELS, CHANNELS),
        ),
        ("ln_2", 2 * CHANNELS),
        (
            "mlp",
            layer(CHANNELS, 4 * CHANNELS) + layer(4 * CHANNELS, CHANNELS),
        ),
    ];
    let sum: usize = parts.iter().map(|(_, numbers)| numbers).sum();
    let mut text = String::from("| part | numbers |\n|---|--:|\n");
    for (name, numbers) in parts {
        text.push_str(&format!("| `{name}` | {} |\n", grouped(numbers)));
    }
    let (one, all) = (grouped(sum), grouped(BLOCKS * sum));
    text.push_str(&format!(
        "| one block | {one} |\n| {BLOCKS} blocks | {all} |\n"
    ));
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_blocks_hold_as_much_as_those_of_gpt_2() -> Result<(), ShapeError> {
        let sizes = sizes()?;
        assert!(sizes.contains("| one block | 7,087,872 |"), "{sizes}");
        assert!(sizes.contains("| 12 blocks | 85,054,464 |"), "{sizes}");
        Ok(())
    }

    #[test]
    fn the_last_token_changes_no_other() -> Result<(), ShapeError> {
        assert_eq!(causal()?.matches("\"mark\"").count(), CHANNELS);
        Ok(())
    }
}
