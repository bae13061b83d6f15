//! `cargo book`: builds the book of the course, and shows or checks it.
//!
//! Exit status: 0 done, 1 `--check` found something out of date, 2 wrong usage, 3 it could not work.

use std::env;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use book::{Error, generated, includes, site};
use clap::Parser;

const OUT_OF_DATE: u8 = 1;
const COULD_NOT_WORK: u8 = 3;

/// Build the book of the course into target/book
#[derive(Parser)]
#[command(name = "cargo book", bin_name = "cargo book")]
struct Arguments {
    /// Show the book in a browser when it is built
    #[arg(long, conflicts_with = "check")]
    open: bool,

    /// Check that the generated files are up to date and that every include exists; write nothing
    #[arg(long)]
    check: bool,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let book = Path::new(env!("CARGO_MANIFEST_DIR"));
    let result = if arguments.check {
        check(book)
    } else {
        build(book, arguments.open)
    };
    result.unwrap_or_else(|error| {
        say(io::stderr(), &format!("error: {error}"));
        ExitCode::from(COULD_NOT_WORK)
    })
}

fn build(book: &Path, open: bool) -> Result<ExitCode, Error> {
    for path in generated::update(book)? {
        say(io::stdout(), &format!("Updated {}", shown(&path)));
    }
    let problems = includes::problems(book)?;
    if !problems.is_empty() {
        return Err(Error::Includes(problems));
    }
    let index = site::build(book, None)?;
    say(
        io::stdout(),
        &format!("The book is built: {}", shown(&index)),
    );
    if open {
        site::open(&index)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn check(book: &Path) -> Result<ExitCode, Error> {
    let stale = generated::stale(book)?;
    let mut problems = stale.clone();
    problems.extend(includes::problems(book)?);
    if problems.is_empty() {
        say(
            io::stdout(),
            "The generated files of the book are up to date.",
        );
        return Ok(ExitCode::SUCCESS);
    }
    for problem in &problems {
        say(io::stdout(), problem);
    }
    if !stale.is_empty() {
        say(
            io::stdout(),
            "Run `cargo book` to write them, and commit what it wrote.",
        );
    }
    Ok(ExitCode::from(OUT_OF_DATE))
}

/// The path as one would type it here: relative where it lies below the current folder.
fn shown(path: &Path) -> String {
    // Both are made canonical, or a link on the way would hide that one lies below the other.
    let here = env::current_dir().and_then(|here| here.canonicalize());
    let full: PathBuf = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    match here
        .ok()
        .and_then(|here| full.strip_prefix(here).ok().map(Path::to_owned))
    {
        Some(relative) => relative.display().to_string(),
        None => full.display().to_string(),
    }
}

/// The only place that prints. A reader who has gone away (`cargo book | head`) is no reason to fail.
fn say(mut to: impl Write, line: &str) {
    let _ = writeln!(to, "{line}");
}
