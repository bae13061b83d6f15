//! What is typed while a step is watched.

use std::io::{self, Read};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::Event;
use crate::platform::{self, Keyboard};

/// A key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    Letter(char),
    Up,
    Down,
    Enter,
    Escape,
    Suspend,
    Quit,
}

/// What a letter asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Action {
    Run,
    Hint,
    Next,
    List,
    Diff,
    Edit,
    Book,
    Reset,
    Quit,
}

/// Each of them with its letter and its name.
pub(super) const ACTIONS: [(Action, char, &str); 9] = [
    (Action::Run, 'r', "run"),
    (Action::Hint, 'h', "hint"),
    (Action::Next, 'n', "next step"),
    (Action::List, 'l', "list"),
    (Action::Diff, 'd', "diff"),
    (Action::Edit, 'e', "edit"),
    (Action::Book, 'b', "book"),
    (Action::Reset, 'x', "reset"),
    (Action::Quit, 'q', "quit"),
];

/// The key of that name sends it, and others begin with it.
const ESCAPE: u8 = 27;

/// So long is waited for a key before the keyboard can be had by somebody else.
const TURN: Duration = Duration::from_millis(50);

/// The keyboard, and who reads from it.
#[derive(Debug)]
pub(super) struct Typing {
    keyboard: Keyboard,
    /// Held by who reads.
    turn: Arc<Mutex<()>>,
}

impl Typing {
    /// Sends an event for every key, if there is a keyboard. Where it ends, nothing more is sent and that is all.
    pub fn listen(events: Sender<Event>) -> Option<Self> {
        let keyboard = Keyboard::take()?;
        let turn = Arc::new(Mutex::new(()));
        let ours = Arc::clone(&turn);
        thread::spawn(move || {
            let mut typed = [0; 64];
            loop {
                let held = ours.lock().unwrap_or_else(PoisonError::into_inner);
                if platform::is_typed(TURN) {
                    let Ok(mut count @ 1..) = io::stdin().lock().read(&mut typed) else {
                        return;
                    };
                    // A slow line brings such a key in pieces.
                    while is_begun(&typed[..count])
                        && count < typed.len()
                        && platform::is_typed(TURN)
                    {
                        let Ok(more @ 1..) = io::stdin().lock().read(&mut typed[count..]) else {
                            return;
                        };
                        count += more;
                    }
                    for key in keys(&typed[..count]) {
                        if events.send(Event::Key(key)).is_err() {
                            return;
                        }
                    }
                }
                drop(held);
                // Who waits for the keyboard gets it now.
                thread::sleep(Duration::from_millis(2));
            }
        });
        Some(Self { keyboard, turn })
    }

    /// Gives the terminal and its keyboard to `other` for a while.
    pub fn lend<T>(&self, other: impl FnOnce() -> T) -> T {
        let _held = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        self.keyboard.lend(other)
    }
}

/// Whether this ends in the middle of a key that sends several characters, or with escape, with which they begin.
fn is_begun(typed: &[u8]) -> bool {
    let Some(at) = typed.iter().rposition(|byte| *byte == ESCAPE) else {
        return false;
    };
    match &typed[at + 1..] {
        [] => true,
        [b'[' | b'O', sequence @ ..] => sequence.iter().all(|byte| *byte < b'@'),
        _ => false,
    }
}

/// The keys in what arrived at once. Some keys send several characters, of which the first is escape; alone it is the key
/// of that name.
fn keys(typed: &[u8]) -> Vec<Key> {
    const INTERRUPT: u8 = 3;
    const END: u8 = 4;
    const SUSPEND: u8 = 26;
    let mut keys = Vec::new();
    let mut rest = typed;
    while let [first, after @ ..] = rest {
        rest = after;
        keys.extend(match *first {
            INTERRUPT | END => Some(Key::Quit),
            SUSPEND => Some(Key::Suspend),
            b'\r' | b'\n' => Some(Key::Enter),
            ESCAPE => match after {
                [b'[' | b'O', sequence @ ..] => {
                    // Numbers and signs, and then the one that ends it.
                    let length = sequence.iter().take_while(|byte| **byte < b'@').count() + 1;
                    rest = sequence.get(length..).unwrap_or_default();
                    match sequence.first() {
                        Some(b'A') => Some(Key::Up),
                        Some(b'B') => Some(Key::Down),
                        _ => None,
                    }
                }
                _ => Some(Key::Escape),
            },
            byte if byte.is_ascii_graphic() => Some(Key::Letter(byte.to_ascii_lowercase().into())),
            _ => None,
        });
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::{Key, is_begun, keys};

    #[test]
    fn letters_are_keys_whether_small_or_not_and_so_is_the_interrupt() {
        assert_eq!(keys(b"h"), [Key::Letter('h')]);
        assert_eq!(keys(b"Rx"), [Key::Letter('r'), Key::Letter('x')]);
        assert_eq!(keys(b"n\n"), [Key::Letter('n'), Key::Enter]);
        assert_eq!(keys(&[3]), [Key::Quit]);
        assert_eq!(keys(&[26]), [Key::Suspend]);
    }

    #[test]
    fn an_arrow_is_none_of_the_letters_that_it_sends() {
        assert_eq!(keys(b"\x1b[D"), []);
        assert_eq!(keys(b"\x1b[A"), [Key::Up]);
        assert_eq!(keys(b"\x1bOB"), [Key::Down]);
        assert_eq!(keys(b"\x1b"), [Key::Escape]);
        assert_eq!(keys(b"\x1b[1;5A"), []);
        for begun in [&b"j\x1b"[..], b"\x1b[", b"\x1b[1;5"] {
            assert!(is_begun(begun));
        }
        for whole in [&b"j"[..], b"\x1b[A", b"\x1bOBj", b"\x1bj"] {
            assert!(!is_begun(whole));
        }
        let several = [Key::Letter('j'), Key::Down, Key::Letter('k')];
        assert_eq!(keys(b"j\x1b[Bk"), several);
    }
}
