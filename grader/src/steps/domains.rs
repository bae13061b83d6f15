//! Makes questions from what a task says of its arguments.
//!
//! A task names its *spaces*. A space has axes, such as a length, a bound or a memory layout, and every axis has classes
//! of values. From these follow all questions: the product of the plain values in every dtype; in one dtype, which the
//! seed chooses, every pair of classes over every two axes, and in the others every class beside plain ones; draws; and
//! some questions once more. Plain questions are the same for everyone, so that every message can be read and compared;
//! the others follow from the seed, so that a table of answers is found out.

mod classes;
mod pairs;
pub mod reals;

use std::cmp::Reverse;

use fastrand::Rng;

use super::{Check, Expected, Question, size};
use crate::protocol::{Call, Dtype, Layout};

pub use classes::{
    COLUMNS, ENTRIES, FLAGS, LAYOUTS, OWNED, SIZES, axis, but_the_last, class, named,
};

/// What may be asked of a function, in one kind.
#[derive(Clone, Copy, Debug)]
pub struct Space {
    /// What is asked, for the report.
    pub name: &'static str,
    /// What a question is made of, in the order in which it is drawn.
    pub axes: &'static [Axis],
    /// Whether a row of plain values that begins so is asked in every dtype; the others are left out.
    pub plain: fn(&[Pick]) -> bool,
    /// The question that these picks make, one an axis.
    pub call: fn(Dtype, &[Pick]) -> Call,
    /// About how many entries have to be compared in the answer.
    pub entries: fn(&[Pick]) -> u64,
    /// How many entries all the questions together may have that are not plain. A hard limit.
    pub budget: u64,
    /// Whether the function is asked in every dtype.
    pub dtypes: bool,
}

/// One thing that a question is made of.
#[derive(Clone, Copy, Debug)]
pub struct Axis {
    /// What it is called.
    pub name: &'static str,
    /// Its classes, the plainest first.
    pub classes: &'static [Class],
}

/// Values that a wrong program may well treat alike.
#[derive(Clone, Copy, Debug)]
pub struct Class {
    /// What they have in common.
    pub name: &'static str,
    /// The plain values of the class. Those of all axes are asked in every combination.
    pub plain: &'static [Pick],
    /// Any value of the class; `None` where there is none beside the picks that the earlier axes have.
    pub draw: fn(&mut Draw<'_>) -> Option<Pick>,
}

/// A value on an axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pick {
    /// A length or a count.
    Size(u64),
    /// A limit, or none.
    Bound(Option<u64>),
    /// Yes or no.
    Flag(bool),
    /// How an array lies in memory.
    Layout(Layout),
    /// A number.
    Number(f64),
    /// What the step calls it.
    Name(&'static str),
}

/// What most spaces have in common.
pub const SPACE: Space = Space {
    name: "",
    axes: &[],
    plain: |_| true,
    call: |dtype, _| Call {
        function: String::new(),
        dtype,
        arguments: Vec::new(),
    },
    entries: |_| 1,
    budget: 10_000,
    dtypes: true,
};

impl Pick {
    /// The length; 0 where it is something else.
    pub fn size(self) -> u64 {
        match self {
            Self::Size(size) => size,
            _ => 0,
        }
    }

    /// The name; empty where it is something else.
    pub fn name(self) -> &'static str {
        match self {
            Self::Name(name) => name,
            _ => "",
        }
    }

    /// The layout; in rows where it is something else.
    pub fn layout(self) -> Layout {
        match self {
            Self::Layout(layout) => layout,
            _ => Layout::Rows,
        }
    }

    /// The number; 0 where it is something else.
    pub fn number(self) -> f64 {
        match self {
            Self::Number(number) => number,
            _ => 0.0,
        }
    }
}

/// Where a value is drawn.
#[derive(Debug)]
pub struct Draw<'a> {
    /// The dtype of the question.
    pub dtype: Dtype,
    /// What the class is called.
    pub class: &'static str,
    /// What the earlier axes have.
    pub earlier: &'a [Pick],
    /// What is random.
    pub rng: &'a mut Rng,
}

/// In the order that finds most soonest: f16 cannot tell -1e9 from negative infinity.
const DTYPES: [Dtype; 4] = [Dtype::F32, Dtype::Bf16, Dtype::F16, Dtype::F64];
/// So many questions a dtype are drawn at random.
const DRAWS: usize = 6;

/// The questions of a task, in groups with names. The simplest come first.
pub fn questions(spaces: &[Space], expect: fn(&Call) -> Expected, seed: u64) -> Vec<Check> {
    let mut rng = Rng::with_seed(seed);
    let mut groups: Vec<Group> = spaces.iter().flat_map(Space::plain).collect();
    for space in spaces {
        space.seeded(&mut rng, &mut groups);
    }
    let question = |call: Call| Question {
        expected: expect(&call),
        call,
    };
    let check = |(name, calls): Group| Check {
        name,
        questions: calls.into_iter().map(question).collect(),
    };
    let mut checks: Vec<Check> = groups.into_iter().map(check).collect();
    repeat(&mut checks, &mut rng);
    checks
}

