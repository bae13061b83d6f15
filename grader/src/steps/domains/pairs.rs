//! Questions in which every class, and every pair of classes, is met.

use fastrand::Rng;

use super::{Dtype, Pick, Space};

/// An axis and a class of it.
type Met = (usize, usize);

/// So often is a row tried whose classes may not go together.
const TRIES: usize = 8;

impl Space {
    /// Every class once, beside plain values on the other axes.
    pub(super) fn one_by_one(&self, dtype: Dtype, rng: &mut Rng) -> Vec<Vec<Pick>> {
        let classes = self.classes();
        let row = |one| self.telling(dtype, rng, |space, rng| space.around(&[one], rng));
        classes.into_iter().filter_map(row).collect()
    }

    /// Rows in which every pair of classes over every two axes is met, as far as they go together.
    pub(super) fn pairs(&self, dtype: Dtype, rng: &mut Rng) -> Vec<Vec<Pick>> {
        let mut open = Open::new(self);
        let mut pairs = open.pairs();
        rng.shuffle(&mut pairs);
        let mut rows = Vec::new();
        for pair in pairs {
            if !open.has(pair) {
                continue;
            }
            let mut classes = Vec::new();
            let row = self.telling(dtype, rng, |space, rng| {
                classes = space.meeting(pair, &open, rng);
                classes.clone()
            });
            // What was tried in vain is not tried again.
            open.close(pair);
            if let Some(row) = row {
                open.close_all(&classes);
                rows.push(row);
            }
        }
        rows
    }

    /// Every class of every axis.
    fn classes(&self) -> Vec<Met> {
        let axes = self.axes.iter().enumerate();
        axes.flat_map(|(place, axis)| (0..axis.classes.len()).map(move |class| (place, class)))
            .collect()
    }

    /// Values of the classes that `choose` gives, such that there are entries to compare if that can be had.
    fn telling(
        &self,
        dtype: Dtype,
        rng: &mut Rng,
        mut choose: impl FnMut(&Self, &mut Rng) -> Vec<usize>,
    ) -> Option<Vec<Pick>> {
        let mut found = None;
        for _ in 0..TRIES {
            let classes = choose(self, rng);
            match self.draw(&classes, dtype, rng) {
                Some(row) if (self.entries)(&row) > 0 => return Some(row),
                Some(row) => found = Some(row),
                None => {}
            }
        }
        found
    }

    /// These classes, and on the other axes any that has plain values.
    fn around(&self, fixed: &[Met], rng: &mut Rng) -> Vec<usize> {
        let plain = |place: usize, rng: &mut Rng| {
            let classes = self.axes[place].classes.iter().enumerate();
            let plain = classes.filter(|(_, class)| !class.plain.is_empty());
            rng.choice(plain.map(|(class, _)| class).collect::<Vec<_>>())
        };
        (0..self.axes.len())
            .map(|place| match fixed.iter().find(|met| met.0 == place) {
                Some(met) => met.1,
                None => plain(place, rng).unwrap_or(0),
            })
            .collect()
    }

    /// The two classes of a pair, and on the other axes those with which most open pairs are met.
    fn meeting(&self, (one, other): (Met, Met), open: &Open, rng: &mut Rng) -> Vec<usize> {
        let mut classes = self.around(&[one, other], rng);
        for place in 0..self.axes.len() {
            if place == one.0 || place == other.0 {
                continue;
            }
            let count = self.axes[place].classes.len();
            // From anywhere on, so that of several that are as good any may be taken.
            let start = rng.usize(..count);
            let order = (0..count).map(|class| (class + start) % count);
            let best = order.max_by_key(|class| open.meets((place, *class), &classes));
            classes[place] = best.unwrap_or(classes[place]);
        }
        classes
    }
}

/// The pairs that are still to be met.
struct Open {
    /// For every axis, the number of its first class when all classes are counted.
    starts: Vec<usize>,
    /// For every two classes in that count, the one of the earlier axis first.
    open: Vec<bool>,
    /// How many classes there are.
    count: usize,
    classes: Vec<Met>,
}

impl Open {
    fn new(space: &Space) -> Self {
        let classes = space.classes();
        let count = classes.len();
        let starts = (0..space.axes.len())
            .map(|place| classes.iter().position(|met| met.0 == place).unwrap_or(0));
        let open = classes
            .iter()
            .flat_map(|one| classes.iter().map(|other| one.0 < other.0));
        Self {
            starts: starts.collect(),
            open: open.collect(),
            count,
            classes,
        }
    }

    fn pairs(&self) -> Vec<(Met, Met)> {
        let all = self.open.iter().enumerate().filter(|(_, open)| **open);
        all.map(|(at, _)| (self.classes[at / self.count], self.classes[at % self.count]))
            .collect()
    }

    fn at(&self, (one, other): (Met, Met)) -> usize {
        let (one, other) = if one.0 < other.0 {
            (one, other)
        } else {
            (other, one)
        };
        let number = |met: Met| self.starts[met.0] + met.1;
        number(one) * self.count + number(other)
    }

    fn has(&self, pair: (Met, Met)) -> bool {
        self.open[self.at(pair)]
    }

    fn close(&mut self, pair: (Met, Met)) {
        let at = self.at(pair);
        self.open[at] = false;
    }

    /// How many open pairs a class makes with these, one an axis.
    fn meets(&self, met: Met, classes: &[usize]) -> usize {
        let others = classes
            .iter()
            .enumerate()
            .filter(|(place, _)| *place != met.0);
        others
            .filter(|(place, class)| self.has((met, (*place, **class))))
            .count()
    }

    /// All pairs of these classes, one an axis.
    fn close_all(&mut self, classes: &[usize]) {
        for (place, class) in classes.iter().enumerate() {
            for (other, theirs) in classes.iter().enumerate().skip(place + 1) {
                self.close(((place, *class), (other, *theirs)));
            }
        }
    }
}
