//! Has steps built, and what they need.

use std::time::Duration;

use super::Judging;
use crate::build::{Builder, Built, Change, Crate, Source, Takes, Whole};
use crate::error::{Error, Result};
use crate::report::{self, Progress};
use crate::session::{self, Attempt};
use crate::steps::Step;

/// What is said before the crates are compiled.
const FIRST: &str = "Compiling the crates that the answers use; this happens once.";

/// A step that was built.
#[derive(Debug)]
pub struct Ready {
    /// The text that it was built from.
    pub source: Source,
    /// How that went.
    pub built: Built,
    /// While it lives, nobody else builds or runs this implementation.
    pub made: Crate,
}

impl Judging {
    /// Has everything built that answers need. Gives what the compiler says of itself, and whether it is kept from all
    /// that is not its own.
    ///
    /// # Errors
    ///
    /// Where it cannot be built.
    pub fn make_ready(&self) -> Result<(String, bool)> {
        let builder = self.builder();
        if builder.is_new() {
            report::note(FIRST);
        }
        let _progress = Progress::start("compiling");
        let is_walled = builder.make_ready()?;
        Ok((builder.rustc_version(&self.target)?, is_walled))
    }

    /// Removes what was built for a step that is not judged again.
    pub fn discard(&self, step: &'static Step) {
        self.builder().discard(self.attempt(step));
    }

    /// Builds one step.
    ///
    /// # Errors
    ///
    /// Where its file cannot be read or the grader cannot work.
    pub fn build(&self, step: &'static Step) -> Result<Ready> {
        self.build_with(&self.builder(), self.attempt(step))
    }

    /// Builds one step to run fast, and the reference's.
    ///
    /// # Errors
    ///
    /// As [`build`](Self::build).
    pub fn fast(&self, step: &'static Step) -> Result<[Ready; 2]> {
        let builder = Builder {
            incremental: false,
            optimised: true,
            ..self.builder()
        };
        let own = self.build_with(&builder, self.attempt(step))?;
        let reference = builder.reference(step)?;
        let attempt = Attempt {
            implementation: &reference,
            step,
        };
        Ok([own, self.build_with(&builder, attempt)?])
    }

    fn build_with(&self, builder: &Builder<'_>, attempt: Attempt<'_>) -> Result<Ready> {
        // Refuses what cannot be read before anything is made.
        let source = Source::read(attempt)?;
        if builder.is_new() && !self.is_one_of_many {
            report::note(FIRST);
        }
        let wait = || report::note("Waiting for another grader that checks the same files.");
        let made: Crate = builder.prepare(attempt, wait)?;
        let (source, built) = settle(source, |source| {
            let _progress = self.progress("compiling");
            let built = builder.build(&made, attempt, source)?;
            Ok((built, Source::read(attempt)?))
        })?;
        Ok(Ready {
            source,
            built,
            made,
        })
    }

    /// Builds a step with all that it uses, to run fast.
    ///
    /// # Errors
    ///
    /// Where the grader cannot work.
    pub fn whole(&self, step: &'static Step, takes: Takes, changes: &[Change]) -> Result<Whole> {
        let builder = Builder {
            incremental: false,
            optimised: true,
            takes,
            ..self.builder()
        };
        self.whole_by(&builder, step, changes)
    }

    pub(super) fn whole_by(
        &self,
        builder: &Builder<'_>,
        step: &'static Step,
        changes: &[Change],
    ) -> Result<Whole> {
        if builder.is_new() {
            report::note(FIRST);
        }
        let wait = || report::note("Waiting for another grader that builds the same.");
        let _progress = self.progress("compiling");
        builder.whole(self.attempt(step), changes, wait)
    }

    /// Whether a step of the implementation is there, and one that is used where it is built so.
    pub(super) fn stands(&self, step: &'static Step, builder: &Builder<'_>) -> bool {
        let source = Source::read(self.attempt(step));
        source.is_ok_and(|source| builder.takes(step, &source))
    }

    /// How steps are built.
    pub(super) fn builder(&self) -> Builder<'_> {
        Builder {
            target: &self.target,
            timeout: Duration::from_secs(self.limits.compile_timeout),
            crates_timeout: Duration::from_secs(self.limits.crates_timeout),
            memory: self.limits.compile_memory << 20,
            color: self.color,
            incremental: !self.is_one_of_many && !is_compiled_once(),
            optimised: false,
            takes: Takes::Passed,
        }
    }
}

/// Builds until the file stays the same meanwhile, so that what is judged is the text that was read. `build` gives what
/// it built and the file as it is afterwards.
fn settle<T>(
    mut source: Source,
    mut build: impl FnMut(&Source) -> Result<(T, Source)>,
) -> Result<(Source, T)> {
    const TRIES: usize = 5;
    for _ in 0..TRIES {
        let (built, after) = build(&source)?;
        if source.is_still(&after) {
            return Ok((source, built));
        }
        source = after;
    }
    let file = session::relative(&source.path);
    Err(Error::Usage(format!(
        "`{file}` changes faster than it can be compiled\nsave it once and check again"
    )))
}

/// Whether nothing is to be kept for the next compilation, said as one says it to cargo. The first one then takes a
/// quarter less.
fn is_compiled_once() -> bool {
    std::env::var_os("CARGO_INCREMENTAL").is_some_and(|value| value == "0")
}
