//! What the commands for instructors take.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::LimitArgs;

/// What `batch` takes.
#[derive(Debug, Args)]
pub struct BatchArgs {
    /// The folder with the hand-ins: a folder, a .zip or a .rs file each
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// Where to write the results; those that are there and still hold are kept
    #[arg(long, value_name = "OUT")]
    pub out: PathBuf,
    /// How many to judge at once [default: one for each processor]
    #[arg(long, value_name = "N")]
    pub jobs: Option<usize>,
    /// Judge this step alone; a hand-in of one file may then have any name
    #[arg(long, value_name = "STEP")]
    pub step: Option<String>,
    /// The tasks that count: `2-6`, or of certain steps `02.1-4,03.2` [default: all]
    #[arg(long, value_name = "TASKS")]
    pub tasks: Option<String>,
    /// A file with other points, in TOML or JSON: `02.1 = 5`
    #[arg(long, value_name = "FILE")]
    pub points: Option<PathBuf>,
    /// A file that nobody knows, so that the questions cannot be foreseen
    #[arg(long, value_name = "FILE")]
    pub salt: Option<PathBuf>,
    /// How much to tell who handed in
    #[arg(long, value_enum, default_value_t = Feedback::Full)]
    pub feedback: Feedback,
    /// Judge the K-th of N parts, on one of N machines
    #[arg(long, value_name = "K/N", value_parser = partition)]
    pub partition: Option<(u64, u64)>,
    /// Say whose points differ from those in this folder of an earlier batch, and why
    #[arg(long, value_name = "OLD")]
    pub compare: Option<PathBuf>,
    /// Until when it was to be handed in; results and summaries show it
    #[arg(long, value_name = "TEXT")]
    pub deadline: Option<String>,
    /// Judge again what was judged before
    #[arg(long)]
    pub again: bool,
    /// Judge even where hand-ins can reach this machine's files and its network
    #[arg(long)]
    pub allow_weak_isolation: bool,
    /// Where to keep what is built [default: target/grader of the course]
    #[arg(long, value_name = "DIR")]
    pub target_dir: Option<PathBuf>,
    /// What the answers and the compiler may use
    #[command(flatten)]
    pub limits: LimitArgs,
}

/// What `summary` takes.
#[derive(Debug, Args)]
pub struct SummaryArgs {
    /// Folders that `batch` wrote to
    #[arg(value_name = "OUT", required = true)]
    pub out: Vec<PathBuf>,
    /// A table of the class (CSV): says who has handed in nothing
    #[arg(long, value_name = "CSV")]
    pub roster: Option<PathBuf>,
    /// A grade book (CSV) to fill the points into: a new file beside it
    #[arg(long, value_name = "GRADEBOOK", requires_all = ["by", "column"])]
    pub into: Option<PathBuf>,
    /// The column whose cells are names or numbers of hand-ins
    #[arg(long = "match", value_name = "COLUMN")]
    pub by: Option<String>,
    /// The column that the points go into
    #[arg(long, value_name = "COLUMN", requires = "into")]
    pub column: Option<String>,
    /// Fill in the grade book itself
    #[arg(long, requires = "into")]
    pub force: bool,
}

/// How much is said to who handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Feedback {
    /// The report that `check` prints
    Full,
    /// What is passed and what is not, and nothing of why
    Status,
    /// Nothing
    None,
}

impl Feedback {
    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Status => "status",
            Self::None => "none",
        }
    }
}

/// Reads `K/N`.
fn partition(text: &str) -> Result<(u64, u64), String> {
    let parts = text.split_once('/').and_then(|(part, parts)| {
        let (part, parts) = (part.parse().ok()?, parts.parse().ok()?);
        (1..=parts).contains(&part).then_some((part, parts))
    });
    parts.ok_or_else(|| "expected K/N with K from 1 to N, such as 2/8".to_owned())
}
