//! The keyboard of a terminal, key by key.

use std::io;

use rustix::process::getpgrp;
use rustix::termios::{
    LocalModes, OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcgetpgrp, tcsetattr,
};

/// A keyboard whose keys arrive at once and are not shown. Dropping it gives the terminal back as it was.
#[derive(Debug)]
pub struct Keyboard(Termios);

impl Keyboard {
    /// Whether keys arrive without Enter.
    pub const AT_ONCE: bool = true;

    /// Takes the keyboard. `None` where standard input has none, or where it belongs to another program now: the
    /// terminal stops those who read from it in the background.
    ///
    /// The key that interrupts is a key like the others meanwhile, as nothing would give the terminal back after a
    /// signal.
    pub fn take() -> Option<Self> {
        let stdin = io::stdin();
        let before = tcgetattr(&stdin).ok()?;
        if tcgetpgrp(&stdin).is_ok_and(|group| group != getpgrp()) {
            return None;
        }
        let mut modes = before.clone();
        modes.local_modes -= LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG;
        modes.special_codes[SpecialCodeIndex::VMIN] = 1;
        modes.special_codes[SpecialCodeIndex::VTIME] = 0;
        tcsetattr(&stdin, OptionalActions::Now, &modes).ok()?;
        Some(Self(before))
    }
}

impl Drop for Keyboard {
    fn drop(&mut self) {
        let _ = tcsetattr(io::stdin(), OptionalActions::Now, &self.0);
    }
}
