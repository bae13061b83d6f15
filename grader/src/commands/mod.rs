//! The commands, one file each.

mod batch;
mod bench;
mod check;
mod diff;
mod doctor;
mod generate;
mod hint;
mod list;
mod reset;
mod show;
mod stubs;
mod summary;
mod watch;

use std::env;
use std::ffi::OsStr;
use std::path::PathBuf;

use crate::cli::{Cli, Command, SuperviseArgs};
use crate::error::{Error, Exit, Result};
use crate::platform::{self, Walls};
use crate::{report, session};

/// Does what the command line says. Returns the status to exit with.
pub fn run(cli: Cli) -> u8 {
    let done = match cli.command {
        None => check::run(&cli.check),
        Some(Command::Check(args)) => check::run(&args),
        Some(Command::Watch(args)) => watch::run(&args),
        Some(Command::List(args)) => list::run(&args),
        Some(Command::Hint(args)) => hint::run(&args),
        Some(Command::Show(args)) => show::run(&args),
        Some(Command::Diff(args)) => diff::run(&args),
        Some(Command::Bench(args)) => bench::run(&args),
        Some(Command::Generate(args)) => generate::run(&args),
        Some(Command::Doctor(args)) => doctor::run(&args),
        Some(Command::Batch(args)) => batch::run(&args),
        Some(Command::Summary(args)) => summary::run(&args),
        Some(Command::Reset(args)) => reset::run(&args),
        Some(Command::Stubs(args)) => stubs::run(&args),
    };
    let exit = done.unwrap_or_else(|error| {
        report::error(&error);
        error.exit()
    });
    exit as u8
}

/// Watches over a program, where the grader has started this process for that. Returns the status to exit with.
pub fn supervise() -> Option<u8> {
    let args = match SuperviseArgs::of_this_process()? {
        Ok(args) => args,
        Err(wrong) => {
            report::note(wrong.to_string().trim_end());
            return Some(Exit::Usage as u8);
        }
    };
    let walls = args.walls.then_some(Walls {
        reads: args.read,
        writes: args.write,
        starts_programs: args.starts_programs,
    });
    Some(platform::supervise(
        &args.kind,
        args.memory,
        walls,
        &args.program,
    ))
}

/// Prints what clap says in place of doing anything: help, the version, or what is wrong with the command line. Returns
/// the status to exit with.
pub fn words(words: &clap::Error) -> u8 {
    // A misspelled command is taken for a step, whose options are not those of the command that was meant.
    let first = env::args_os().nth(1);
    let first = first.as_deref().and_then(OsStr::to_str);
    if words.use_stderr()
        && let Some(error) = first.and_then(session::misspelled)
    {
        report::error(&error);
        return error.exit() as u8;
    }
    let printed = if words.use_stderr() {
        report::note(words.to_string().trim_end());
        Ok(())
    } else {
        report::print(&words.to_string())
    };
    match printed {
        Ok(()) => u8::try_from(words.exit_code()).unwrap_or(Exit::Usage as u8),
        Err(error) => {
            report::error(&error);
            error.exit() as u8
        }
    }
}

/// The folder with the learner's step files.
fn steps_folder() -> Result<PathBuf> {
    let root = session::root().ok_or_else(|| Error::NoCourse {
        folder: PathBuf::from("steps"),
        advice: "run this inside the course",
    })?;
    Ok(root.join("steps").join("src"))
}

/// Shows a difference and asks whether to go on; where nobody can answer, says how to.
fn agree(file: &str, difference: &str, yes: bool) -> Result<bool> {
    if yes {
        return Ok(true);
    }
    if !session::attended() {
        return Err(Error::Usage(format!(
            "`{file}` is not the stub: somebody has worked on it\nadd `--yes` to replace it; what is there now is kept in a backup"
        )));
    }
    report::note(&report::plain(difference));
    Ok(report::ask(&format!("Replace `{file}`? A backup is kept.")))
}

impl From<Exit> for u8 {
    fn from(exit: Exit) -> Self {
        exit as Self
    }
}
