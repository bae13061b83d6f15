//! A line that says how far a long work is: on a terminal always the newest, elsewhere now and then.

use std::io::{self, Write};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::progress::beside;
use crate::session;

/// How often the line is written, on a terminal and elsewhere.
const ON_TERMINAL: Duration = Duration::from_millis(200);
const ELSEWHERE: Duration = Duration::from_secs(60);

/// How far a work of many equal parts is.
#[derive(Debug)]
pub struct Meter {
    all: usize,
    started: Instant,
    is_terminal: bool,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    done: usize,
    /// Those among them that took their time.
    slow: usize,
    said: Option<Instant>,
}

impl Meter {
    /// Begins with so many parts.
    pub fn new(all: usize) -> Self {
        Self {
            all,
            started: Instant::now(),
            is_terminal: session::obeys(&io::stderr()),
            state: Mutex::default(),
        }
    }

    /// One more part is done; `slow` where it took the time that others will take, too.
    pub fn one_more(&self, slow: bool) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.done += 1;
        state.slow += usize::from(slow);
        let every = if self.is_terminal {
            ON_TERMINAL
        } else {
            ELSEWHERE
        };
        let since = state.said.unwrap_or(self.started).elapsed();
        if since < every {
            return;
        }
        state.said = Some(Instant::now());
        let line = line(state.done, state.slow, self.all, self.started.elapsed());
        let is_terminal = self.is_terminal;
        drop(state);
        beside(|shown| {
            let mut stderr = io::stderr().lock();
            if is_terminal {
                *shown = line.chars().count();
                let _ = write!(stderr, "{line}");
            } else {
                let _ = writeln!(stderr, "{line}");
            }
        });
    }
}

impl Drop for Meter {
    fn drop(&mut self) {
        beside(|_| ());
    }
}

/// How far it is, how fast, and how long it will take.
fn line(done: usize, slow: usize, all: usize, time: Duration) -> String {
    let mut line = format!("{done} of {all}");
    let rate = slow as f64 / time.as_secs_f64().max(0.001);
    if slow > 0 {
        let left = (all - done) as f64 / rate;
        line.push_str(&format!(", {rate:.1} a second, {} left", duration(left)));
    }
    line
}

/// Some seconds, as people say it.
fn duration(seconds: f64) -> String {
    match seconds.ceil() as u64 {
        seconds @ ..100 => format!("{seconds} s"),
        seconds @ ..6000 => format!("{} min", seconds.div_ceil(60)),
        seconds => format!("{} h", seconds.div_ceil(3600)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_tells_nothing_of_the_time_that_is_left() {
        let time = Duration::from_secs(10);
        assert_eq!(line(5, 0, 100, time), "5 of 100");
        assert_eq!(
            line(60, 20, 100, time),
            "60 of 100, 2.0 a second, 20 s left"
        );
        assert_eq!(line(1, 1, 400, time), "1 of 400, 0.1 a second, 67 min left");
    }
}
