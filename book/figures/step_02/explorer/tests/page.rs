//! Reads the script as the page does.

use std::sync::OnceLock;

use serde_json::Value;

use crate::figures::step_02::explorer::mistakes::{Alignment, Ask, CACHED, LENGTHS};
use crate::figures::step_02::explorer::script;

/// The table as the page has it.
pub(super) struct Page(Value);

/// What the page shows of one cell.
#[derive(Debug, PartialEq)]
pub(super) struct Shown {
    pub(super) value: String,
    pub(super) sum: String,
    pub(super) weight: String,
}

impl Page {
    /// The one that all tests read.
    pub(super) fn shared() -> &'static Self {
        static PAGE: OnceLock<Page> = OnceLock::new();
        PAGE.get_or_init(Self::new)
    }

    fn new() -> Self {
        let script = script().expect("small masks");
        let object = script
            .split_once("window.maskExplorer = ")
            .expect("a table")
            .1;
        let object = object.trim_end().trim_end_matches(';');
        Self(serde_json::from_str(object).expect("JSON"))
    }

    /// The masks of an alignment, or of a misconception in it.
    pub(super) fn masks(&self, mistake: Option<&str>, alignment: Alignment) -> &Value {
        match mistake {
            None => &self.0["alignments"][alignment as usize]["masks"],
            Some(id) => &self.mistake(id)["masks"][alignment as usize],
        }
    }

    fn mistakes(&self) -> impl Iterator<Item = &Value> {
        items(&self.0["families"]).flat_map(|family| items(&family["mistakes"]))
    }

    pub(super) fn mistake(&self, id: &str) -> &Value {
        self.mistakes()
            .find(|mistake| mistake["id"] == id)
            .expect(id)
    }

    /// The cells of a mask. Without a fill, value 1 is what it is.
    pub(super) fn cells(
        &self,
        masks: &Value,
        ask: Ask,
        dtype: usize,
        fill: Option<usize>,
    ) -> Vec<Vec<Shown>> {
        let lengths = LENGTHS.iter().position(|it| *it == ask.length);
        let cached = CACHED.iter().position(|it| *it == ask.cached);
        let number = &masks[lengths.expect("offered")][cached.expect("offered")];
        items(&self.0["masks"][index(number)])
            .map(|row| {
                self.row(
                    self.0["rows"][index(row)].as_str().expect("a row"),
                    dtype,
                    fill,
                )
            })
            .collect()
    }

    fn row(&self, row: &str, dtype: usize, fill: Option<usize>) -> Vec<Shown> {
        let fields: Vec<&str> = row.split(' ').collect();
        let scores = fields.get(1).map(|position| {
            let position: usize = position.parse().expect("a position");
            &self.0["scores"][position]
        });
        let weights = match fields.get(2..) {
            Some([one]) => self.weights(one, dtype),
            Some(all) => self.weights(all[fill.expect("a fill")], dtype),
            None => Vec::new(),
        };
        let text = |number: &Value| {
            self.0["texts"][index(number)][0]
                .as_str()
                .expect("a text")
                .to_owned()
        };
        fields[0]
            .chars()
            .enumerate()
            .map(|(j, digit)| {
                let written = digit.to_digit(36).expect("a digit") as usize;
                let value = match fill {
                    Some(fill) if written == 1 => index(&self.0["fills"][fill]["value"]),
                    _ => written,
                };
                Shown {
                    value: text(&self.0["values"][value][dtype]),
                    sum: scores.map_or(String::new(), |scores| {
                        text(&self.0["sums"][value][dtype][index(&scores[j])])
                    }),
                    weight: weights
                        .get(j)
                        .map_or("0".to_owned(), |weight| (*weight).to_owned()),
                }
            })
            .collect()
    }

    fn weights(&self, numbers: &str, dtype: usize) -> Vec<&str> {
        let numbers: Vec<&str> = numbers.split(',').collect();
        let number: usize = numbers
            .get(dtype)
            .unwrap_or(&numbers[0])
            .parse()
            .expect("a number");
        self.0["weights"][number]
            .as_str()
            .expect("weights")
            .split(' ')
            .filter(|it| !it.is_empty())
            .collect()
    }
}

fn items(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().expect("a list").iter()
}

pub(super) fn index(number: &Value) -> usize {
    number.as_u64().expect("a number") as usize
}
