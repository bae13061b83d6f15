//! Puts the table into a script, as one object. Every list stands on a line of its own, so that changes can be seen.

use std::fmt::Display;

use super::mistakes::{ALIGNMENTS, Alignment, Ask, CACHED, LENGTHS};
use super::numbers::{DTYPES, long, score, short, sums};
use super::table::{DEFAULT, Entry, Fill, Row, Table, Unique};
use crate::figures::step_02::sentence::{SCORES, TOKENS};

/// What stands above the table, for whoever reads the script.
const HEAD: &str = "\
// Written by `cargo book` from the functions of the course: do not edit. `explorer.js` looks things up in here.
//
// lengths, cached   the values of the two sliders
// start             what is shown first: the number of the alignment, the length, the cached tokens
// tokens            the sentence
// scores            for each position of the sentence the numbers of its scores in `levels`
// levels            the scores that there are, as numbers of `texts`
// texts             numbers as they are printed: in a cell, and in a sentence
// dtypes            their names; a list with one item for each dtype has this order
// values            the values that masks are made of, in each dtype as a number of `texts`. Value 0 is 0: the query
//                   may look. Value 1 is -inf: it may not, and a fill may stand for it
// sums              for each value, in each dtype, the sums with every level, as numbers of `texts`
// fills             what may stand for value 1: its name in an address, in Rust, and its value
// weights           the weights of a row, with spaces between them; those that are missing at its end are 0
// rows              the rows of masks: their values as digits of base 36, the position of the query, and the number of
//                   the `weights`, once for each fill, or once for all. Where it depends on the dtype, it is one number
//                   for each, with commas between them. A row that does not fit the scores has nothing but values
// masks             the numbers of their rows
// alignments        the right masks, by number of the length and of the cached tokens
// families          the misconceptions: whether a fill matters, where one sees it (as in `start`), and its masks in
//                   each alignment; null where it makes no mistake
// effects           what a weight is, by the value of the right mask at its place and by its text; `other` is any other
";

/// The names of the alignments in an address and on the page.
const NAMES: [(&str, &str); 2] = [("upper", "upper-left"), ("lower", "lower-right")];

/// The effects, by the right value (open, blocked) and the weight that is there instead.
const EFFECTS: &str = r#"[
{"0": "blind", "NaN": "dead", "other": ""},
{"0": "", "NaN": "dead", "other": "leak"}
]"#;

/// The whole script.
pub(super) fn script(table: &Table) -> String {
    let levels = levels();
    let scores = SCORES.map(|scores| {
        let level = |score| levels.iter().position(|level| level == score);
        list(scores.iter().filter_map(level))
    });
    let numbers = Numbers::new(table, &levels);
    let lists = [
        ("lengths", list(LENGTHS)),
        ("cached", list(CACHED)),
        ("start", place(DEFAULT)),
        ("tokens", list(TOKENS.map(quoted))),
        ("scores", lines(scores)),
        ("levels", numbers.levels),
        ("texts", numbers.texts),
        ("dtypes", list(DTYPES.map(|(_, name)| quoted(name)))),
        ("values", numbers.values),
        ("sums", numbers.sums),
        ("fills", lines(table.fills.iter().map(fill))),
        (
            "weights",
            lines(table.weights.items.iter().map(|it| quoted(&it.join(" ")))),
        ),
        ("rows", lines(table.rows.items.iter().map(row))),
        ("masks", lines(table.masks.items.iter().map(list))),
        (
            "alignments",
            lines(ALIGNMENTS.map(|it| alignment(it, &table.right[it as usize]))),
        ),
        (
            "families",
            lines(table.families.iter().map(|(title, entries)| {
                let mistakes = lines(entries.iter().map(entry));
                object(&[("title", quoted(title)), ("mistakes", mistakes)])
            })),
        ),
        ("effects", EFFECTS.to_owned()),
    ];
    let lists = lists.map(|(name, list)| format!("{}: {list}", quoted(name)));
    format!(
        "{HEAD}window.maskExplorer = {{\n{}\n}};\n",
        lists.join(",\n")
    )
}

