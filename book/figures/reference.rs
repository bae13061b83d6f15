//! Takes from the reference answer what the page shows of it beside the answers themselves.

use grader::steps::step_02::STEP;
use ndarray::ShapeError;

/// How many characters of code fit into a line of the page.
const WIDTH: usize = 84;

/// The head of the step's file, which is Markdown already; each task of its list leads to its section of the page.
pub(super) fn opening() -> Result<String, ShapeError> {
    let mut text = String::new();
    for line in STEP.solution.lines() {
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

/// The signature of every function, each in a fence and between anchors of its name.
pub(super) fn signatures() -> Result<String, ShapeError> {
    let mut text = String::new();
    for (name, signature) in functions() {
        text.push_str(&format!(
            "<!-- ANCHOR: {name} -->\n```rust,ignore\n{signature}\n```\n<!-- ANCHOR_END: {name} -->\n\n"
        ));
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    Ok(text)
}

/// The file that a learner opens, in a fence.
pub(super) fn stub() -> Result<String, ShapeError> {
    let stub = grader::stubs::stub(&STEP);
    Ok(format!("```rust,ignore\n{stub}```\n"))
}

/// Name and signature of every function to write, in the order of the tasks.
fn functions() -> Vec<(&'static str, String)> {
    let names = STEP.tasks.iter().filter_map(|task| task.function);
    names
        .map(|name| (name, wrap(&STEP.signature(name))))
        .collect()
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

    #[test]
    fn all_functions_of_the_step_are_found() {
        let functions = functions();
        let names: Vec<&str> = functions.iter().map(|&(name, _)| name).collect();
        assert_eq!(
            names,
            [
                "mask_value",
                "total_length",
                "constant",
                "broadcast_to",
                "band_part",
                "causal_mask",
                "cached_causal_mask"
            ]
        );
        assert_eq!(functions[0].1, "pub fn mask_value<T: Float>() -> T");
        assert!(
            functions
                .iter()
                .all(|(_, signature)| !signature.contains(['{', ';']))
        );
    }

    #[test]
    fn the_opening_ends_before_the_first_task() -> Result<(), ShapeError> {
        let opening = opening()?;
        assert!(
            opening.starts_with("> **Step 02") && opening.contains("cargo s02"),
            "{opening}"
        );
        assert!(
            opening.contains("> 6. [") && opening.contains("](#task-6)"),
            "{opening}"
        );
        assert!(!opening.contains("ANCHOR"));
        Ok(())
    }
}
