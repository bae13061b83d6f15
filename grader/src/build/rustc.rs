//! Stands between cargo and rustc, so that nothing of a user's cargo configuration changes what an answer does.
//!
//! Cargo reads configuration files in every folder above and in the user's home, and variables, and puts what they say
//! into rustc's arguments. It is told to start the grader in rustc's place. The grader leaves away every argument that
//! has to do with how code behaves, adds its own, keeps those without which nothing could be built, such as a linker,
//! and becomes rustc. How it was called for the worker of the kit it notes, for all other workers.

use std::ffi::{OsStr, OsString};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::platform;

/// Set for cargo, and so for the grader that cargo starts in rustc's place.
const SIGN: &str = "GRADER_STANDS_FOR_RUSTC";

/// Names the file where the call for a worker is noted.
const NOTED: &str = "GRADER_NOTES_IN";
/// The crate of a worker.
pub(super) const WORKER: &str = "worker";

/// How answers are compiled. Measured: these settings give the shortest build after an edit. Overflow checks are on.
const CODEGEN: [&str; 6] = [
    "codegen-units=16",
    "debug-assertions=on",
    "embed-bitcode=no",
    "opt-level=0",
    "overflow-checks=on",
    "panic=unwind",
];
/// What is built once and handles every entry of every array: the worker's own crates, and products of matrices.
const OWN: [&str; 3] = ["runtime", "protocol", "matrixmultiply"];
const FOR_OWN: &str = "opt-level=2";
/// Whose generic code answers use as it stands here. At another `opt-level` rustc would compile most of it anew with every
/// answer; LLVM's passes alone leave it where it is. Measured: a check takes a tenth less time.
const GENERIC: [&str; 4] = ["kit", "ndarray", "half", "num_traits"];
const FOR_GENERIC: &str = "passes=default<O1>";
/// Lets a panic inside ndarray be traced to the learner's line; no other line is looked for.
const FOR_WORKERS: &str = "debuginfo=line-tables-only";

/// What is kept of `-C`: what cargo itself needs, and how to link.
const KEPT: [&str; 12] = [
    "dlltool",
    "extra-filename",
    "incremental",
    "link-arg",
    "link-args",
    "link-self-contained",
    "linker",
    "linker-features",
    "linker-flavor",
    "metadata",
    "prefer-dynamic",
    "split-debuginfo",
];

/// What has cargo start the grader in rustc's place.
pub(super) fn environment() -> Vec<(OsString, Option<OsString>)> {
    // Both, so that no file can set the other. Without a value cargo would not keep what it knows of rustc.
    let wrappers = ["RUSTC_WRAPPER", "RUSTC_WORKSPACE_WRAPPER"];
    let mut environment: Vec<_> = wrappers
        .map(|name| (name.into(), Some(this().into())))
        .into();
    environment.push((SIGN.into(), Some("1".into())));
    environment
}

/// This program. While it runs another one may have been put in its place, which will do as well.
fn this() -> PathBuf {
    let this = std::env::current_exe().unwrap_or_default();
    if !this.exists() && cfg!(target_os = "linux") {
        return format!("/proc/{}/exe", std::process::id()).into();
    }
    this
}

/// What has the stand-in note in this file how rustc is called for a worker.
pub(super) fn note_in(file: &Path) -> Vec<(OsString, Option<OsString>)> {
    vec![(NOTED.into(), Some(file.into()))]
}

/// All that the stand-in adds.
pub(super) fn settings() -> impl Iterator<Item = &'static str> {
    let all = CODEGEN.into_iter().chain(OWN).chain([FOR_OWN]);
    all.chain(GENERIC).chain([FOR_GENERIC])
}

/// If cargo has started this program in rustc's place, becomes rustc, or returns the status to exit with.
pub fn stand_in() -> Option<u8> {
    std::env::var_os(SIGN)?;
    let mut arguments = std::env::args_os().skip(1);
    // The supervisor that cargo runs under has the sign, too.
    let first = arguments.next().filter(|first| first != "supervise")?;
    // For the crates of a workspace cargo names it twice.
    let rustc = if first == this() {
        arguments.next()?
    } else {
        first
    };
    let arguments = settle(arguments);
    note(&rustc, &arguments);
    let mut rustc = Command::new(rustc);
    rustc.args(arguments);
    // Neither is for programs like ours: the one allows what is not stable, the other is this program's own.
    rustc.env_remove("RUSTC_BOOTSTRAP").env_remove(SIGN);
    Some(
        platform::become_program(&mut rustc).unwrap_or_else(|error| {
            let program = rustc.get_program().display().to_string();
            // Cargo shows what rustc says here.
            let _ = writeln!(io::stderr(), "cannot start `{program}`: {error}");
            1
        }),
    )
}

/// Notes the call where it is for a worker, without what is about that worker alone. Where that cannot be written it is
/// not there, and that is told.
fn note(rustc: &OsStr, arguments: &[OsString]) {
    let Some(file) = std::env::var_os(NOTED) else {
        return;
    };
    let words: Option<Vec<&str>> = arguments.iter().map(|word| word.to_str()).collect();
    let (Some(words), Some(rustc)) = (words, rustc.to_str()) else {
        return;
    };
    if words.contains(&WORKER) {
        let noted = [&[rustc], shared(&words).as_slice()].concat().join("\0");
        let _ = std::fs::write(file, noted);
    }
}

