//! Collects what a worker prints, and tells by the worker's marks which call printed what.

use std::io::{BufRead, PipeReader, Read};
use std::net::Shutdown;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::gather;
use crate::platform::Stream;
use crate::protocol::{MARK, MARK_LENGTH, mark};

/// So much is kept of all that is printed, and of what one call prints.
const KEPT: usize = 64 << 10;
/// So much is kept of what all calls print, each having the same share.
const SHARED: usize = 8 << 20;
/// How long the next prints are waited for.
const PAUSE: Duration = Duration::from_millis(1);
/// So much of the end is looked at for what the Rust runtime says before it aborts.
const TAIL: usize = 4 << 10;
/// So much may be printed; a print for every entry of every matrix is far less.
pub(super) const MOST: usize = 64 << 20;

/// What was printed, up to a limit.
#[derive(Clone, Debug, Default)]
pub struct Printed {
    /// The first of it.
    pub text: String,
    /// How many lines it was in all.
    pub lines: usize,
}

impl Printed {
    /// Adds what another worker printed.
    pub(super) fn append(&mut self, other: Self) {
        self.text.push_str(&other.text);
        self.lines += other.lines;
    }
}

/// What a worker prints, while it prints.
#[derive(Debug)]
pub(super) struct Output(Arc<(Mutex<Seen>, Condvar)>);

/// What a worker has printed.
#[derive(Debug)]
pub(super) struct Collected {
    /// All of it.
    pub(super) all: Printed,
    /// What each call printed. Where a call has nothing here, it was not begun, or its mark is lost.
    pub(super) calls: Vec<Option<Printed>>,
    /// The last of it.
    pub(super) tail: String,
    /// Whether it was more than anything honest prints.
    pub(super) flooded: bool,
}

impl Output {
    /// Reads the pipe in a thread of its own. The pipe is always emptied, because a full one would block the learner's
    /// code; past the limit the channel is closed, which ends the wait for a reply.
    ///
    /// `number` is that of the request, and `calls` how many calls it has.
    pub(super) fn collect(
        mut pipe: PipeReader,
        channel: Stream,
        number: u64,
        calls: usize,
    ) -> Self {
        let seen = Seen::new(number, calls);
        let shared = Arc::new((Mutex::new(seen), Condvar::new()));
        let ours = Arc::clone(&shared);
        thread::spawn(move || {
            let mut buffer = vec![0; 1 << 16];
            // What was read and not looked at yet, because it may be the beginning of a mark.
            let mut rest = Vec::new();
            let (seen, changed) = &*ours;
            loop {
                let count = pipe.read(&mut buffer).unwrap_or(0);
                gather(count, PAUSE);
                rest.extend_from_slice(&buffer[..count]);
                let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
                seen.take(&mut rest);
                if seen.all.total > MOST {
                    let _ = channel.shutdown(Shutdown::Both);
                }
                if count == 0 {
                    seen.note(&rest);
                    seen.ended = true;
                    changed.notify_all();
                    return;
                }
            }
        });
        Self(shared)
    }

    /// What was printed, once the pipe is closed or after `patience`.
    pub(super) fn finish(self, patience: Duration) -> Collected {
        let (seen, changed) = &*self.0;
        let seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = changed.wait_timeout_while(seen, patience, |seen| !seen.ended);
        let (seen, _) = waited.unwrap_or_else(PoisonError::into_inner);
        let call = |call: &Option<Part>| call.as_ref().map(Part::printed);
        Collected {
            all: seen.all.printed(),
            calls: seen.calls.iter().map(call).collect(),
            tail: String::from_utf8_lossy(&seen.tail).into_owned(),
            flooded: seen.all.total > MOST,
        }
    }
}

/// What has been read so far.
#[derive(Debug)]
struct Seen {
    number: u64,
    all: Part,
    /// What each call printed, from its mark on.
    calls: Vec<Option<Part>>,
    /// The call that prints now.
    current: Option<usize>,
    /// So much is kept of each call.
    share: usize,
    tail: Vec<u8>,
    ended: bool,
}

impl Seen {
    fn new(number: u64, calls: usize) -> Self {
        Self {
            number,
            all: Part::default(),
            calls: vec![None; calls],
            current: None,
            share: KEPT.min(SHARED / calls.max(1)),
            tail: Vec::new(),
            ended: false,
        }
    }

    /// Takes what was read, up to what may be the beginning of a mark.
    fn take(&mut self, bytes: &mut Vec<u8>) {
        let mut start = 0;
        loop {
            let rest = &bytes[start..];
            let (text, rest) = rest.split_at(find(MARK, rest).unwrap_or(rest.len()));
            self.note(text);
            start += text.len();
            match rest.first_chunk() {
                Some(found) if self.begin(found) => start += MARK_LENGTH,
                Some(_) => {
                    self.note(&rest[..1]);
                    start += 1;
                }
                None => break,
            }
        }
        bytes.drain(..start);
    }

    /// Whether this is the mark of a call; that call prints from now on.
    fn begin(&mut self, found: &[u8; MARK_LENGTH]) -> bool {
        let [.., a, b, c, d] = *found;
        let index = u32::from_le_bytes([a, b, c, d]);
        let call = self.calls.get_mut(index as usize);
        match call {
            Some(call) if *found == mark(self.number, index) => {
                call.get_or_insert_default();
                self.current = Some(index as usize);
                true
            }
            _ => false,
        }
    }

    /// Notes what was printed by the call that prints now.
    fn note(&mut self, text: &[u8]) {
        let mut ends = 0;
        let mut rest = text;
        while let Some(end) = find(b'\n', rest) {
            ends += 1;
            rest = &rest[end + 1..];
        }
        self.all.add(text, ends, KEPT);
        if let Some(Some(call)) = self.current.map(|index| &mut self.calls[index]) {
            call.add(text, ends, self.share);
        }
        let end = &text[text.len().saturating_sub(TAIL)..];
        let spare = (self.tail.len() + end.len()).saturating_sub(TAIL);
        self.tail.drain(..spare);
        self.tail.extend_from_slice(end);
    }
}

/// Where a byte is. The standard library looks for it as fast as memory can be read, also where the grader is built
/// without optimisation, as learners build it.
fn find(byte: u8, mut bytes: &[u8]) -> Option<usize> {
    let all = bytes;
    let passed = bytes.skip_until(byte).ok()?;
    (all[..passed].last() == Some(&byte)).then(|| passed - 1)
}

/// Some of what was printed.
#[derive(Clone, Debug, Default)]
struct Part {
    kept: Vec<u8>,
    total: usize,
    /// How many ends of lines it has.
    ends: usize,
    /// Whether its last line has no end.
    open: bool,
}

impl Part {
    /// Adds a text with so many ends of lines. No more than `most` is kept.
    fn add(&mut self, text: &[u8], ends: usize, most: usize) {
        let room = most.saturating_sub(self.kept.len());
        self.kept.extend_from_slice(&text[..text.len().min(room)]);
        self.total += text.len();
        self.ends += ends;
        self.open = text.last().map_or(self.open, |byte| *byte != b'\n');
    }

    fn printed(&self) -> Printed {
        let mut text = String::from_utf8_lossy(&self.kept).into_owned();
        let more = self.total - self.kept.len();
        if more > 0 {
            text.push_str(&format!("\n... and {more} bytes more\n"));
        }
        Printed {
            text,
            lines: self.ends + usize::from(self.open),
        }
    }
}
