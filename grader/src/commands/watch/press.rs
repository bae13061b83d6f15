//! Does what keys ask for.

use std::process::{Command, Stdio};
use std::thread;

use super::choice::{Choice, Chosen};
use super::keys::{ACTIONS, Action, Key};
use super::{Asks, Job, Watch, editor};
use crate::cli::Format;
use crate::commands::{hint, reset};
use crate::error::Result;
use crate::platform::{self, Keyboard};
use crate::report::{self, Listed, Report};
use crate::session::relative;
use crate::steps::Step;
use crate::stubs::Reference;

/// What comes after a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Then {
    GoOn,
    Quit,
}

impl Watch {
    /// Does what a key asks for, or takes it as the answer to a question.
    pub(super) fn press(&mut self, key: Key) -> Result<Then> {
        match key {
            Key::Quit => return Ok(Then::Quit),
            Key::Suspend => {
                if let Some(typing) = &self.typing {
                    typing.lend(platform::suspend);
                }
                self.prompt()?;
                return Ok(Then::GoOn);
            }
            _ => {}
        }
        match std::mem::replace(&mut self.asks, Asks::Nothing) {
            Asks::Task(choice) => self.choose(choice, key)?,
            Asks::Reset(_) => self.reset(key)?,
            Asks::Nothing => {
                let letter = |(_, letter, _): &&(Action, char, &str)| key == Key::Letter(*letter);
                let Some((action, ..)) = ACTIONS.iter().find(letter) else {
                    return Ok(Then::GoOn);
                };
                match action {
                    Action::Quit => return Ok(Then::Quit),
                    Action::Run if self.running => {}
                    Action::Run => self.want(Job::Check),
                    Action::List => self.want(Job::List),
                    Action::Diff => self.want(Job::Diff),
                    Action::Hint => self.hint()?,
                    Action::Next => self.next()?,
                    Action::Edit => self.edit()?,
                    Action::Book => self.book()?,
                    Action::Reset => self.ask_for_reset()?,
                }
            }
        }
        Ok(Then::GoOn)
    }

    /// Shows the list; where there is a keyboard, a task can be chosen in it.
    pub(super) fn list(&mut self, listed: Result<Vec<Listed>>) -> Result<()> {
        match listed {
            Ok(listed) if self.typing.is_some() && Keyboard::AT_ONCE => {
                let choice = Choice::new(listed);
                choice.show()?;
                self.asks = Asks::Task(choice);
            }
            Ok(listed) => {
                report::print("\n")?;
                report::list(&listed)?;
            }
            Err(error) => report::error(&error),
        }
        self.prompt()
    }

    fn choose(&mut self, mut choice: Choice, key: Key) -> Result<()> {
        match choice.press(key) {
            Chosen::Moved => {
                choice.show()?;
                self.asks = Asks::Task(choice);
            }
            Chosen::Task(step, task) => {
                self.task = Some((step.step, task.task));
                self.level = 0;
                report::separate()?;
                let name = &self.judging.implementation.name;
                let mut report = Report::new(name, std::slice::from_ref(step));
                report.only = Some(task.task.number);
                report.print(Format::Human)?;
            }
            Chosen::Nothing => {}
        }
        self.prompt()
    }

    /// The next hint of the task that is next or was chosen; after the last one, that again.
    fn hint(&mut self) -> Result<()> {
        let Some((step, task)) = self.task else {
            return self.say(match self.step {
                None => "Hints come with the first report.",
                Some(_) if self.passed => "Every task is done.",
                Some(_) => "Hints come once the file compiles.",
            });
        };
        self.level = (self.level + 1).min(hint::LEVELS);
        let mut text = hint::text(step, task, self.level);
        if self.level < hint::LEVELS {
            text.push_str("\nPress h again for more.\n");
        }
        self.say(text.trim_end())
    }

    fn next(&mut self) -> Result<()> {
        let Some(step) = self.step else {
            return self.say("The first check is still running.");
        };
        let after = |other: &&&Step| other.number > step.number;
        match self.steps.iter().find(after).copied() {
            Some(next) => {
                self.step = Some(next);
                self.want(Job::Check);
                Ok(())
            }
            None => self.say(&format!("Step {:02} is the last one so far.", step.number)),
        }
    }

