//! The list in which a task can be chosen.

use super::keys::Key;
use crate::error::Result;
use crate::judge::{StepVerdict, Verdict};
use crate::report::{self, Listed};

/// The list and the task that is chosen in it, counted over all steps.
#[derive(Debug)]
pub(super) struct Choice {
    listed: Vec<Listed>,
    cursor: usize,
}

/// What a key does to it.
#[derive(Debug)]
pub(super) enum Chosen<'a> {
    /// Another task is chosen, or the same; it goes on.
    Moved,
    /// This task is to be looked at.
    Task(&'a StepVerdict, &'a Verdict),
    /// Nothing: the list is left.
    Nothing,
}

impl Choice {
    /// Begins at the task that is next.
    pub fn new(listed: Vec<Listed>) -> Self {
        let judged = listed
            .iter()
            .filter_map(|(_, verdict)| verdict.as_ref().ok());
        let next = judged.clone().find_map(|step| {
            let next = step.next()?.task.number;
            Some((step.step.number, next))
        });
        let mut tasks = judged.flat_map(|step| step.tasks.iter().map(move |task| (step, task)));
        let at_next = |(step, task): (&StepVerdict, &Verdict)| {
            Some((step.step.number, task.task.number)) == next
        };
        let cursor = tasks.position(at_next).unwrap_or(0);
        Self { listed, cursor }
    }

    /// Every task that was judged, with its step.
    fn tasks(&self) -> impl Iterator<Item = (&StepVerdict, &Verdict)> {
        let judged = self
            .listed
            .iter()
            .filter_map(|(_, verdict)| verdict.as_ref().ok());
        judged.flat_map(|step| step.tasks.iter().map(move |task| (step, task)))
    }

    /// Shows the list.
    ///
    /// # Errors
    ///
    /// Where it cannot be written.
    pub fn show(&self) -> Result<()> {
        report::separate()?;
        report::list_at(&self.listed, Some(self.cursor))
    }

    /// Says which keys it takes.
    ///
    /// # Errors
    ///
    /// Where that cannot be written.
    pub fn prompt() -> Result<()> {
        let keys = [
            "j and k move",
            "Enter leads to the task",
            "Esc leaves the list",
        ];
        report::print(&format!("\n{}\n", report::joined(&keys.map(str::to_owned))))
    }

    /// Does what a key asks for.
    pub fn press(&mut self, key: Key) -> Chosen<'_> {
        let last = self.tasks().count().saturating_sub(1);
        match key {
            Key::Down | Key::Letter('j') => self.cursor = (self.cursor + 1).min(last),
            Key::Up | Key::Letter('k') => self.cursor = self.cursor.saturating_sub(1),
            Key::Enter => {
                return match self.tasks().nth(self.cursor) {
                    Some((step, task)) => Chosen::Task(step, task),
                    None => Chosen::Nothing,
                };
            }
            _ => return Chosen::Nothing,
        }
        Chosen::Moved
    }
}
