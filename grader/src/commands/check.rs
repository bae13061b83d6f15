//! `grader check`: judges steps up to the first that is not passed, and reports.

use super::judging::Judging;
use crate::cli::{CheckArgs, Format};
use crate::error::{Error, Exit, Result};
use crate::report::Report;

pub(super) fn run(args: &CheckArgs) -> Result<Exit> {
    let checked = check(args);
    if let (Err(error), Format::Json) = (&checked, args.format) {
        let name = args.judge.implementation.display().to_string();
        let mut report = Report::new(&name, &[]);
        report.error = Some(error.to_string());
        report.print(Format::Json);
    }
    checked
}

fn check(args: &CheckArgs) -> Result<Exit> {
    let judging = Judging::new(&args.judge, args.format)?;
    let steps = judging.implementation.steps(args.step.as_deref())?;
    if let Some(number) = args.task
        && let Some(step) = steps.iter().find(|step| step.task(number).is_none())
    {
        let last = step.tasks.len();
        return Err(Error::Usage(format!(
            "step {:02} has no task {number}; its tasks are 1 to {last}",
            step.number
        )));
    }
    let judged = judging.steps(&steps, args.task)?;
    let mut report = judged.report(&judging);
    if judging.implementation.is_steps() && args.task.is_none() {
        report.start = Some("cargo run, or `cargo grade watch` to check whenever you save");
    }
    report.print(args.format);
    Ok(if judged.passed() {
        Exit::Passed
    } else {
        Exit::NotPassed
    })
}
