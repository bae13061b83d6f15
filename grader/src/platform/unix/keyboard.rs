//! The keyboard of a terminal, key by key.

use std::io;
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Signal, getpgrp, kill_current_process_group};
use rustix::termios::{
    LocalModes, OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcgetpgrp, tcsetattr,
};
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
use signal_hook::iterator::Signals;

/// A keyboard whose keys arrive at once and are not shown. Dropping it gives the terminal back as it was.
#[derive(Debug)]
pub struct Keyboard {
    before: Termios,
    taken: Termios,
}

impl Keyboard {
    /// Whether keys arrive without Enter.
    pub const AT_ONCE: bool = true;

    /// Takes the keyboard. `None` where standard input has none, or where it belongs to another program now: the
    /// terminal stops those who read from it in the background.
    ///
    /// The keys that interrupt and suspend are keys like the others meanwhile: the terminal must be given back first.
    pub fn take() -> Option<Self> {
        let stdin = io::stdin();
        let before = tcgetattr(&stdin).ok()?;
        if tcgetpgrp(&stdin).is_ok_and(|group| group != getpgrp()) {
            return None;
        }
        let mut taken = before.clone();
        taken.local_modes -= LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG;
        taken.special_codes[SpecialCodeIndex::VMIN] = 1;
        taken.special_codes[SpecialCodeIndex::VTIME] = 0;
        let keyboard = Self { before, taken };
        keyboard.set(&keyboard.taken).then_some(keyboard)
    }

    /// Gives the terminal back while `other` has it, and takes it again.
    pub fn lend<T>(&self, other: impl FnOnce() -> T) -> T {
        self.set(&self.before);
        let done = other();
        self.set(&self.taken);
        done
    }

    fn set(&self, modes: &Termios) -> bool {
        tcsetattr(io::stdin(), OptionalActions::Now, modes).is_ok()
    }
}

impl Drop for Keyboard {
    fn drop(&mut self) {
        self.set(&self.before);
    }
}

/// Whether something is typed within this time.
pub fn is_typed(patience: Duration) -> bool {
    let stdin = io::stdin();
    let mut waiting = [PollFd::new(&stdin, PollFlags::IN)];
    let patience = Timespec::try_from(patience).ok();
    poll(&mut waiting, patience.as_ref()).is_ok_and(|count| count > 0)
}

/// Stops this program and those started with it, as the key that suspends does. Comes back when they are to go on.
pub fn suspend() {
    let _ = kill_current_process_group(Signal::TSTP);
}

/// Calls `told` with the first signal that asks this program to end.
pub fn when_asked_to_end(told: impl FnOnce(i32) + Send + 'static) {
    if let Ok(mut signals) = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM]) {
        thread::spawn(move || {
            if let Some(signal) = signals.forever().next() {
                told(signal);
            }
        });
    }
}

/// Ends this program as the signal would have done.
pub fn end_by(signal: i32) {
    let _ = signal_hook::low_level::emulate_default_handler(signal);
}
