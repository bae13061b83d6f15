//! `grader reset`: gives a learner the stub of a step back.

use super::judging::Judging;
use super::{agree, steps_folder};
use crate::cli::{Format, JudgeArgs, ResetArgs};
use crate::error::{Exit, Result};
use crate::report;
use crate::session::{Words, relative};
use crate::stubs::{Placed, place};

pub(super) fn run(args: &ResetArgs) -> Result<Exit> {
    let named = Words::step(&args.words, "reset")?;
    let step = match named {
        Some(step) => step,
        None => Judging::new(&JudgeArgs::default(), Format::Human)?.step_or_current(None)?,
    };
    let path = steps_folder()?.join(step.file());
    let file = relative(&path);
    let said = match place(step, &path, |difference| agree(&file, difference, args.yes))? {
        Placed::Same => format!("`{file}` is as it came; nothing to do.\n"),
        Placed::Kept => format!("`{file}` is left as it is.\n"),
        Placed::Written(None) => format!("`{file}` is written.\n"),
        Placed::Written(Some(backup)) => {
            format!(
                "`{file}` is as it came. What was there is in `{}`.\n",
                relative(&backup)
            )
        }
    };
    report::print(&said)?;
    Ok(Exit::Passed)
}
