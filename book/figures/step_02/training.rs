//! A tiny model that learns to predict the next word, once with the causal mask and once without.

use ndarray::{Array2, ShapeError, s};
use solutions::step_02;

use super::model::Model;
use crate::figures::grid::Grid;
use crate::figures::svg::draw;

/// What it reads.
const TEXT: &str =
    "the cat sat on the mat . the dog sat on the rug . the cat saw the dog . the dog saw the cat .";
/// How often it reads it.
const ROUNDS: usize = 500;
/// How many words it writes.
const WRITTEN: usize = 8;
/// How many words the picture of its attention shows, and one more as a column: what the last one looks at.
const SHOWN: usize = 6;

struct Text {
    /// The words that there are.
    vocabulary: Vec<&'static str>,
    /// The text, each word by its place in the vocabulary.
    words: Vec<usize>,
}

impl Text {
    fn read() -> Self {
        let mut text = Self {
            vocabulary: Vec::new(),
            words: Vec::new(),
        };
        for word in TEXT.split(' ') {
            let known = text.vocabulary.iter().position(|known| *known == word);
            text.words.push(known.unwrap_or(text.vocabulary.len()));
            if known.is_none() {
                text.vocabulary.push(word);
            }
        }
        text
    }
}

/// The least loss that there is for who knows of the past only the last word: its followers, as often as they follow.
fn best(text: &Text) -> f64 {
    let pairs: Vec<_> = text.words.windows(2).collect();
    let lost = pairs.iter().map(|pair| {
        let same = pairs.iter().filter(|other| *other == pair).count();
        let begins = pairs.iter().filter(|other| other[0] == pair[0]).count();
        -(same as f64 / begins as f64).ln()
    });
    lost.sum::<f64>() / pairs.len() as f64
}

/// A model that was trained, and what became of it.
struct Trained {
    attention: Array2<f64>,
    before: f64,
    after: f64,
    /// The loss on the same text where no word can look ahead.
    in_use: f64,
    written: Vec<&'static str>,
}

fn train(text: &Text, mask: &Array2<f64>) -> Result<Trained, ShapeError> {
    let mut model = Model::new(text.words.len(), text.vocabulary.len());
    let before = model.loss(&text.words, mask);
    for _ in 0..ROUNDS {
        model.learn(&text.words, mask);
    }
    let written = model.write(&text.words[..1], WRITTEN)?;
    Ok(Trained {
        attention: model.attention(mask),
        before,
        after: model.loss(&text.words, mask),
        in_use: model.loss(&text.words, &step_02::causal_mask(text.words.len() - 1, 0)?),
        written: written
            .into_iter()
            .map(|word| text.vocabulary[word])
            .collect(),
    })
}

/// Without the mask and with it.
fn both(text: &Text) -> Result<[Trained; 2], ShapeError> {
    let length = text.words.len() - 1;
    let causal = step_02::causal_mask(length, 0)?;
    Ok([
        train(text, &Array2::zeros((length, length)))?,
        train(text, &causal)?,
    ])
}

/// Where both models look, and what came of it.
pub(super) fn training() -> Result<String, ShapeError> {
    let text = Text::read();
    let [open, masked] = both(&text)?;
    let names = |count: usize| {
        text.words[..count]
            .iter()
            .map(|&word| text.vocabulary[word])
    };
    let picture = |caption: &str, model: &Trained| {
        let shown = model.attention.slice(s![..SHOWN, ..SHOWN + 1]).to_owned();
        Grid::weights(caption, &shown)
            .rows(names(SHOWN))
            .columns(names(SHOWN + 1))
    };
    let count = text.vocabulary.len();
    let row = |what: &str, cell: &dyn Fn(&Trained) -> String| {
        format!("| {what} | {} | {} |\n", cell(&open), cell(&masked))
    };
    Ok([
        "| training | without the mask | with it |\n|---|---|---|\n".to_owned(),
        row("loss before training", &|model| {
            format!("{:.2}", model.before)
        }),
        row("loss after training", &|model| {
            format!("**{:.2}**", model.after)
        }),
        row("loss then, with the mask put on", &|model| {
            format!("{:.2}", model.in_use)
        }),
        row(
            &format!("what it writes after *{}*", text.vocabulary[text.words[0]]),
            &|model| format!("*{}*", model.written.join(" ")),
        ),
        format!(
            "\nA blind guess among {count} words costs ln {count} = {:.2}. A model that sees only one word can do no better than {:.3}.\n",
            (count as f64).ln(),
            best(&text)
        ),
        "\nThis is where the first words look, after training. A row is the word that looks, a column the word that it \
         looks at, and the numbers say how much:\n\n".to_owned(),
        draw(&[
            picture("without the mask", &open),
            picture("with it", &masked),
        ]),
    ]
    .concat())
}

/// The text that both learn, as a quotation.
pub(super) fn text() -> Result<String, ShapeError> {
    Ok(format!("> {TEXT}\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_looks_ahead_learns_by_heart_and_cannot_write() -> Result<(), ShapeError> {
        let text = Text::read();
        let [open, masked] = both(&text)?;
        let guessing = (text.vocabulary.len() as f64).ln();
        for model in [&open, &masked] {
            assert!((model.before - guessing).abs() < 1e-9);
        }
        assert!(
            open.after < 0.01 && open.in_use > guessing,
            "{} {}",
            open.after,
            open.in_use
        );
        assert!(
            open.written.windows(2).all(|pair| pair[0] == pair[1]),
            "{:?}",
            open.written
        );
        assert!(
            masked.after > 0.3 && masked.after < guessing / 2.0,
            "{}",
            masked.after
        );
        assert_eq!(masked.after, masked.in_use);
        let best = best(&text);
        assert!(
            best < masked.after && masked.after < best + 0.05,
            "{best} {}",
            masked.after
        );
        Ok(())
    }

    #[test]
    fn what_the_masked_model_writes_are_pairs_of_words_that_it_has_read() -> Result<(), ShapeError>
    {
        let text = Text::read();
        let [_, masked] = both(&text)?;
        let mut words = vec!["the"];
        words.extend(&masked.written);
        for pair in words.windows(2) {
            assert!(TEXT.contains(&pair.join(" ")), "{pair:?}");
        }
        Ok(())
    }
}