/// Calls with a name.
type Group = (String, Vec<Call>);

impl Space {
    fn dtypes(&self) -> &'static [Dtype] {
        if self.dtypes { &DTYPES } else { &DTYPES[..1] }
    }

    /// The product of the plain values, in every dtype.
    fn plain(&self) -> Vec<Group> {
        let plain = |axis: &'static Axis| axis.classes.iter().flat_map(|class| class.plain);
        let mut rows = vec![Vec::new()];
        for axis in self.axes {
            let longer =
                |row: Vec<Pick>| plain(axis).map(move |pick| [row.as_slice(), &[*pick]].concat());
            let rows_so_far = rows.into_iter().flat_map(longer);
            rows = rows_so_far.filter(|row| (self.plain)(row)).collect();
        }
        // What has no entries says little; the first question should not be such.
        rows.sort_by_key(|row| ((self.entries)(row) == 0, (self.entries)(row)));
        let group = |dtype: &Dtype| {
            let calls = rows.iter().map(|row| (self.call)(*dtype, row));
            (self.named("", *dtype), calls.collect())
        };
        if rows.is_empty() {
            return Vec::new();
        }
        self.dtypes().iter().map(group).collect()
    }

    /// The questions that follow from the seed, up to the budget.
    fn seeded(&self, rng: &mut Rng, groups: &mut Vec<Group>) {
        let chosen = rng.choice(self.dtypes()).copied().unwrap_or(DTYPES[0]);
        let mut rows = Vec::new();
        for &dtype in self.dtypes() {
            let classes = self.one_by_one(dtype, rng);
            rows.extend(classes.into_iter().map(|row| (dtype, CLASS, row)));
            if dtype == chosen {
                let pairs = self.pairs(dtype, rng);
                rows.extend(pairs.into_iter().map(|row| (dtype, "two classes", row)));
            }
            let drawn = (0..DRAWS).filter_map(|_| self.draw(&self.any(rng), dtype, rng));
            rows.extend(drawn.map(|row| (dtype, "drawn", row)));
        }
        // What is cheap first, then every class, the largest first: a budget should have room for those of every dtype. Of
        // the rest, what the seed takes while there is room.
        rng.shuffle(&mut rows);
        rows.sort_by_key(|(_, what, row)| {
            let entries = (self.entries)(row);
            let is_dear = entries > CHEAP;
            let is_class = is_dear && *what == CLASS;
            (
                is_dear,
                is_dear && !is_class,
                Reverse(if is_class { entries } else { 0 }),
            )
        });
        let mut left = self.budget;
        for (dtype, what, row) in rows {
            let Some(rest) = left.checked_sub((self.entries)(&row)) else {
                continue;
            };
            left = rest;
            let name = self.named(what, dtype);
            let call = (self.call)(dtype, &row);
            match groups.iter_mut().find(|(known, _)| *known == name) {
                Some((_, calls)) => calls.push(call),
                None => groups.push((name, vec![call])),
            }
        }
    }

    /// Values of these classes, one an axis; `None` where the classes do not go together.
    fn draw(&self, classes: &[usize], dtype: Dtype, rng: &mut Rng) -> Option<Vec<Pick>> {
        let mut picks = Vec::new();
        for (axis, class) in self.axes.iter().zip(classes) {
            let class = &axis.classes[*class];
            let mut draw = Draw {
                dtype,
                class: class.name,
                earlier: &picks,
                rng,
            };
            let pick = (class.draw)(&mut draw)?;
            picks.push(pick);
        }
        Some(picks)
    }

    /// Any class of every axis.
    fn any(&self, rng: &mut Rng) -> Vec<usize> {
        let axes = self.axes.iter();
        axes.map(|axis| rng.usize(..axis.classes.len())).collect()
    }

    /// The name of a group of questions.
    fn named(&self, what: &str, dtype: Dtype) -> String {
        let parts = [self.name, what, if self.dtypes { dtype.name() } else { "" }];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(", ")
    }
}

/// What the questions are called in which every class is met.
const CLASS: &str = "each class";
/// What costs more entries than this has to find room in the budget.
const CHEAP: u64 = 4096;

/// Asks some of the questions once more, in another order: an answer must not depend on the calls before it.
fn repeat(checks: &mut Vec<Check>, rng: &mut Rng) {
    const MOST: usize = 60;
    const LARGEST: u64 = 1 << 10;
    let questions = checks.iter().flat_map(|check| &check.questions);
    let small = questions.filter(|question| size(&question.call) < LARGEST);
    let mut questions = rng.choose_multiple(small, MOST);
    rng.shuffle(&mut questions);
    let questions = questions.into_iter().cloned().collect();
    checks.push(Check {
        name: "the same again, in another order".into(),
        questions,
    });
}
