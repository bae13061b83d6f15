//! What the page of a step shows of its tasks and its file.

use grader::steps::Step;
use ndarray::ShapeError;

/// How many characters of code fit into a line of the page.
const WIDTH: usize = 84;

/// The head of the step's file, which is Markdown already; each task of its list leads to its section of the page.
pub(super) fn opening(step: &'static Step) -> Result<String, ShapeError> {
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
    Ok(text)
}

/// The file that a learner opens, in a fence.
pub(super) fn stub(step: &'static Step) -> Result<String, ShapeError> {
    let stub = grader::stubs::stub(step);
    Ok(format!("```rust,ignore\n{stub}```\n"))
}

/// What the page says of each task, between anchors: `task_6` is what to do and the signature, `help_6` the hints and the
/// answer, all closed.
pub(super) fn tasks(step: &'static Step) -> Result<String, ShapeError> {
    let mut text = String::new();
    for task in step.tasks {
        let number = task.number;
        let signature = task
            .function
            .map(|function| fence(&wrap(&step.signature(function))));
        let asked = [Some(step.todo(task)), signature];
        let asked: Vec<String> = asked.into_iter().flatten().collect();
        put(&mut text, &format!("task_{number}"), &asked.join("\n\n"));
        let hints = ["Hint", "Another hint", "Last hint"];
        let mut help: Vec<String> = (1..)
            .zip(hints)
            .map(|(level, title)| closed(title, &step.hint(task, level)))
            .collect();
        help.push(closed("Show solution", &fence(&step.answer(task))));
        put(&mut text, &format!("help_{number}"), &help.join("\n"));
    }
    Ok(text)
}

fn put(text: &mut String, anchor: &str, part: &str) {
    text.push_str(&format!(
        "<!-- ANCHOR: {anchor} -->\n{part}\n<!-- ANCHOR_END: {anchor} -->\n"
    ));
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
    use grader::anchors;
    use grader::steps::STEPS;

    #[test]
    fn every_task_has_its_words_its_hints_and_its_answer() -> Result<(), ShapeError> {
        for step in STEPS {
            let text = tasks(step)?;
            for task in step.tasks {
                let part = |name| anchors::part(&text, &format!("{name}_{}", task.number));
                let (asked, help) = (
                    part("task").unwrap_or_default(),
                    part("help").unwrap_or_default(),
                );
                assert!(asked.contains(&step.todo(task)));
                assert_eq!(asked.contains("pub fn"), task.function.is_some(), "{asked}");
                assert!(!asked.contains(['{', ';']), "{asked}");
                assert_eq!(help.matches("<details>").count(), 4);
                for level in 1..=3 {
                    assert!(help.contains(step.hint(task, level).trim()));
                }
                assert!(help.contains(step.answer(task).trim()), "{help}");
            }
        }
        Ok(())
    }

    #[test]
    fn an_opening_ends_before_the_first_task() -> Result<(), ShapeError> {
        for step in STEPS {
            let opening = opening(step)?;
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
        Ok(())
    }
}
