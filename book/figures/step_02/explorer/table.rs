//! The table that the explorer looks things up in. `write` puts it into a file; what its parts mean stands there.

use std::collections::HashMap;
use std::hash::Hash;

use ndarray::{Array2, ShapeError};

use super::mistakes::{ALIGNMENTS, Alignment, Ask, CACHED, Family, Mistake};
use super::mistakes::{families, right, same};
use super::numbers::{DTYPES, PerDtype, share, stored, weights};
use crate::figures::step_02::dtypes::CHOICES;
use crate::figures::step_02::sentence::SCORES;

/// The names of the fills in an address, in the order of [`CHOICES`].
const FILL_IDS: [&str; 5] = ["-1e4", "-1e9", "f32-min", "min", "-inf"];

/// The number of the value -inf. The value 0 has the number 0.
const BLOCKED: usize = 1;

/// A list in which nothing is twice.
pub(super) struct Unique<T> {
    pub(super) items: Vec<T>,
    numbers: HashMap<T, usize>,
}

impl<T: Clone + Eq + Hash> Unique<T> {
    pub(super) fn new() -> Self {
        Self {
            items: Vec::new(),
            numbers: HashMap::new(),
        }
    }

    /// The number of the item, which is added where it is new.
    pub(super) fn number(&mut self, item: T) -> usize {
        *self.numbers.entry(item).or_insert_with_key(|item| {
            self.items.push(item.clone());
            self.items.len() - 1
        })
    }
}

/// One row of a mask.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct Row {
    /// At which position of the sentence its query stands; none in a mask of another shape than the scores have.
    pub(super) position: Option<usize>,
    /// The numbers of its values.
    pub(super) values: Vec<usize>,
    /// The numbers of its weights in each dtype: one list for each fill, or a single one that is the same for all.
    pub(super) weights: Vec<[usize; 4]>,
}

/// What a fill is called and which value it stands for.
pub(super) struct Fill {
    pub(super) id: &'static str,
    pub(super) name: String,
    pub(super) value: usize,
}

/// One misconception.
pub(super) struct Entry {
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    /// Whether its masks are made of 0 and blocked entries alone, so that a fill can stand for the latter.
    pub(super) filled: bool,
    /// A mask in which one sees it.
    pub(super) at: Ask,
    /// Its masks for each alignment; none where it makes no mistake.
    pub(super) masks: [Option<Vec<usize>>; 2],
}

pub(super) struct Table {
    /// What each dtype stores of each value, by its bits.
    pub(super) values: Unique<[u64; 4]>,
    pub(super) fills: Vec<Fill>,
    /// The weights of a row, as texts, up to the last one that is not 0.
    pub(super) weights: Unique<Vec<String>>,
    pub(super) rows: Unique<Row>,
    /// The rows of each mask.
    pub(super) masks: Unique<Vec<usize>>,
    /// The right masks of each alignment.
    pub(super) right: [Vec<usize>; 2],
    pub(super) families: Vec<(&'static str, Vec<Entry>)>,
}

impl Table {
    /// Computes everything.
    pub(super) fn new() -> Result<Self, ShapeError> {
        let mut table = Self {
            values: Unique::new(),
            fills: Vec::new(),
            weights: Unique::new(),
            rows: Unique::new(),
            masks: Unique::new(),
            right: [Vec::new(), Vec::new()],
            families: Vec::new(),
        };
        table.value([0.0; 4]);
        table.value([f64::NEG_INFINITY; 4]);
        // The one to take comes first.
        for (id, (name, blocked)) in FILL_IDS.into_iter().zip(CHOICES).rev() {
            let value = table.value(stored(blocked));
            let name = name.trim_matches('`').to_owned();
            table.fills.push(Fill { id, name, value });
        }
        for alignment in ALIGNMENTS {
            for ask in Ask::all(alignment) {
                let mask = right(ask)?;
                let number = table.mask(ask, &[(); 4].map(|()| mask.clone()), true);
                table.right[alignment as usize].push(number);
            }
        }
        for Family { title, mistakes } in families()? {
            let entries: Result<_, _> = mistakes.iter().map(|it| table.entry(it)).collect();
            table.families.push((title, entries?));
        }
        Ok(table)
    }

    /// The number of a value.
    fn value(&mut self, value: PerDtype) -> usize {
        // There are many NaNs; one is enough.
        self.values.number(value.map(|number| match number {
            number if number.is_nan() => f64::NAN.to_bits(),
            // And a -0 is a 0.
            number => (number + 0.0).to_bits(),
        }))
    }

