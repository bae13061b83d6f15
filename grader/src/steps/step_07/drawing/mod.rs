//! Draws what the heads of a trained model look at, through the functions of the step, as they answered and without
//! judging it.

mod source;
mod svg;
mod terminal;

use clap::{Args, FromArgMatches};

use super::oracle::WEIGHTS;
use crate::error::{Error, Result as Planned};
use crate::protocol::{Array, Call, Dtype, Value};
use crate::steps::{Draw, Drawing, Medium, Wanted};
use crate::text::{number, plain};
use source::Source;

/// How the weights of attention are drawn.
pub(super) const DRAW: Draw = Draw {
    what: "attention",
    words: "a TEXT, which the heads of the course's model read; without one, it is \"The cat sat\"",
    numbers: false,
    options: Options::augment_args,
    plan,
};

/// The options that it takes.
#[derive(Debug, Args)]
#[command(next_help_heading = "Options of step 07")]
struct Options {
    /// The block whose heads are drawn
    #[arg(long, value_name = "N", default_value_t = 0)]
    layer: usize,
}

/// The text that is drawn where none is given.
const TEXT: &str = "The cat sat";
/// So many tokens are drawn at most; they fit into the narrowest terminal.
const MOST: usize = 32;
/// So many signs of a token are shown.
const LABEL: usize = 12;
/// So many signs of the text are shown above the picture.
const HEADING: usize = 40;

/// What a picture shows; it fits into the narrowest terminal.
const ROWS: &str = "Each row: what a token takes of itself and those before it.";

/// The functions that the weights go through: `softmax`, `attention_scores`, `split_qkv` and `split_heads`.
const TASKS: &[u8] = &[1, 2, 4, 5];

fn plan(wanted: &Wanted<'_>) -> Planned<Drawing> {
    let options = Options::from_arg_matches(wanted.options)
        .map_err(|error| Error::Usage(error.to_string()))?;
    let text = match wanted.words {
        [] => TEXT.to_owned(),
        words => words.join(" "),
    };
    let source = Source::open(wanted.model)?;
    let (ids, labels) = source.tokens(&text);
    let blocks = source.blocks();
    if ids.is_empty() {
        let text = "there is no text to draw\ngive some words, such as `cargo grade show 07 \"The cat sat\"`";
        return Err(Error::Usage(text.to_owned()));
    }
    if ids.len() > MOST {
        return Err(Error::Usage(format!(
            "the text has {} tokens, and a picture shows no more than {MOST}\ngive a shorter text: a word has one token or a few",
            ids.len()
        )));
    }
    if options.layer >= blocks {
        return Err(Error::Usage(format!(
            "there is no block {}: the model has {blocks}, and the first is 0",
            options.layer
        )));
    }
    let arguments = source.arguments(&ids, options.layer)?;
    let title = format!("block {}, {}", options.layer, quoted(&text));
    let shown = title.clone();
    let (heads, medium) = (source.heads(), wanted.medium);
    let draw = move |returned: &Value| {
        let array = returned.array().ok_or("It returned no array.")?;
        let picture = Picture {
            title: shown,
            heads: split(array, heads, labels.len())?,
            labels,
        };
        Ok(match medium {
            Medium::Terminal(width) => terminal::draw(&picture, width).join("\n"),
            Medium::File => svg::draw(&picture),
        })
    };
    Ok(Drawing {
        tasks: TASKS,
        title,
        call: Call {
            function: WEIGHTS.to_owned(),
            dtype: Dtype::F32,
            arguments,
        },
        draw: Box::new(draw),
    })
}

/// The text as a title has it: on one line, and not longer than that.
fn quoted(text: &str) -> String {
    let shown: String = text.chars().take(HEADING).collect();
    let rest = if shown.len() < text.len() { "..." } else { "" };
    plain(&format!("{shown:?}{rest}"))
}

/// The weights that were returned.
struct Picture {
    /// What they are about.
    title: String,
    /// The tokens, as they are shown.
    labels: Vec<String>,
    /// A square of weights for every head.
    heads: Vec<Head>,
}

