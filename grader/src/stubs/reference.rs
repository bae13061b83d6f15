//! Answers that are known to be right, the course's or an instructor's, and what is left where some are taken out.

use std::borrow::Cow;
use std::path::Path;

use crate::anchors::{self, Line};
use crate::build::Source;
use crate::error::{Error, Result};
use crate::session::{Attempt, Implementation, relative, root};
use crate::steps::{Step, Task};

/// Comments in a stub end before this column.
const WIDTH: usize = 100;

/// Answers that are known to be right, marked as those of the course are.
#[derive(Debug)]
pub struct Reference {
    step: &'static Step,
    text: Cow<'static, str>,
}

impl Reference {
    /// The course's.
    pub fn of_course(step: &'static Step) -> Self {
        Self {
            step,
            text: Cow::Borrowed(step.solution),
        }
    }

    /// The one that lies at a place, such as an instructor's own; else the course's.
    ///
    /// # Errors
    ///
    /// Usage, where there is none, or not every answer in it is marked.
    pub fn find(step: &'static Step, place: Option<&Path>) -> Result<Self> {
        let Some(place) = place else {
            return Ok(Self::of_course(step));
        };
        let implementation = Implementation::find(place, root().as_deref())?;
        let source = Source::read(Attempt {
            implementation: &implementation,
            step,
        })?;
        for task in step.tasks {
            let name = format!("answer_{}", task.number);
            if anchors::part(&source.text, &name).is_none() {
                let (file, number) = (relative(&source.path), task.number);
                return Err(Error::Usage(format!(
                    "`{file}` does not mark the answer to task {number}\nput `// ANCHOR: {name}` before it and `// ANCHOR_END: {name}` behind it, as in `solutions`"
                )));
            }
        }
        Ok(Self {
            step,
            text: Cow::Owned(source.text),
        })
    }

    /// The answers as they would stand in `steps`, with those to the tasks that `left_out` names replaced by what is to
    /// be done.
    pub fn without(&self, left_out: impl Fn(&Task) -> bool) -> String {
        let mut text = String::new();
        let mut answer = false;
        // The task whose answer begins here, until it is known how far it is indented.
        let mut begun = None;
        let mut replaced = Vec::new();
        let step = self.step;
        let left_out = |name: &str| answered(step, name).filter(|task| left_out(task));
        for line in anchors::lines(&self.text) {
            match line {
                Line::Start(name) => {
                    if let Some(task) = left_out(name) {
                        answer = true;
                        // Helpers that an answer has outside its function are a part of it under the same name.
                        begun = Some(task).filter(|task| !replaced.contains(&task.number));
                        replaced.push(task.number);
                    }
                }
                Line::End(name) => answer &= left_out(name).is_none(),
                Line::Text(line) if answer => {
                    if let Some(task) = begun.take() {
                        let indent = &line[..line.len() - line.trim_start().len()];
                        put(step, task, indent, &mut text);
                    }
                }
                Line::Text(line) => {
                    text.push_str(&line.replace("solutions::", "steps::"));
                    text.push('\n');
                }
            }
        }
        text
    }
}

/// The task whose answer the anchor `name` marks.
fn answered(step: &Step, name: &str) -> Option<&'static Task> {
    let number = name.strip_prefix("answer_")?.parse().ok()?;
    step.task(number)
}

/// Writes what is to be done in place of an answer.
fn put(step: &Step, task: &Task, indent: &str, stub: &mut String) {
    let mut comment = |text: &str| {
        let mut line = String::new();
        for word in text.split_whitespace() {
            if indent.len() + 3 + line.len() + 1 + word.len() > WIDTH {
                stub.push_str(&format!("{indent}//{line}\n"));
                line.clear();
            }
            line.push(' ');
            line.push_str(word);
        }
        stub.push_str(&format!("{indent}//{line}\n"));
    };
    comment(&format!("TODO {}: {}", task.number, step.todo(task)));
    comment(&format!("Hint: {}", step.hint(task, 1)));
    if let Some(function) = task.function {
        stub.push_str(&format!(
            "{indent}todo!(\"task {}: {function}\")\n",
            task.number
        ));
    }
}