/// The arguments that are the same for every worker.
fn shared<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    let mut shared = Vec::new();
    let mut arguments = arguments.iter().copied().peekable();
    while let Some(argument) = arguments.next() {
        let (option, inline) = split(argument);
        let value = inline
            .or_else(|| arguments.peek().copied())
            .unwrap_or_default();
        let is_own = match option {
            "--crate-name" | "--emit" | "--out-dir" | "--error-format" | "--json" | "--color"
            | "--diagnostic-width" => true,
            "-C" => ["metadata", "extra-filename", "incremental"]
                .contains(&value.split('=').next().unwrap_or_default()),
            _ => false,
        };
        let takes_next = inline.is_none() && (is_own || option == "-C");
        let next = arguments.next_if(|_| takes_next);
        if !is_own && !argument.ends_with("main.rs") {
            shared.push(argument);
            shared.extend(next);
        }
    }
    shared
}

/// The arguments for rustc in place of the given ones.
fn settle(given: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let mut given = given.peekable();
    let mut kept: Vec<OsString> = Vec::new();
    let mut name = None;
    while let Some(argument) = given.next() {
        let Some(text) = argument.to_str() else {
            kept.push(argument);
            continue;
        };
        let (option, inline) = split(text);
        let value = inline.or_else(|| given.peek().and_then(|next| next.to_str()));
        let keeps = match (option, value) {
            ("-C" | "--codegen", Some(value)) => {
                KEPT.contains(&value.split('=').next().unwrap_or_default())
            }
            ("-Z", Some(value)) => value == "unstable-options",
            ("-A" | "--allow" | "-W" | "--warn" | "-D" | "--deny" | "-F" | "--forbid", _) => false,
            ("--force-warn", _) => false,
            ("-O" | "-g", _) => continue,
            ("--crate-name", value) => {
                name = value.map(str::to_owned);
                true
            }
            _ => {
                kept.push(argument);
                continue;
            }
        };
        let mut parts = vec![argument.clone()];
        if inline.is_none() {
            parts.extend(given.next());
        }
        if keeps {
            kept.extend(parts);
        }
    }
    // Without a name nothing is compiled: cargo asks for the version.
    if let Some(name) = name {
        let own = OWN.contains(&name.as_str()).then_some(&FOR_OWN);
        let generic = GENERIC.contains(&name.as_str()).then_some(&FOR_GENERIC);
        let traced = (name == WORKER).then_some(&FOR_WORKERS);
        let all = CODEGEN.iter().chain(own).chain(generic).chain(traced);
        kept.extend(all.flat_map(|value| ["-C", value].map(OsString::from)));
    }
    kept
}

/// An option and the value that is written in one word with it.
fn split(text: &str) -> (&str, Option<&str>) {
    if text.starts_with("--") {
        return match text.split_once('=') {
            Some((option, value)) => (option, Some(value)),
            None => (text, None),
        };
    }
    let short = ["-C", "-Z", "-A", "-W", "-D", "-F"];
    match short.into_iter().find(|short| text.starts_with(short)) {
        Some(short) if text.len() > short.len() => (short, Some(&text[short.len()..])),
        _ => (text, None),
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsStr;

    use super::*;

    fn settled(given: &str) -> String {
        let given = given.split(' ').map(OsString::from);
        let settled = settle(given);
        settled.join(OsStr::new(" ")).into_string().expect("text")
    }

    #[test]
    fn what_changes_behaviour_goes_and_what_is_needed_stays() {
        let given = "--crate-name implementation -C panic=abort -Coverflow-checks=off --codegen lto -O -C linker=clang -C \
                     link-arg=-s -C metadata=1 -D warnings --cap-lints allow --cfg x -L dependency=a";
        let kept = "--crate-name implementation -C linker=clang -C link-arg=-s -C metadata=1 --cap-lints allow --cfg x -L \
                    dependency=a";
        let own: String = CODEGEN.iter().map(|value| format!(" -C {value}")).collect();
        assert_eq!(settled(given), format!("{kept}{own}"));
    }

    #[test]
    fn a_question_of_cargos_is_left_as_it_is() {
        assert_eq!(settled("-vV"), "-vV");
    }

    #[test]
    fn what_is_about_one_worker_is_not_noted() {
        let called = "--crate-name worker --edition=2024 src/main.rs --error-format=json --json=artifacts --crate-type bin \
                      --emit=dep-info,link -C metadata=1 -C linker=clang -C extra-filename=-1 --out-dir /deps --target x -C \
                      incremental=/i -L dependency=/deps --extern half=/deps/half.rlib";
        let words: Vec<&str> = called.split_whitespace().collect();
        let shared = shared(&words).join(" ");
        assert_eq!(
            shared,
            "--edition=2024 --crate-type bin -C linker=clang --target x -L dependency=/deps --extern half=/deps/half.rlib"
        );
    }

    #[test]
    fn what_is_built_once_is_optimised() {
        assert!(settled("--crate-name runtime").ends_with("-C opt-level=2"));
        assert!(settled("--crate-name ndarray").ends_with("-C passes=default<O1>"));
        assert!(settled("--crate-name worker").ends_with("-C debuginfo=line-tables-only"));
    }
}