/// The scores that there are, the lowest first.
fn levels() -> Vec<f32> {
    let mut levels = SCORES.as_flattened().to_vec();
    levels.sort_by(f32::total_cmp);
    levels.dedup();
    levels
}

/// Everything that is made of printed numbers.
struct Numbers {
    levels: String,
    values: String,
    sums: String,
    texts: String,
}

impl Numbers {
    fn new(table: &Table, levels: &[f32]) -> Self {
        let mut texts = Unique::new();
        let mut score_text = |number| texts.number([score(number), long(number)]);
        let level_texts = list(levels.iter().map(|&level| score_text(level.into())));
        let all = || (0..table.values.items.len()).map(|value| table.stored(value));
        let sums = lines(all().map(|stored| {
            list(DTYPES.iter().zip(stored).map(|((dtype, _), stored)| {
                let sums = sums(*dtype, levels, &vec![stored; levels.len()]);
                list(sums.into_iter().map(&mut score_text))
            }))
        }));
        let mut value_text = |number| texts.number([short(number), long(number)]);
        let values = lines(all().map(|stored| list(stored.map(&mut value_text))));
        let pair = |text: &[String; 2]| list(text.each_ref().map(|text| quoted(text)));
        Self {
            levels: level_texts,
            values,
            sums,
            texts: lines(texts.items.iter().map(pair)),
        }
    }
}

fn fill(fill: &Fill) -> String {
    object(&[
        ("id", quoted(fill.id)),
        ("name", quoted(&fill.name)),
        ("value", fill.value.to_string()),
    ])
}

fn row(row: &Row) -> String {
    let mut fields = vec![row.values.iter().map(|&value| digit(value)).collect()];
    fields.extend(row.position.map(|position| position.to_string()));
    fields.extend(row.weights.iter().map(|weights| match weights {
        [first, others @ ..] if others.iter().all(|other| other == first) => first.to_string(),
        weights => joined(weights, ","),
    }));
    quoted(&fields.join(" "))
}

/// A value as one character.
fn digit(value: usize) -> char {
    u32::try_from(value)
        .ok()
        .and_then(|value| char::from_digit(value, 36))
        .unwrap_or('?')
}

fn alignment(alignment: Alignment, right: &[usize]) -> String {
    let (id, name) = NAMES[alignment as usize];
    object(&[
        ("id", quoted(id)),
        ("name", quoted(name)),
        ("function", quoted(alignment.function())),
        ("task", alignment.task().to_string()),
        ("masks", masks(right)),
    ])
}

fn entry(entry: &Entry) -> String {
    let masks = entry
        .masks
        .each_ref()
        .map(|list| list.as_ref().map_or("null".to_owned(), |list| masks(list)));
    object(&[
        ("id", quoted(entry.id)),
        ("title", quoted(entry.title)),
        ("filled", entry.filled.to_string()),
        ("at", place(entry.at)),
        ("masks", list(masks)),
    ])
}

/// The masks of an alignment, one list for each length.
fn masks(numbers: &[usize]) -> String {
    list(numbers.chunks(CACHED.len()).map(list))
}

fn place(ask: Ask) -> String {
    list([ask.alignment as usize, ask.length, ask.cached])
}

fn object(fields: &[(&str, String)]) -> String {
    let fields: Vec<String> = fields
        .iter()
        .map(|(name, value)| format!("{}: {value}", quoted(name)))
        .collect();
    format!("{{{}}}", fields.join(", "))
}

fn list(items: impl IntoIterator<Item = impl Display>) -> String {
    format!("[{}]", joined(items, ","))
}

fn lines(items: impl IntoIterator<Item = impl Display>) -> String {
    format!("[\n{}\n]", joined(items, ",\n"))
}

fn joined(items: impl IntoIterator<Item = impl Display>, between: &str) -> String {
    let items: Vec<String> = items.into_iter().map(|item| item.to_string()).collect();
    items.join(between)
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
