//! What was looked at, a line each, and what to do where something is amiss.

use ::colored::Colorize;

use super::sign;
use super::text::{plain, width, wrap};

/// How something was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// As it should be.
    Fine,
    /// Good enough to work with.
    Fair,
    /// Not good enough to work with.
    Amiss,
}

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub subject: &'static str,
    /// How it was found.
    pub mark: Mark,
    /// What was found.
    pub found: String,
    /// What to do about it.
    pub advice: Option<String>,
}

/// So far in stands what was found.
const INDENT: usize = 16;

/// All findings, and what they come to.
pub fn list(findings: &[Finding]) -> String {
    let mut text = String::new();
    for finding in findings {
        let mark = match finding.mark {
            Mark::Fine => sign("✓").green(),
            Mark::Fair => sign("◦").yellow(),
            Mark::Amiss => sign("✗").red(),
        };
        let found = wrap(&plain(&finding.found), width() - INDENT);
        let advice = finding.advice.iter();
        let advice = advice.flat_map(|advice| wrap(&plain(advice), width() - INDENT));
        let mut lines = found.into_iter().chain(advice);
        let first = lines.next().unwrap_or_default();
        let subject = finding.subject;
        text.push_str(&format!(
            "  {mark} {subject:<width$}{first}\n",
            width = INDENT - 4
        ));
        for line in lines {
            text.push_str(format!("{:INDENT$}{line}", "").trim_end());
            text.push('\n');
        }
    }
    let amiss = findings
        .iter()
        .filter(|finding| finding.mark == Mark::Amiss);
    let sum = match amiss.count() {
        0 => "Everything that the grader needs is here.".to_owned(),
        1 => "One thing keeps the grader from working; see above what to do.".to_owned(),
        n => format!("{n} things keep the grader from working; see above what to do."),
    };
    format!("{text}\n{}\n", wrap(&sum, width()).join("\n"))
}
