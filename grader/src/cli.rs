//! The command line.

mod bench;
mod files;
mod generate;
mod instructors;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

use crate::steps::draw::{self, StepOptions};
pub use bench::BenchArgs;
pub use files::{ReferenceArgs, ResetArgs, StubsArgs};
pub use generate::GenerateArgs;
pub use instructors::{BatchArgs, Feedback, SummaryArgs};

/// Judges your answers to the steps of the course.
///
/// Without a command it checks the first step of `steps/` that is not passed yet.
#[derive(Debug, Parser)]
#[command(name = "grader", version, args_conflicts_with_subcommands = true)]
pub struct Cli {
    /// What to do; checks where nothing is said.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// How to check.
    #[command(flatten)]
    pub check: CheckArgs,
}

/// The commands, one file each under `commands/`.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Judge an implementation of a step
    Check(CheckArgs),
    /// Judge a step again whenever its file is saved
    Watch(WatchArgs),
    /// List the steps and their tasks: what is passed and what is next
    List(JudgeArgs),
    /// Show a hint for a task
    Hint(HintArgs),
    /// Draw what an implementation makes, such as a mask
    Show(ShowArgs),
    /// Write a text with the model that your steps make
    Generate(GenerateArgs),
    /// Compare a step with the reference, once it is passed
    Diff(DiffArgs),
    /// Measure how long your functions take beside those of the reference; never part of the grade
    Bench(BenchArgs),
    /// Look for what keeps the grader from working here, and say what to do
    Doctor(DoctorArgs),
    /// Put a step back to how it came, keeping what was there
    Reset(ResetArgs),
    /// Write the stubs in steps/ from the solutions
    Stubs(StubsArgs),
    /// For instructors: judge a folder of hand-ins
    Batch(BatchArgs),
    /// For instructors: show what became of a class, and fill in a grade book
    Summary(SummaryArgs),
}

/// What `check` takes.
#[derive(Clone, Debug, Args)]
pub struct CheckArgs {
    /// The step (2, 02 or step_02), and perhaps a task of it; without it, the first step that is not passed
    #[arg(value_names = ["STEP", "TASK"], num_args = 0..=4)]
    pub words: Vec<String>,
    /// Judge this task alone
    #[arg(long, value_name = "N")]
    pub task: Option<u8>,
    /// How to report
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
    /// What every command that judges takes.
    #[command(flatten)]
    pub judge: JudgeArgs,
}

/// What every command that judges takes.
#[derive(Clone, Debug, Args)]
pub struct JudgeArgs {
    /// What to judge: `steps`, `solutions`, a step_NN.rs file, or a folder that holds such files
    #[arg(
        long = "impl",
        value_name = "steps|solutions|PATH",
        default_value = "steps"
    )]
    pub implementation: PathBuf,
    /// Ask the questions of this seed; without it, it follows from the step's source
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// Where to keep what is built [default: target/grader of the course]
    #[arg(long, value_name = "DIR")]
    pub target_dir: Option<PathBuf>,
    /// Whether to colour the report
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub color: Color,
    /// Use no signs but those of ASCII
    #[arg(long)]
    pub ascii: bool,
    /// What the answers and the compiler may use
    #[command(flatten)]
    pub limits: LimitArgs,
}

/// What `watch` takes.
#[derive(Debug, Args)]
pub struct WatchArgs {
    /// The step: 2, 02 or step_02; without it, the first one that is not passed
    #[arg(value_name = "STEP", num_args = 0..=4)]
    pub words: Vec<String>,
    /// Look at the files again and again, where the system does not tell of changes: network file systems, containers
    #[arg(long)]
    pub poll: bool,
    /// What every command that judges takes.
    #[command(flatten)]
    pub judge: JudgeArgs,
}

/// The limits. Those on memory hold where the system can enforce them.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Limits")]
pub struct LimitArgs {
    /// Seconds that one call may take
    #[arg(long, value_name = "S", default_value_t = 5, value_parser = clap::value_parser!(u64).range(1..=3600))]
    pub timeout: u64,
    /// Seconds that all calls of a step may take
    #[arg(long, value_name = "S", default_value_t = 30, value_parser = clap::value_parser!(u64).range(1..=36000))]
    pub step_timeout: u64,
    /// MiB of memory that a call may use
    #[arg(long, value_name = "MIB", default_value_t = 1024, value_parser = clap::value_parser!(u64).range(64..=1 << 20))]
    pub memory: u64,
    /// Seconds that compiling the answers may take
    #[arg(long, value_name = "S", default_value_t = 120, value_parser = clap::value_parser!(u64).range(1..=3600))]
    pub compile_timeout: u64,
    /// Seconds that compiling the crates that they use may take, once
    #[arg(long, value_name = "S", default_value_t = 1200, value_parser = clap::value_parser!(u64).range(1..=36000))]
    pub crates_timeout: u64,
    /// MiB of memory that compiling may use
    #[arg(long, value_name = "MIB", default_value_t = 8192, value_parser = clap::value_parser!(u64).range(1024..=1 << 20))]
    pub compile_memory: u64,
}

