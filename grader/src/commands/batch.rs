//! `grader batch`: judges a folder of hand-ins, and says what became of them.

use std::path::Path;

use crate::batch::{Batch, Counts, Done, Earlier, Outcome};
use crate::cli::BatchArgs;
use crate::error::{Error, Exit, Reason, Result};
use crate::{platform, report, session};

/// So many of those that could not be judged are named.
const NAMED: usize = 20;
/// Texts for others are the same on every terminal.
const COLUMNS: usize = 80;

pub(super) fn run(args: &BatchArgs) -> Result<Exit> {
    colored::control::set_override(false);
    report::use_width(COLUMNS);
    let batch = settled(args)?;
    let earlier = args.compare.as_deref().map(Earlier::read).transpose()?;
    let outcome = batch.run()?;
    let mut text = told(&outcome, &args.out);
    let strays = batch.strays(&outcome);
    if !strays.is_empty() {
        let names = strays.join(", ");
        text.push_str(&report::wrapped(&format!(
            "\nIn `{}` there are results of hand-ins that are not here: {names}. Summaries count them until you remove them.\n",
            args.out.display()
        )));
    }
    if let Some(earlier) = earlier {
        let compared = earlier.compare(&args.out)?;
        text.push_str(&format!(
            "\nCompared with the earlier results\n\n{compared}"
        ));
    }
    report::print(&report::plain(&text))?;
    let is_failed = |(_, done): &(String, Done)| matches!(done, Done::Failed(_));
    Ok(if outcome.iter().any(is_failed) {
        Exit::Broken
    } else {
        Exit::Passed
    })
}

fn settled(args: &BatchArgs) -> Result<Batch> {
    let mut counts = Counts::default();
    if let Some(tasks) = &args.tasks {
        counts = counts.with_tasks(tasks)?;
    }
    if let Some(file) = &args.points {
        let text = String::from_utf8(read(file)?).map_err(|error| Error::Place {
            doing: "read",
            path: file.clone(),
            reason: Reason::NotText(error.utf8_error()),
            advice: "expected lines such as `02.1 = 5`".to_owned(),
        })?;
        counts = counts.with_points(&text)?;
    }
    let step = args.step.as_deref().map(session::find_step).transpose()?;
    Ok(Batch {
        folder: args.folder.clone(),
        out: args.out.clone(),
        jobs: args.jobs.unwrap_or_else(platform::processors),
        step,
        counts,
        salt: args.salt.as_deref().map(read).transpose()?.map(Into::into),
        feedback: args.feedback,
        partition: args.partition,
        deadline: args.deadline.clone(),
        again: args.again,
        allows_weak_isolation: args.allow_weak_isolation,
        target: session::target(args.target_dir.as_deref(), session::root().as_deref())?,
        limits: args.limits.clone(),
    })
}

fn read(file: &Path) -> Result<Vec<u8>> {
    std::fs::read(file).map_err(|error| Error::Place {
        doing: "read",
        path: file.to_owned(),
        reason: Reason::System(error),
        advice: String::new(),
    })
}

/// What became of them, and what to do now.
fn told(outcome: &Outcome, out: &Path) -> String {
    let count = |is: fn(&Done) -> bool| outcome.iter().filter(|(_, done)| is(done)).count();
    let mut text = format!(
        "Hand-ins: {}. Graded {}, kept from before {}, rejected {}, errors {}.\n",
        outcome.len(),
        count(|done| *done == Done::Graded),
        count(|done| *done == Done::Kept),
        count(|done| matches!(done, Done::Rejected(_))),
        count(|done| matches!(done, Done::Failed(_))),
    );
    let named = outcome.iter().filter_map(|(id, done)| match done {
        Done::Rejected(reason) => Some(("rejected", id, reason)),
        Done::Failed(reason) => Some(("error", id, reason)),
        _ => None,
    });
    let named: Vec<_> = named.collect();
    for (kind, id, reason) in named.iter().take(NAMED) {
        let id = id.replace('\n', "\\n");
        let line = format!("{kind} {id}: {}", reason.replace('\n', " "));
        text.push_str(&report::wrapped(&format!("\n{line}\n")));
    }
    if named.len() > NAMED {
        text.push_str(&format!(
            "\nand {} more; their results say why\n",
            named.len() - NAMED
        ));
    }
    text.push_str(&format!("\nNext: cargo grade summary {}\n", out.display()));
    text
}