    /// Opens the file in the user's editor, at the task that is next or was chosen.
    fn edit(&mut self) -> Result<()> {
        let Some(last) = &self.last else {
            return self.say("The first check is still running.");
        };
        // A task without a function has no place: the one after it is as good.
        let number = self.task.map_or(0, |(_, task)| task.number);
        let mut tasks = last
            .tasks
            .iter()
            .filter(|other| other.task.number >= number);
        let place = tasks.find_map(|verdict| verdict.location.as_ref());
        let line = place.map_or(1, |place| place.line);
        let Some(mut command) = editor::command(&last.file, line) else {
            return self.say("Neither VISUAL nor EDITOR names an editor. Set one of them, for example EDITOR=vim.");
        };
        let ended = match &self.typing {
            Some(typing) => typing.lend(|| command.status()),
            None => command.status(),
        };
        match ended {
            Ok(_) => self.prompt(),
            Err(error) => {
                let program = command.get_program().display().to_string();
                self.say(&format!("Cannot start `{program}`: {error}"))
            }
        }
    }

    /// Opens the book at the task or the mistake that the report is about.
    fn book(&mut self) -> Result<()> {
        let place = match (&self.last, self.task) {
            (Some(last), Some((step, task))) => {
                let verdict = last
                    .tasks
                    .iter()
                    .find(|other| other.task.number == task.number);
                match verdict.and_then(|verdict| verdict.misconception) {
                    Some(mistake) => step.mistake_place(mistake),
                    None => step.task_place(task),
                }
            }
            (Some(last), None) => last.step.stem.to_owned(),
            (None, _) => return self.say("The first check is still running."),
        };
        let mut cargo = Command::new("cargo");
        cargo.args(["book", "--open", &place]);
        cargo
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        match cargo.spawn() {
            Ok(mut child) => {
                thread::spawn(move || child.wait());
                self.say(&format!(
                    "The book opens at {place}. The first time that takes some minutes, in which cargo compiles it."
                ))
            }
            Err(error) => self.say(&format!("Cannot start cargo: {error}")),
        }
    }

    fn ask_for_reset(&mut self) -> Result<()> {
        let Some(last) = &self.last else {
            return self.say("The first check is still running.");
        };
        if !self.judging.implementation.is_steps() {
            return self.say("Only the steps of the course can be put back to how they came.");
        }
        let file = relative(&last.file);
        let question =
            format!("Put `{file}` back to how it came? What you have is kept in a backup. y or n");
        self.asks = Asks::Reset(question);
        self.prompt()
    }

    fn reset(&mut self, key: Key) -> Result<()> {
        let Some(last) = &self.last else {
            return self.prompt();
        };
        if key != Key::Letter('y') {
            let file = relative(&last.file);
            return self.say(&format!("`{file}` is left as it is."));
        }
        match reset::put_back(&Reference::of_course(last.step), &last.file, |_| Ok(true)) {
            Ok(said) => self.say(said.trim_end()),
            Err(error) => {
                report::error(&error);
                self.prompt()
            }
        }
    }

    fn say(&self, text: &str) -> Result<()> {
        let lines: Vec<_> = text.lines().map(report::paragraphs).collect();
        report::print(&format!("\n{}\n", lines.join("\n")))?;
        self.prompt()
    }

    /// What the next key can do, in a line or two.
    pub(super) fn prompt(&self) -> Result<()> {
        match &self.asks {
            Asks::Nothing => {}
            Asks::Task(_) => return Choice::prompt(),
            Asks::Reset(question) => {
                return report::print(&format!("\n{}\n", report::paragraphs(question)));
            }
        }
        let keys = ACTIONS.map(|(_, key, name)| format!("{key} {name}"));
        let (begin, more) = match (self.typing.is_some(), Keyboard::AT_ONCE) {
            (true, true) => ("Checks on save", keys.to_vec()),
            (true, false) => ("With Enter:", keys.to_vec()),
            (false, _) => ("Checks on save", vec!["Ctrl-C ends it".to_owned()]),
        };
        let parts = [vec![begin.to_owned()], more].concat();
        report::print(&format!("\n{}\n", report::joined(&parts)))
    }
}
