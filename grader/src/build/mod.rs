//! Turns an implementation into a worker: writes a small crate around its files and has cargo build it.
//!
//! No manifest, build script or cargo configuration of the implementation is used, only its step file and what that
//! leads to. Every implementation has its own crate; they share what the crates they depend on compile to.

mod advice;
mod cargo;
mod fault;
mod lend;
mod messages;
mod needs;
mod prepare;
mod problem;
mod rustc;
mod source;
mod told;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::error::Result;
use crate::session::{Attempt, Implementation};
use crate::steps::Step;

pub use lend::Lent;
use messages::Messages;
pub use needs::strays;
pub use prepare::{Crate, has_locks};
use prepare::{LOCK, library, program, write};
pub use problem::{CompileError, Failure, LeftOut, Problem};
pub use rustc::stand_in;
pub use source::{Source, fingerprint};

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
    /// The earlier steps that it was built with.
    pub lent: Vec<Lent>,
}

/// How to build.
#[derive(Debug)]
pub struct Builder<'a> {
    /// The folder for everything that is built.
    pub target: &'a Path,
    /// How long compiling the answers may take.
    pub timeout: Duration,
    /// How long compiling the crates that they use may take, or any other tool.
    pub crates_timeout: Duration,
    /// How much memory compiling may take, in bytes.
    pub memory: u64,
    /// Whether rustc colours what it says.
    pub color: bool,
}

impl Builder<'_> {
    /// Whether nothing has been built here yet, so that the first build takes longer.
    pub fn is_new(&self) -> bool {
        !self.target.join("build").exists()
    }

    /// Builds the worker from what the implementation holds now. A function that is missing or has another signature
    /// is left out.
    ///
    /// # Errors
    ///
    /// Where cargo cannot be run or fails for a reason that is not the implementation's.
    pub fn build(&self, made: &Crate, attempt: Attempt<'_>, source: &Source) -> Result<Built> {
        let Attempt {
            implementation,
            step,
        } = attempt;
        let lent = self.lend(attempt, source)?;
        let hash = fingerprint(&source::files(
            &source.path,
            self.noted(&made.name).as_deref(),
            &made.folder,
        ));
        write(
            &made.folder.join("src").join("lib.rs"),
            &library(&implementation.folder, step, &self.modules(&lent), hash)?,
        )?;

        let mut left_out: Vec<LeftOut> = Vec::new();
        loop {
            let mut pieces: Vec<&str> = left_out.iter().map(|piece| &*piece.function).collect();
            if !pieces.is_empty() {
                // What is made from the parts cannot be made without one of them.
                pieces.push(COMPOSED);
            }
            let pieces = pieces.join(",");
            let main = made.folder.join("src").join("main.rs");
            write(&main, &program(step, &pieces))?;
            let run = cargo::build(self, &made.folder, &pieces)?;
            if !run.success && !run.reached {
                return Err(fault::of(&run, self));
            }
            let messages = Messages::read(&run.output, &implementation.folder, &made.folder);
            if let Some(executable) = messages.executable {
                let folder = implementation.folder.clone();
                return Ok(Built::Worker(Binary {
                    executable,
                    directory: made.folder.clone(),
                    folder,
                    left_out,
                    lent,
                }));
            }
            if !messages.learner.is_empty() {
                return Ok(Built::Failed(messages.failure()));
            }
            let mut faults = messages.faults(step.glue, &step.file());
            let is_new = |fault: &LeftOut| {
                let known = left_out.iter().any(|out| out.function == fault.function);
                fault.function != COMPOSED && !known
            };
            faults.retain(is_new);
            if faults.is_empty() {
                self.acquit_the_machine(attempt, &run)?;
                return Ok(Built::Failed(fault::failure(&run, messages, self)));
            }
            left_out.extend(faults);
        }
    }

    /// Whether a build that failed without a place in the learner's file failed because of it all the same: it did if
    /// the reference, built in the same way, does not fail.
    ///
    /// # Errors
    ///
    /// Where the reference fails too, or is what failed: then the machine is at fault.
    fn acquit_the_machine(&self, attempt: Attempt<'_>, run: &cargo::Run) -> Result<()> {
        if fault::is_certain(run) {
            return Err(fault::of(run, self));
        }
        let reference = self.reference(attempt.step)?;
        if *attempt.implementation == reference {
            return Err(fault::of(run, self));
        }
        let attempt = Attempt {
            implementation: &reference,
            ..attempt
        };
        let made = self.prepare(attempt, || ())?;
        let source = Source::read(attempt)?;
        match self.build(&made, attempt, &source)? {
            Built::Worker(_) => Ok(()),
            Built::Failed(_) => Err(fault::of(run, self)),
        }
    }

    /// The reference, written into the target, to see whether this machine can build it.
    ///
    /// # Errors
    ///
    /// Where it cannot be written.
    pub fn reference(&self, step: &Step) -> Result<Implementation> {
        let folder = self.target.join("reference");
        write(&folder.join(step.file()), step.solution)?;
        Ok(Implementation {
            name: "reference".to_owned(),
            folder,
            only: None,
        })
    }

    /// Where rustc noted, when it last built the crate of this name, which files it read.
    fn noted(&self, name: &str) -> Option<PathBuf> {
        // Beside the one folder for this machine there may be one of an older grader's.
        let folders = fs::read_dir(self.target.join("build")).ok()?.flatten();
        let mut noted = folders.map(|folder| folder.path().join(format!("debug/{name}.d")));
        noted.find(|file| file.exists())
    }
}

/// The piece of glue that puts the learner's functions together.
const COMPOSED: &str = "composed";
