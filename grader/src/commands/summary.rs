//! `grader summary`: what became of a class.

use crate::batch::Summary;
use crate::cli::SummaryArgs;
use crate::error::{Exit, Result};
use crate::report;

pub(super) fn run(args: &SummaryArgs) -> Result<Exit> {
    let summary = Summary::read(&args.out)?;
    let mut text = summary.text();
    if let Some(roster) = &args.roster {
        text.push_str(&summary.missing(roster, args.by.as_deref())?);
    }
    if let (Some(gradebook), Some(by), Some(column)) = (&args.into, &args.by, &args.column) {
        let (path, told) = summary.fill(gradebook, by, column, args.force)?;
        text.push_str(&told);
        text.push_str(&format!("\nGrade book: {}\n", path.display()));
    }
    // clap asks for one folder at least.
    if let Some(first) = args.out.first() {
        let path = summary.write(first)?;
        text.push_str(&format!("\nTable: {}\n", path.display()));
    }
    report::print(&report::plain(&text))?;
    Ok(Exit::Passed)
}
