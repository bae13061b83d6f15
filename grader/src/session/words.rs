//! Turns the words of a command line into steps, tasks and numbers.

use crate::cli;
use crate::error::{Error, Result};
use crate::steps::{STEPS, Step, Task};

/// The step that a user names.
///
/// # Errors
///
/// Usage, where there is no such step.
pub fn find_step(name: &str) -> Result<&'static Step> {
    Step::find(name).ok_or_else(|| {
        let known: Vec<_> = STEPS
            .iter()
            .map(|step| format!("{:02}", step.number))
            .collect();
        let known = known.join(", ");
        let is_place = ["steps", "solutions"].contains(&name) || name.ends_with(".rs") || name.contains(['/', '\\']);
        // Without a command the first word is a step, so a misspelled command comes here.
        let problem = if is_place {
            format!("`{name}` is no step; steps are {known}\na file or folder is named by an option: --impl {name}")
        } else if name.starts_with(|c: char| c.is_ascii_digit()) || name.starts_with("step") {
            format!("no step `{name}`; steps are {known}")
        } else {
            let commands = cli::commands();
            let names: Vec<_> = commands.iter().map(String::as_str).collect();
            match similar::get_close_matches(name, &names, 1, 0.6).first() {
                Some(near) => format!("no command or step `{name}`; did you mean `{near}`?"),
                None => format!(
                    "no command or step `{name}`; steps are {known}, commands are {}",
                    commands.join(", ")
                ),
            }
        };
        Error::Word {
            word: name.to_owned(),
            problem,
        }
    })
}

/// What is wrong with the first word of a command line, if it can only be a misspelled command.
pub fn misspelled(word: &str) -> Option<Error> {
    let is_command = || cli::commands().iter().any(|name| name == word);
    if !word.starts_with(char::is_alphabetic) || is_command() {
        return None;
    }
    find_step(word).err()
}

/// What words such as `02 6` name.
#[derive(Clone, Copy, Debug, Default)]
pub struct Words {
    /// The step; none where the current one is meant.
    pub step: Option<&'static Step>,
    /// The number after it; none where there is none.
    pub number: Option<u64>,
    /// The one after that.
    pub second: Option<u64>,
}

impl Words {
    /// What the words name: a step, as `lead` finds it, and up to `most` numbers.
    ///
    /// # Errors
    ///
    /// Usage, where a word is neither a step nor a number, or there are too many.
    pub fn of(words: &[String], alone: usize, most: usize) -> Result<Self> {
        let (step, rest) = lead(words, alone)?;
        if let Some(one) = rest.get(most) {
            return Err(Error::Word {
                word: one.clone(),
                problem: format!("`{one}` is one word too many"),
            });
        }
        let numbers = rest
            .iter()
            .map(|word| number(word))
            .collect::<Result<Vec<_>>>()?;
        Ok(Self {
            step,
            number: numbers.first().copied(),
            second: numbers.get(1).copied(),
        })
    }

    /// The step that the words of a command name which is about a whole step.
    ///
    /// # Errors
    ///
    /// Usage, where they name more.
    pub fn step(words: &[String], command: &str) -> Result<Option<&'static Step>> {
        let asked = Self::of(words, 0, 2)?;
        match asked.number {
            None => Ok(asked.step),
            Some(number) => Err(Error::Word {
                word: number.to_string(),
                problem: format!(
                    "`{command}` is about a whole step, and `{number}` names none\nfor a task: cargo grade check --task {number}, or cargo grade hint {number}"
                ),
            }),
        }
    }

    /// The number as that of a task.
    pub fn task(&self) -> Option<u8> {
        self.number
            .map(|number| u8::try_from(number).unwrap_or(u8::MAX))
    }
}

/// The step that the words begin with, and the words after it. Up to `alone` numbers mean what they do after a step, if the
/// first is not written as one, with a 0 before it. So do other words where the first is a task and no step.
///
/// # Errors
///
/// Usage, where the first word is neither a step nor a number.
pub fn lead(words: &[String], alone: usize) -> Result<(Option<&'static Step>, &[String])> {
    let is_task = |word: &String| {
        let number = word.parse().ok();
        let tasks = STEPS.iter().flat_map(|step| step.tasks);
        tasks.into_iter().any(|task| Some(task.number) == number)
    };
    let Some((first, rest)) = words.split_first() else {
        return Ok((None, words));
    };
    let is_number = !first.starts_with('0') && number(first).is_ok();
    let are_alone = words.len() <= alone && rest.iter().all(|word| number(word).is_ok());
    if is_number && (are_alone || Step::find(first).is_none() && is_task(first)) {
        return Ok((None, words));
    }
    Ok((Some(find_step(first)?), rest))
}

fn number(word: &str) -> Result<u64> {
    word.parse().map_err(|source| Error::Number {
        word: word.to_owned(),
        source,
    })
}

/// What a number is that can be said by a word and by the option `name`.
///
/// # Errors
///
/// Usage, where they say different things.
pub fn either(word: Option<u8>, option: Option<u8>, name: &str) -> Result<Option<u8>> {
    match (word, option) {
        (Some(word), Some(option)) if word != option => Err(Error::Usage(format!(
            "`{word}` and `{name} {option}` say different things\nleave one of them out"
        ))),
        _ => Ok(word.or(option)),
    }
}

/// The task of a step that a user names.
///
/// # Errors
///
/// Usage, where there is no such task.
pub fn find_task(step: &Step, number: u8) -> Result<&'static Task> {
    step.task(number).ok_or(Error::NoTask {
        step: step.number,
        task: number,
        last: step.tasks.len(),
    })
}
