//! `cargo book`: builds the book of the course, and shows it.
//!
//! Exit status: 0 done, 2 wrong usage, 3 it could not work.

use std::env;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use book::open::Place;
use book::watch::Sources;
use book::{Error, preprocessor, show, site};
use clap::{Parser, Subcommand};

const WRONG_USAGE: u8 = 2;
const COULD_NOT_WORK: u8 = 3;

/// Build the book of the course into target/book
#[derive(Parser)]
#[command(name = "cargo book", bin_name = "cargo book")]
struct Arguments {
    /// Show the book in a browser when it is built, at a page or a section such as step_02#task-6
    #[arg(long, value_name = "PAGE[#SECTION]")]
    open: Option<Option<String>>,

    /// Build the book again whenever something that it is made from is saved
    #[arg(long)]
    watch: bool,

    #[command(subcommand)]
    command: Option<Job>,
}

#[derive(Subcommand)]
enum Job {
    /// Put the figures into a book that a plain `mdbook` sends, and send it back
    #[command(hide = true)]
    Preprocess {
        /// `supports RENDERER`, to ask whether they go into such a book
        question: Vec<String>,
    },
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let book = Path::new(env!("CARGO_MANIFEST_DIR"));
    run(book, &arguments).unwrap_or_else(|error| {
        say(io::stderr(), &format!("error: {error}"));
        ExitCode::from(match error {
            Error::Place(_) => WRONG_USAGE,
            _ => COULD_NOT_WORK,
        })
    })
}

fn run(book: &Path, arguments: &Arguments) -> Result<ExitCode, Error> {
    if let Some(Job::Preprocess { question }) = &arguments.command {
        // They are Markdown and HTML, which any renderer that asks can take.
        if question.is_empty() {
            preprocessor::answer(io::stdin().lock(), io::stdout().lock())?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    let open = match &arguments.open {
        None => Open::Nothing,
        Some(None) => Open::Book,
        // What is no page is said before anything is built.
        Some(Some(place)) => Open::At(Place::new(place, &site::pages(book)?)?),
    };
    if arguments.watch {
        watch(book, &open)
    } else {
        build(book, &open)
    }
}

/// What to show when the book is built.
enum Open {
    Nothing,
    Book,
    At(Place),
}

fn build(book: &Path, open: &Open) -> Result<ExitCode, Error> {
    let index = site::update(book)?;
    say(
        io::stdout(),
        &format!("The book is built: {}", shown(&index)),
    );
    match open {
        Open::Nothing => {}
        Open::Book => show::page(&index)?,
        Open::At(place) => {
            let site = index.parent().unwrap_or(book);
            let (page, section) = place.find(site)?;
            let section = section.map(|section| format!("#{section}"));
            let address = format!("{}{}", shown(&page), section.unwrap_or_default());
            say(io::stdout(), &format!("Opening {address}"));
            show::page(&place.file(site)?)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Builds the book now and after every change, until it is stopped or the system tells of no more changes.
fn watch(book: &Path, open: &Open) -> Result<ExitCode, Error> {
    let course = book.parent().unwrap_or(book);
    let sources = Sources::watch(course)?;
    // A mistake in a page is there to be mended: it is said, and the next change is waited for.
    if let Err(error) = build(book, open) {
        say(io::stderr(), &format!("error: {error}"));
    }
    loop {
        say(
            io::stdout(),
            "Waiting for something to be saved; Ctrl-C ends this.",
        );
        let changed = sources.next()?;
        say(io::stdout(), &format!("\nChanged: {}", shown(&changed)));
        // By cargo, since what changed may be the code of a figure or the reference that it draws.
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.args(["run", "--quiet", "--package", "book", "--features", "site"]);
        if cfg!(windows) {
            // Windows does not let cargo replace a program that runs, and this one does.
            cargo.args(["--target-dir", "target/watch"]);
        }
        cargo.current_dir(course).status().map_err(Error::Cargo)?;
    }
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
