//! The signs that reports are written with, and what stands for them where only ASCII is wanted. What learners wrote
//! or printed never passes through here: it keeps its characters.

use std::sync::atomic::{AtomicBool, Ordering};

static ASCII: AtomicBool = AtomicBool::new(false);

const SIGNS: [(&str, &str); 6] = [
    ("✓", "+"),
    ("✗", "x"),
    ("◦", "o"),
    ("·", "-"),
    ("◄", "<"),
    ("…", "..."),
];

/// Whether only ASCII is wanted; to be said once, before anything is printed.
pub fn use_ascii(only: bool) {
    ASCII.store(only, Ordering::Relaxed);
}

/// The sign, or what stands for it.
pub fn sign(sign: &'static str) -> &'static str {
    if !ASCII.load(Ordering::Relaxed) {
        return sign;
    }
    let known = SIGNS.iter().find(|(known, _)| *known == sign);
    known.map_or("?", |(_, ascii)| ascii)
}
