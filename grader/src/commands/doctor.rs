//! `grader doctor`: looks for what keeps the grader from working, and says what to do about each.

mod building;

use std::fs;
use std::io;
use std::path::Path;
use std::time::Duration;

use crate::build::{Builder, Takes, strays};
use crate::cli::DoctorArgs;
use crate::error::{Error, Exit, Result};
use crate::platform;
use crate::report;
use crate::report::findings::{self, Finding, Mark};
use crate::session;

use building::{configuration, crates, linker, locks, trial, writable};

/// The oldest Rust that the course is tested with.
const RUST: &str = env!("CARGO_PKG_RUST_VERSION");
/// So long may a tool take that does nothing large.
const PATIENCE: Duration = Duration::from_secs(60);

pub(super) fn run(args: &DoctorArgs) -> Result<Exit> {
    colored::control::set_override(session::color(args.color, &io::stdout()));
    report::use_ascii(args.ascii);
    let root = session::root();
    let target = session::target(args.target_dir.as_deref(), root.as_deref())?;
    let builder = Builder {
        target: &target,
        timeout: PATIENCE,
        crates_timeout: PATIENCE,
        memory: 8 << 30,
        color: false,
        incremental: true,
        optimised: false,
        takes: Takes::Passed,
    };
    let here = std::env::current_dir().unwrap_or_default();
    let folder = root.as_deref().unwrap_or(&here);
    let mut found = vec![
        tool("cargo", builder.cargo_version(folder)),
        tool("rustc", builder.rustc_version(folder)),
        course(root.as_deref()),
    ];
    found.extend(root.as_deref().map(lock_file));
    let writable = writable(&target);
    let can_build = [&found[0], &found[1], &writable].map(|finding| finding.mark);
    found.push(writable);
    if can_build == [Mark::Fine; 3] {
        found.push(locks(&target));
        found.push(configuration(&builder));
        let crates = crates(&builder);
        let linker = linker(&builder);
        let can_try = [crates.mark, linker.mark] == [Mark::Fine; 2];
        found.extend([crates, linker]);
        if can_try {
            found.push(trial(&builder, &args.limits));
        }
    }
    found.extend([color(args), width(), encoding()]);
    found.push(fine("isolation", platform::isolation()));

    report::print(&findings::list(&found))?;
    let amiss = found.iter().any(|finding| finding.mark == Mark::Amiss);
    Ok(if amiss { Exit::NotPassed } else { Exit::Passed })
}

fn fine(subject: &'static str, found: impl Into<String>) -> Finding {
    Finding {
        subject,
        mark: Mark::Fine,
        found: found.into(),
        advice: None,
    }
}

fn fair(subject: &'static str, found: impl Into<String>, advice: impl Into<String>) -> Finding {
    Finding {
        mark: Mark::Fair,
        advice: Some(advice.into()),
        ..fine(subject, found)
    }
}

fn amiss(subject: &'static str, found: impl Into<String>, advice: impl Into<String>) -> Finding {
    Finding {
        mark: Mark::Amiss,
        ..fair(subject, found, advice)
    }
}

/// Something that could not be done; the error says what to do.
fn unable(subject: &'static str, error: &Error) -> Finding {
    Finding {
        mark: Mark::Amiss,
        ..fine(subject, error.to_string())
    }
}

/// A tool of Rust's by what it says of its version.
fn tool(name: &'static str, said: Result<String>) -> Finding {
    match said {
        Err(error) => unable(name, &error),
        Ok(said) => match version(&said) {
            Some(found) if Some(found) < version(&format!("rust {RUST}")) => amiss(
                name,
                format!("{said}, and the course needs {RUST} or newer"),
                "run `rustup update`, or install Rust from https://rustup.rs",
            ),
            Some(_) => fine(name, said),
            None => fair(
                name,
                format!("it calls itself `{said}`"),
                format!("the course needs Rust {RUST} or newer"),
            ),
        },
    }
}

