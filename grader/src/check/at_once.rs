//! Does work for several things at once.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::platform;

/// Does the work for all of them, as many at a time as there are processors: each may take all the memory that is allowed.
pub(super) fn at_once<I: Copy + Sync, T: Send>(
    items: &[I],
    work: impl Fn(I) -> T + Sync,
) -> Vec<T> {
    in_turn(items, |next| next().map(&work).into_iter().collect())
}

/// The same where the work takes as many items at a time as it likes.
pub(super) fn in_turn<I: Copy + Sync, T: Send>(
    items: &[I],
    work: impl Fn(&mut dyn FnMut() -> Option<I>) -> Vec<T> + Sync,
) -> Vec<T> {
    let taken = AtomicUsize::new(0);
    let done = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..platform::processors().min(items.len()) {
            scope.spawn(|| {
                let mut next = || items.get(taken.fetch_add(1, Ordering::Relaxed)).copied();
                loop {
                    let results = work(&mut next);
                    if results.is_empty() {
                        break;
                    }
                    let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
                    done.extend(results);
                }
            });
        }
    });
    done.into_inner().unwrap_or_else(PoisonError::into_inner)
}
