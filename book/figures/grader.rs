//! What the grader itself says of its command line, and how much its tests hold.

use std::fs;
use std::path::Path;

use clap::CommandFactory;
use grader::cli::Cli;
use grader::steps::STEPS;
use ndarray::ShapeError;

/// The limits that can be set, and what they are if nobody does.
pub(super) fn limits() -> Result<String, ShapeError> {
    let mut table = String::from("| flag | what it limits | without it |\n|---|---|--:|\n");
    let command = Cli::command();
    let limits = command
        .get_arguments()
        .filter(|argument| argument.get_help_heading() == Some("Limits"));
    for limit in limits {
        let name = limit.get_long().unwrap_or_default();
        let help = limit
            .get_help()
            .map(ToString::to_string)
            .unwrap_or_default();
        let value = limit
            .get_default_values()
            .first()
            .map(|value| value.to_string_lossy());
        table.push_str(&format!(
            "| `--{name}` | {help} | {} |\n",
            value.unwrap_or_default()
        ));
    }
    Ok(table)
}

/// How many programs of a kind the grader's tests hold, over all steps.
pub(super) fn programs(kind: &str) -> Result<String, ShapeError> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../grader/tests/data");
    let folders = STEPS.iter().map(|step| data.join(step.stem).join(kind));
    let programs = folders.filter_map(|folder| fs::read_dir(folder).ok());
    let count: usize = programs.map(Iterator::count).sum();
    Ok(count.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_limit_has_a_line_with_all_its_cells() -> Result<(), ShapeError> {
        let table = limits()?;
        assert!(table.lines().count() > 4, "{table}");
        for limit in table.lines().skip(2) {
            let cells: Vec<&str> = limit.trim_matches('|').split('|').map(str::trim).collect();
            assert!(
                cells.len() == 3 && cells.iter().all(|cell| !cell.is_empty()),
                "{limit}"
            );
        }
        assert!(
            table.contains("| `--timeout` | Seconds that one call may take |"),
            "{table}"
        );
        Ok(())
    }

    #[test]
    fn there_are_programs_of_either_kind() -> Result<(), ShapeError> {
        for kind in ["right", "wrong"] {
            let count: usize = programs(kind)?.parse().expect("a number");
            assert!(count > 30, "{count} {kind}");
        }
        Ok(())
    }
}
