//! What must be there before anything can be built, asked for without building.

use std::ffi::OsString;
use std::path::Path;

use super::{Builder, LOCK, cargo};
use crate::error::{Error, Result};
use crate::session::Implementation;
use crate::steps::Step;

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
        match cargo::run(self, program, &["--version"], folder)? {
            cargo::Run::Finished {
                messages, success, ..
            } if success => Ok(messages.trim().to_owned()),
            cargo::Run::Finished { errors, .. } => Err(Error::Broken(format!(
                "cannot run `{name}`; it said:\n{}",
                errors.trim()
            ))),
            cargo::Run::Failed(_) => Err(Error::Broken(format!("`{name} --version` does not end"))),
        }
    }

    /// What cargo misses to build answers without a network; `None` where it has everything.
    ///
    /// # Errors
    ///
    /// Where the target folder cannot be written or cargo cannot be run.
    pub fn missing_crates(&self, step: &Step) -> Result<Option<String>> {
        let nobody = Implementation {
            name: "doctor".to_owned(),
            folder: self.target.join("doctor"),
            only: None,
        };
        let made = self.prepare(&nobody, step, || ())?;
        // It reads the manifest and the lock file alone, so there need be no source.
        let arguments = ["fetch", "--quiet", "--offline", "--locked"];
        match cargo::run(self, cargo::cargo(), &arguments, &made.folder)? {
            cargo::Run::Finished {
                errors, success, ..
            } => Ok((!success).then(|| errors.trim().to_owned())),
            cargo::Run::Failed(_) => Ok(Some("cargo does not end".to_owned())),
        }
    }
}

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
