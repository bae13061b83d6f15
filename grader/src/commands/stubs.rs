//! `grader stubs`: writes the stubs from the solutions, or compares them.

use super::{agree, steps_folder};
use crate::cli::StubsArgs;
use crate::error::{Exit, Result};
use crate::report;
use crate::session::relative;
use crate::steps::STEPS;
use crate::stubs::{Placed, Reference, differs, place};

pub(super) fn run(args: &StubsArgs) -> Result<Exit> {
    let folder = steps_folder()?;
    let mut exit = Exit::Passed;
    let place_of = args.reference.reference.as_deref();
    // All of them are read before the first is written.
    let references = STEPS
        .iter()
        .map(|step| Ok((step, Reference::find(step, place_of)?)));
    for (step, reference) in references.collect::<Result<Vec<_>>>()? {
        let path = folder.join(step.file());
        let file = relative(&path);
        let said = if args.check {
            match differs(&reference, &path)? {
                None => format!("`{file}` is the stub.\n"),
                Some(difference) => {
                    exit = Exit::NotPassed;
                    let difference = report::plain(&difference);
                    format!(
                        "`{file}` is not the stub; `cargo grade stubs` writes it.\n\n{difference}\n"
                    )
                }
            }
        } else {
            match place(&reference, &path, |difference| {
                agree(&file, difference, args.yes)
            })? {
                Placed::Same => format!("`{file}` is the stub already.\n"),
                Placed::Kept => format!("`{file}` is left as it is.\n"),
                Placed::Written(None) => format!("`{file}` is written.\n"),
                Placed::Written(Some(backup)) => {
                    format!(
                        "`{file}` is written. What was there is in `{}`.\n",
                        relative(&backup)
                    )
                }
            }
        };
        report::print(&said)?;
    }
    Ok(exit)
}
