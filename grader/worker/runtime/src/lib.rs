//! The part of a worker that is the same for every step and every implementation.
//!
//! Takes the grader's request from standard input, makes the calls one after the other, and sends every reply as soon
//! as it is there. Never prints, and never decides what is right.

mod answers;
mod arguments;
mod channel;
mod element;
mod panics;

pub use answers::{Answer, Shown, Valued, call, reply};
pub use arguments::{Argument, Arguments, Input, Scalar};
pub use element::Element;
pub use half;
pub use protocol::{Call, Dtype, Reply, Value};

use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};

use protocol::Request;

/// Answers the request on standard input, then ends the process.
///
/// The whole request is read before the first call: from then on standard input is at its end, so a learner's code
/// that reads it gets nothing and waits for nothing.
pub fn serve(answer: impl Fn(&Call) -> Option<Reply>) {
    let Some((request, mut channel)) = channel::open() else {
        return;
    };
    let Request {
        number,
        source,
        calls,
    } = request;
    for (index, call) in (0..).zip(&calls) {
        // Installed anew for every call, because a learner's code may install a hook of its own.
        panics::watch(&source);
        let reply = match catch_unwind(AssertUnwindSafe(|| answer(call))) {
            Ok(reply) => reply.unwrap_or(Reply::Unknown),
            Err(payload) => Reply::Panicked(panics::describe(payload)),
        };
        let sent = channel.write_all(&reply.frame(number, index));
        if sent.is_err() {
            return;
        }
    }
}
