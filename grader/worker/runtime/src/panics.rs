//! Tells what a panic said and which line of the learner's it came from.

use std::any::Any;
use std::backtrace::Backtrace;
use std::cell::RefCell;
use std::panic::PanicHookInfo;
use std::sync::Arc;

use crate::protocol::Panic;

thread_local! {
    static PLACE: RefCell<Option<(String, u32)>> = const { RefCell::new(None) };
}

/// From now on notes where a panic of this thread happens, and prints nothing.
pub(crate) fn watch(source: &str) {
    PLACE.take();
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
