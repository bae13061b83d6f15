//! Collects what a worker prints.

use std::io::{PipeReader, Read};
use std::net::Shutdown;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::platform::Stream;

/// So much is kept.
const KEPT: usize = 64 << 10;
/// So much of the end is looked at for what the Rust runtime says before it aborts.
const TAIL: usize = 4 << 10;
/// So much may be printed; a print for every entry of every matrix is far less.
pub(super) const MOST: usize = 64 << 20;

/// What a worker prints, while it prints.
#[derive(Debug)]
pub(super) struct Output(Arc<(Mutex<Seen>, Condvar)>);

#[derive(Debug, Default)]
struct Seen {
    kept: Vec<u8>,
    tail: Vec<u8>,
    total: usize,
    ended: bool,
}

/// What a worker has printed.
#[derive(Debug)]
pub(super) struct Printed {
    /// The first of it.
    pub(super) text: String,
    /// The last of it.
    pub(super) tail: String,
    /// Whether it was more than anything honest prints.
    pub(super) flooded: bool,
}

impl Output {
    /// Reads the pipe in a thread of its own. The pipe is always emptied, because a full one would block the learner's
    /// code; past the limit the channel is closed, which ends the wait for a reply.
    pub(super) fn collect(mut pipe: PipeReader, channel: Stream) -> Self {
        let shared = Arc::new((Mutex::new(Seen::default()), Condvar::new()));
        let ours = Arc::clone(&shared);
        thread::spawn(move || {
            let mut buffer = vec![0; 1 << 16];
            let (seen, changed) = &*ours;
            loop {
                let count = pipe.read(&mut buffer).unwrap_or(0);
                let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
                let room = KEPT - seen.kept.len();
                seen.kept.extend_from_slice(&buffer[..count.min(room)]);
                let rest = &buffer[count.saturating_sub(TAIL)..count];
                let spare = (seen.tail.len() + rest.len()).saturating_sub(TAIL);
                seen.tail.drain(..spare);
                seen.tail.extend_from_slice(rest);
                seen.total += count;
                seen.ended = count == 0;
                if seen.total > MOST {
                    let _ = channel.shutdown(Shutdown::Both);
                }
                if seen.ended {
                    changed.notify_all();
                    return;
                }
            }
        });
        Self(shared)
    }

    /// What was printed, once the pipe is closed or after `patience`.
    pub(super) fn finish(self, patience: Duration) -> Printed {
        let (seen, changed) = &*self.0;
        let seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = changed.wait_timeout_while(seen, patience, |seen| !seen.ended);
        let (seen, _) = waited.unwrap_or_else(PoisonError::into_inner);
        let mut text = String::from_utf8_lossy(&seen.kept).into_owned();
        if seen.total > seen.kept.len() {
            text.push_str(&format!(
                "\n... and {} bytes more\n",
                seen.total - seen.kept.len()
            ));
        }
        Printed {
            text,
            tail: String::from_utf8_lossy(&seen.tail).into_owned(),
            flooded: seen.total > MOST,
        }
    }
}
