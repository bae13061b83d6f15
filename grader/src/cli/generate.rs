//! What `generate` takes.

use std::path::PathBuf;

use clap::Args;

use super::JudgeArgs;

/// What `generate` takes.
#[derive(Debug, Args)]
#[command(mut_arg("implementation", |arg| arg.help("Whose steps: `steps`, `solutions`, or a folder that holds step files")))]
#[command(mut_arg("seed", |arg| arg.help(SEED)))]
pub struct GenerateArgs {
    /// The text to go on from
    #[arg(value_name = "PROMPT", default_value = "It is a truth")]
    pub prompt: String,
    /// How many tokens to write
    #[arg(long, value_name = "N", default_value_t = 80, value_parser = clap::value_parser!(u32).range(0..=10_000))]
    pub max_new_tokens: u32,
    /// Below 1 the likely tokens become likelier, above 1 all become more alike; at 0 the likeliest is always taken
    #[arg(long, value_name = "T", default_value_t = 0.8, value_parser = temperature)]
    pub temperature: f32,
    /// Use your steps as they are, passed or not, where no answer is left to write; what is wrong in them is heard
    #[arg(long, conflicts_with = "broken")]
    pub as_is: bool,
    /// A GPT-2 in safetensors, or the folder it lies in, with its vocab.json and merges.txt [default: the model of the course]
    #[arg(long, value_name = "PATH")]
    pub weights: Option<PathBuf>,
    /// Make a mistake of the catalogue in the reference, such as T3, and write with it and without; `list` names them
    #[arg(
        long = "break",
        value_name = "MISTAKE",
        conflicts_with = "implementation"
    )]
    pub broken: Option<String>,
    /// What every command that judges takes.
    #[command(flatten)]
    pub judge: JudgeArgs,
}

/// Here the seed is that of the text.
const SEED: &str = "Draw the random numbers of this seed; the same seed writes the same text [default: another one each time]";

/// A temperature: a number from 0 on.
fn temperature(word: &str) -> Result<f32, String> {
    match word.parse() {
        Ok(temperature) if (0.0..=f32::MAX).contains(&temperature) => Ok(temperature),
        _ => Err("expected a number from 0 on, such as 0.8".to_owned()),
    }
}
