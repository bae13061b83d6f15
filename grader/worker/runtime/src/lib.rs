//! The part of a worker that is the same for every step and every implementation.
//!
//! Takes the grader's request from standard input, makes the calls one after the other, and sends every reply as soon
//! as it is there. Prints nothing but a mark before every call, and never decides what is right.

mod answers;
mod arguments;
mod channel;
mod element;
mod panics;
mod timing;

pub use answers::{Answer, Shown, Valued, call, reply};
pub use arguments::{Argument, Arguments, Input, Scalar};
pub use element::Element;
pub use half;
pub use protocol::{Call, Dtype, Reply, Value};

use std::cell::Cell;
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

use protocol::Request;

/// Answers the request on standard input, then ends the process.
///
/// The whole request is read before the first call: from then on standard input is at its end, so a learner's code
/// that reads it gets nothing and waits for nothing.
pub fn serve(answer: fn(&Call) -> Option<Reply>) {
    let Some((request, channel)) = channel::open() else {
        return;
    };
    channel::keep(channel);
    let Request {
        number,
        source,
        marked,
        calls,
    } = request;
    for (index, call) in (0..).zip(&calls) {
        if marked {
            mark(&protocol::mark(number, index));
        }
        CALL.set((number, index));
        // Installed anew for every call, because a learner's code may install a hook of its own.
        panics::watch(&source);
        let asked = || match call.function.strip_prefix(timing::TIMED) {
            Some(function) => {
                let function = function.to_owned();
                let arguments = call.arguments.clone();
                let dtype = call.dtype;
                let call = Call {
                    function,
                    dtype,
                    arguments,
                };
                timing::measured(&call, answer)
            }
            None => answer(call),
        };
        let reply = match catch_unwind(AssertUnwindSafe(asked)) {
            Ok(reply) => reply.unwrap_or(Reply::Unknown),
            Err(payload) => Reply::Panicked(panics::describe(payload)),
        };
        if !channel::send(&reply.frame(number, index)) {
            return;
        }
    }
}

/// Says what the call that is being made has so far.
pub fn part(value: Value) {
    // Where nobody listens any more, the next reply ends the process.
    let (number, index) = CALL.get();
    channel::send(&Reply::Part(value).frame(number, index));
}

thread_local! {
    /// The number of the request, and the index of the call that is being made.
    static CALL: Cell<(u64, u32)> = const { Cell::new((0, 0)) };
}

/// Prints a mark. It goes the way that the learner's prints go, so that it stands behind what the calls before it have
/// printed, also where that is no whole line; where standard output is closed, there is nothing to mark.
fn mark(mark: &[u8]) {
    let mut stdout = io::stdout();
    let _ = stdout.write_all(mark).and_then(|()| stdout.flush());
}
