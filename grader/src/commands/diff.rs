//! `grader diff`: an implementation of a step against the reference, once that gives nothing away.

use crate::build::Source;
use crate::check::Judging;
use crate::cli::{DiffArgs, Format};
use crate::error::{Exit, Result};
use crate::judge::{Status, StepVerdict};
use crate::report;
use crate::session::{Words, relative};
use crate::steps::Step;
use crate::stubs::{self, Reference};

pub(super) fn run(args: &DiffArgs) -> Result<Exit> {
    let named = Words::step(&args.words, "diff")?;
    let judging = Judging::new(&args.judge, Format::Human)?;
    let step = judging.step_or_current(named)?;
    let reference = Reference::find(step, args.reference.reference.as_deref())?;
    let compared = compare(&judging, step, &reference, args.spoil)?;
    report::print(&compared.text)?;
    Ok(if compared.shown {
        Exit::Passed
    } else {
        Exit::NotPassed
    })
}

/// What came of comparing.
#[derive(Debug)]
pub(super) struct Compared {
    /// What there is to print.
    pub text: String,
    /// Whether that is the difference, and not why it is not shown.
    pub shown: bool,
}

/// Compares a step with the reference, if it is passed or with `spoil`.
///
/// # Errors
///
/// Where its file cannot be read or the grader cannot work.
pub(super) fn compare(
    judging: &Judging,
    step: &'static Step,
    reference: &Reference,
    spoil: bool,
) -> Result<Compared> {
    let source = Source::read(judging.attempt(step))?;
    if spoil {
        return Ok(Compared {
            text: difference(reference, &source, &[]),
            shown: true,
        });
    }
    let verdict = judging.step(step, None)?;
    if verdict.status() != Status::Passed {
        return Ok(Compared {
            text: report::wrapped(&report::plain(&refusal(&verdict, &judging.selected()))),
            shown: false,
        });
    }
    let open = verdict.tasks.iter();
    let open = open.filter(|verdict| verdict.status != Status::Passed);
    let open: Vec<u8> = open.map(|verdict| verdict.task.number).collect();
    let mut text = difference(reference, &source, &open);
    for number in open {
        text.push_str(&report::wrapped(&format!(
            "Task {number} is optional and not passed: its answer is left out. `--spoil` shows it.\n"
        )));
    }
    Ok(Compared { text, shown: true })
}

/// The difference to the reference without the answers to the tasks that are `open`.
fn difference(reference: &Reference, source: &Source, open: &[u8]) -> String {
    let file = relative(&source.path);
    let reference = reference.without(|task| open.contains(&task.number));
    match stubs::compare(&file, &source.text, &reference) {
        Some(difference) => report::difference(&difference),
        None => report::plain(&format!("`{file}` is the reference.\n")),
    }
}

/// Why the reference is not shown.
fn refusal(verdict: &StepVerdict, selected: &str) -> String {
    let file = relative(&verdict.file);
    let number = verdict.step.number;
    let missing = match (&verdict.failure, verdict.next()) {
        (None, Some(next)) => {
            let what = next.task.function.unwrap_or(next.task.title);
            let (points, all) = (verdict.points(), verdict.max_points());
            format!(
                "{points} of {all} points, next is task {} ({what})",
                next.task.number
            )
        }
        _ => "it does not compile".to_owned(),
    };
    format!(
        "`{file}` is not passed yet: {missing}.\n\
         The reference is shown once every required task is passed.\n\n  \
         to see what is missing   cargo grade check {number:02}{selected}\n  \
         to see it all the same   cargo grade diff {number:02}{selected} --spoil\n"
    )
}
