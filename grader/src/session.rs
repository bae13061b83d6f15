//! Turns arguments into facts: where things are and what is to be judged. Reads the file system, changes nothing.

mod words;

use std::ffi::OsStr;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use crate::cli::Color;
use crate::error::{Error, Reason, Result};
use crate::platform;
use crate::steps::{STEPS, Step};
use crate::text::plain;

pub use words::{Words, either, find_step, find_task, lead, misspelled};

/// What is judged: the answers of an implementation to one step.
#[derive(Clone, Copy, Debug)]
pub struct Attempt<'a> {
    /// Where the answers are.
    pub implementation: &'a Implementation,
    /// What they answer.
    pub step: &'static Step,
}

impl Attempt<'_> {
    /// The file with the answers.
    pub fn file(&self) -> PathBuf {
        self.implementation.folder.join(self.step.file())
    }
}

/// The implementation that is judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Implementation {
    /// What the user called it.
    pub name: String,
    /// The folder that holds its step files, absolute.
    pub folder: PathBuf,
    /// The one step that was asked for by naming its file.
    pub only: Option<&'static str>,
}

impl Implementation {
    /// Finds what `--impl` names.
    ///
    /// # Errors
    ///
    /// Usage, where there is no such place or no step file in it.
    pub fn find(name: &Path, root: Option<&Path>) -> Result<Self> {
        let shown = name.display().to_string();
        if name == Path::new("steps") || name == Path::new("solutions") {
            let root = root.ok_or_else(|| Error::NoCourse {
                folder: name.to_owned(),
                advice: "run this inside the course, or name a file or folder with `--impl`",
            })?;
            return Ok(Self {
                name: shown,
                folder: root.join(name).join("src"),
                only: None,
            });
        }
        let refused = |doing, reason, advice: &str| Error::Place {
            doing,
            path: name.to_owned(),
            reason,
            advice: advice.to_owned(),
        };
        let path = absolute(name)?;
        if path.to_str().is_none() {
            return Err(refused("use", Reason::Name, "move it to another folder"));
        }
        let about = std::fs::metadata(&path)
            .map_err(|error| refused("read", Reason::System(error), EXPECTED))?;
        if about.is_dir() {
            let holds = |folder: &Path| STEPS.iter().any(|step| folder.join(step.file()).exists());
            let folders = [path.clone(), path.join("src")];
            return match folders.into_iter().find(|folder| holds(folder)) {
                Some(folder) => Ok(Self {
                    name: shown,
                    folder,
                    only: None,
                }),
                None => Err(Error::Usage(format!(
                    "`{shown}` holds no step file\n{EXPECTED}"
                ))),
            };
        }
        let step = STEPS
            .iter()
            .find(|step| path.file_name() == Some(OsStr::new(&step.file())));
        match (step, path.parent()) {
            (Some(step), Some(folder)) => Ok(Self {
                name: shown,
                folder: folder.to_owned(),
                only: Some(step.stem),
            }),
            _ => Err(Error::Usage(format!(
                "`{shown}` is not named like a step file\n{EXPECTED}"
            ))),
        }
    }

    /// Whether it is neither the steps of the course nor its solutions.
    fn is_hand_in(&self) -> bool {
        !["steps", "solutions", "reference"].contains(&self.name.as_str())
    }

    /// Whether it is what the learner works on in the course.
    pub fn is_steps(&self) -> bool {
        self.name == "steps"
    }

    /// The steps to judge: the one that is named, or all that the implementation holds.
    ///
    /// # Errors
    ///
    /// Usage, where the implementation is the file of another step.
    pub fn steps(&self, named: Option<&'static Step>) -> Result<Vec<&'static Step>> {
        let only = self.only.and_then(Step::find);
        match (named, only) {
            (Some(named), Some(only)) if named.number != only.number => Err(Error::OtherStep {
                name: self.name.clone(),
                holds: only.number,
                named: named.number,
            }),
            (Some(step), _) | (None, Some(step)) => Ok(vec![step]),
            // A hand-in need not hold every step; in the course, a file that is gone is missed.
            (None, None) if self.is_hand_in() => Ok(STEPS
                .iter()
                .filter(|step| self.folder.join(step.file()).exists())
                .collect()),
            (None, None) => Ok(STEPS.iter().collect()),
        }
    }
}

const EXPECTED: &str = "expected a file such as `step_02.rs`, a folder that holds such files, or a crate with them in `src/`";

/// Where a place that the user names is, whatever folder is the current one.
fn absolute(named: &Path) -> Result<PathBuf> {
    std::path::absolute(named).map_err(|error| Error::Place {
        doing: "use",
        path: named.to_owned(),
        reason: Reason::System(error),
        advice: String::new(),
    })
}

/// The folder of the course: the nearest one above the current folder that has its parts.
pub fn root() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    let is_course = |folder: &&Path| {
        ["Cargo.toml", "steps/src", "solutions/src"]
            .iter()
            .all(|part| folder.join(part).exists())
    };
    here.ancestors().find(is_course).map(Path::to_owned)
}

