//! Classes that several steps have: lengths, numbers, layouts, flags.

use super::{Axis, Class, Draw, Pick, Space};
use crate::protocol::{Dtype, Layout};

/// An axis.
pub const fn axis(name: &'static str, classes: &'static [Class]) -> Axis {
    Axis { name, classes }
}

/// A class.
pub const fn class(
    name: &'static str,
    plain: &'static [Pick],
    draw: fn(&mut Draw<'_>) -> Option<Pick>,
) -> Class {
    Class { name, plain, draw }
}

/// A class of one value, which is its name. What that stands for, the call says.
pub const fn named(name: &'static str, plain: &'static [Pick]) -> Class {
    class(name, plain, |d| Some(Pick::Name(d.class)))
}

/// Classes without the last, which is not for everybody who has the others.
pub const fn but_the_last(classes: &'static [Class]) -> &'static [Class] {
    match classes.split_last() {
        Some((_, others)) => others,
        None => classes,
    }
}

impl Space {
    /// In how many ways plain values of its axes can be put together.
    pub fn width(&self) -> usize {
        let plain = |axis: &Axis| {
            axis.classes
                .iter()
                .map(|class| class.plain.len())
                .sum::<usize>()
        };
        self.axes.iter().map(plain).product()
    }
}

impl Draw<'_> {
    /// As many as on an earlier axis, if that is not 0.
    pub fn like(&self, place: usize) -> Option<Pick> {
        let size = self.earlier.get(place).copied();
        size.filter(|size| size.size() > 0)
    }

    /// A size from `least` to `most`.
    pub fn size(&mut self, least: u64, most: u64) -> Option<Pick> {
        Some(Pick::Size(self.rng.u64(least..=most)))
    }
}

/// Lengths. bf16 holds all whole numbers up to 256, so the longest are a little above that. Longer ones would find more mistakes (an index cut to 16 bits), and turn
/// right answers away, such as one that calls itself for every row.
pub const SIZES: &[Class] = &[
    class(
        "3 to 6",
        &[Pick::Size(3), Pick::Size(4), Pick::Size(5), Pick::Size(6)],
        |d| d.size(3, 6),
    ),
    class("1", &[Pick::Size(1)], |_| Some(Pick::Size(1))),
    class("2", &[Pick::Size(2)], |_| Some(Pick::Size(2))),
    class("0", &[Pick::Size(0)], |_| Some(Pick::Size(0))),
    class("7 to 9", &[], |d| d.size(7, 9)),
    class("tens", &[], |d| d.size(10, 62)),
    class("around 64", &[], |d| d.size(63, 66)),
    class("around 100", &[], |d| d.size(67, 128)),
    class("hundreds", &[], |d| match d.dtype {
        // Where neighbours are rounded to the same number.
        Dtype::Bf16 => d.size(258, 272),
        // So that a budget has room for them in every dtype.
        _ => d.size(129, 180),
    }),
];

/// Lengths of the second side of a matrix: some mistakes show only where it is as long as the first.
pub const COLUMNS: &[Class] = &{
    let square = class("as many as rows", &[], |d| d.earlier.first().copied());
    // The plainest come first, so this one is the last.
    let mut classes = [square; SIZES.len() + 1];
    let mut place = 0;
    while place < SIZES.len() {
        classes[place] = SIZES[place];
        place += 1;
    }
    classes
};

fn number(number: f64) -> Option<Pick> {
    Some(Pick::Number(number))
}

/// Numbers that a dtype holds exactly.
pub const ENTRIES: &[Class] = &[
    class("a whole number", &[Pick::Number(2.0)], |d| {
        number(f64::from(d.rng.i32(3..=250)))
    }),
    class("one", &[Pick::Number(1.0)], |_| number(1.0)),
    class("zero", &[Pick::Number(0.0)], |_| number(0.0)),
    class("minus zero", &[], |_| number(-0.0)),
    class("negative", &[Pick::Number(-2.0)], |d| {
        number(-f64::from(d.rng.i32(3..=250)))
    }),
    class("a fraction", &[Pick::Number(0.5)], |d| {
        number(f64::from(d.rng.i32(1..=127)) / 128.0)
    }),
    class("a negative fraction", &[], |d| {
        number(-f64::from(d.rng.i32(1..=127)) / 128.0)
    }),
    class("many digits", &[], |d| number(1.0 + d.dtype.epsilon())),
    class("the largest", &[], |d| number(d.dtype.largest())),
    class("the lowest", &[], |d| number(-d.dtype.largest())),
    class("the smallest normal", &[], |d| {
        number(d.dtype.smallest_normal())
    }),
    class("subnormal", &[], |d| number(3.0 * d.dtype.smallest())),
    class("infinity", &[Pick::Number(f64::INFINITY)], |_| {
        number(f64::INFINITY)
    }),
    class(
        "negative infinity",
        &[Pick::Number(f64::NEG_INFINITY)],
        |_| number(f64::NEG_INFINITY),
    ),
    class("NaN", &[Pick::Number(f64::NAN)], |_| number(f64::NAN)),
];

/// How an array can lie in memory.
pub const LAYOUTS: &[Class] = &[
    class("row by row", &[Pick::Layout(Layout::Rows)], |_| {
        Some(Pick::Layout(Layout::Rows))
    }),
    class("by columns", &[], |_| Some(Pick::Layout(Layout::Columns))),
    class("broadcast", &[], |_| Some(Pick::Layout(Layout::Broadcast))),
    class("with gaps", &[], |_| Some(Pick::Layout(Layout::Gaps))),
    class("reversed", &[], |_| Some(Pick::Layout(Layout::Reversed))),
];

/// How an array can lie in memory that has its entries for itself.
pub const OWNED: &[Class] = &[LAYOUTS[0], LAYOUTS[1], LAYOUTS[4]];

/// Yes and no.
pub const FLAGS: &[Class] = &[
    class("false", &[Pick::Flag(false)], |_| Some(Pick::Flag(false))),
    class("true", &[Pick::Flag(true)], |_| Some(Pick::Flag(true))),
];
