//! `grader check`: judges steps up to the first that is not passed, and reports.

use crate::check::{Judged, Judging};
use crate::cli::{CheckArgs, Format};
use crate::error::{Exit, Result};
use crate::report::Report;
use crate::session::{Words, either, find_task};

pub(super) fn run(args: &CheckArgs) -> Result<Exit> {
    match check(args) {
        Ok((judging, judged)) => show(args, &judging, &judged),
        Err(error) => {
            if args.format == Format::Json {
                let name = args.judge.implementation.display().to_string();
                let mut report = Report::new(&name, &[]);
                report.error = Some(error.to_string());
                report.print(Format::Json)?;
            }
            Err(error)
        }
    }
}

fn check(args: &CheckArgs) -> Result<(Judging, Judged)> {
    let asked = Words::of(&args.words, 0, 1)?;
    let task = either(asked.task(), args.task, "--task")?;
    let judging = Judging::new(&args.judge, args.format)?;
    let mut steps = judging.implementation.steps(asked.step)?;
    if let Some(number) = task {
        if steps.len() > 1 {
            steps = vec![judging.current(&steps)?.0];
        }
        find_task(steps[0], number)?;
    }
    let judged = judging.steps(&steps, task)?;
    Ok((judging, judged))
}

fn show(args: &CheckArgs, judging: &Judging, judged: &Judged) -> Result<Exit> {
    let mut report = judged.report(judging);
    // Who names a step asks about no other.
    report.finished &= args.words.is_empty() && judging.implementation.only.is_none();
    if judging.implementation.is_steps() && judged.is_whole() {
        report.start = Some("cargo run, or `cargo grade watch` to check whenever you save");
    }
    report.print(args.format)?;
    Ok(if judged.passed() {
        Exit::Passed
    } else {
        Exit::NotPassed
    })
}
