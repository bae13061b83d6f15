//! What the types of step 02 promise while a program compiles. What must compile is written here; the folder `step_02`
//! holds programs that must not. The first line of one has words of its error, which any compiler has to report; the text
//! of the error beside it is that of one compiler, which `step_02/compiler.txt` names. After a change that is meant,
//! `TRYBUILD=overwrite cargo test --package contract --test step_02` writes the texts anew.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use half::{bf16, f16};
use ndarray::{Array0, ArrayView2, ShapeError};
use num_traits::Float;
use solutions::step_02::*;

/// The compiler whose texts are kept.
const COMPILER: &str = include_str!("step_02/compiler.txt");

/// This crate's folder.
const HERE: &str = env!("CARGO_MANIFEST_DIR");

#[test]
fn every_function_takes_all_dtypes_of_the_course() -> Result<(), ShapeError> {
    fn every_function<T: Float>() -> Result<(), ShapeError> {
        let value: T = mask_value();
        let tensor = constant(value);
        let view = broadcast_to(&tensor, (2, total_length(2, 1)?))?;
        assert!(band_part(view, None, Some(0), true) == causal_mask::<T>(2, 1)?);
        assert!(band_part(view, None, Some(1), true) == cached_causal_mask::<T>(2, 1)?);
        Ok(())
    }
    every_function::<f16>()?;
    every_function::<bf16>()?;
    every_function::<f32>()?;
    every_function::<f64>()
}

#[test]
fn a_view_lives_as_long_as_its_tensor() -> Result<(), ShapeError> {
    fn row(tensor: &Array0<f32>) -> Result<ArrayView2<'_, f32>, ShapeError> {
        let columns = 3;
        broadcast_to(tensor, (1, columns))
    }
    let tensor = constant(2.0);
    assert_eq!(row(&tensor)?, ndarray::array![[2.0, 2.0, 2.0]]);
    Ok(())
}

#[test]
fn every_compiler_rejects_the_same() {
    let (errors, said) = check();
    for program in programs() {
        let text = fs::read_to_string(&program).expect("the program is read");
        let first = text.lines().next().unwrap_or_default();
        let expected = first
            .strip_prefix("// error: ")
            .expect("the first line names the error");
        let found = errors.get(&name(&program));
        let found = found.unwrap_or_else(|| panic!("{}: no error\n{said}", program.display()));
        // Nothing else may be wrong with it, such as a name that is gone.
        for error in found {
            assert!(error.contains(expected), "{error}");
        }
    }
}

#[test]
fn the_named_compiler_says_the_same() {
    let compiler = compiler();
    if compiler != COMPILER.trim() {
        // Not `eprintln!`: a test that passes shows nothing of that.
        let note = format!(
            "contract: the texts of errors are those of {}; this is {compiler}, so only their first lines are checked\n",
            COMPILER.trim()
        );
        let _ = io::stderr().write_all(note.as_bytes());
        return;
    }
    let cases = trybuild::TestCases::new();
    cases.compile_fail("tests/step_02/*.rs");
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

/// The programs that must not compile.
fn programs() -> Vec<PathBuf> {
    let folder = Path::new(HERE).join("tests/step_02");
    let entries = fs::read_dir(folder).expect("the folder is there");
    let programs: Vec<_> = entries
        .map(|entry| entry.expect("the folder is read").path())
        .filter(|file| file.extension().is_some_and(|extension| extension == "rs"))
        .collect();
    assert!(!programs.is_empty(), "no program is there");
    programs
}

/// The name of a program.
fn name(program: &Path) -> String {
    let stem = program.file_stem().expect("a file has a name");
    stem.to_string_lossy().into_owned()
}

/// The errors that the compiler in use finds in each program, a line each, and all that it says.
fn check() -> (BTreeMap<String, Vec<String>>, String) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("step_02");
    write_package(&folder);
    let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["check", "--offline", "--keep-going", "--color=never"])
        .arg("--message-format=short")
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .output()
        .expect("cargo runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let mut errors = BTreeMap::<_, Vec<_>>::new();
    for line in said.lines() {
        // `file:line:column: error[E0308]: mismatched types`
        if let Some((place, _)) = line.split_once(": error")
            && let Some((file, _)) = place.split_once(".rs:")
        {
            let lines = errors.entry(name(Path::new(file))).or_default();
            lines.push(line.to_owned());
        }
    }
    (errors, said)
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
    for program in programs() {
        let (name, path) = (name(&program), program.display());
        manifest += &format!("[[bin]]\nname = '{name}'\npath = '{path}'\n");
    }
    fs::create_dir_all(folder).expect("the folder is made");
    fs::write(folder.join("Cargo.toml"), manifest).expect("the manifest is written");
    let lock = Path::new(HERE).join("../../Cargo.lock");
    fs::copy(lock, folder.join("Cargo.lock")).expect("the lock file is copied");
}
