//! `grader check`: judges steps up to the first that is not passed, and reports.

use super::judging::{Judged, Judging};
use crate::cli::{CheckArgs, Format};
use crate::error::{Exit, Result};
use crate::report::Report;
use crate::session::find_task;

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
    let judging = Judging::new(&args.judge, args.format)?;
    let steps = judging.implementation.steps(args.step.as_deref())?;
    if let Some(number) = args.task {
        for step in &steps {
            find_task(step, number)?;
        }
    }
    let judged = judging.steps(&steps, args.task)?;
    Ok((judging, judged))
}

fn show(args: &CheckArgs, judging: &Judging, judged: &Judged) -> Result<Exit> {
    let mut report = judged.report(judging);
    if judging.implementation.is_steps() && args.task.is_none() {
        report.start = Some("cargo run, or `cargo grade watch` to check whenever you save");
    }
    report.print(args.format)?;
    Ok(if judged.passed() {
        Exit::Passed
    } else {
        Exit::NotPassed
    })
}
