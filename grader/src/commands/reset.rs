//! `grader reset`: gives a learner the stub of a step back.

use std::path::Path;

use super::{agree, steps_folder};
use crate::check::Judging;
use crate::cli::{Format, JudgeArgs, ResetArgs};
use crate::error::{Exit, Result};
use crate::report;
use crate::session::{Words, relative};
use crate::stubs::{Placed, Reference, place};

pub(super) fn run(args: &ResetArgs) -> Result<Exit> {
    let named = Words::step(&args.words, "reset")?;
    let step = match named {
        Some(step) => step,
        None => Judging::new(&JudgeArgs::default(), Format::Human)?.step_or_current(None)?,
    };
    let path = steps_folder()?.join(step.file());
    let file = relative(&path);
    let reference = Reference::find(step, args.reference.reference.as_deref())?;
    let said = put_back(&reference, &path, |difference| {
        agree(&file, difference, args.yes)
    })?;
    report::print(&said)?;
    Ok(Exit::Passed)
}

/// Puts a step back to how it came, if `agree` says so, and says what came of it.
///
/// # Errors
///
/// Where a file cannot be read or written.
pub(super) fn put_back(
    reference: &Reference,
    path: &Path,
    agree: impl FnOnce(&str) -> Result<bool>,
) -> Result<String> {
    let file = relative(path);
    Ok(match place(reference, path, agree)? {
        Placed::Same => format!("`{file}` is as it came; nothing to do.\n"),
        Placed::Kept => format!("`{file}` is left as it is.\n"),
        Placed::Written(None) => format!("`{file}` is written.\n"),
        Placed::Written(Some(backup)) => format!(
            "`{file}` is as it came. What was there is in `{}`.\n",
            relative(&backup)
        ),
    })
}
