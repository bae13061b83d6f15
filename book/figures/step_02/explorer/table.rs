//! The masks that the explorer shows, as one object of JSON: those of `solutions`, and those of the misconceptions. What
//! becomes of scores under a mask `src/explorer_model.js` computes; the browser tests hold that against `softmax`.
//!
//! A mask is a number in the list `masks`, and there a text of two digits in base 36 for each of its rows, which are in the
//! list `rows`, texts of one digit for each entry. Digit d is entry d of `values`, one number for each dtype. Value 0 is
//! 0: the query may look. Value 1 is -inf: it may not, and a fill may stand for it. A list of masks has one for each length
//! and, inside that, each number of cached tokens.

use grader::steps::step_02::STEP;
use half::{bf16, f16};
use ndarray::{Array2, ShapeError};
use serde_json::{Value, json};

use super::masks::{
    ALIGNMENTS, Alignment, Ask, CACHED, DTYPES, LENGTHS, Mistake, families, right, same,
};
use crate::figures::mistakes::page_name;
use crate::figures::step_02::dtypes::{Blocked, CHOICES};
use crate::figures::step_02::sentence::{SCORES, TOKENS};

/// The names of the fills in an address, in the order of [`CHOICES`].
const FILL_IDS: [&str; 5] = ["-1e4", "-1e9", "f32-min", "min", "-inf"];

/// What the explorer shows first.
const FIRST: Ask = Ask {
    alignment: Alignment::Upper,
    length: 4,
    cached: 0,
};

/// One number for each dtype, by its bits.
type Stored = [u64; 4];

/// A list in which nothing is twice.
#[derive(Default)]
struct Unique<T>(Vec<T>);

impl<T: PartialEq> Unique<T> {
    /// The number of the item, which is added where it is new.
    fn number(&mut self, item: T) -> usize {
        self.0.iter().position(|it| *it == item).unwrap_or_else(|| {
            self.0.push(item);
            self.0.len() - 1
        })
    }
}

/// What all masks are made of.
#[derive(Default)]
struct Parts {
    values: Unique<Stored>,
    rows: Unique<String>,
    masks: Unique<String>,
}

/// The whole object.
pub(super) fn table() -> Result<Value, ShapeError> {
    let mut parts = Parts::default();
    parts.value([0.0; 4]);
    parts.value([f64::NEG_INFINITY; 4]);
    let mut rights = Vec::new();
    for alignment in ALIGNMENTS {
        let mut numbers = Vec::new();
        for ask in Ask::all(alignment) {
            let mask = right(ask)?;
            numbers.push(parts.mask(&[(); 4].map(|()| mask.clone())));
        }
        rights.push(numbers);
    }
    let mut groups = Vec::new();
    for family in families()? {
        let entries: Result<Vec<_>, _> = family.mistakes.iter().map(|it| parts.entry(it)).collect();
        groups.push(json!({
            "title": family.family.title,
            "page": page_name(&STEP, family.family),
            "mistakes": entries?,
        }));
    }
    // The one to take comes first.
    let fills = FILL_IDS.into_iter().zip(CHOICES).rev();
    let fills = fills.map(|(id, (name, blocked))| {
        json!({ "id": id, "name": name.trim_matches('`'), "value": stored(blocked).map(number) })
    });
    let values = parts.values.0.iter();
    let values = values.map(|bits| bits.map(|bits| number(f64::from_bits(bits))));
    Ok(json!({
        "lengths": LENGTHS,
        "cached": CACHED,
        "dtypes": DTYPES.map(|(_, name)| name),
        "first": place(FIRST),
        "tokens": TOKENS,
        "scores": SCORES.map(|row| row.map(written)),
        "fills": fills.collect::<Vec<_>>(),
        "values": values.collect::<Vec<_>>(),
        "rows": parts.rows.0,
        "masks": parts.masks.0,
        "right": rights,
        "families": groups,
    }))
}

