//! The command `grader`: see the library for what it does.

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    ExitCode::from(grader::commands::run(grader::cli::Cli::parse()))
}
