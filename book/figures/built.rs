//! The figure of the last page: what a reader has written.

use grader::steps::STEPS;
use ndarray::ShapeError;

/// How many lines of code the reference answers have.
fn lines(code: &str) -> usize {
    let code = code.lines().map(str::trim);
    code.filter(|line| !line.is_empty() && !line.starts_with("//"))
        .count()
}

/// The steps, their tasks, and the lines of the reference.
pub(super) fn steps() -> Result<String, ShapeError> {
    let mut text = String::from("| step | tasks | lines of the reference |\n|---|--:|--:|\n");
    let mut all = (0, 0);
    for step in STEPS {
        let tasks = step.tasks.len();
        let lines: usize = step
            .tasks
            .iter()
            .map(|task| lines(&step.answer(task)))
            .sum();
        let (number, title, stem) = (step.number, step.title, step.stem);
        text.push_str(&format!(
            "| [{number:02} {title}]({stem}.md) | {tasks} | {lines} |\n"
        ));
        all = (all.0 + tasks, all.1 + lines);
    }
    text.push_str(&format!("| all | {} | {} |\n", all.0, all.1));
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_empty_lines_are_no_code() {
        assert_eq!(lines("// a\nlet b = 1;\n\n    b // c\n"), 2);
    }

    #[test]
    fn every_step_has_a_line() -> Result<(), ShapeError> {
        assert_eq!(steps()?.lines().count(), STEPS.len() + 3);
        Ok(())
    }
}
