//! What the commands take that write step files.

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
}