/// The folder with the model of the course.
pub fn model() -> Option<PathBuf> {
    Some(root()?.join("grader").join("model"))
}

/// Where the grader keeps what it builds: as the user says, else in the course, else among the user's caches.
///
/// # Errors
///
/// Where the user has no such folder.
pub fn target(named: Option<&Path>, root: Option<&Path>) -> Result<PathBuf> {
    use etcetera::BaseStrategy;
    if let Some(named) = named {
        return absolute(named);
    }
    if let Some(root) = root {
        return Ok(root.join("target").join("grader"));
    }
    let caches = etcetera::choose_base_strategy().map_err(Error::Caches)?;
    Ok(caches.cache_dir().join("rust-gpt-course-grader"))
}

/// Whether what goes to `stream` is to be coloured: as the user says, then `NO_COLOR`, then `CLICOLOR_FORCE`, then
/// whether it is a terminal that has colours. Of the two variables only one that is not empty counts.
pub fn color(choice: Color, stream: &impl IsTerminal) -> bool {
    color_and_why(choice, stream).0
}

/// As `color`, with the reason.
pub fn color_and_why(choice: Color, stream: &impl IsTerminal) -> (bool, &'static str) {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    match choice {
        Color::Always => (true, "`--color always`"),
        Color::Never => (false, "`--color never`"),
        Color::Auto if set("NO_COLOR") => (false, "NO_COLOR is set"),
        Color::Auto if set("CLICOLOR_FORCE") => (true, "CLICOLOR_FORCE is set"),
        Color::Auto if obeys(stream) => (true, "it is a terminal"),
        Color::Auto if stream.is_terminal() => (false, "TERM names no terminal that has any"),
        Color::Auto => (false, "it is not a terminal"),
    }
}

/// Whether `stream` is a terminal that acts on control sequences, and does not show them as text.
pub fn obeys(stream: &impl IsTerminal) -> bool {
    stream.is_terminal() && !platform::is_dumb()
}

/// Whether the names of files are to be links: as FORCE_HYPERLINK says, else on a terminal with colours that is known to
/// take them.
pub fn links(color: bool) -> bool {
    let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    if let Some(forced) = set("FORCE_HYPERLINK") {
        return forced != "0";
    }
    let is = |name, known: &[&str]| set(name).is_some_and(|value| known.contains(&value.as_str()));
    // Inside a multiplexer all else tells of the terminal that it was started in.
    let multiplexed = ["TMUX", "STY"].into_iter().any(|name| set(name).is_some());
    // The first version that takes links, 0.50.0, has a fault that ends the terminal.
    let vte = || set("VTE_VERSION")?.parse::<u32>().ok();
    let takes = is(
        "TERM_PROGRAM",
        &["vscode", "iTerm.app", "WezTerm", "ghostty"],
    ) || is(
        "TERM",
        &["xterm-kitty", "xterm-ghostty", "alacritty", "foot"],
    ) || ["KITTY_WINDOW_ID", "WT_SESSION"]
        .into_iter()
        .any(|name| set(name).is_some())
        || vte().is_some_and(|version| version > 5000);
    color && obeys(&io::stdout()) && !multiplexed && takes
}

/// How many columns a report has: as many as the terminal or, where it goes to none, as COLUMNS says; within the bounds
/// in which a report is good to read.
pub fn width() -> usize {
    let told = || std::env::var("COLUMNS").ok()?.trim().parse().ok();
    let columns = platform::columns().map(usize::from).or_else(told);
    columns.unwrap_or(80).clamp(NARROWEST, 100)
}

/// So many columns a report has at least.
pub const NARROWEST: usize = 60;

/// The path as the user would write it from where they are, as text that is safe to show.
pub fn relative(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    // A folder may be called anything.
    plain(
        &path
            .strip_prefix(here)
            .unwrap_or(path)
            .display()
            .to_string(),
    )
}

/// Whether somebody is there to answer a question.
pub fn attended() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

#[cfg(test)]
mod tests {
    use std::error::Error as _;
    use std::num::ParseIntError;

    use super::*;

    #[test]
    fn a_place_that_is_not_there_keeps_what_the_system_said() {
        let nowhere = Path::new("no/such/place");
        let error = Implementation::find(nowhere, None).expect_err("it is not there");
        assert!(error.is_usage());
        let source = error.source().and_then(|source| source.downcast_ref());
        let kind = source.map(io::Error::kind);
        assert_eq!(kind, Some(io::ErrorKind::NotFound));
    }

    #[test]
    fn a_word_that_is_no_number_keeps_why() {
        let words = ["02", "six"].map(str::to_owned);
        let error = Words::of(&words, 0, 2).expect_err("no number");
        assert!(
            error
                .source()
                .is_some_and(|source| source.is::<ParseIntError>())
        );
    }
}
