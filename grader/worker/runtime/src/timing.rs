//! Measures how long calls take, without what it takes to hand over arguments and answers.

use std::cell::Cell;
use std::hint::black_box;
use std::time::{Duration, Instant};

use protocol::{Array, Layout, Reply, Value};

/// A call whose function begins so is measured and not answered.
pub(crate) const TIMED: &str = "timed ";
/// The function that writes as many numbers as it is told: nothing that makes an answer of that size is faster.
const FILL: &str = "fill";
/// How often a call is measured, and for how long at least.
const ROUNDS: usize = 7;
const LEAST: Duration = Duration::from_millis(4);

thread_local! {
    static IS_ON: Cell<bool> = const { Cell::new(false) };
}

/// Whether calls are measured now.
pub(crate) fn is_on() -> bool {
    IS_ON.get()
}

/// What comes of a call that is to be measured.
pub(crate) fn measured(
    call: &protocol::Call,
    answer: fn(&protocol::Call) -> Option<Reply>,
) -> Option<Reply> {
    if let (FILL, [Value::Size(count)]) = (call.function.as_str(), call.arguments.as_slice()) {
        let count = usize::try_from(*count).ok()?;
        return Some(seconds(&|| {
            drop(black_box(vec![black_box(1.0_f32); count]))
        }));
    }
    IS_ON.set(true);
    let reply = answer(call);
    IS_ON.set(false);
    reply
}

/// How many seconds a call takes, once for every round. What it takes to reach a call by its address is in them: a few
/// nanoseconds.
pub(crate) fn seconds(call: &dyn Fn()) -> Reply {
    let started = Instant::now();
    call();
    let once = started.elapsed().max(Duration::from_nanos(1));
    let times = (LEAST.as_nanos() / once.as_nanos()).clamp(1, 100_000) as u32;
    let round = |_| {
        let started = Instant::now();
        (0..times).for_each(|_| call());
        started.elapsed().as_secs_f64() / f64::from(times)
    };
    let entries: Vec<f64> = (0..ROUNDS).map(round).collect();
    Reply::Returned(Value::Array(Array {
        shape: vec![entries.len() as u64],
        layout: Layout::Rows,
        entries,
    }))
}
