//! Writes the crate around an implementation, and keeps others from it while it is used.

use std::fs::{self, File, TryLockError};
use std::hash::Hasher;
use std::path::{Path, PathBuf};

use siphasher::sip::SipHasher13;

use super::Builder;
use crate::error::{Error, Result};
use crate::platform;
use crate::session::Implementation;
use crate::steps::Step;

/// The files of every such crate that are the same.
const FILES: &[(&str, &str)] = &[
    ("src/main.rs", include_str!("../../worker/src/main.rs")),
    ("src/step_02.rs", GLUE),
];
/// The files of the crate that they all depend on.
const RUNTIME: &[(&str, &str)] = &[
    (
        "Cargo.toml",
        include_str!("../../worker/runtime/Cargo.toml"),
    ),
    (
        "src/lib.rs",
        include_str!("../../worker/runtime/src/lib.rs"),
    ),
    (
        "src/arguments.rs",
        include_str!("../../worker/runtime/src/arguments.rs"),
    ),
    (
        "src/channel.rs",
        include_str!("../../worker/runtime/src/channel.rs"),
    ),
    (
        "src/element.rs",
        include_str!("../../worker/runtime/src/element.rs"),
    ),
    (
        "src/panics.rs",
        include_str!("../../worker/runtime/src/panics.rs"),
    ),
    (
        "src/protocol/mod.rs",
        include_str!("../../worker/runtime/src/protocol/mod.rs"),
    ),
    (
        "src/protocol/bytes.rs",
        include_str!("../../worker/runtime/src/protocol/bytes.rs"),
    ),
];
const MANIFEST: &str = include_str!("../../worker/Cargo.toml");
pub(super) const LOCK: &str = include_str!("../../worker/Cargo.lock");
pub(super) const GLUE: &str = include_str!("../../worker/src/step_02.rs");

/// Where the shared crate lies from the crate around `solutions`, and from every other.
const HERE: &str = "path = \"runtime\"";
const THERE: &str = "path = \"../runtime\"";

/// The crate around one implementation. While it lives, no other grader builds or runs the same one.
#[derive(Debug)]
pub struct Crate {
    /// Where it lies.
    pub(super) folder: PathBuf,
    /// The name of its package.
    pub(super) name: String,
    _lock: File,
}

impl Builder<'_> {
    /// Makes the crate for `step` of the implementation. Calls `wait` if another grader is at work on it.
    ///
    /// # Errors
    ///
    /// Where its files cannot be written.
    pub fn prepare(
        &self,
        implementation: &Implementation,
        step: &Step,
        wait: impl FnOnce(),
    ) -> Result<Crate> {
        let mut hasher = SipHasher13::new();
        hasher.write(implementation.folder.as_os_str().as_encoded_bytes());
        let label = if implementation.name.contains(['/', '\\', '.']) {
            "path"
        } else {
            &implementation.name
        };
        let name = format!("worker-{label}-{:016x}-{}", hasher.finish(), step.stem);
        let folder = self.target.join(&name);
        fs::create_dir_all(&folder).map_err(|error| Error::file("create", &folder, &error))?;
        let held = lock(&folder.join("lock"), wait)?;
        let runtime = self.target.join("runtime");
        fs::create_dir_all(&runtime).map_err(|error| Error::file("create", &runtime, &error))?;
        let shared = lock(&runtime.join("lock"), || ())?;
        for (file, text) in RUNTIME {
            write(&runtime.join(file), text)?;
        }
        drop(shared);
        for (file, text) in FILES {
            write(&folder.join(file), text)?;
        }
        // One target folder serves all implementations, so that they share what they depend on. Only the name of the
        // package keeps them apart there: cargo does not count where a package lies that is its own workspace.
        for (file, text) in [("Cargo.toml", MANIFEST), ("Cargo.lock", LOCK)] {
            write(
                &folder.join(file),
                &text
                    .replace("name = \"worker\"", &format!("name = \"{name}\""))
                    .replace(HERE, THERE),
            )?;
        }
        Ok(Crate {
            folder,
            name,
            _lock: held,
        })
    }
}

/// The library of the crate: the implementation's files where they lie. The inline module makes rustc look for the
/// implementation's own submodules where they would be in its own crate.
pub(super) fn library(folder: &Path, step: &Step, hash: u64) -> Result<String> {
    let Some(path) = folder.to_str() else {
        let shown = folder.display();
        let reason = "its path is not valid UTF-8, which the compiler cannot be given";
        return Err(Error::Usage(format!(
            "cannot use `{shown}`: {reason}\nmove the course to another folder"
        )));
    };
    let stem = step.stem;
    Ok(format!(
        "// Written by the grader. The sources have this hash: {hash:016x}\n\
         #[path = {path:?}]\nmod implementation {{\n    pub mod {stem};\n}}\n\npub use implementation::*;\n"
    ))
}

/// Whether the file system of this folder has locks.
///
/// # Errors
///
/// Where no file can be made in it.
pub fn has_locks(folder: &Path) -> std::io::Result<bool> {
    match tempfile::tempfile_in(folder)?.try_lock() {
        Err(TryLockError::Error(error)) if platform::has_no_locks(&error) => Ok(false),
        Err(TryLockError::Error(error)) => Err(error),
        _ => Ok(true),
    }
}

/// Writes a file unless it holds just that already, so that cargo sees no change where there is none.
pub(super) fn write(path: &Path, text: &str) -> Result<()> {
    if fs::read(path).is_ok_and(|old| old == text.as_bytes()) {
        return Ok(());
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(|error| Error::file("create", folder, &error))?;
    fs::write(path, text).map_err(|error| Error::file("write", path, &error))
}

/// Waits until no other grader holds the lock, and holds it. Some file systems have no locks; as cargo does, the grader
/// goes on without them there.
fn lock(path: &Path, wait: impl FnOnce()) -> Result<File> {
    let failed = |error| Error::file("lock", path, &error);
    let file = File::create(path).map_err(failed)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            wait();
            file.lock().map_err(failed)?;
        }
        Err(TryLockError::Error(error)) if platform::has_no_locks(&error) => {}
        Err(TryLockError::Error(error)) => return Err(failed(error)),
    }
    Ok(file)
}