impl Parts {
    fn value(&mut self, value: [f64; 4]) -> usize {
        // There are many NaNs; one is enough. And a -0 is a 0.
        self.values.number(value.map(|number| match number {
            number if number.is_nan() => f64::NAN.to_bits(),
            number => (number + 0.0).to_bits(),
        }))
    }

    /// The number of a mask, which is given in each dtype.
    fn mask(&mut self, made: &[Array2<f64>; 4]) -> usize {
        let (rows, columns) = made[0].dim();
        let mut mask = String::new();
        for i in 0..rows {
            let entry = |j| [0, 1, 2, 3].map(|dtype: usize| made[dtype][[i, j]]);
            let row = (0..columns).map(|j| digit(self.value(entry(j)))).collect();
            let row = self.rows.number(row);
            mask.extend([digit(row / 36), digit(row % 36)]);
        }
        self.masks.number(mask)
    }

    /// A misconception: whether a fill can stand for its blocked entries, where one sees it, and its masks for either
    /// alignment, or `null` where it makes no mistake.
    fn entry(&mut self, mistake: &Mistake) -> Result<Value, ShapeError> {
        let mut at = None;
        let mut filled = true;
        let mut masks = Vec::new();
        for alignment in ALIGNMENTS {
            let mut numbers = Vec::new();
            for ask in Ask::all(alignment) {
                let [Some(a), Some(b), Some(c), Some(d)] =
                    DTYPES.map(|(dtype, _)| mistake.mask(ask, dtype))
                else {
                    continue;
                };
                let made = [a, b, c, d];
                let known = |entry: &f64| *entry == 0.0 || *entry == f64::NEG_INFINITY;
                filled &= made.iter().all(|mask| mask.iter().all(known));
                if !same(&made[2], &right(ask)?) && at.is_none_or(|at| likes(ask) < likes(at)) {
                    at = Some(ask);
                }
                numbers.push(self.mask(&made));
            }
            masks.push((!numbers.is_empty()).then_some(numbers));
        }
        Ok(json!({
            "id": mistake.misconception.id,
            "title": mistake.misconception.words().title,
            "filled": filled,
            "at": place(at.unwrap_or(FIRST)),
            "masks": masks,
        }))
    }
}

/// How far a mask is from what the explorer shows first: the smaller, the better.
fn likes(ask: Ask) -> (usize, Option<usize>, usize) {
    let length = ask.length.abs_diff(FIRST.length);
    // Two cached tokens are more telling than one.
    let cached = [0, 2, 1, 3, 4].iter().position(|&it| it == ask.cached);
    (length, cached, ask.alignment as usize)
}

/// What each dtype stores of a number that stands for "blocked".
fn stored(blocked: Blocked) -> [f64; 4] {
    [
        blocked.value::<f16>().to_f64(),
        blocked.value::<bf16>().to_f64(),
        blocked.value::<f32>().into(),
        blocked.value::<f64>(),
    ]
}

/// A value as one character.
fn digit(value: usize) -> char {
    let value = u32::try_from(value).unwrap_or(u32::MAX);
    char::from_digit(value, 36).unwrap_or('?')
}

fn place(ask: Ask) -> [usize; 3] {
    [ask.alignment as usize, ask.length, ask.cached]
}

/// Whole numbers are numbers. All else is text that JavaScript reads as a number: JSON has no infinity and no NaN, and not
/// every reader of it keeps the last digit of a fraction.
fn number(value: f64) -> Value {
    match value {
        value if value.fract() == 0.0 && value.abs() < 1e15 => json!(value as i64),
        f64::INFINITY => json!("Infinity"),
        f64::NEG_INFINITY => json!("-Infinity"),
        value => json!(format!("{value:e}")),
    }
}

/// A score as it is written, with one digit.
fn written(score: f32) -> f64 {
    (f64::from(score) * 10.0).round() / 10.0
}
