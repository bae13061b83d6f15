//! The text for who handed in.

use std::fmt::Write as _;
use std::path::Path;

use super::intake::Rejected;
use crate::cli::Feedback;
use crate::judge::StepVerdict;
use crate::report::Report;
use crate::session::relative;

/// What is said of these verdicts; `None` where nothing is to be said.
pub(super) fn of(verdicts: &[StepVerdict], much: Feedback) -> Option<String> {
    let mut text = match much {
        Feedback::None => return None,
        Feedback::Full => Report::new("hand-in", verdicts).text(),
        Feedback::Status => verdicts.iter().map(statuses).collect(),
    };
    if verdicts.len() > 1 {
        let points: u32 = verdicts.iter().map(StepVerdict::points).sum();
        let most: u32 = verdicts.iter().map(StepVerdict::max_points).sum();
        let _ = write!(text, "\nIn all steps: {points} of {most} points.\n");
    }
    Some(text)
}

/// What is said where nothing could be judged.
pub(super) fn of_rejected(rejected: &Rejected, much: Feedback) -> Option<String> {
    let text = format!("This could not be graded.\n\n{rejected}\n");
    (much != Feedback::None).then_some(text)
}

/// What is said where the grader could not work.
pub(super) fn of_error(much: Feedback) -> Option<String> {
    let text = "This could not be graded yet, and that is not your fault.\n";
    (much != Feedback::None).then(|| text.to_owned())
}

/// A step without what went wrong.
fn statuses(verdict: &StepVerdict) -> String {
    let step = verdict.step;
    let mut text = format!("Step {:02}: {}\n\n", step.number, step.title);
    for task in &verdict.tasks {
        let (number, title) = (task.task.number, task.task.title);
        let status = task.status.name().replace('_', " ");
        let points = format!("{}/{}", task.points, task.worth);
        let _ = writeln!(text, "  {number}  {title:<44} {status:<17} {points:>7}");
    }
    let (points, most) = (verdict.points(), verdict.max_points());
    let _ = write!(text, "\n{points} of {most} points.\n");
    text
}

/// A text without the work folder that names in it begin with, as seen from anywhere.
pub(super) fn without(text: &str, folder: &Path) -> String {
    let separator = std::path::MAIN_SEPARATOR;
    let mut text = text.to_owned();
    for folder in [folder.display().to_string(), relative(folder)] {
        text = text.replace(&format!("{folder}{separator}"), "");
        text = text.replace(&folder, "hand-in");
    }
    text
}
