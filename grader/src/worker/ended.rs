//! What it means how a worker ended.

use std::io;

use super::Limits;
use crate::error::{Error, Result};
use crate::platform::End;
use crate::protocol::Panic;
use crate::steps::Answer;

/// What it means that a worker ended before it had answered.
pub(super) fn ended(end: End, printed: &str, limits: &Limits) -> Result<Answer> {
    let crashed = |text: String| Ok(Answer::Crashed(text));
    match end {
        End::NotStarted(code) => Err(Error::Worker(io::Error::from_raw_os_error(code))),
        End::Signalled(6) if ran_out_of_memory(printed) => Ok(Answer::OutOfLimits(format!(
            "it needed more than {} MiB of memory",
            limits.memory >> 20
        ))),
        End::Signalled(6) if overflowed_its_stack(printed) => crashed(
            "it overflowed its stack, as a function does that calls itself without end".to_owned(),
        ),
        End::Signalled(6) => crashed("it aborted".to_owned()),
        End::Signalled(11) => {
            crashed("it used memory that is not its own (segmentation fault)".to_owned())
        }
        End::Signalled(signal) => crashed(format!("it was ended by signal {signal}")),
        End::Exited(code) => crashed(format!(
            "it ended the whole process with exit status {code}"
        )),
        End::Stopped => crashed("it closed the grader's own channel".to_owned()),
        End::Lost => crashed("it ended the process that watches over it".to_owned()),
    }
}

/// Whether the standard library panics because it gets no more threads.
pub(super) fn spawned_too_many(panic: &Panic) -> bool {
    panic.in_library && panic.message.starts_with("failed to spawn thread")
}

/// Whether the last that was printed is what the standard library says before it aborts for want of memory.
fn ran_out_of_memory(printed: &str) -> bool {
    last_lines(printed).any(|line| {
        let bytes = line.strip_prefix("memory allocation of ");
        let bytes = bytes.and_then(|rest| rest.strip_suffix(" bytes failed"));
        bytes.is_some_and(|bytes| bytes.bytes().all(|digit| digit.is_ascii_digit()))
    })
}

/// Whether the last that was printed is what the standard library says of a stack that has no end.
fn overflowed_its_stack(printed: &str) -> bool {
    last_lines(printed).any(|line| line.starts_with("fatal runtime error: stack overflow"))
}

/// The last two lines: behind what it says, the standard library may tell how to learn more.
fn last_lines(printed: &str) -> impl Iterator<Item = &str> {
    printed.trim_end().lines().rev().take(2)
}
