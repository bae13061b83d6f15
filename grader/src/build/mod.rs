//! Turns an implementation into a worker: writes a small program around its files and has rustc compile it.
//!
//! No manifest, build script or cargo configuration of the implementation is used, only its step file and what that
//! leads to. All workers are made from one kit, which cargo builds once.

mod advice;
mod cargo;
mod compile;
mod elf;
mod fault;
mod kit;
mod lend;
mod messages;
mod needs;
mod prepare;
mod problem;
mod rustc;
mod source;
mod told;
mod whole;

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use crate::error::Result;
use crate::session::{Attempt, Implementation};
use crate::steps::Step;

use kit::{Kit, LOCK};
pub use lend::Lent;
use messages::Messages;
pub use needs::strays;
pub use prepare::{Crate, has_locks};
use prepare::{program, write};
pub use problem::{CompileError, Failure, LeftOut, Problem};
pub use rustc::stand_in;
pub use source::{Source, fingerprint};
pub use whole::{Change, Whole};

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
    /// How many bytes of memory it takes before anything is called, where that can be told.
    pub memory: u64,
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
    /// Whether rustc keeps what makes the next build of the same answers faster.
    pub incremental: bool,
    /// Whether what is built is to run fast, and not to be there soon.
    pub optimised: bool,
    /// Which earlier steps of an implementation are used.
    pub takes: Takes,
}

/// Which steps of an implementation are used where others build on them. The reference's stand in for the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// Those that have passed.
    Passed,
    /// Those that leave no answer to be written, right or wrong, but for one of this number.
    Written {
        /// The one that is not used.
        but: Option<u8>,
    },
}

impl Builder<'_> {
    /// Builds the worker from what the implementation holds now. A function that is missing or has another signature
    /// is left out.
    ///
    /// # Errors
    ///
    /// Where the compiler cannot be run or fails for a reason that is not the implementation's.
    pub fn build(&self, made: &Crate, attempt: Attempt<'_>, source: &Source) -> Result<Built> {
        let Attempt {
            implementation,
            step,
        } = attempt;
        source::refuse_others(&made.files(source))?;
        let lent = self.lend(attempt, source)?;
        let kit = self.kit()?;
        let program = program(&implementation.folder, step, &self.modules(&lent))?;
        program.write(&made.folder)?;
        let stamp = || made.stamp(&kit, &program, source);
        if let Some(left_out) = made.is_current(&stamp()) {
            return Ok(made.worker(attempt, left_out, lent));
        }

        let mut left_out: Vec<LeftOut> = Vec::new();
        loop {
            let started = SystemTime::now();
            let run = self.compile(&kit, made, attempt, &lent, &left_out)?;
            let messages = Messages::read(&run.output, &implementation.folder, &made.folder);
            if run.success {
                let built = made.worker(attempt, left_out, lent);
                made.note(&built, stamp, source, started)?;
                return Ok(built);
            }
            if !messages.learner.is_empty() {
                return Ok(Built::Failed(messages.failure()));
            }
            let mut faults = messages.faults(step.glue, &step.file());
            let known = |fault: &LeftOut| left_out.iter().any(|out| out.function == fault.function);
            faults.retain(|fault| !fault.function.starts_with(COMPOSED) && !known(fault));
            if faults.is_empty() {
                self.acquit_the_machine(attempt, &run)?;
                return Ok(Built::Failed(fault::failure(&run, messages, self)));
            }
            left_out.extend(faults);
        }
    }

    /// Compiles a worker without these functions.
    fn compile(
        &self,
        kit: &Kit,
        made: &Crate,
        attempt: Attempt<'_>,
        lent: &[Lent],
        left_out: &[LeftOut],
    ) -> Result<cargo::Run> {
        let mut pieces: Vec<&str> = left_out.iter().map(|piece| &*piece.function).collect();
        if !pieces.is_empty() {
            // What is made from the parts cannot be made without one of them.
            let composed = messages::pieces(attempt.step.glue);
            pieces.extend(composed.filter(|piece| piece.starts_with(COMPOSED)));
        }
        made.forget()?;
        let files = self.readable(attempt, lent);
        let run = compile::worker(self, kit, &made.folder, &files, &pieces, false)?;
        // In a program what is public may be unused, and not in a library, as which a learner writes it.
        if !run.success && messages::only_unused(&run.output) {
            return compile::worker(self, kit, &made.folder, &files, &pieces, true);
        }
        Ok(run)
    }

    /// What a compiler may read for an attempt: what lies in the folder that is handed in, and what is lent. A rule for a
    /// file would be about the one that is there now, and editors put another in its place.
    fn readable(&self, attempt: Attempt<'_>, lent: &[Lent]) -> Vec<PathBuf> {
        let folder = &attempt.implementation.folder;
        let mut files = vec![folder.clone()];
        // A file may be a link to another place.
        files.extend(attempt.file().canonicalize());
        let lent = self.modules(lent).into_iter();
        files.extend(lent.filter_map(|(_, path)| path));
        files
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
}

/// How pieces of glue begin that put the learner's functions together.
const COMPOSED: &str = "composed";
