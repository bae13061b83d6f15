//! What the types of step 02 promise while a program compiles: `accepted` holds programs that must compile, `rejected`
//! programs that must not. The first line of a rejected one names its error, which any compiler has to report; the text
//! of the error beside it is that of one compiler, which `rejected/compiler.txt` names. After a change that is meant,
//! `TRYBUILD=overwrite cargo test --package contract --test step_02` writes the texts anew.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// The compiler whose texts are kept.
const COMPILER: &str = include_str!("step_02/rejected/compiler.txt");

/// This crate's folder.
const HERE: &str = env!("CARGO_MANIFEST_DIR");

#[test]
fn every_compiler_accepts_and_rejects_the_same() {
    let checked = check();
    for program in programs("accepted") {
        let found = checked.get(&name(&program));
        assert_eq!(found, Some(&BTreeSet::new()), "{}", program.display());
    }
    for program in programs("rejected") {
        let text = fs::read_to_string(&program).expect("the program is read");
        let first = text.lines().next().unwrap_or_default();
        let code = first
            .strip_prefix("// error: ")
            .expect("the first line names the error");
        // Nothing else may be wrong with it, such as a name that is gone.
        let expected = BTreeSet::from([code.to_owned()]);
        let found = checked.get(&name(&program));
        assert_eq!(found, Some(&expected), "{}", program.display());
    }
}

#[test]
fn the_named_compiler_says_the_same() {
    let compiler = compiler();
    if compiler != COMPILER.trim() {
        // Not `eprintln!`: a test that passes shows nothing of that.
        let note = format!(
            "contract: the texts of errors are those of {}; this is {compiler}, so only their codes are checked\n",
            COMPILER.trim()
        );
        let _ = io::stderr().write_all(note.as_bytes());
        return;
    }
    let cases = trybuild::TestCases::new();
    // They run as well, with what they assert.
    cases.pass("tests/step_02/accepted/*.rs");
    cases.compile_fail("tests/step_02/rejected/*.rs");
}

/// The compiler in use, as `rustc 1.95.0`.
fn compiler() -> String {
    let program = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(program)
        .arg("--version")
        .output()
        .expect("the compiler runs");
    let version = String::from_utf8(output.stdout).expect("the version is text");
    version
        .split_whitespace()
        .take(2)
        .collect::<Vec<_>>()
        .join(" ")
}

/// The programs of a kind.
fn programs(kind: &str) -> Vec<PathBuf> {
    let folder = Path::new(HERE).join("tests/step_02").join(kind);
    let entries = fs::read_dir(folder).expect("the folder is there");
    let programs: Vec<_> = entries
        .map(|entry| entry.expect("the folder is read").path())
        .filter(|file| file.extension().is_some_and(|extension| extension == "rs"))
        .collect();
    assert!(!programs.is_empty(), "no program is {kind}");
    programs
}

/// The name of a program.
fn name(program: &Path) -> String {
    let stem = program.file_stem().expect("a file has a name");
    stem.to_string_lossy().into_owned()
}

/// The codes of the errors that the compiler in use finds in each program: none if it compiles.
fn check() -> BTreeMap<String, BTreeSet<String>> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("step_02");
    write_package(&folder);
    let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args([
            "check",
            "--offline",
            "--keep-going",
            "--message-format=json",
        ])
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .output()
        .expect("cargo runs");
    let mut checked = BTreeMap::<_, BTreeSet<_>>::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let message: Value = serde_json::from_str(line).expect("cargo writes a message a line");
        let Some(name) = message["target"]["name"].as_str() else {
            continue;
        };
        let said = &message["message"];
        if message["reason"] == "compiler-artifact" {
            checked.entry(name.to_owned()).or_default();
        } else if said["level"] == "error"
            && let Some(code) = said["code"]["code"].as_str()
        {
            let codes = checked.entry(name.to_owned()).or_default();
            codes.insert(code.to_owned());
        }
    }
    assert!(
        checked.contains_key("solutions"),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    checked
}

/// Writes a package of all programs. It has the dependencies of the course, as the lock file says.
fn write_package(folder: &Path) {
    let mut manifest = format!(
        "[workspace]\n[package]\nname = \"contract\"\nedition = \"2024\"\n\
         [dependencies]\nsolutions.path = '{HERE}/..'\n"
    );
    for dependency in ["half", "ndarray", "num-traits"] {
        // `solutions` says which version.
        manifest += &format!("{dependency} = {{ version = \"*\", default-features = false }}\n");
    }
    for program in programs("accepted").iter().chain(&programs("rejected")) {
        let (name, path) = (name(program), program.display());
        manifest += &format!("[[bin]]\nname = '{name}'\npath = '{path}'\n");
    }
    fs::create_dir_all(folder).expect("the folder is made");
    fs::write(folder.join("Cargo.toml"), manifest).expect("the manifest is written");
    let lock = Path::new(HERE).join("../../Cargo.lock");
    fs::copy(lock, folder.join("Cargo.lock")).expect("the lock file is copied");
}