/// The weights of a head, row by row: what each token gives to each.
struct Head {
    tokens: usize,
    entries: Vec<f64>,
}

/// The array as so many squares.
fn split(array: &Array, heads: u64, tokens: usize) -> Result<Vec<Head>, String> {
    let side = tokens as u64;
    let shape = [heads, side, side];
    let area = tokens * tokens;
    if array.shape != shape || array.entries.len() as u64 != heads * side * side {
        return Err(format!(
            "The weights have the shape {:?}, and {shape:?} is needed: heads, queries, keys.",
            array.shape
        ));
    }
    let head = |entries: &[f64]| Head {
        tokens,
        entries: entries.to_vec(),
    };
    Ok(array.entries.chunks(area).map(head).collect())
}

impl Head {
    fn entry(&self, query: usize, key: usize) -> f64 {
        self.entries[query * self.tokens + key]
    }

    /// Whether nothing is drawn there: a token gives nothing to one behind it.
    fn is_blank(&self, query: usize, key: usize) -> bool {
        key > query && self.entry(query, key) == 0.0
    }

    /// A weight with two decimals, as far as it is drawn.
    fn text(&self, query: usize, key: usize) -> String {
        let entry = self.entry(query, key);
        if self.is_blank(query, key) {
            String::new()
        } else if !entry.is_finite() {
            number(entry)
        } else if entry.abs() < 1e3 {
            format!("{entry:.2}")
        } else {
            format!("{entry:.0e}")
        }
    }

    /// The key that the last token looks at most, and its weight; `None` where no weight is a number.
    fn most(&self) -> Option<(usize, String)> {
        let last = self.tokens.checked_sub(1)?;
        let keys = (0..self.tokens).filter(|key| self.entry(last, *key).is_finite());
        let most = keys.max_by(|one, other| {
            let [one, other] = [one, other].map(|key| self.entry(last, *key));
            one.total_cmp(&other)
        })?;
        Some((most, self.text(last, most)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::Layout;

    fn array(shape: &[u64], entries: usize) -> Array {
        Array {
            shape: shape.to_vec(),
            layout: Layout::Rows,
            entries: vec![0.0; entries],
        }
    }

    #[test]
    fn only_a_square_for_every_head_is_drawn() {
        assert!(split(&array(&[2, 3, 3], 18), 2, 3).is_ok_and(|heads| heads.len() == 2));
        for (shape, entries) in [
            (&[3, 3, 3][..], 27),
            (&[2, 3, 2], 12),
            (&[2, 3, 3], 17),
            (&[2, 9], 18),
            (&[u64::MAX, 3, 3], 0),
        ] {
            assert!(split(&array(shape, entries), 2, 3).is_err(), "{shape:?}");
        }
    }

    #[test]
    fn a_title_stays_on_one_line_and_is_cut() {
        assert_eq!(quoted("a \"b\"\n"), r#""a \"b\"\n""#);
        assert_eq!(
            quoted(&"é".repeat(41)),
            format!("\"{}\"...", "é".repeat(40))
        );
        assert!(!quoted("\u{1b}[2J\u{202e}").contains(['\u{1b}', '\u{202e}']));
    }

    #[test]
    fn a_key_behind_is_blank_only_where_it_gets_nothing() {
        let head = Head {
            tokens: 2,
            entries: vec![1.0, 0.0, 0.0, 1.0],
        };
        assert_eq!(head.text(0, 1), "");
        assert_eq!(head.text(1, 0), "0.00");
        let seen = Head {
            tokens: 2,
            entries: vec![0.75, 0.25, f64::NAN, 12345.0],
        };
        assert_eq!(seen.text(0, 1), "0.25");
        assert_eq!(seen.text(1, 0), "NaN");
        assert_eq!(seen.text(1, 1), "1e4");
        assert_eq!(seen.most(), Some((1, "1e4".to_owned())));
    }
}
