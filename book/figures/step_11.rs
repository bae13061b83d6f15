//! The figures of step 11. All numbers come from the `solutions` crate, and those that training has made from the model that
//! comes with the course.

use ndarray::{Array1, Array2, ArrayView1, Axis, ShapeError, array};
use solutions::step_01::Gpt2Config;
use solutions::step_03::LayerNorm;
use solutions::step_05::Embedding;
use solutions::step_06::embed;
use solutions::step_07::softmax;
use solutions::step_10::Gpt2Model;
use solutions::step_11::{Gpt2LmHeadModel, cross_entropy, perplexity};

use super::bars::{Bar, Chart, draw_bars};
use super::grid::{Grid, grouped};
use super::shipped::shipped;
use super::svg::draw;
use super::{Figure, Own};

/// What the page of step 11 shows.
pub(super) const OWN: Own = Own::figures(FIGURES);

const FIGURES: &[(&str, Figure)] = &[
    ("products", products),
    ("tied", tied),
    ("next", next),
    ("lens", lens),
    ("surprise", surprise),
    ("shifted", shifted),
    ("texts", texts),
];

/// The vocabulary of step 05 and its table.
const WORDS: [&str; 5] = ["a", "bites", "dog", "man", "the"];

/// A model that has nothing but a table, and the same hidden state whatever it is given.
fn tiny(hidden: Array1<f32>) -> Gpt2LmHeadModel {
    let weight = array![
        [0.1, 0.0, 0.9],
        [-0.7, 0.2, 0.1],
        [0.8, 0.5, -0.3],
        [0.6, 0.9, -0.2],
        [0.1, 0.1, 0.8]
    ];
    let channels = hidden.len();
    let ln_f = LayerNorm {
        weight: Array1::zeros(channels),
        bias: hidden,
        eps: 1e-5,
    };
    let transformer = Gpt2Model {
        wte: Embedding { weight },
        wpe: Embedding {
            weight: Array2::zeros((1, channels)),
        },
        h: vec![],
        ln_f,
    };
    Gpt2LmHeadModel { transformer }
}

/// From a hidden state to probabilities, in numbers that can be followed.
fn products() -> Result<String, ShapeError> {
    let hidden = array![3.0, 2.0, -1.0];
    let model = tiny(hidden.clone());
    let logits = model.logits(&[0])?;
    let one = |caption: &str, values: &Array2<f32>, decimals| {
        Grid::new(caption, values, decimals).columns(WORDS)
    };
    let channels = |grid: Grid| grid.columns((0..3).map(|j| format!("ch. {j}")));
    Ok(draw(&[
        channels(Grid::new("a hidden state", &hidden.insert_axis(Axis(0)), 0)),
        channels(Grid::new(
            "the table of tokens",
            &model.transformer.wte.weight,
            1,
        ))
        .rows(WORDS),
        one("logits", &logits, 1),
        Grid::weights("probabilities", &softmax(logits.view())).columns(WORDS),
    ]))
}

/// What is saved where head and table are one.
fn tied() -> Result<String, ShapeError> {
    let config = Gpt2Config::gpt2();
    let (all, table) = (config.num_parameters(), config.vocab_size * config.n_embd);
    let mut text = String::from("| GPT-2 | numbers |\n|---|--:|\n");
    for (name, numbers) in [
        ("the table of tokens, which is the head too", table),
        ("the whole model", all),
        ("the same with a head of its own", all + table),
    ] {
        text.push_str(&format!("| {name} | {} |\n", grouped(numbers)));
    }
    Ok(text)
}

/// A percentage, with as many decimals as tell something.
fn percent(share: f32) -> String {
    format!("{:.1} %", 100.0 * share)
}

/// So many of the likeliest tokens and their probabilities, the likeliest first.
fn likeliest(probabilities: ArrayView1<'_, f32>, number: usize) -> Vec<(usize, f32)> {
    let mut all: Vec<_> = probabilities.iter().copied().enumerate().collect();
    all.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    all.truncate(number);
    all
}

/// Softmax of one row.
fn distribution(logits: Array1<f32>) -> Array1<f32> {
    softmax(logits.insert_axis(Axis(0)).view()).remove_axis(Axis(0))
}

/// What could come next.
fn next() -> Result<String, ShapeError> {
    let shipped = shipped();
    let charts = ["It is a truth", "Mr. Knight"].map(|prompt| {
        let logits = shipped.model.next_token_logits(&shipped.ids(prompt))?;
        let top = likeliest(distribution(logits).view(), 8);
        let others = 1.0 - top.iter().map(|(_, share)| share).sum::<f32>();
        let bars = top.into_iter().map(|(id, share)| (shipped.name(id), share));
        let bars = bars.chain([("all others".to_owned(), others)]);
        Ok::<_, ShapeError>(Chart {
            caption: format!("behind {prompt:?}"),
            full: 1.0,
            pixels: 150,
            bars: bars
                .map(|(name, value)| Bar {
                    name,
                    value,
                    text: percent(value),
                })
                .collect(),
        })
    });
    let [one, other] = charts;
    Ok(draw_bars(&[one?, other?]))
}

/// What the model would say if it ended earlier: the row of the last token after the tables and after each block, through
/// the last normalization and the head.
fn lens() -> Result<String, ShapeError> {
    let shipped = shipped();
    let model = &shipped.model.transformer;
    let ids = shipped.ids("She could not");
    let mut text = String::from("| if it ended after | it would say |\n|---|---|\n");
    let mut line = |place: &str, x: &Array2<f32>| {
        let hidden = model.ln_f.forward(x.view())?;
        let logits = model.wte.weight.dot(&hidden.row(ids.len() - 1));
        let said = likeliest(distribution(logits).view(), 3);
        let said = said
            .into_iter()
            .map(|(id, share)| format!("`{}` {}", shipped.name(id), percent(share)));
        text.push_str(&format!(
            "| {place} | {} |\n",
            said.collect::<Vec<_>>().join(", ")
        ));
        Ok::<_, ShapeError>(())
    };
    let mut x = embed(&model.wte, &model.wpe, &ids, 0)?;
    line("the tables", &x)?;
    for (number, block) in (1..).zip(&model.h) {
        x = block.forward(x.view())?;
        line(&format!("block {number}"), &x)?;
    }
    Ok(text)
}

