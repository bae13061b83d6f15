//! What a step that has something to draw says of it; `grader show` does the rest.

use std::path::Path;

use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Args, Command, FromArgMatches};

use super::{STEPS, Step};
use crate::error::Result as Planned;
use crate::protocol::{Call, Value};

/// How an answer of a step is drawn.
#[derive(Debug)]
pub struct Draw {
    /// What is drawn, in a word.
    pub what: &'static str,
    /// The words that the step takes after its name, for the help.
    pub words: &'static str,
    /// Whether these words are numbers: then numbers alone can be meant for it.
    pub numbers: bool,
    /// Adds its options to a command. Two steps may have one of the same name if they mean the same by it.
    pub options: fn(Command) -> Command,
    /// The drawing that is wanted, or what is wrong with that.
    pub plan: fn(&Wanted<'_>) -> Planned<Drawing>,
}

/// What a user wants to have drawn.
pub struct Wanted<'a> {
    /// The words after the name of the step.
    pub words: &'a [String],
    /// The options.
    pub options: &'a ArgMatches,
    /// What it is drawn on.
    pub medium: Medium,
    /// The folder with the model of the course; `None` outside of the course.
    pub model: Option<&'a Path>,
}

/// A drawing of what a call returns.
pub struct Drawing {
    /// The tasks that ask for the functions that the call goes through. Where there is one, the call is that of its function.
    pub tasks: &'static [u8],
    /// What is drawn: the call as Rust code, or what it is about.
    pub title: String,
    /// The call.
    pub call: Call,
    /// Draws what it returned.
    pub draw: Box<Artist>,
}

/// Draws a value, or says why it cannot be drawn.
pub type Artist = dyn FnOnce(&Value) -> Result<String, String>;

/// What is drawn on.
#[derive(Clone, Copy, Debug)]
pub enum Medium {
    /// A terminal: lines of at most so many columns, with colours.
    Terminal(usize),
    /// A file of SVG.
    File,
}

/// The options on a command line that belong to steps, each with its own.
#[derive(Clone, Debug)]
pub struct StepOptions(ArgMatches);

impl Draw {
    fn own(&self) -> Vec<Arg> {
        let command = (self.options)(Command::new(self.what));
        command.get_arguments().cloned().collect()
    }
}

impl StepOptions {
    /// Those of a step.
    ///
    /// # Errors
    ///
    /// Where there are others.
    pub fn of(&self, step: &Step, draw: &Draw) -> Result<&ArgMatches, String> {
        let own = draw.own();
        let given = |arg: &Arg| {
            let source = self.0.value_source(arg.get_id().as_str());
            source == Some(ValueSource::CommandLine)
        };
        let mut all = drawn().flat_map(|(_, draw)| draw.own());
        match all.find(|arg| given(arg) && !own.contains(arg)) {
            None => Ok(&self.0),
            Some(other) => Err(format!(
                "step {:02} has no option `--{}`",
                step.number,
                other.get_long().unwrap_or_default()
            )),
        }
    }
}

impl Args for StepOptions {
    fn augment_args(command: Command) -> Command {
        drawn().fold(command, |command, (_, draw)| {
            let mut own = draw.own();
            own.retain(|arg| command.get_arguments().all(|other| other != arg));
            command.args(own)
        })
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for StepOptions {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        Ok(Self(matches.clone()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        self.0 = matches.clone();
        Ok(())
    }
}

/// The steps that have something to draw.
pub fn drawn() -> impl Iterator<Item = (&'static Step, &'static Draw)> {
    STEPS
        .iter()
        .filter_map(|step| Some((step, step.draw.as_ref()?)))
}

/// What the words after `show` are, for its help.
pub fn words() -> String {
    let mut text = "The step (02 or step_02) and what it takes; without a step, the current one or the nearest that has something to draw and takes the same".to_owned();
    for (step, draw) in drawn() {
        text.push_str(&format!("\n{:02} takes {}", step.number, draw.words));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::steps::step_02::STEP;

    #[test]
    fn a_step_refuses_the_options_of_others() {
        let command = StepOptions::augment_args(Command::new("show"));
        let matches = command.try_get_matches_from(["show", "--cached"]);
        let given = StepOptions(matches.expect("step 02 has it"));
        let draw = STEP.draw.expect("it has something to draw");
        assert!(given.of(&STEP, &draw).is_ok());
        let without = Draw {
            options: |command| command,
            ..draw
        };
        let refused = given.of(&STEP, &without);
        assert_eq!(
            refused.err().as_deref(),
            Some("step 02 has no option `--cached`")
        );
    }
}