    fn entry(&mut self, mistake: &Mistake) -> Result<Entry, ShapeError> {
        let mut at = None;
        let mut masks = Vec::new();
        let mut filled = true;
        for alignment in ALIGNMENTS {
            for ask in Ask::all(alignment) {
                let right = right(ask)?;
                let made = DTYPES.map(|(dtype, _)| mistake.mask(ask, dtype));
                let Some(made) = every(made) else {
                    continue;
                };
                let known = |entry: &f64| *entry == 0.0 || *entry == f64::NEG_INFINITY;
                filled &= made.iter().all(|mask| mask.iter().all(known));
                if !same(&made[2], &right) && at.is_none_or(|at| likes(ask) < likes(at)) {
                    at = Some(ask);
                }
                masks.push((ask, made));
            }
        }
        let mut numbers = [None, None];
        for (ask, made) in masks {
            let number = self.mask(ask, &made, filled);
            let list: &mut Option<Vec<usize>> = &mut numbers[ask.alignment as usize];
            list.get_or_insert_default().push(number);
        }
        Ok(Entry {
            id: mistake.misconception.id,
            title: mistake.misconception.words().title,
            filled,
            // A mistake that shows in no `f32` mask could stand nowhere else either; a test looks.
            at: at.unwrap_or(DEFAULT),
            masks: numbers,
        })
    }

    /// The number of a mask, which is given in each dtype.
    fn mask(&mut self, ask: Ask, made: &[Array2<f64>; 4], filled: bool) -> usize {
        let (rows, columns) = made[0].dim();
        let fits = (rows, columns) == ask.shape();
        let mut numbers = Vec::new();
        for i in 0..rows {
            let values: Vec<usize> = (0..columns)
                .map(|j| self.value([0, 1, 2, 3].map(|dtype: usize| made[dtype][[i, j]])))
                .collect();
            let position = fits.then_some(ask.cached + i);
            let weights = match position {
                Some(position) if filled => self.weights_per_fill(position, &values),
                Some(position) => vec![self.weights(position, &values)],
                None => Vec::new(),
            };
            numbers.push(self.rows.number(Row {
                position,
                values,
                weights,
            }));
        }
        // A mask with no columns has rows all the same.
        self.masks.number(numbers)
    }

    fn weights_per_fill(&mut self, position: usize, values: &[usize]) -> Vec<[usize; 4]> {
        let fills: Vec<usize> = self.fills.iter().map(|fill| fill.value).collect();
        let mut weights: Vec<[usize; 4]> = fills
            .into_iter()
            .map(|fill| {
                let filled = |&value: &usize| if value == BLOCKED { fill } else { value };
                let values: Vec<usize> = values.iter().map(filled).collect();
                self.weights(position, &values)
            })
            .collect();
        if weights.iter().all(|other| *other == weights[0]) {
            weights.truncate(1);
        }
        weights
    }

    fn weights(&mut self, position: usize, values: &[usize]) -> [usize; 4] {
        [0, 1, 2, 3].map(|index: usize| {
            let mask: Vec<f64> = values
                .iter()
                .map(|&value| self.stored(value)[index])
                .collect();
            let weights = weights(DTYPES[index].0, &SCORES[position], &mask);
            let mut shares: Vec<String> = weights.into_iter().map(share).collect();
            // So that a row has the same weights whatever the number of blocked keys behind it.
            while shares.last().is_some_and(|share| share == "0") {
                shares.pop();
            }
            self.weights.number(shares)
        })
    }

    /// What each dtype stores of a value.
    pub(super) fn stored(&self, value: usize) -> PerDtype {
        self.values.items[value].map(f64::from_bits)
    }
}

/// What the explorer shows first.
pub(super) const DEFAULT: Ask = Ask {
    alignment: Alignment::Upper,
    length: 4,
    cached: 0,
};

/// How far a mask is from what the explorer shows first: the smaller, the better.
fn likes(ask: Ask) -> (usize, usize, usize) {
    let length = ask.length.abs_diff(DEFAULT.length);
    // Two cached tokens are more telling than one.
    let cached = [0, 2, 1, 3, 4].iter().position(|&it| it == ask.cached);
    (
        length,
        cached.unwrap_or(CACHED.len()),
        ask.alignment as usize,
    )
}

fn every(made: [Option<Array2<f64>>; 4]) -> Option<[Array2<f64>; 4]> {
    let [Some(a), Some(b), Some(c), Some(d)] = made else {
        return None;
    };
    Some([a, b, c, d])
}
