//! Tells what a panic said and which line of the learner's it came from.

use std::any::Any;
use std::backtrace::Backtrace;
use std::cell::RefCell;
use std::panic::PanicHookInfo;
use std::sync::{Arc, Mutex, PoisonError};

use protocol::Panic;

thread_local! {
    static PLACE: RefCell<Option<(String, u32)>> = const { RefCell::new(None) };
}

/// Memory put aside for tracing a panic. Where memory is used up, the standard library hangs while it traces: it holds
/// a lock that its own complaint about the lack of memory waits for.
static RESERVE: Mutex<Vec<u8>> = Mutex::new(Vec::new());
const RESERVED: usize = 48 << 20;

/// Puts the memory aside, if there is as much. It is not touched, so it costs nothing but addresses.
fn reserve(memory: &mut Vec<u8>) -> bool {
    memory.capacity() > 0 || memory.try_reserve_exact(RESERVED).is_ok()
}

/// From now on notes where a panic of this thread happens, and prints nothing.
pub(crate) fn watch(source: &str) {
    PLACE.take();
    reserve(&mut RESERVE.lock().unwrap_or_else(PoisonError::into_inner));
    let source: Arc<str> = source.into();
    std::panic::set_hook(Box::new(move |info| {
        let place = place(info, &source);
        PLACE.with(|cell| {
            // A hook that is entered while it runs must not panic.
            if let Ok(mut cell) = cell.try_borrow_mut() {
                *cell = place;
            }
        });
    }));
}

/// The panic with this payload.
pub(crate) fn describe(payload: Box<dyn Any + Send>) -> Panic {
    let text = payload.downcast_ref::<String>().map(String::as_str);
    let message = text
        .or_else(|| payload.downcast_ref::<&str>().copied())
        .unwrap_or_default()
        .to_owned();
    // A payload of the learner's own type may panic, or never end, when it is dropped.
    std::mem::forget(payload);
    let (file, line) = PLACE.take().unwrap_or_default();
    Panic {
        message,
        file,
        line,
    }
}

/// The place of the panic, or of the learner's call where it happened in a library.
fn place(info: &PanicHookInfo<'_>, source: &str) -> Option<(String, u32)> {
    let location = info.location()?;
    if location.file().starts_with(source) {
        return Some((location.file().to_owned(), location.line()));
    }
    let mut memory = RESERVE.lock().unwrap_or_else(PoisonError::into_inner);
    if !reserve(&mut memory) {
        return None;
    }
    *memory = Vec::new();
    let trace = Backtrace::force_capture().to_string();
    trace.lines().find_map(|line| {
        let place = line
            .trim()
            .strip_prefix("at ")
            .filter(|place| place.starts_with(source))?;
        let mut parts = place.rsplitn(3, ':');
        let (_column, line, file) = (parts.next()?, parts.next()?, parts.next()?);
        Some((file.to_owned(), line.parse().ok()?))
    })
}