/// The version in what a tool says, such as `rustc 1.95.0 (59807616e 2026-04-14)`.
fn version(said: &str) -> Option<[u32; 3]> {
    let number = said.split_whitespace().nth(1)?.split('-').next()?;
    let mut version = [0; 3];
    for (place, part) in number.split('.').enumerate() {
        *version.get_mut(place)? = part.parse().ok()?;
    }
    Some(version)
}

fn course(root: Option<&Path>) -> Finding {
    match root {
        Some(root) => fine("course", root.display().to_string()),
        None => amiss(
            "course",
            "its folder is neither here nor above here",
            "run this inside the course; elsewhere, name what to judge with `--impl PATH`",
        ),
    }
}

/// The lock file of the course, without which answers might be built with other crates than they are tested with.
fn lock_file(root: &Path) -> Finding {
    let advice = "run `git checkout Cargo.lock` in the course's folder";
    let text = match fs::read_to_string(root.join("Cargo.lock")) {
        Ok(text) => text,
        Err(error) => {
            return amiss(
                "lock file",
                format!("cannot read `Cargo.lock`: {error}"),
                advice,
            );
        }
    };
    let strays = strays(&text);
    if strays.is_empty() {
        return fine(
            "lock file",
            "`Cargo.lock` has the crates that answers are built with",
        );
    }
    let list = strays.join(", ");
    amiss(
        "lock file",
        format!(
            "answers are built with crates that `Cargo.lock` has otherwise or not at all: {list}"
        ),
        advice,
    )
}

fn color(args: &DoctorArgs) -> Finding {
    let (color, why) = session::color_and_why(args.color, &io::stdout());
    let answer = if color { "yes" } else { "no" };
    fine("colour", format!("{answer}: {why}"))
}

fn width() -> Finding {
    let used = session::width();
    match platform::columns().map(usize::from) {
        Some(columns) if columns < session::NARROWEST => fair(
            "width",
            format!("{columns} columns, and a report has at least {used}"),
            "make the window wider or its letters smaller",
        ),
        Some(columns) => fine("width", format!("{columns} columns; a report has {used}")),
        None => fine("width", format!("not known; a report has {used} columns")),
    }
}

fn encoding() -> Finding {
    let is_utf8 = |locale: &str| {
        let locale = locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    };
    match platform::locale() {
        Some(locale) if !is_utf8(&locale) => fair(
            "encoding",
            format!("the locale is `{locale}`, which is not UTF-8"),
            "if signs look wrong, set LC_ALL to a UTF-8 locale, for example C.UTF-8, or add `--ascii`",
        ),
        Some(locale) => fine("encoding", format!("UTF-8, by the locale `{locale}`")),
        None => fine("encoding", "UTF-8"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_as_numbers() {
        assert_eq!(
            version("cargo 1.95.0 (f2d3ce0bd 2026-03-21)"),
            Some([1, 95, 0])
        );
        assert_eq!(
            version("rustc 1.97.0-nightly (0 2026-05-01)"),
            Some([1, 97, 0])
        );
        assert_eq!(version("rust 1.95"), Some([1, 95, 0]));
        assert_eq!(version("something else"), None);
        assert!(version("rustc 1.100.0") > version("rust 1.95"));
    }

    #[test]
    fn a_tool_that_is_too_old_is_amiss_with_what_to_do() {
        let old = tool("rustc", Ok("rustc 1.70.0 (0 2023-06-01)".to_owned()));
        assert_eq!(old.mark, Mark::Amiss);
        assert!(
            old.advice
                .is_some_and(|advice| advice.contains("rustup update"))
        );
        assert_eq!(
            tool("rustc", Ok(format!("rustc {RUST}.0"))).mark,
            Mark::Fine
        );
        assert_eq!(tool("rustc", Ok("wrapper".to_owned())).mark, Mark::Fair);
    }
}
