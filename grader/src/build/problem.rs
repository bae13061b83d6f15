//! What keeps an implementation, or a function of it, from being built.

use std::fmt;

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

/// The names of the problems in notes.
const PROBLEMS: [(&str, Problem); 3] = [
    ("missing", Problem::Missing),
    ("private", Problem::Private),
    ("signature", Problem::Signature),
];

impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut problems = PROBLEMS.iter();
        let name = problems.find(|(_, problem)| *problem == self.problem);
        write!(f, "{} {}", name.map_or("", |(name, _)| name), self.function)
    }
}

impl LeftOut {
    /// One that was displayed.
    pub(super) fn read(text: &str) -> Option<Self> {
        let (name, function) = text.split_once(' ')?;
        let (_, problem) = PROBLEMS.iter().find(|(known, _)| *known == name)?;
        Some(Self {
            function: function.to_owned(),
            problem: *problem,
        })
    }
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
