//! Questions in which every class, and every pair of classes, is met.

use fastrand::Rng;

use super::{CHEAP, Dtype, Pick, Space};

/// An axis and a class of it.
type Met = (usize, usize);

/// So often is a row tried whose classes may not go together, or that tells nothing.
const TRIES: usize = 16;
/// So often are the other classes of a pair those with which most is met, before they are plain ones.
const MEETINGS: usize = 5;

/// A row, and the class of each of its picks.
type Row = (Vec<usize>, Vec<Pick>);

impl Space {
    /// Every class beside plain values on the other axes, and where that costs little once more beside the plainest: beside a
    /// length of 1, say, it tells nothing.
    pub(super) fn one_by_one(&self, dtype: Dtype, rng: &mut Rng) -> Vec<Vec<Pick>> {
        let mut rows = Vec::new();
        for one in self.classes() {
            let plainest = self.draw(&self.around(&[one], TRIES, rng), dtype, rng);
            let plainest = plainest.filter(|row| (self.entries)(row) <= CHEAP);
            let plain = self.alone(one, dtype, rng).map(|(_, picks)| picks);
            rows.extend([plainest, plain].into_iter().flatten());
        }
        rows
    }

    /// Rows in which every pair of classes over every two axes is met, as far as they go together.
    pub(super) fn pairs(&self, dtype: Dtype, rng: &mut Rng) -> Vec<Vec<Pick>> {
        let rows = self.paired(dtype, rng).into_iter();
        rows.map(|(_, picks)| picks).collect()
    }

    /// The same with their classes. Where there is nothing to compare, a pair is met only if one of the two never leaves
    /// anything to compare.
    fn paired(&self, dtype: Dtype, rng: &mut Rng) -> Vec<Row> {
        let mut is_mute = |one: &Met| {
            let row = self.alone(*one, dtype, rng);
            row.is_some_and(|(_, picks)| (self.entries)(&picks) == 0)
        };
        let mut mute = self.classes();
        mute.retain(|one| is_mute(one));
        let mut open = Open::new(self);
        let mut pairs = open.pairs();
        rng.shuffle(&mut pairs);
        let mut rows = Vec::new();
        for pair in pairs {
            if !open.has(pair) {
                continue;
            }
            let least = u64::from(![pair.0, pair.1].iter().any(|met| mute.contains(met)));
            let row = self.telling(least, dtype, rng, |tried, rng| {
                if tried < MEETINGS {
                    self.meeting(pair, &open, &mute, rng)
                } else {
                    self.around(&[pair.0, pair.1], tried, rng)
                }
            });
            // What was tried in vain is not tried again.
            open.close(pair);
            if let Some((classes, picks)) = row {
                let tells = (self.entries)(&picks) > 0;
                open.close_all(&classes, |met| tells || mute.contains(&met));
                rows.push((classes, picks));
            }
        }
        rows
    }

    /// One class beside plain values.
    fn alone(&self, one: Met, dtype: Dtype, rng: &mut Rng) -> Option<Row> {
        self.telling(1, dtype, rng, |tried, rng| self.around(&[one], tried, rng))
    }

    /// Every class of every axis.
    fn classes(&self) -> Vec<Met> {
        let axes = self.axes.iter().enumerate();
        axes.flat_map(|(place, axis)| (0..axis.classes.len()).map(move |class| (place, class)))
            .collect()
    }

    /// Values of the classes that `choose` gives, such that there are at least so many entries to compare if that can be
    /// had. It is told how often it was tried before.
    fn telling(
        &self,
        least: u64,
        dtype: Dtype,
        rng: &mut Rng,
        choose: impl Fn(usize, &mut Rng) -> Vec<usize>,
    ) -> Option<Row> {
        let mut found = None;
        for tried in 0..TRIES {
            let classes = choose(tried, rng);
            match self.draw(&classes, dtype, rng) {
                Some(row) if (self.entries)(&row) >= least => return Some((classes, row)),
                Some(row) => found = Some((classes, row)),
                None => {}
            }
        }
        found
    }

    /// These classes, and on the other axes any that has plain values; the plainest of all at the later tries.
    fn around(&self, fixed: &[Met], tried: usize, rng: &mut Rng) -> Vec<usize> {
        let plain = |place: usize, rng: &mut Rng| {
            let classes = self.axes[place].classes.iter().enumerate();
            let plain = classes.filter(|(_, class)| !class.plain.is_empty());
            rng.choice(plain.map(|(class, _)| class).collect::<Vec<_>>())
        };
        (0..self.axes.len())
            .map(|place| match fixed.iter().find(|met| met.0 == place) {
                Some(met) => met.1,
                None if 2 * tried >= TRIES => 0,
                None => plain(place, rng).unwrap_or(0),
            })
            .collect()
    }

    /// The two classes of a pair, and on the other axes those with which most open pairs are met. Beside two classes that
    /// leave something to compare, so do the others.
    fn meeting(
        &self,
        (one, other): (Met, Met),
        open: &Open,
        mute: &[Met],
        rng: &mut Rng,
    ) -> Vec<usize> {
        let tells = ![one, other].iter().any(|met| mute.contains(met));
        let mut classes = self.around(&[one, other], 0, rng);
        for place in 0..self.axes.len() {
            if place == one.0 || place == other.0 {
                continue;
            }
            let count = self.axes[place].classes.len();
            // From anywhere on, so that of several that are as good any may be taken.
            let start = rng.usize(..count);
            let order = (0..count).map(|class| (class + start) % count);
            let order = order.filter(|class| !tells || !mute.contains(&(place, *class)));
            let bits = open.bits(&classes);
            let best = order.max_by_key(|class| open.meets((place, *class), bits));
            classes[place] = best.unwrap_or(classes[place]);
        }
        classes
    }
}

