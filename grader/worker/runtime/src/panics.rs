//! Tells what a panic said and which line of the learner's it came from.

use std::any::Any;
use std::backtrace::Backtrace;
use std::cell::RefCell;
use std::panic::PanicHookInfo;
use std::sync::{Arc, Mutex, PoisonError};

use protocol::Panic;

thread_local! {
    static PLACE: RefCell<Place> = const { RefCell::new(Place::UNKNOWN) };
}

/// Where a panic happened.
struct Place {
    /// The learner's line that it came from, where that can be told.
    line: Option<(String, u32)>,
    /// Whether it happened in a library.
    in_library: bool,
}

impl Place {
    const UNKNOWN: Self = Self {
        line: None,
        in_library: false,
    };
}

/// Memory put aside for tracing a panic. Where memory is used up, the standard library hangs while it traces: it holds
/// a lock that its own complaint about the lack of memory waits for.
static RESERVE: Mutex<Vec<u8>> = Mutex::new(Vec::new());
const RESERVED: usize = 96 << 20;

/// Puts the memory aside, if there is as much. It is not touched, so it costs nothing but addresses.
fn reserve(memory: &mut Vec<u8>) -> bool {
    memory.capacity() > 0 || memory.try_reserve_exact(RESERVED).is_ok()
}

/// From now on notes where a panic of this thread happens, and prints nothing.
pub(crate) fn watch(source: &str) {
    PLACE.replace(Place::UNKNOWN);
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
    let place = PLACE.replace(Place::UNKNOWN);
    let (file, line) = place.line.unwrap_or_default();
    Panic {
        message,
        file,
        line,
        in_library: place.in_library,
    }
}

/// The place of the panic, or of the learner's call where it happened in a library.
fn place(info: &PanicHookInfo<'_>, source: &str) -> Place {
    let Some(location) = info.location() else {
        return Place::UNKNOWN;
    };
    let in_library = !location.file().starts_with(source);
    Place {
        line: if in_library {
            called_from(source)
        } else {
            Some((location.file().to_owned(), location.line()))
        },
        in_library,
    }
}

/// The learner's line that called what panics.
fn called_from(source: &str) -> Option<(String, u32)> {
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
