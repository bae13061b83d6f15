//! What is said about one mistake, with the example that a report would show.

use grader::steps::{Check, Example, Misconception, Step, Task, Words};
use ndarray::ShapeError;

use super::{PROGRAMS, example};

/// All that is said about one id.
pub(super) struct Section {
    pub(super) id: &'static str,
    title: &'static str,
    tasks: String,
    effects: Vec<&'static str>,
    parts: Vec<String>,
}

impl Section {
    pub(super) fn new(
        step: &Step,
        mistakes: &'static [Misconception],
        programs: &[String],
        checks: &[(u8, Vec<Check>)],
    ) -> Result<Self, ShapeError> {
        let mut section = Self {
            id: mistakes[0].id,
            title: mistakes[0].words().title,
            tasks: tasks(step, mistakes),
            effects: Vec::new(),
            parts: Vec::new(),
        };
        for mistake in mistakes {
            let Words {
                title,
                text: does,
                fix,
            } = mistake.words();
            let mut text = String::new();
            // Others with the same id are the same mistake in another task.
            if !section.parts.is_empty() {
                let tasks = tasks(step, std::slice::from_ref(mistake));
                let heading = match title {
                    title if title == section.title => format!("In {tasks}"),
                    title => format!("In {tasks}: {title}"),
                };
                text.push_str(&format!("**{heading}**\n\n"));
            }
            text.push_str(&format!("{does}\n\n"));
            let program = program(mistake, programs);
            let file = format!("{PROGRAMS}/{}/wrong/{program}", step.stem);
            text.push_str(&format!(
                "<details>\n<summary>How it looks in code</summary>\n\n\
                 ```rust,ignore\n{{{{#include {file}}}}}\n```\n\n</details>\n\n"
            ));
            let task = mistake.tasks.first().and_then(|task| step.task(*task));
            let example = task.and_then(|task| {
                let (_, checks) = checks.iter().find(|(number, _)| *number == task.number)?;
                Some((task, mistake.example(checks)?))
            });
            match example {
                Some((task, example)) => {
                    if section.effects.is_empty() {
                        section.effects = example::effects(step, &example);
                    }
                    text.push_str(&example::show(step, &example)?);
                    let see = see(step, task, &example);
                    text.push_str(&format!("**How to see it:** {see}{}\n\n", explorer(step, mistake)?));
                }
                None => text.push_str(
                    "**How to see it:** the report has a call that goes wrong. Try the same one in a test of your own, \
                     first and alone, and with other sizes and dtypes.\n\n",
                ),
            }
            text.push_str(&format!("**What to do:** {fix}\n\n"));
            section.parts.push(text);
        }
        Ok(section)
    }

    /// Its line in the index.
    pub(super) fn row(&self, page: &str) -> String {
        let Self { id, title, .. } = self;
        let effects = match self.effects.as_slice() {
            [] => "some answers are wrong".to_owned(),
            effects => effects.join(", "),
        };
        format!("| {id} | [{title}]({page}.md#{id}) | {effects} |\n")
    }

    pub(super) fn text(&self) -> String {
        let Self {
            id, title, tasks, ..
        } = self;
        format!(
            "## {id} · {title} {{#{id}}}\n\nIn {tasks}.\n\n{}",
            self.parts.concat()
        )
    }
}

/// The tasks in which something is a mistake, as links.
fn tasks(step: &Step, mistakes: &[Misconception]) -> String {
    let mut numbers: Vec<_> = mistakes.iter().flat_map(|mistake| mistake.tasks).collect();
    numbers.sort();
    let link = |number| format!("[task {number}]({}.md#task-{number})", step.stem);
    let links: Vec<_> = numbers.into_iter().map(link).collect();
    match links.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => "any task".to_owned(),
    }
}

/// The first program that makes a mistake, in the earliest of its tasks, so that nothing of a later one is told. Where
/// there is none the name is one that does not exist, which stops the build of the book.
fn program(mistake: &Misconception, programs: &[String]) -> String {
    let task = mistake.tasks.iter().min();
    let start = format!(
        "{}_{}_",
        task.map_or_else(String::new, u8::to_string),
        mistake.id
    );
    let is_it = |name: &&String| match task {
        Some(_) => name.starts_with(&start),
        None => name.contains(&start),
    };
    let program = programs.iter().find(is_it);
    program.cloned().unwrap_or_else(|| format!("{start}.rs"))
}

/// A link to where the page of the step shows it, if it does.
fn explorer(step: &Step, mistake: &Misconception) -> Result<String, ShapeError> {
    let id = mistake.id;
    let own = crate::figures::OF_STEPS
        .iter()
        .find(|(stem, _)| *stem == step.stem);
    if !own.map_or(Ok(false), |(_, own)| (own.explores)(id))? {
        return Ok(String::new());
    }
    Ok(format!(
        " [Or play with it]({}.html?mistake={id}#explorer).",
        step.stem
    ))
}

/// What to run to see it.
fn see(step: &Step, task: &Task, example: &Example) -> String {
    match example::drawn_by(step, example) {
        Some(command) => format!("`{command}`."),
        None => format!(
            "`cargo s{:02} --task {}` makes calls like this one.",
            step.number, task.number
        ),
    }
}
