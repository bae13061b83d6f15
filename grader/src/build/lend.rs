//! Lends a step the earlier steps that it uses: the learner's own where they have passed, else the reference's, so that
//! what is wrong in one file never shows as a fault of another.

use std::fs;
use std::path::PathBuf;

use super::prepare::write;
use super::{Builder, Source, Takes};
use crate::comments::tokens;
use crate::error::{Error, Result};
use crate::session::Attempt;
use crate::steps::{STEPS, Step};

/// An earlier step that a step uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lent {
    /// Its number.
    pub step: u8,
    /// Whether it is the learner's own, and not the reference's.
    pub own: bool,
}

impl Builder<'_> {
    /// The earlier steps that an attempt names in its file, and those that they name in theirs. The files of the
    /// reference among them are written.
    ///
    /// # Errors
    ///
    /// Where the reference is needed and cannot be written, or has no answers, as in a release for a class.
    pub(super) fn lend(&self, attempt: Attempt<'_>, source: &Source) -> Result<Vec<Lent>> {
        let mut lent: Vec<Lent> = Vec::new();
        let mut open = named(attempt.step, &source.text);
        open.extend(named(attempt.step, attempt.step.glue));
        while let Some(step) = open.pop() {
            if lent.iter().any(|lent| lent.step == step.number) {
                continue;
            }
            let own = Source::read(Attempt { step, ..attempt });
            let own = own.ok().filter(|own| self.takes(step, own));
            open.extend(named(
                step,
                own.as_ref().map_or(step.solution, |own| &own.text),
            ));
            if own.is_none() {
                if step.solution.contains("todo!(") {
                    let (number, needed) = (attempt.step.number, step.number);
                    return Err(Error::Usage(format!(
                        "step {number:02} builds on step {needed:02}, and this course holds no answers to lend\npass step {needed:02} first: cargo grade check {needed:02}"
                    )));
                }
                self.reference(step)?;
            }
            lent.push(Lent {
                step: step.number,
                own: own.is_some(),
            });
        }
        lent.sort_by_key(|lent| lent.step);
        Ok(lent)
    }

    /// The modules of the earlier steps, with the files of those that are not beside the learner's.
    pub(super) fn modules(&self, lent: &[Lent]) -> Vec<(&'static Step, Option<PathBuf>)> {
        let steps = STEPS.iter().filter_map(|step| {
            let lent = lent.iter().find(|lent| lent.step == step.number)?;
            let path = (!lent.own).then(|| self.target.join("reference").join(step.file()));
            Some((step, path))
        });
        steps.collect()
    }

    /// Remembers that this file passes, by what stands in it.
    pub fn remember(&self, step: &Step, source: &Source) {
        // Where it cannot be written, the reference is lent in its place, and the report says so.
        let _ = write(&self.note(step, source), "");
    }

    /// Whether a step of an implementation is used.
    pub fn takes(&self, step: &Step, source: &Source) -> bool {
        match self.takes {
            Takes::Passed => self.has_passed(step, source),
            Takes::Written { but } => but != Some(step.number) && !source.text.contains("todo!("),
        }
    }

    /// Whether this file has passed before, as it is now.
    fn has_passed(&self, step: &Step, source: &Source) -> bool {
        fs::exists(self.note(step, source)).unwrap_or(false)
    }

    fn note(&self, step: &Step, source: &Source) -> PathBuf {
        let name = format!("{}-{:016x}", step.stem, source.seed());
        self.target.join("passed").join(name)
    }
}

/// The steps before `step` that a text names.
fn named(step: &Step, text: &str) -> Vec<&'static Step> {
    let words = tokens(text);
    let earlier = STEPS.iter().filter(|other| other.number < step.number);
    earlier
        .filter(|other| words.contains(&other.stem))
        .collect()
}