/// What `hint` takes.
#[derive(Debug, Args)]
pub struct HintArgs {
    /// The step (02 or step_02), the task, and how much to tell; without them, the task that is next
    #[arg(value_names = ["STEP", "TASK", "LEVEL"], num_args = 0..=4)]
    pub words: Vec<String>,
    /// How much to tell: 1 the idea, 2 the shape of the answer, 3 the code
    #[arg(long, value_name = "1|2|3", value_parser = clap::value_parser!(u8).range(1..=3))]
    pub level: Option<u8>,
    /// What every command that judges takes.
    #[command(flatten)]
    pub judge: JudgeArgs,
}

/// What `show` takes.
#[derive(Debug, Args)]
// It asks one question, which follows from no seed.
#[command(mut_arg("seed", |seed| seed.hide(true)))]
pub struct ShowArgs {
    /// The step, and what it takes.
    #[arg(value_names = ["STEP", "WORDS"], num_args = 0.., help = draw::words())]
    pub words: Vec<String>,
    /// The options of the step.
    #[command(flatten)]
    pub own: StepOptions,
    /// Write the picture to this file, for light and dark pages, instead of the terminal
    #[arg(long, value_name = "FILE")]
    pub svg: Option<PathBuf>,
    /// Replace the file if there is one
    #[arg(long, requires = "svg")]
    pub force: bool,
    /// What every command that judges takes.
    #[command(flatten)]
    pub judge: JudgeArgs,
}

/// What `diff` takes.
#[derive(Debug, Args)]
pub struct DiffArgs {
    /// The step: 2, 02 or step_02; without it, the current one
    #[arg(value_name = "STEP", num_args = 0..=4)]
    pub words: Vec<String>,
    /// Show the reference although the step is not passed
    #[arg(long)]
    pub spoil: bool,
    /// What every command takes that knows the answers.
    #[command(flatten)]
    pub reference: ReferenceArgs,
    /// What every command that judges takes.
    #[command(flatten)]
    pub judge: JudgeArgs,
}

/// What `doctor` takes.
#[derive(Debug, Args)]
pub struct DoctorArgs {
    /// Where the grader keeps what it builds [default: target/grader of the course]
    #[arg(long, value_name = "DIR")]
    pub target_dir: Option<PathBuf>,
    /// Whether to use colour
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub color: Color,
    /// Write the signs of the report in ASCII
    #[arg(long)]
    pub ascii: bool,
    /// What the trial may use
    #[command(flatten)]
    pub limits: LimitArgs,
}

/// What `supervise` takes, with which the grader starts itself: run a program and end everything it leaves behind.
///
/// It is no command among the others. A check starts eight, and to read all that people can say takes a fifth of the
/// time of each.
#[derive(Debug, Parser)]
pub struct SuperviseArgs {
    /// `worker` or `tool`
    pub kind: String,
    /// The limit on memory, in bytes
    pub memory: u64,
    /// Whether the program is kept from all that is not its own
    #[arg(long)]
    pub walls: bool,
    /// What it may read all the same
    #[arg(long)]
    pub read: Vec<PathBuf>,
    /// What it may write, too
    #[arg(long)]
    pub write: Vec<PathBuf>,
    /// Whether it may start other programs
    #[arg(long)]
    pub starts_programs: bool,
    /// The program and its arguments
    #[arg(last = true, required = true)]
    pub program: Vec<OsString>,
}

impl SuperviseArgs {
    /// The arguments of this process, where the grader has started itself.
    pub fn of_this_process() -> Option<Result<Self, clap::Error>> {
        let mut words = std::env::args_os().skip(1).peekable();
        let is_asked = words.peek().is_some_and(|word| word == "supervise");
        is_asked.then(|| Self::try_parse_from(words))
    }
}

/// The form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    Human,
    /// For programs: one object, `grader/report/v1`
    Json,
}

/// When to use colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, as NO_COLOR and CLICOLOR_FORCE allow
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The names of the commands.
pub fn commands() -> Vec<String> {
    let mut command = Cli::command();
    // Only then it has `help`.
    command.build();
    let commands = command.get_subcommands();
    let names = commands.map(|command| command.get_name().to_owned());
    names.collect()
}

impl Default for JudgeArgs {
    fn default() -> Self {
        Cli::parse_from(["grader"]).check.judge
    }
}
