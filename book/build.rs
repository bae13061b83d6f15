//! Finds the figures of the steps, `figures/step_02.rs` or `figures/step_02/mod.rs`, so that a new step adds a file and no
//! line to a list.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("figures");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut modules = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        let stem = path
            .file_stem()
            .and_then(|stem| stem.to_str())
            .unwrap_or_default();
        if stem.starts_with("step_") {
            let file = if path.is_dir() {
                path.join("mod.rs")
            } else {
                path.clone()
            };
            modules.push((stem.to_owned(), file));
        }
    }
    modules.sort();
    let out = PathBuf::from(env::var("OUT_DIR").unwrap_or_default()).join("steps.rs");
    fs::write(out, list(&modules).map_err(io::Error::other)?)
}

/// The modules, and the list of what is in them.
fn list(modules: &[(String, PathBuf)]) -> Result<String, std::fmt::Error> {
    let mut code = String::new();
    for (stem, file) in modules {
        writeln!(code, "#[path = {file:?}]\nmod {stem};")?;
    }
    writeln!(
        code,
        "\n/// What steps have of their own, by the stem of the step."
    )?;
    writeln!(code, "const OF_STEPS: &[(&str, Own)] = &[")?;
    for (stem, _) in modules {
        writeln!(code, "    ({stem:?}, {stem}::OWN),")?;
    }
    writeln!(code, "];")?;
    Ok(code)
}