/// The pairs that are still to be met.
struct Open {
    /// For every axis, the number of its first class when all classes are counted.
    starts: Vec<usize>,
    /// For every class in that count, those with which it is still to be met, a bit each.
    open: Vec<u128>,
    classes: Vec<Met>,
}

impl Open {
    fn new(space: &Space) -> Self {
        let classes = space.classes();
        assert!(
            classes.len() <= u128::BITS as usize,
            "{}: more classes than bits",
            space.name
        );
        let starts = (0..space.axes.len())
            .map(|place| classes.iter().position(|met| met.0 == place).unwrap_or(0));
        let others = |one: &Met| {
            let others = classes.iter().enumerate();
            let others = others.filter(|(_, other)| one.0 != other.0);
            others.fold(0, |bits, (number, _)| bits | 1 << number)
        };
        Self {
            starts: starts.collect(),
            open: classes.iter().map(others).collect(),
            classes,
        }
    }

    fn pairs(&self) -> Vec<(Met, Met)> {
        let all = self.classes.iter();
        all.flat_map(|one| self.classes.iter().map(|other| (*one, *other)))
            .filter(|(one, other)| one.0 < other.0 && self.has((*one, *other)))
            .collect()
    }

    fn number(&self, met: Met) -> usize {
        self.starts[met.0] + met.1
    }

    fn has(&self, (one, other): (Met, Met)) -> bool {
        self.open[self.number(one)] & 1 << self.number(other) != 0
    }

    fn close(&mut self, (one, other): (Met, Met)) {
        let (one, other) = (self.number(one), self.number(other));
        self.open[one] &= !(1 << other);
        self.open[other] &= !(1 << one);
    }

    /// These classes, one an axis, as bits.
    fn bits(&self, classes: &[usize]) -> u128 {
        let starts = self.starts.iter().zip(classes);
        starts.fold(0, |bits, (start, class)| bits | 1 << (start + class))
    }

    /// How many open pairs a class makes with these.
    fn meets(&self, met: Met, classes: u128) -> u32 {
        (self.open[self.number(met)] & classes).count_ones()
    }

    /// The pairs of these classes, one an axis, of which one at least is such.
    fn close_all(&mut self, classes: &[usize], is_such: impl Fn(Met) -> bool) {
        for (place, class) in classes.iter().enumerate() {
            for (other, theirs) in classes.iter().enumerate().skip(place + 1) {
                let (one, other) = ((place, *class), (other, *theirs));
                if is_such(one) || is_such(other) {
                    self.close((one, other));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::steps::STEPS;
    use crate::steps::domains::Draw;

    #[test]
    fn every_pair_of_classes_is_met_where_there_is_something_to_compare() {
        let tasks = STEPS.iter().flat_map(|step| step.tasks);
        for space in tasks.flat_map(|task| task.domains) {
            for seed in 0..3 {
                let mut rng = Rng::with_seed(seed);
                let mut rows = space.paired(Dtype::F32, &mut rng);
                rows.retain(|(_, picks)| (space.entries)(picks) > 0);
                for (one, other) in Open::new(space).pairs() {
                    let met =
                        |classes: &[usize]| classes[one.0] == one.1 && classes[other.0] == other.1;
                    if rows.iter().any(|(classes, _)| met(classes)) {
                        continue;
                    }
                    let row = (0..TRIES).find_map(|_| {
                        let classes = space.around(&[one, other], 0, &mut rng);
                        let picks = space.draw(&classes, Dtype::F32, &mut rng)?;
                        ((space.entries)(&picks) > 0).then_some(picks)
                    });
                    assert_eq!(row, None, "{}: {one:?} and {other:?}", space.name);
                }
            }
        }
    }

    /// A class is there for what the others of its axis do not ask, or seldom.
    #[test]
    fn every_class_asks_what_the_others_seldom_do() {
        const DRAWS: usize = 200;
        let tasks = STEPS.iter().flat_map(|step| step.tasks);
        for space in tasks.flat_map(|task| task.domains) {
            for (place, own) in space.classes() {
                let axis = &space.axes[place];
                let mut rng = Rng::with_seed(1);
                let mut seldom = |dtype: Dtype| {
                    let mut classes = space.any(&mut rng);
                    classes[place] = own;
                    let Some(picks) = space.draw(&classes, dtype, &mut rng) else {
                        return false;
                    };
                    let others = (0..axis.classes.len()).filter(|other| *other != own);
                    let others = others.flat_map(|other| [other; DRAWS]);
                    let same = others.filter(|other| {
                        let mut draw = Draw {
                            dtype,
                            class: axis.classes[*other].name,
                            earlier: &picks[..place],
                            rng: &mut rng,
                        };
                        let pick = (axis.classes[*other].draw)(&mut draw);
                        // -0 is equal to 0, and is another.
                        format!("{pick:?}") == format!("{:?}", Some(picks[place]))
                    });
                    50 * same.count() < DRAWS * axis.classes.len()
                };
                let found = axis.classes.len() == 1
                    || Dtype::ALL.into_iter().cycle().take(40).any(&mut seldom);
                let class = axis.classes[own].name;
                assert!(found, "{}, {}: {class}", space.name, axis.name);
            }
        }
    }
}
