//! The only part that prints.

mod compile;
mod earlier;
mod ending;
mod example;
pub mod findings;
mod human;
mod json;
mod links;
mod list;
mod matrix;
mod meter;
mod picture;
mod printed;
mod progress;
mod signs;
mod text;

use std::io::{self, IsTerminal, Write};

use ::colored::Colorize;

use crate::cli::Format;
use crate::error::{Error, Result};
use crate::judge::StepVerdict;
use crate::platform;
use crate::session;

pub use earlier::{leak, lent};
pub use links::use_links;
pub use list::{Listed, list, list_at};
pub use meter::Meter;
pub use picture::picture;
pub use progress::Progress;
pub use signs::{sign, use_ascii};
pub use text::{joined, paragraphs, plain, use_width, wrapped};

/// What a check came to.
#[derive(Debug)]
pub struct Report<'a> {
    /// The implementation, as the user called it.
    pub implementation: &'a str,
    /// How well the learner's code was kept apart.
    pub isolation: &'a str,
    /// What kept the grader from its work.
    pub error: Option<String>,
    /// The steps that were judged.
    pub steps: &'a [StepVerdict],
    /// The one task that was asked for.
    pub only: Option<u8>,
    /// Whether every step was judged and is passed.
    pub finished: bool,
    /// The command that compares a passed step with the reference.
    pub diff: Option<String>,
    /// What to do once a first answer is written, for who has none yet.
    pub start: Option<&'a str>,
}

impl<'a> Report<'a> {
    /// A report on these steps.
    pub fn new(implementation: &'a str, steps: &'a [StepVerdict]) -> Self {
        Self {
            implementation,
            isolation: platform::isolation(),
            error: None,
            steps,
            only: None,
            finished: false,
            diff: None,
            start: None,
        }
    }

    /// It, for people.
    pub fn text(&self) -> String {
        // Once more over all of it: names of files are text of the user's, too.
        text::colored(&human::report(self))
    }

    /// Prints it.
    ///
    /// # Errors
    ///
    /// As [`print`].
    pub fn print(&self, format: Format) -> Result<()> {
        match format {
            Format::Human => print(&self.text()),
            Format::Json => print(&text::json(&format!("{:#}\n", json::report(self)))),
        }
    }
}

/// Prints what a command was asked for.
///
/// # Errors
///
/// Where it cannot be written, as on a full disk. Whoever reads may have heard enough, as `head` has: that is none.
pub fn print(text: &str) -> Result<()> {
    let written = progress::beside(|_| {
        let mut stdout = io::stdout().lock();
        stdout.write_all(links::link(text).as_bytes())?;
        stdout.flush()
    });
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Error::Report(error)),
        _ => Ok(()),
    }
}

/// Begins a new screen on a terminal, else draws a line: what was printed before is past.
///
/// # Errors
///
/// As [`print`].
pub fn separate() -> Result<()> {
    if session::obeys(&io::stdout()) {
        print("\u{1b}[2J\u{1b}[H")
    } else {
        print(&format!("\n{}\n\n", "-".repeat(text::width())))
    }
}

/// A unified difference fit to be shown, in the colours that people know it by.
pub fn difference(text: &str) -> String {
    let line = |line: &str| {
        let styled = match line.as_bytes().first() {
            Some(b'+') => line.green(),
            Some(b'-') => line.red(),
            Some(b'@') => line.cyan(),
            _ => line.normal(),
        };
        format!("{styled}\n")
    };
    plain(text).lines().map(line).collect()
}

/// Says something beside the report.
pub fn note(text: &str) {
    let _ = progress::beside(|_| writeln!(io::stderr().lock(), "{text}"));
}

/// Says why nothing could be done.
pub fn error(error: &Error) {
    let text = plain(&format!("error: {error}"));
    if io::stderr().is_terminal() {
        note(&text::wrap(&text, text::width()).join("\n"));
    } else {
        note(&text);
    }
}

/// Asks a question and waits for the answer, which is no unless it is yes.
pub fn ask(question: &str) -> bool {
    let _ = write!(io::stderr().lock(), "{question} [y/N] ");
    let _ = io::stderr().flush();
    let mut answer = String::new();
    let heard = io::stdin().read_line(&mut answer);
    heard.is_ok() && matches!(answer.trim(), "y" | "Y" | "yes")
}
