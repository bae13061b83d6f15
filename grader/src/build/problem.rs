//! What keeps an implementation, or a function of it, from being built.

/// A function that the worker cannot call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Its name.
    pub function: String,
    /// Why.
    pub problem: Problem,
}

/// Why a function cannot be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// There is none of that name.
    Missing,
    /// It is not public.
    Private,
    /// It takes or returns something else.
    Signature,
}

/// Why an implementation does not compile.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Failure {
    /// What rustc said, in its order.
    pub errors: Vec<CompileError>,
    /// How many more errors there are than these.
    pub more: usize,
    /// A sentence of ours about the first of them, or about what there is in place of errors.
    pub advice: Option<String>,
}

/// An error of the compiler's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompileError {
    /// What it says in one line.
    pub summary: String,
    /// Its file and line, as the user would write them; none where it has no place.
    pub place: Option<String>,
    /// All that rustc says of it.
    pub text: String,
}
