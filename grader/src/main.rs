//! The command `grader`: see the library for what it does.

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let started_by_itself = grader::stand_in_for_rustc().or_else(grader::commands::supervise);
    if let Some(status) = started_by_itself {
        return ExitCode::from(status);
    }
    ExitCode::from(match grader::cli::Cli::try_parse() {
        Ok(cli) => grader::commands::run(cli),
        Err(words) => grader::commands::words(&words),
    })
}
