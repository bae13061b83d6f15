//! Turns what the learner's functions return into values.

use std::fmt::Display;

use ndarray::{Array0, ArrayBase, ArrayView, Data, Dimension};
use protocol::{Array, Call, Layout, MAX_ENTRIES, Reply, Value};

use crate::arguments::{Arguments, all_at};
use crate::{Element, Scalar, timing};

/// Has a call answered by `answer`; `None` where its arguments are not the function's. An answer that has written into
/// an argument is none, whatever it is.
pub fn call<A: Arguments>(call: &Call, answer: impl Fn(&A) -> Reply) -> Option<Reply> {
    answered(call, &answer)
}

/// Compiled once for the arguments that several functions take, and not with every function.
fn answered<A: Arguments>(call: &Call, answer: &dyn Fn(&A) -> Reply) -> Option<Reply> {
    let arguments = A::take(&call.arguments)?;
    if timing::is_on() {
        return Some(timing::seconds(&|| drop(answer(&arguments))));
    }
    let reply = answer(&arguments);
    Some(match arguments.changed(&call.arguments) {
        Some(argument) => Reply::Changed(argument),
        None => reply,
    })
}

/// The reply for what a function returned. Naming the type holds the function to the contract: it is called, not
/// assigned to a function pointer, so a signature that is more general than the one asked for is fine.
pub fn reply<A: Answer>(answer: A) -> Reply {
    if timing::is_on() {
        drop(std::hint::black_box(answer));
        return Reply::Unknown;
    }
    answer.reply()
}

/// What a function returns.
pub trait Answer {
    /// As a reply.
    fn reply(self) -> Reply;
}

impl<V: Valued> Answer for V {
    fn reply(self) -> Reply {
        Reply::Returned(self.value())
    }
}

impl<V: Valued, E: Display> Answer for Result<V, E> {
    fn reply(self) -> Reply {
        match self {
            Ok(returned) => Reply::Returned(returned.value()),
            Err(error) => Reply::Failed(error.to_string()),
        }
    }
}

/// What can be sent.
pub trait Valued {
    /// As a value.
    fn value(self) -> Value;
}

impl Valued for usize {
    fn value(self) -> Value {
        Value::Size(self as u64)
    }
}

impl<V: Valued> Valued for Option<V> {
    fn value(self) -> Value {
        Value::Maybe(self.map(|value| Box::new(value.value())))
    }
}

impl Valued for Vec<usize> {
    fn value(self) -> Value {
        Value::Ids(self.into_iter().map(|id| id as u64).collect())
    }
}

impl Valued for Value {
    fn value(self) -> Value {
        self
    }
}

impl<T: Element> Valued for Scalar<T> {
    fn value(self) -> Value {
        T::sent(ndarray::arr0(self.0).view().into_dyn())
    }
}

impl<T: Element, S: Data<Elem = T>, D: Dimension> Valued for ArrayBase<S, D> {
    fn value(self) -> Value {
        T::sent(self.view().into_dyn())
    }
}

/// A view that should show the one entry of an array, and nothing that was copied.
pub struct Shown<'a, T, D>(pub &'a Array0<T>, pub ArrayView<'a, T, D>);

impl<T: Element, D: Dimension> Valued for Shown<'_, T, D> {
    fn value(self) -> Value {
        let Self(tensor, view) = self;
        let sent = view.len() <= MAX_ENTRIES;
        let shared = !sent || all_at(&view, tensor.as_ptr());
        match T::sent(view.into_dyn()) {
            Value::Array(array) => Value::View(array, shared),
            other => other,
        }
    }
}

/// Several answers in one.
impl<A: Valued, B: Valued> Valued for (A, B) {
    fn value(self) -> Value {
        Value::Record(vec![self.0.value(), self.1.value()])
    }
}

/// The entries of an array row by row whatever their order in memory, unless there are more than any right answer has.
pub(crate) fn sent<T: Copy>(array: &ndarray::ArrayViewD<'_, T>, to: impl Fn(T) -> f64) -> Value {
    let entries = if array.len() <= MAX_ENTRIES {
        array.iter().map(|&entry| to(entry)).collect()
    } else {
        Vec::new()
    };
    let shape = array.shape().iter().map(|&length| length as u64).collect();
    Value::Array(Array {
        shape,
        layout: Layout::Rows,
        entries,
    })
}
