//! The command `grader`: see the library for what it does.

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    ExitCode::from(match grader::cli::Cli::try_parse() {
        Ok(cli) => grader::commands::run(cli),
        Err(words) => grader::commands::words(&words),
    })
}