/// How surprised somebody is who has to choose among so many tokens that are equally likely.
fn surprise() -> Result<String, ShapeError> {
    let mut text = String::from(
        "| equally likely tokens | probability of each | surprise | perplexity |\n|--:|--:|--:|--:|\n",
    );
    for choices in [1, 2, 10, 1024, 50257] {
        let logits = Array2::zeros((1, choices));
        let surprise = cross_entropy(logits.view(), &[0])?;
        let probability = if choices == 1 {
            "1".to_owned()
        } else {
            format!("1/{choices}")
        };
        let (choices, again) = (
            grouped(choices),
            grouped(perplexity(surprise).round() as usize),
        );
        text.push_str(&format!(
            "| {choices} | {probability} | {surprise:.2} | {again} |\n"
        ));
    }
    Ok(text)
}

/// How surprised the model is by each token of a text but the first.
fn surprises(ids: &[usize]) -> Result<Vec<f32>, ShapeError> {
    let logits = shipped().model.logits(ids)?;
    let rows = logits.outer_iter().zip(&ids[1..]);
    rows.map(|(row, target)| cross_entropy(row.insert_axis(Axis(0)), &[*target]))
        .collect()
}

/// Which token each row has to foresee.
fn shifted() -> Result<String, ShapeError> {
    let shipped = shipped();
    let ids = shipped.ids("She was very happy");
    let surprises = surprises(&ids)?;
    let mut text = String::from(
        "| row of the logits | it has seen | it should say | surprise |\n|--:|---|---|--:|\n",
    );
    for row in 0..ids.len() {
        let seen = shipped.text(&ids[..=row]);
        let target = ids.get(row + 1).map_or("nobody knows".to_owned(), |id| {
            format!("`{}`", shipped.name(*id))
        });
        let surprise = surprises
            .get(row)
            .map_or("not counted".to_owned(), |surprise| {
                format!("{surprise:.2}")
            });
        text.push_str(&format!("| {row} | `{seen:?}` | {target} | {surprise} |\n"));
    }
    Ok(text)
}

/// The texts that are compared.
const TEXTS: [&str; 2] = [
    "She was very happy to see her sister.",
    "She was very happy to see her robot.",
];

/// Two texts, token by token.
fn texts() -> Result<String, ShapeError> {
    let shipped = shipped();
    let charts = TEXTS.map(|text| {
        let ids = shipped.ids(text);
        let loss = shipped.model.loss(&ids)?;
        let bars = ids[1..].iter().zip(surprises(&ids)?);
        let bars = bars.map(|(id, value)| Bar {
            name: shipped.name(*id),
            value,
            text: format!("{value:.2}"),
        });
        Ok::<_, ShapeError>(Chart {
            caption: format!("loss {loss:.2}, perplexity {:.1}", perplexity(loss)),
            full: 8.1,
            pixels: 160,
            bars: bars.collect(),
        })
    });
    let [one, other] = charts;
    Ok(draw_bars(&[one?, other?]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_would_be_a_quarter_of_what_there_is() -> Result<(), ShapeError> {
        let tied = tied()?;
        assert!(
            tied.contains("38,597,376") && tied.contains("163,037,184"),
            "{tied}"
        );
        Ok(())
    }

    #[test]
    fn what_is_likely_comes_first_and_all_is_counted() -> Result<(), ShapeError> {
        let next = next()?;
        assert!(
            next.contains("&quot; of&quot;: 18.8 %") && next.contains("&quot;ley&quot;: 99.8 %"),
            "{next}"
        );
        assert_eq!(next.matches("all others: ").count(), 2);
        Ok(())
    }

    #[test]
    fn the_last_block_says_what_the_model_says() -> Result<(), ShapeError> {
        let shipped = shipped();
        let logits = shipped
            .model
            .next_token_logits(&shipped.ids("She could not"))?;
        let best = likeliest(distribution(logits).view(), 1)[0];
        let lens = lens()?;
        let last = lens.lines().last().unwrap_or_default();
        let expected = format!(
            "| block 4 | `{}` {}, ",
            shipped.name(best.0),
            percent(best.1)
        );
        assert!(last.starts_with(&expected), "{last}");
        Ok(())
    }

    #[test]
    fn knowing_nothing_costs_the_logarithm_of_the_vocabulary() -> Result<(), ShapeError> {
        let surprise = surprise()?;
        for line in [
            "| 1 | 1 | 0.00 | 1 |",
            "| 1,024 | 1/1024 | 6.93 | 1,024 |",
            "| 1/50257 | 10.82 | 50,257 |",
        ] {
            assert!(surprise.contains(line), "{surprise}");
        }
        Ok(())
    }

    #[test]
    fn the_mean_of_the_surprises_is_the_loss() -> Result<(), ShapeError> {
        let shipped = shipped();
        for text in TEXTS {
            let ids = shipped.ids(text);
            let surprises = surprises(&ids)?;
            assert_eq!(surprises.len(), ids.len() - 1);
            let mean = surprises.iter().sum::<f32>() / surprises.len() as f32;
            assert!((mean - shipped.model.loss(&ids)?).abs() < 1e-4);
        }
        Ok(())
    }
}
