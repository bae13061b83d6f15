//! A line that says what takes long. It stands on standard error, on a terminal where it can go away again by itself.

use std::io::{self, Write};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::sync::{Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::sign;
use crate::session;

/// How wide the line is that stands there now.
static SHOWN: Mutex<usize> = Mutex::new(0);

/// Something that may take long. From its second second on the line is there, until this is dropped.
#[derive(Debug)]
pub struct Progress {
    ended: Option<Sender<()>>,
    ticker: Option<JoinHandle<()>>,
}

impl Progress {
    /// Begins with it.
    pub fn start(doing: &'static str) -> Self {
        let (ended, end) = mpsc::channel();
        let tick = move || {
            let mut seconds = 0;
            while end.recv_timeout(Duration::from_secs(1)) == Err(RecvTimeoutError::Timeout) {
                seconds += 1;
                let line = format!("{doing}{} {seconds} s", sign("…"));
                beside(|shown| {
                    *shown = line.chars().count();
                    let _ = write!(io::stderr(), "{line}");
                });
            }
        };
        let ticker = session::obeys(&io::stderr()).then(|| thread::spawn(tick));
        Self {
            ended: Some(ended),
            ticker,
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        drop(self.ended.take());
        if let Some(ticker) = self.ticker.take() {
            let _ = ticker.join();
            beside(|_| ());
        }
    }
}

/// Takes the line away and lets `print` print in its place.
pub(super) fn beside<T>(print: impl FnOnce(&mut usize) -> T) -> T {
    let mut shown = SHOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if *shown > 0 {
        let _ = write!(io::stderr(), "\r{}\r", " ".repeat(*shown));
        *shown = 0;
    }
    print(&mut shown)
}
