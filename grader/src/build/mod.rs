//! Turns an implementation into a worker: writes a small crate around its files and has cargo build it.
//!
//! No manifest, build script or cargo configuration of the implementation is used, only its step file and what that
//! leads to. Every implementation has its own crate; they share what the crates they depend on compile to.

mod advice;
mod cargo;
mod messages;
mod needs;
mod problem;
mod source;

use std::fs::{self, File, TryLockError};
use std::hash::Hasher;
use std::path::{Path, PathBuf};
use std::time::Duration;

use siphasher::sip::SipHasher13;

use crate::error::{Error, Result};
use crate::session::Implementation;
use crate::steps::Step;

use messages::Messages;
pub use needs::strays;
pub use problem::{Failure, LeftOut, Problem};
pub use source::{Source, fingerprint};

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
const LOCK: &str = include_str!("../../worker/Cargo.lock");
const GLUE: &str = include_str!("../../worker/src/step_02.rs");

/// Where the shared crate lies from the crate around `solutions`, and from every other.
const HERE: &str = "path = \"runtime\"";
const THERE: &str = "path = \"../runtime\"";

/// How building went.
#[derive(Debug)]
pub enum Built {
    /// There is a worker.
    Worker(Binary),
    /// The implementation does not compile.
    Failed(Failure),
}

/// A worker that can be run.
#[derive(Debug)]
pub struct Binary {
    /// The program.
    pub executable: PathBuf,
    /// Where it is to run.
    pub directory: PathBuf,
    /// The folder of the implementation, as panics name it.
    pub folder: PathBuf,
    /// The pieces that had to be left out, each with what the compiler said.
    pub left_out: Vec<LeftOut>,
}

/// How to build.
#[derive(Debug)]
pub struct Builder<'a> {
    /// The folder for everything that is built.
    pub target: &'a Path,
    /// How long compiling may take.
    pub timeout: Duration,
    /// How much memory compiling may take, in bytes.
    pub memory: u64,
    /// Whether rustc colours what it says.
    pub color: bool,
}

/// The crate around one implementation. While it lives, no other grader builds or runs the same one.
#[derive(Debug)]
pub struct Crate {
    folder: PathBuf,
    name: String,
    _lock: File,
}

impl Builder<'_> {
    /// Whether nothing has been built here yet, so that the first build takes longer.
    pub fn is_new(&self) -> bool {
        !self.target.join("build").exists()
    }

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

    /// Builds the worker from what the implementation holds now. A function that is missing or has another signature
    /// is left out.
    ///
    /// # Errors
    ///
    /// Where cargo cannot be run or fails for a reason that is not the implementation's.
    pub fn build(
        &self,
        made: &Crate,
        implementation: &Implementation,
        step: &Step,
        source: &Source,
    ) -> Result<Built> {
        let noted = self
            .target
            .join("build")
            .join("debug")
            .join(format!("{}.d", made.name));
        let hash = fingerprint(&source::files(&source.path, &noted, &made.folder));
        write(
            &made.folder.join("src").join("lib.rs"),
            &library(&implementation.folder, step, hash)?,
        )?;

        let mut pieces: Vec<&str> = step.tasks.iter().filter_map(|task| task.function).collect();
        pieces.push(COMPOSED);
        let mut left_out = Vec::new();
        loop {
            let run = cargo::build(self, &made.folder, step, &pieces)?;
            let messages = match run {
                cargo::Run::Failed(failure) => return Ok(Built::Failed(failure)),
                cargo::Run::Finished {
                    messages, errors, ..
                } => Messages::read(&messages, &implementation.folder, &errors),
            }?;
            if let Some(executable) = messages.executable {
                let folder = implementation.folder.clone();
                left_out.retain(|piece: &LeftOut| piece.function != COMPOSED);
                return Ok(Built::Worker(Binary {
                    executable,
                    directory: made.folder.clone(),
                    folder,
                    left_out,
                }));
            }
            let faults = messages.faults(GLUE, &step.file());
            if !messages.learner.is_empty()
                || faults
                    .iter()
                    .all(|fault| !pieces.contains(&fault.function.as_str()))
            {
                return Ok(Built::Failed(messages.failure()));
            }
            // What is made from the parts cannot be made without one of them.
            pieces.retain(|piece| {
                *piece != COMPOSED && faults.iter().all(|fault| fault.function != *piece)
            });
            left_out.extend(faults);
        }
    }
}

/// The piece of glue that puts the learner's functions together.
const COMPOSED: &str = "composed";

/// The library of the crate: the implementation's files where they lie. The inline module makes rustc look for the
/// implementation's own submodules where they would be in its own crate.
fn library(folder: &Path, step: &Step, hash: u64) -> Result<String> {
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

/// Writes a file unless it holds just that already, so that cargo sees no change where there is none.
fn write(path: &Path, text: &str) -> Result<()> {
    if fs::read(path).is_ok_and(|old| old == text.as_bytes()) {
        return Ok(());
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(|error| Error::file("create", folder, &error))?;
    fs::write(path, text).map_err(|error| Error::file("write", path, &error))
}

/// Waits until no other grader holds the lock, and holds it.
fn lock(path: &Path, wait: impl FnOnce()) -> Result<File> {
    let failed = |error| Error::file("lock", path, &error);
    let file = File::create(path).map_err(failed)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            wait();
            file.lock().map_err(failed)?;
        }
        Err(TryLockError::Error(error)) => return Err(failed(error)),
    }
    Ok(file)
}
