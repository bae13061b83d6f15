//! What is typed while a step is watched.

use std::io::{self, Read};
use std::sync::mpsc::Sender;
use std::thread;

use super::Event;
use crate::platform::Keyboard;

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    Run,
    Hint,
    Next,
    List,
    Diff,
    Quit,
}

/// Each key with its name.
pub(super) const KEYS: [(Key, char, &str); 6] = [
    (Key::Run, 'r', "run"),
    (Key::Hint, 'h', "hint"),
    (Key::Next, 'n', "next step"),
    (Key::List, 'l', "list"),
    (Key::Diff, 'd', "diff"),
    (Key::Quit, 'q', "quit"),
];

/// Sends an event for every key, if there is a keyboard. Where it ends, nothing more is sent and that is all.
pub(super) fn listen(events: Sender<Event>) -> Option<Keyboard> {
    let keyboard = Keyboard::take()?;
    thread::spawn(move || {
        let mut typed = [0; 64];
        while let Ok(count @ 1..) = io::stdin().lock().read(&mut typed) {
            for key in keys(&typed[..count]) {
                if events.send(Event::Key(key)).is_err() {
                    return;
                }
            }
        }
    });
    Some(keyboard)
}

/// The keys in what arrived at once. What begins with escape is one key that sends several characters, such as an
/// arrow, and means nothing here.
fn keys(typed: &[u8]) -> Vec<Key> {
    const INTERRUPT: u8 = 3;
    const END: u8 = 4;
    const ESCAPE: u8 = 27;
    let key = |&byte: &u8| match byte {
        INTERRUPT | END => Some(Key::Quit),
        _ => KEYS
            .iter()
            .find(|(_, letter, _)| byte.eq_ignore_ascii_case(&(*letter as u8)))
            .map(|(key, ..)| *key),
    };
    if typed.first() == Some(&ESCAPE) {
        return Vec::new();
    }
    typed.iter().filter_map(key).collect()
}

#[cfg(test)]
mod tests {
    use super::{Key, keys};

    #[test]
    fn letters_are_keys_whether_small_or_not_and_so_is_the_interrupt() {
        assert_eq!(keys(b"h"), [Key::Hint]);
        assert_eq!(keys(b"RxQ"), [Key::Run, Key::Quit]);
        assert_eq!(keys(b"n\n"), [Key::Next]);
        assert_eq!(keys(&[3]), [Key::Quit]);
    }

    #[test]
    fn an_arrow_is_none_of_the_letters_that_it_sends() {
        assert_eq!(keys(b"\x1b[D"), []);
        assert_eq!(keys(b"\x1bOH"), []);
    }
}
