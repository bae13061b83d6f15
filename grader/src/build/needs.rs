//! What must be there before anything can be built, asked for without building.

use std::ffi::OsString;
use std::path::Path;
use std::time::SystemTime;

use super::{Builder, LOCK, cargo, fault, write};
use crate::error::{Error, Result};

impl Builder<'_> {
    /// What `cargo --version` says in a folder.
    ///
    /// # Errors
    ///
    /// Where it cannot be run.
    pub fn cargo_version(&self, folder: &Path) -> Result<String> {
        self.version(cargo::cargo(), folder)
    }

    /// What `rustc --version` says in a folder.
    ///
    /// # Errors
    ///
    /// Where it cannot be run.
    pub fn rustc_version(&self, folder: &Path) -> Result<String> {
        let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        self.version(rustc, folder)
    }

    fn version(&self, program: OsString, folder: &Path) -> Result<String> {
        let name = program.display().to_string();
        let run = cargo::run(self, program, &["--version"], folder)?;
        match run {
            run if run.success => Ok(run.output.trim().to_owned()),
            run if run.late => Err(Error::Broken(format!("`{name} --version` does not end"))),
            run => Err(Error::Broken(format!(
                "cannot run `{name}`; it said:\n{}",
                run.errors.trim()
            ))),
        }
    }

    /// Has cargo look for the crates that answers use, on this machine and then on the network. Gives whether it
    /// needed the network, or what it said where they are not to be had.
    ///
    /// # Errors
    ///
    /// Where the target folder cannot be written or cargo cannot be run.
    pub fn fetch_crates(&self) -> Result<std::result::Result<bool, String>> {
        let folder = self.write_kit()?;
        // Without a target it would ask for the crates of every system.
        let fetch = ["fetch", "--quiet", "--locked", "--target", cargo::HOST];
        let offline = [&fetch[..], &["--offline"]].concat();
        if cargo::run(self, cargo::cargo(), &offline, &folder)?.success {
            return Ok(Ok(false));
        }
        let once = [&fetch[..], &["--config", "net.retry=0"]].concat();
        Ok(match cargo::run(self, cargo::cargo(), &once, &folder)? {
            run if run.success => Ok(true),
            run if run.late => Err("cargo does not end".to_owned()),
            run => Err(run.errors.trim().to_owned()),
        })
    }

    /// Has a program linked that is nothing but an empty `main`.
    ///
    /// # Errors
    ///
    /// Where that cannot be done; the text says what to do.
    pub fn link_nothing(&self) -> Result<()> {
        let folder = self.target.join("doctor").join("linker");
        write(&folder.join("Cargo.toml"), NOTHING)?;
        // Another text every time, or cargo would take what was linked before.
        let text = format!("// {:?}\nfn main() {{}}\n", SystemTime::now());
        write(&folder.join("src").join("main.rs"), &text)?;
        let arguments = ["build", "--quiet", "--offline", "--target", cargo::HOST];
        let run = cargo::run(self, cargo::cargo(), &arguments, &folder)?;
        match run.success {
            true => Ok(()),
            false => Err(fault::of(&run, self)),
        }
    }

    /// What cargo's configuration says in a folder that would change how answers behave, and is kept from them. Empty
    /// too where this cargo does not tell.
    pub fn overruled(&self, folder: &Path) -> Vec<Setting> {
        let ask = ["-Z", "unstable-options", "config", "get", "--show-origin"];
        let said = cargo::ask(self, &ask, folder).unwrap_or_default();
        settings(&said)
    }
}

/// A setting of a user's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// What is set.
    pub key: String,
    /// The file that sets it, or what else does.
    pub place: String,
}

/// The settings that rule how code behaves, in what `cargo config get --show-origin` says: a line a setting, `key =
/// value # place`, with the elements of a list on lines of their own. Settings by variables it puts at the end, as a
/// remark.
fn settings(said: &str) -> Vec<Setting> {
    const KEYS: [&str; 5] = [
        "build.rustc-wrapper",
        "build.rustc-workspace-wrapper",
        "build.rustflags",
        "build.target",
        "env.RUSTC_BOOTSTRAP",
    ];
    let rules = |key: &str| {
        let in_target = key.starts_with("target.") && key.ends_with(".rustflags");
        key.starts_with("profile.dev.") || in_target || KEYS.contains(&key)
    };
    let mut found: Vec<Setting> = Vec::new();
    let mut key = "";
    for line in said.lines() {
        if let Some(variable) = line.strip_prefix("# CARGO_PROFILE_DEV_") {
            let name = variable.split('=').next().unwrap_or_default();
            found.push(Setting {
                key: format!("CARGO_PROFILE_DEV_{name}"),
                place: "the environment".to_owned(),
            });
            continue;
        }
        if !line.starts_with([' ', ']', '#']) {
            key = line.split(" = ").next().unwrap_or_default();
        }
        if let Some((_, place)) = line.rsplit_once(" # ").filter(|_| rules(key)) {
            let setting = Setting {
                key: key.to_owned(),
                place: place.to_owned(),
            };
            if !found.contains(&setting) {
                found.push(setting);
            }
        }
    }
    found.sort_by(|one, other| one.place.cmp(&other.place));
    found
}

/// The manifest of the program that is linked to see whether that can be done.
const NOTHING: &str = "[package]\nname = \"nothing\"\nedition = \"2024\"\n\n[workspace]\n";

/// The crates that answers are built with and a lock file does not have in the same version with the same content.
pub fn strays(lock: &str) -> Vec<String> {
    let has = packages(lock);
    let wanted = packages(LOCK);
    let wanted = wanted.into_iter().filter(|package| package[2].is_some());
    wanted
        .filter(|package| !has.contains(package))
        .map(|[name, version, _]| {
            format!(
                "{} {}",
                name.unwrap_or_default(),
                version.unwrap_or_default()
            )
        })
        .collect()
}

/// Name, version and checksum of every package in a lock file; what lies in the workspace has no checksum.
fn packages(lock: &str) -> Vec<[Option<&str>; 3]> {
    lock.split("[[package]]")
        .skip(1)
        .map(|package| {
            ["name = \"", "version = \"", "checksum = \""].map(|start| {
                let value = package.lines().find_map(|line| line.strip_prefix(start))?;
                Some(value.trim_end().trim_end_matches('"'))
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_of_the_course_has_every_crate() {
        let course = include_str!("../../../Cargo.lock");
        assert_eq!(strays(course), Vec::<String>::new());
    }

    #[test]
    fn another_version_and_another_content_are_strays() {
        let course = include_str!("../../../Cargo.lock");
        let older = course.replace(
            "name = \"ndarray\"\nversion = \"0.17.2\"",
            "name = \"ndarray\"\nversion = \"0.17.1\"",
        );
        assert_eq!(strays(&older), ["ndarray 0.17.2"]);
        let other = course.replace("520080814a7a6b4a", "0000000000000000");
        assert_eq!(strays(&other), ["ndarray 0.17.2"]);
        assert!(strays("").len() > 5);
    }
}
