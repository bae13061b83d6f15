//! The figures of step 01. All numbers come from the `solutions` crate.

use grader::svg::{escape, label};
use ndarray::ShapeError;
use solutions::step_01::Gpt2Config;

use super::grid::grouped;
use super::{Figure, Own};

/// What the page of step 01 shows.
pub(super) const OWN: Own = Own::figures(FIGURES);

const FIGURES: &[(&str, Figure)] = &[
    ("model", model),
    ("models", models),
    ("parts", parts),
    ("bars", bars),
    ("cache", cache),
];

/// A part of the model: what it is called, what it makes, and how many numbers it has learned.
type Part = (&'static str, String, usize);

/// The parts in the order in which a text goes through them; those from the third to the sixth make a block.
fn all_parts(config: &Gpt2Config) -> [Part; 8] {
    let (d, inner) = (config.n_embd, config.inner_dim());
    let heads = format!(
        "{} heads of {}",
        config.n_head,
        config.head_dim().unwrap_or(0)
    );
    let linear = |inputs, outputs| inputs * outputs + outputs;
    [
        (
            "wte",
            format!("{} tokens", grouped(config.vocab_size)),
            config.vocab_size * d,
        ),
        (
            "wpe",
            format!("{} positions", grouped(config.n_positions)),
            config.n_positions * d,
        ),
        ("ln_1", "each token alone".into(), 2 * d),
        ("attn", heads, linear(d, 3 * d) + linear(d, d)),
        ("ln_2", "each token alone".into(), 2 * d),
        (
            "mlp",
            format!("{} hidden units", grouped(inner)),
            linear(d, inner) + linear(inner, d),
        ),
        ("ln_f", "each token alone".into(), 2 * d),
        (
            "wte again",
            format!("{} scores", grouped(config.vocab_size)),
            0,
        ),
    ]
}

/// Which of the parts are in a block.
const IN_BLOCK: std::ops::Range<usize> = 2..6;

/// No wider: on a phone the letters would be too small.
const WIDTH: usize = 440;
const HEIGHT: usize = 34;
const GAP: usize = 12;
const LEFT: usize = 58;
/// From the end of a box to the edge of the picture.
const RIGHT: usize = 10;
/// From the boxes of a block to the frame around them.
const PAD: usize = 8;

/// A picture of boxes, as tall as it has to be.
fn picture(title: &str, description: &str, height: usize, lines: &[String]) -> String {
    format!(
        "<figure class=\"matrices\">\n<div class=\"matrix\">\n\
         <svg class=\"grid\" role=\"img\" width=\"{WIDTH}\" height=\"{height}\" viewBox=\"0 0 {WIDTH} {height}\">\n\
         <title>{}</title>\n<desc>{}</desc>\n{}\n</svg>\n</div>\n</figure>\n",
        escape(title),
        escape(description),
        lines.join("\n")
    )
}

fn rectangle(class: &str, [x, y]: [usize; 2], [width, height]: [usize; 2]) -> String {
    format!("<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>")
}

/// The whole model, from the ids down to the scores.
fn model() -> Result<String, ShapeError> {
    let config = Gpt2Config::gpt2();
    let parts = all_parts(&config);
    let top =
        |index: usize| 20 + index * (HEIGHT + GAP) + if index >= IN_BLOCK.end { GAP } else { 0 };
    let mut lines = Vec::new();
    let boxed = WIDTH - LEFT - RIGHT;
    let block = [LEFT - PAD, top(IN_BLOCK.start) - PAD];
    let tall = top(IN_BLOCK.end - 1) + HEIGHT + PAD - block[1];
    lines.push(rectangle("cell seen", block, [boxed + 2 * PAD, tall]));
    lines.push(label(
        "axis",
        "end",
        [block[0] - PAD, block[1] + tall / 2],
        &format!("{} x", config.n_layer),
    ));
    let mut told = Vec::new();
    for (index, (name, what, numbers)) in parts.iter().enumerate() {
        let y = top(index);
        let numbers = match numbers {
            0 => "shared".to_owned(),
            numbers => grouped(*numbers),
        };
        lines.push(rectangle("cell", [LEFT, y], [boxed, HEIGHT]));
        lines.push(label("value", "start", [LEFT + PAD, y + 22], name));
        lines.push(label("value", "start", [LEFT + 92, y + 22], what));
        lines.push(label(
            "value",
            "end",
            [LEFT + boxed - PAD, y + 22],
            &numbers,
        ));
        told.push(format!("{name}: {what}, {numbers} numbers"));
    }
    let height = top(parts.len() - 1) + HEIGHT + 8;
    let description = format!(
        "From top to bottom: {}. The third to the sixth make a block, and there are {} of them.",
        told.join("; "),
        config.n_layer
    );
    Ok(picture(
        "The parts of GPT-2, and their numbers",
        &description,
        height,
        &lines,
    ))
}

/// The four models.
fn models() -> Result<String, ShapeError> {
    let mut text = String::from(
        "| name | channels | blocks | heads | width of a head | numbers |\n|---|--:|--:|--:|--:|--:|\n",
    );
    for name in ["gpt2", "gpt2-medium", "gpt2-large", "gpt2-xl"] {
        let config = Gpt2Config::named(name).unwrap_or_else(Gpt2Config::gpt2);
        text.push_str(&format!(
            "| `{name}` | {} | {} | {} | {} | {} |\n",
            config.n_embd,
            config.n_layer,
            config.n_head,
            config.head_dim().unwrap_or_default(),
            grouped(config.num_parameters())
        ));
    }
    Ok(text)
}

/// What each kind of part holds in the whole model.
fn sums(config: &Gpt2Config) -> Vec<(&'static str, usize)> {
    let parts = all_parts(config);
    let of = |index: usize| {
        parts[index].2
            * if IN_BLOCK.contains(&index) {
                config.n_layer
            } else {
                1
            }
    };
    vec![
        ("token table", of(0)),
        ("position table", of(1)),
        ("attention", of(3)),
        ("feed-forward", of(5)),
        ("layer norms", of(2) + of(4) + of(6)),
    ]
}

fn parts() -> Result<String, ShapeError> {
    let config = Gpt2Config::gpt2();
    let all = config.num_parameters();
    let mut text = String::from("| part | numbers | share |\n|---|--:|--:|\n");
    for (name, numbers) in sums(&config) {
        let share = 100.0 * numbers as f64 / all as f64;
        text.push_str(&format!(
            "| {name} | {} | {share:.1} % |\n",
            grouped(numbers)
        ));
    }
    text.push_str(&format!("| all | {} | 100.0 % |\n", grouped(all)));
    Ok(text)
}

/// The same as bars.
fn bars() -> Result<String, ShapeError> {
    const START: usize = 132;
    let config = Gpt2Config::gpt2();
    let all = config.num_parameters();
    let mut lines = Vec::new();
    let mut told = Vec::new();
    for (index, (name, numbers)) in sums(&config).into_iter().enumerate() {
        let y = 8 + index * HEIGHT;
        let share = numbers as f64 / all as f64;
        // The longest is nearly half of all.
        let width = (share * (WIDTH - START - 60) as f64 * 2.0) as usize;
        let percent = format!("{:.1} %", 100.0 * share);
        lines.push(label("label", "end", [START - 10, y + 19], name));
        lines.push(rectangle(
            "cell weight",
            [START, y],
            [width.max(2), HEIGHT - 8],
        ));
        lines.push(label(
            "label",
            "start",
            [START + width.max(2) + 8, y + 19],
            &percent,
        ));
        told.push(format!("{name} {percent}"));
    }
    let height = 8 + lines.len() / 3 * HEIGHT;
    Ok(picture(
        "Where the numbers of GPT-2 are",
        &told.join(", "),
        height,
        &lines,
    ))
}

/// How much memory a full cache takes.
fn cache() -> Result<String, ShapeError> {
    let mut text = String::from("| model | a full cache in f32 | in halves |\n|---|--:|--:|\n");
    for name in ["gpt2", "gpt2-medium", "gpt2-large", "gpt2-xl"] {
        let config = Gpt2Config::named(name).unwrap_or_else(Gpt2Config::gpt2);
        let megabytes = |bytes| config.kv_cache_bytes(config.n_positions, bytes) as f64 / 1e6;
        text.push_str(&format!(
            "| `{name}` | {:.1} MB | {:.1} MB |\n",
            megabytes(4),
            megabytes(2)
        ));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_are_the_whole() {
        for name in ["gpt2", "gpt2-xl"] {
            let config = Gpt2Config::named(name).expect("it was published");
            let sum: usize = sums(&config).iter().map(|(_, numbers)| numbers).sum();
            assert_eq!(sum, config.num_parameters());
        }
    }

    #[test]
    fn every_part_is_told_without_the_picture() -> Result<(), ShapeError> {
        let model = model()?;
        assert!(
            model.contains("mlp: 3,072 hidden units, 4,722,432 numbers"),
            "{model}"
        );
        assert!(bars()?.contains("feed-forward 45.5 %"));
        Ok(())
    }
}
