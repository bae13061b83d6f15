//! `grader list`: the steps and their tasks, what is passed and what is next.

use crate::check::Judging;
use crate::cli::{Format, JudgeArgs};
use crate::error::{Exit, Result};
use crate::report::{self, Listed};

pub(super) fn run(args: &JudgeArgs) -> Result<Exit> {
    report::list(&judge(&Judging::new(args, Format::Human)?)?)?;
    Ok(Exit::Passed)
}

/// Judges every step that is not known to pass. One that cannot be read does not keep the others from being listed.
pub(super) fn judge(judging: &Judging) -> Result<Vec<Listed>> {
    let mut listed = Vec::new();
    for step in judging.implementation.steps(None)? {
        listed.push(match judging.briefly(step) {
            Err(error) if !error.is_usage() => return Err(error),
            verdict => (step, verdict),
        });
    }
    Ok(listed)
}
