//! What the page of a step shows of its tasks and its file.

use grader::steps::{Step, Task};

/// How many characters of code fit into a line of the page.
const WIDTH: usize = 84;

/// The head of the step's file, which is Markdown already; each task of its list leads to its section of the page.
pub(super) fn opening(step: &Step) -> String {
    let mut text = String::new();
    for line in step.solution.lines() {
        let Some(line) = line.strip_prefix("//!") else {
            break;
        };
        let line = line.trim_start();
        let line = match line.split_once(". ") {
            Some((number, task)) if number.parse::<u8>().is_ok() => {
                format!("{number}. [{task}](#task-{number})")
            }
            _ => match line.strip_prefix("# ") {
                Some(title) => format!("**{title}**"),
                None => line.to_owned(),
            },
        };
        text.push_str(format!("> {line}").trim_end());
        text.push('\n');
        // Markdown wants an empty line between a paragraph and a list.
        if line.ends_with(':') {
            text.push_str(">\n");
        }
    }
    text
}

/// The file that a learner opens, in a fence.
pub(super) fn stub(step: &'static Step) -> String {
    fence(&grader::stubs::stub(step))
}

/// What to do in a task, and the signature.
pub(super) fn asked(step: &Step, task: &Task) -> String {
    let signature = task
        .function
        .map(|function| fence(&wrap(&step.signature(function))));
    let asked: Vec<String> = [Some(step.todo(task)), signature]
        .into_iter()
        .flatten()
        .collect();
    asked.join("\n\n")
}

/// How to check a task, and its hints and its answer, all closed.
pub(super) fn help(step: &Step, task: &Task) -> String {
    let check = format!("`cargo s{:02} {}` checks it.\n", step.number, task.number);
    let hints = (1..)
        .zip(["Hint", "Another hint", "Last hint"])
        .map(|(level, title)| closed(title, &step.hint(task, level)));
    let answer = closed("Show solution", &fence(&step.answer(task)));
    let help: Vec<String> = [check].into_iter().chain(hints).chain([answer]).collect();
    help.join("\n")
}

fn fence(code: &str) -> String {
    format!("```rust,ignore\n{}\n```", code.trim_end())
}

/// A part that a reader has to open.
fn closed(title: &str, text: &str) -> String {
    format!(
        "<details>\n<summary>{title}</summary>\n\n{}\n\n</details>",
        text.trim_end()
    )
}

/// One line for each argument, as rustfmt would do it, where the signature is wider than the page.
fn wrap(signature: &str) -> String {
    if signature.contains('\n') || signature.len() <= WIDTH {
        return signature.to_owned();
    }
    let parts = signature.split_once('(').and_then(|(name, rest)| {
        let (arguments, result) = rest.rsplit_once(") ->")?;
        Some((name, arguments, result))
    });
    let Some((name, arguments, result)) = parts else {
        return signature.to_owned();
    };
    let arguments = arguments.replace(", ", ",\n    ");
    format!("{name}(\n    {arguments},\n) ->{result}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use grader::steps::STEPS;

    #[test]
    fn every_task_has_its_words_its_hints_and_its_answer() {
        for step in STEPS {
            for task in step.tasks {
                let (asked, help) = (asked(step, task), help(step, task));
                assert!(asked.contains(&step.todo(task)));
                assert_eq!(asked.contains("pub fn"), task.function.is_some(), "{asked}");
                // No code beside the signature, in which an array has a `;`.
                assert!(!asked.contains('{') && !asked.contains(";\n"), "{asked}");
                assert_eq!(help.matches("<details>").count(), 4);
                for level in 1..=3 {
                    assert!(help.contains(step.hint(task, level).trim()));
                }
                assert!(help.contains(step.answer(task).trim()), "{help}");
            }
        }
    }

    #[test]
    fn an_opening_ends_before_the_first_task() {
        for step in STEPS {
            let opening = opening(step);
            let last = step.tasks.len();
            assert!(
                opening.starts_with(&format!("> **Step {:02}", step.number)),
                "{opening}"
            );
            assert!(
                opening.contains(&format!("cargo s{:02}", step.number)),
                "{opening}"
            );
            assert!(
                opening.contains(&format!("> {last}. ["))
                    && opening.contains(&format!("](#task-{last})")),
                "{opening}"
            );
            assert!(!opening.contains("ANCHOR"));
        }
    }
}
