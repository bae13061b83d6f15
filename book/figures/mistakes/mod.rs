//! The mistakes that the grader knows: a section for each, with the example that a report would show.

mod example;

use std::fs;
use std::path::Path;

use grader::steps::{Family, Misconception, Step, Task, Words};
use ndarray::ShapeError;

/// Large examples depend on it. The grader's tests hold its reports against the examples of this seed.
const SEED: u64 = 0;

/// Where the programs are that make the mistakes, from the folder of the generated files.
const PROGRAMS: &str = "../../../grader/tests/data";

/// An overview and all sections, each between anchors.
pub(super) fn of(step: &'static Step) -> Result<String, ShapeError> {
    let programs = programs(step);
    let mut overview = String::new();
    let mut sections = String::new();
    for family in step.families() {
        let title = family.title;
        overview.push_str(&format!(
            "**{title}**\n\n| | mistake | what comes of it |\n|---|---|---|\n"
        ));
        sections.push_str(&format!("## {title}\n\n"));
        for mistakes in grouped(family) {
            let section = Section::new(step, mistakes, &programs)?;
            overview.push_str(&section.row());
            sections.push_str(&section.text());
        }
        overview.push('\n');
    }
    Ok(format!(
        "<!-- ANCHOR: overview -->\n{}\n<!-- ANCHOR_END: overview -->\n\n\
         <!-- ANCHOR: sections -->\n{}\n<!-- ANCHOR_END: sections -->\n",
        overview.trim_end(),
        sections.trim_end()
    ))
}

/// The mistakes of a family, those with the same id together.
fn grouped(family: Family) -> impl Iterator<Item = &'static [Misconception]> {
    family.mistakes.chunk_by(|a, b| a.id == b.id)
}

/// The names of the programs that make the mistakes of a step, in order.
fn programs(step: &Step) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("src/generated")
        .join(PROGRAMS)
        .join(step.stem)
        .join("wrong");
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<_> = entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// All that is said about one id.
struct Section {
    id: &'static str,
    title: &'static str,
    tasks: String,
    effects: Vec<&'static str>,
    parts: Vec<String>,
}

impl Section {
    fn new(
        step: &Step,
        mistakes: &'static [Misconception],
        programs: &[String],
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
            let example = task.and_then(|task| Some((task, mistake.example(task, SEED)?)));
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

    /// Its line in the overview.
    fn row(&self) -> String {
        let Self { id, title, .. } = self;
        let effects = match self.effects.as_slice() {
            [] => "some answers are wrong".to_owned(),
            effects => effects.join(", "),
        };
        format!("| {id} | [{title}](#{id}) | {effects} |\n")
    }

    fn text(&self) -> String {
        let Self {
            id, title, tasks, ..
        } = self;
        format!(
            "### {title} {{#{id}}}\n\n{id} · {tasks}\n\n{}",
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

/// The first program that makes a mistake in the task of its example. Where there is none the name is one that does
/// not exist, which stops the build of the book.
fn program(mistake: &Misconception, programs: &[String]) -> String {
    let task = mistake.tasks.first();
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
    let own = super::OF_STEPS.iter().find(|(stem, _)| *stem == step.stem);
    if !own.map_or(Ok(false), |(_, own)| (own.explores)(id))? {
        return Ok(String::new());
    }
    Ok(format!(
        " [Or play with it]({}.html?mistake={id}#explorer).",
        step.stem
    ))
}

/// What to run to see it.
fn see(step: &Step, task: &Task, example: &grader::steps::Example) -> String {
    match example::drawn_by(step, example) {
        Some(command) => format!("`{command}`."),
        None => format!(
            "`cargo s{:02} --task {}` makes calls like this one.",
            step.number, task.number
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use grader::steps::{STEPS, step_02};

    #[test]
    fn every_section_has_its_code_and_says_how_to_see_it() -> Result<(), ShapeError> {
        let texts: Result<Vec<_>, _> = STEPS.iter().map(of).collect();
        let texts = texts?;
        let sections = texts.iter().flat_map(|text| text.split("\n### ").skip(1));
        assert!(sections.clone().count() > 90 + 10 * (STEPS.len() - 1));
        for section in sections {
            for part in [
                "<summary>How it looks in code</summary>",
                "{{#include ",
                "**How to see it:** ",
                "**What to do:** ",
            ] {
                assert!(section.contains(part), "no `{part}` in:\n{section}");
            }
        }
        Ok(())
    }

    #[test]
    fn what_is_shared_by_two_tasks_is_one_section() -> Result<(), ShapeError> {
        let text = of(&step_02::STEP)?;
        for id in ["V1", "R1"] {
            assert_eq!(text.matches(&format!("{{#{id}}}")).count(), 1, "{id}");
        }
        assert!(text.contains("**In [task 2](step_02.md#task-2): 0 hides nothing**"));
        Ok(())
    }
}
