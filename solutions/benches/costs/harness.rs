//! Measures ways to the same thing against their limit, and says how many times longer each takes.
//!
//! A harness of our own: divan and criterion measure one function after the other and print times, while what counts
//! here is a ratio, and on a machine that does other things too a ratio is only steady if both are measured in turns.

use std::hint::black_box;
use std::io::stdin;
use std::time::{Duration, Instant};

/// How often every way is measured at least; the median counts.
const ROUNDS: usize = 11;

/// How often at most, and for how long beyond the least number of rounds.
const MOST_ROUNDS: usize = 101;
const PATIENCE: Duration = Duration::from_secs(2);

/// How long one measurement should take: the clock is no part of it, and most are over before the system lets another
/// program run.
const LONG_ENOUGH: Duration = Duration::from_millis(1);

/// Something that can be done, and what it is called.
struct Way<'a> {
    name: &'static str,
    run: Box<dyn FnMut() + 'a>,
}

/// What one step costs at one size: the limit first, then the reference, then what else there is.
pub struct Case<'a> {
    step: u8,
    what: &'static str,
    size: String,
    ways: Vec<Way<'a>>,
}

/// What was measured of a case.
pub struct Measured {
    pub step: u8,
    pub what: &'static str,
    pub size: String,
    /// The name of each way, the limit first, with its median time in seconds and the median of its ratios to the limit.
    pub ways: Vec<(&'static str, f64, f64)>,
}

impl<'a> Case<'a> {
    /// A case without a way, as yet.
    pub fn new(step: u8, what: &'static str, size: impl Into<String>) -> Self {
        let (size, ways) = (size.into(), Vec::new());
        Self {
            step,
            what,
            size,
            ways,
        }
    }

    /// With one more way. What it makes is dropped while the clock runs, as it is wherever it is used.
    pub fn way<R>(mut self, name: &'static str, mut run: impl FnMut() -> R + 'a) -> Self {
        let run = Box::new(move || drop(black_box(run())));
        self.ways.push(Way { name, run });
        self
    }

    /// Whether its name begins so: `02`, `02 causal_mask`, `02 causal_mask f32`.
    pub fn is_named(&self, name: &str) -> bool {
        format!("{:02} {} {}", self.step, self.what, self.size).starts_with(name)
    }

    /// Goes every way once, to see that it can be gone.
    pub fn try_out(mut self) {
        self.ways.iter_mut().for_each(|way| (way.run)());
    }

    /// Says its name, and then for every line that comes in how long one call of the limit takes and one of the reference,
    /// so that another program can take its turns between them; `next` ends that.
    pub fn take_turns(mut self) {
        println!("{:02}\t{}\t{}", self.step, self.what, self.size);
        self.ways.truncate(2);
        let mut often = Vec::new();
        for line in stdin().lines().map_while(Result::ok) {
            if line == "next" {
                return;
            }
            if often.is_empty() {
                often = self.ways.iter_mut().map(calls).collect();
            }
            let ways = self.ways.iter_mut().zip(&often);
            let times: Vec<f64> = ways.map(|(way, often)| time(way, *often)).collect();
            println!("{}\t{}", times[0], times[1]);
        }
    }

    /// Measures all ways in turns.
    pub fn measure(mut self) -> Measured {
        let often: Vec<u32> = self.ways.iter_mut().map(calls).collect();
        let mut times = vec![Vec::new(); self.ways.len()];
        let start = Instant::now();
        for round in 0..MOST_ROUNDS {
            if round >= ROUNDS && start.elapsed() > PATIENCE {
                break;
            }
            for turn in 0..self.ways.len() {
                // Each begins once in a while, so that none always finds what another one left in the caches.
                let number = (turn + round) % self.ways.len();
                times[number].push(time(&mut self.ways[number], often[number]));
            }
        }
        let names = self.ways.iter().map(|way| way.name);
        let ways = names
            .zip(&times)
            .map(|(name, of)| {
                let ratios = of.iter().zip(&times[0]).map(|(time, limit)| time / limit);
                (name, median(of.clone()), median(ratios.collect()))
            })
            .collect();
        let Self {
            step, what, size, ..
        } = self;
        Measured {
            step,
            what,
            size,
            ways,
        }
    }
}

/// How many calls are long enough to be measured.
fn calls(way: &mut Way<'_>) -> u32 {
    (way.run)();
    let mut calls = 1;
    while time(way, calls) * f64::from(calls) < LONG_ENOUGH.as_secs_f64() {
        calls *= 2;
    }
    calls
}

/// The seconds of one call of so many.
fn time(way: &mut Way<'_>, calls: u32) -> f64 {
    let start = Instant::now();
    for _ in 0..calls {
        (way.run)();
    }
    start.elapsed().as_secs_f64() / f64::from(calls)
}

/// The one in the middle.
fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers[numbers.len() / 2]
}

impl Measured {
    /// A line for people.
    pub fn line(&self) -> String {
        let Self {
            step,
            what,
            size,
            ways,
        } = self;
        let (limit, time, _) = ways[0];
        let rest = ways[1..]
            .iter()
            .map(|(name, _, ratio)| format!("{name} {ratio:.2}"));
        let rest = rest.collect::<Vec<_>>().join(", ");
        format!(
            "{step:02} {what:<18} {size:<16} {limit} {:.1} µs; {rest}",
            time * 1e6
        )
    }

    /// Lines of tab-separated values, one for each way: step, what, size, way, median in seconds, ratio.
    pub fn rows(&self) -> String {
        let Self {
            step,
            what,
            size,
            ways,
        } = self;
        let row = |(name, time, ratio): &(&str, f64, f64)| {
            format!("{step:02}\t{what}\t{size}\t{name}\t{time:.3e}\t{ratio:.2}\n")
        };
        ways.iter().map(row).collect()
    }
}
