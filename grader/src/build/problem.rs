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
    /// What rustc said, one text an error.
    pub diagnostics: Vec<String>,
    /// A sentence of ours about it.
    pub advice: Option<String>,
}
