//! What the commands take that write step files.

use std::path::PathBuf;

use clap::Args;

/// What `reset` takes.
#[derive(Debug, Args)]
pub struct ResetArgs {
    /// The step: 2, 02 or step_02; without it, the current one
    #[arg(value_name = "STEP", num_args = 0..=4)]
    pub words: Vec<String>,
    /// Do not ask
    #[arg(long)]
    pub yes: bool,
    /// What every command takes that knows the answers.
    #[command(flatten)]
    pub reference: ReferenceArgs,
}

/// What `stubs` takes.
#[derive(Debug, Args)]
pub struct StubsArgs {
    /// Write nothing; say which stubs differ
    #[arg(long)]
    pub check: bool,
    /// Do not ask
    #[arg(long, conflicts_with = "check")]
    pub yes: bool,
    /// What every command takes that knows the answers.
    #[command(flatten)]
    pub reference: ReferenceArgs,
}

/// Whose answers are the right ones.
#[derive(Debug, Default, Args)]
pub struct ReferenceArgs {
    /// Whose answers are the reference: a folder, or a file, marked as the solutions are [default: the course's]
    #[arg(long, value_name = "PATH")]
    pub reference: Option<PathBuf>,
}
