//! What `bench` takes.

use clap::Args;

use super::JudgeArgs;

/// What `bench` takes.
#[derive(Debug, Args)]
// What is measured follows from no seed.
#[command(mut_arg("seed", |seed| seed.hide(true)))]
pub struct BenchArgs {
    /// The step: 2, 02 or step_02; without it, the current one
    #[arg(value_name = "STEP", num_args = 0..=4)]
    pub words: Vec<String>,
    /// What every command that judges takes.
    #[command(flatten)]
    pub judge: JudgeArgs,
}
