//! Writes the crate around an implementation, and keeps others from it while it is used.

use std::fs::{self, File, TryLockError};
use std::hash::Hasher;
use std::path::{Path, PathBuf};

use siphasher::sip::SipHasher13;

use super::Builder;
use crate::error::{Error, Reason, Result};
use crate::platform;
use crate::session::Attempt;
use crate::steps::Step;

/// The files of the crate that all these crates depend on.
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
        "src/answers.rs",
        include_str!("../../worker/runtime/src/answers.rs"),
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
];
/// The files of the crate that it and the grader share.
const PROTOCOL: &[(&str, &str)] = &[
    ("Cargo.toml", include_str!("../../protocol/Cargo.toml")),
    ("src/lib.rs", include_str!("../../protocol/src/lib.rs")),
    ("src/bytes.rs", include_str!("../../protocol/src/bytes.rs")),
    ("src/dtype.rs", include_str!("../../protocol/src/dtype.rs")),
    ("src/value.rs", include_str!("../../protocol/src/value.rs")),
];
const MANIFEST: &str = include_str!("../../worker/Cargo.toml");
pub(super) const LOCK: &str = include_str!("../../worker/Cargo.lock");

/// Where crates lie from each other in the sources of the grader, and where it puts them: side by side.
const PATHS: [(&str, &str); 2] = [
    ("path = \"runtime\"", "path = \"../runtime\""),
    ("path = \"../../protocol\"", "path = \"../protocol\""),
];

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
    /// Makes the crate for an attempt. Calls `wait` if another grader is at work on it.
    ///
    /// # Errors
    ///
    /// Where its files cannot be written.
    pub fn prepare(
        &self,
        Attempt {
            implementation,
            step,
        }: Attempt<'_>,
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
        fs::create_dir_all(&folder).map_err(|error| Error::file("create", &folder, error))?;
        let held = lock(&folder.join("lock"), wait)?;
        let shared = lock(&self.target.join("lock"), || ())?;
        for (part, files) in [("runtime", RUNTIME), ("protocol", PROTOCOL)] {
            for (file, text) in files {
                write(&self.target.join(part).join(file), &moved(text))?;
            }
        }
        drop(shared);
        write(&folder.join("src").join(step.file()), step.glue)?;
        // One target folder serves all implementations, so that they share what they depend on. Only the name of the
        // package keeps them apart there: cargo does not count where a package lies that is its own workspace.
        for (file, text) in [("Cargo.toml", MANIFEST), ("Cargo.lock", LOCK)] {
            let text = text.replace("name = \"worker\"", &format!("name = \"{name}\""));
            write(&folder.join(file), &moved(&text))?;
        }
        Ok(Crate {
            folder,
            name,
            _lock: held,
        })
    }
}

/// The text with its paths to other crates as they are where the grader puts them.
fn moved(text: &str) -> String {
    PATHS.iter().fold(text.to_owned(), |text, (here, there)| {
        text.replace(here, there)
    })
}

/// The program of the crate, with the pieces of the glue that are left out: where they change, cargo builds it anew.
pub(super) fn program(step: &Step, left_out: &str) -> String {
    let stem = step.stem;
    format!(
        "// Written by the grader. Left out: {left_out}\nmod {stem};\n\nfn main() {{\n    runtime::serve({stem}::answer);\n}}\n"
    )
}

/// The library of the crate: the implementation's files where they lie. The inline module makes rustc look for the
/// implementation's own submodules where they would be in its own crate. Earlier steps that it uses are found as they are
/// in the course, as `crate::step_02`, whoever has written them.
pub(super) fn library(
    folder: &Path,
    step: &Step,
    lent: &[(&'static str, Option<PathBuf>)],
    hash: u64,
) -> Result<String> {
    let Some(path) = folder.to_str() else {
        return Err(Error::Place {
            doing: "use",
            path: folder.to_owned(),
            reason: Reason::Name,
            advice: "move the course to another folder".to_owned(),
        });
    };
    let lent = lent.iter().map(|(stem, path)| {
        let path = path
            .as_ref()
            .map(|path| format!("    #[path = {path:?}]\n"));
        format!("{}    pub mod {stem};\n", path.unwrap_or_default())
    });
    let (lent, stem) = (lent.collect::<String>(), step.stem);
    Ok(format!(
        "// Written by the grader. The sources have this hash: {hash:016x}\n\
         #[path = {path:?}]\nmod implementation {{\n{lent}    pub mod {stem};\n}}\n\npub use implementation::*;\n"
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
    fs::create_dir_all(folder).map_err(|error| Error::file("create", folder, error))?;
    fs::write(path, text).map_err(|error| Error::file("write", path, error))
}

/// Waits until no other grader holds the lock, and holds it. Some file systems have no locks; as cargo does, the grader
/// goes on without them there.
fn lock(path: &Path, wait: impl FnOnce()) -> Result<File> {
    let failed = |error| Error::file("lock", path, error);
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
