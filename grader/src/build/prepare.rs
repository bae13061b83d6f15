//! Writes the program around an implementation, and keeps others from it while it is used.

use std::borrow::Cow;
use std::fs::{self, File, TryLockError};
use std::hash::Hasher;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use siphasher::sip::SipHasher13;

use super::kit::Kit;
use super::{
    Binary, Builder, Built, LeftOut, Lent, Source, Takes, elf, fault, fingerprint, source,
};
use crate::error::{Error, Reason, Result};
use crate::platform;
use crate::session::Attempt;
use crate::steps::Step;

/// The worker's crate around one implementation. While it lives, no other grader builds or runs the same one.
#[derive(Debug)]
pub struct Crate {
    /// Where it lies.
    pub(super) folder: PathBuf,
    _lock: File,
}

impl Crate {
    /// The worker.
    pub(super) fn executable(&self) -> PathBuf {
        let name = format!("worker{}", std::env::consts::EXE_SUFFIX);
        self.folder.join(name)
    }

    /// What the worker is made from: the kit, the program, and the contents of all files that rustc noted to have read
    /// when it compiled it last.
    pub(super) fn stamp(&self, kit: &Kit, program: &Surroundings, source: &Source) -> String {
        let files = self.files(source);
        let mut hasher = SipHasher13::new();
        hasher.write_u64(kit.key);
        for (file, text) in &program.files {
            hasher.write(file.as_bytes());
            hasher.write(text.as_bytes());
        }
        format!("{:016x} {:016x}", hasher.finish(), fingerprint(&files))
    }

    /// The files of the learner's that the worker was made from.
    pub(super) fn files(&self, source: &Source) -> Vec<PathBuf> {
        let noted = self.folder.join("worker.d");
        source::files(&source.path, &noted, &self.folder)
    }

    /// What was left out of the worker that is there, if it is made from this.
    pub(super) fn is_current(&self, stamp: &str) -> Option<Vec<LeftOut>> {
        let noted = fs::read_to_string(self.noted()).ok()?;
        let mut lines = noted.lines();
        let same = lines.next() == Some(stamp) && self.executable().exists();
        let left_out = same.then(|| lines.map(LeftOut::read).collect::<Option<_>>());
        left_out.flatten()
    }

    /// Notes what a worker is made from that was compiled from `started` on, and what was left out. Of a file that was
    /// written meanwhile nobody knows which text was compiled.
    pub(super) fn note(
        &self,
        built: &Built,
        stamp: impl FnOnce() -> String,
        source: &Source,
        started: SystemTime,
    ) -> Result<()> {
        match built {
            Built::Worker(binary) if !source::any_since(&self.files(source), started) => {
                let left_out = binary.left_out.iter();
                let left_out = left_out.map(|left_out| format!("\n{left_out}"));
                let text = format!("{}{}", stamp(), left_out.collect::<String>());
                write(&self.noted(), &text)
            }
            _ => Ok(()),
        }
    }

    /// The worker that was compiled for an attempt, unless something in it takes the place of a function of the C library.
    pub(super) fn worker(
        &self,
        attempt: Attempt<'_>,
        left_out: Vec<LeftOut>,
        lent: Vec<Lent>,
    ) -> Built {
        let program = elf::Program::read(&self.executable());
        if let [name, ..] = program.replaced.as_slice() {
            return Built::Failed(fault::replaced(name, &attempt.step.file()));
        }
        Built::Worker(Binary {
            executable: self.executable(),
            directory: self.folder.clone(),
            memory: program.memory,
            folder: attempt.implementation.folder.clone(),
            left_out,
            lent,
        })
    }

    /// Says that the worker is made from nothing that is known.
    pub(super) fn forget(&self) -> Result<()> {
        match fs::remove_file(self.noted()) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                Err(Error::file("write", &self.noted(), error))
            }
            _ => Ok(()),
        }
    }

    fn noted(&self) -> PathBuf {
        self.folder.join("made-from")
    }

    /// Notes that the worker, made from what it is now, does all of its tasks, as this judge found.
    pub fn remember(&self, judge: &str) {
        if let Some(made) = self.made_from() {
            // Where it cannot be written, it is judged once more.
            let _ = write(&self.folder.join("passed"), &format!("{made}\n{judge}"));
        }
    }

    /// Whether this judge has found before that the worker that is there now does all of its tasks.
    pub fn has_passed(&self, judge: &str) -> bool {
        let noted = fs::read_to_string(self.folder.join("passed"));
        let made = self.made_from();
        noted.is_ok_and(|noted| made.is_some_and(|made| noted == format!("{made}\n{judge}")))
    }

    fn made_from(&self) -> Option<String> {
        let noted = fs::read_to_string(self.noted()).ok()?;
        noted.lines().next().map(str::to_owned)
    }
}

impl Builder<'_> {
    /// Makes the crate for an attempt. Calls `wait` if another grader is at work on it.
    ///
    /// # Errors
    ///
    /// Where its files cannot be written.
    pub fn prepare(&self, attempt: Attempt<'_>, wait: impl FnOnce()) -> Result<Crate> {
        let kind = if self.optimised { "-fast" } else { "" };
        Self::prepare_in(self.crate_folder(attempt, kind), wait)
    }

    /// Makes the crate for the whole of an implementation, or for the reference with changes.
    pub(super) fn prepare_whole(
        &self,
        attempt: Attempt<'_>,
        is_changed: bool,
        wait: impl FnOnce(),
    ) -> Result<Crate> {
        let kind = match self.takes {
            _ if is_changed => "-changed".to_owned(),
            Takes::Written { but: Some(but) } => format!("-whole-but-{but:02}"),
            _ => "-whole".to_owned(),
        };
        Self::prepare_in(self.crate_folder(attempt, &kind), wait)
    }

    fn prepare_in(folder: PathBuf, wait: impl FnOnce()) -> Result<Crate> {
        fs::create_dir_all(&folder).map_err(|error| Error::file("create", &folder, error))?;
        let held = lock(&folder.join("lock"), wait)?;
        Ok(Crate {
            folder,
            _lock: held,
        })
    }

    /// Removes the crate of an attempt that is not made again.
    pub fn discard(&self, attempt: Attempt<'_>) {
        // Where it cannot be removed it takes some room, and harms nobody.
        let _ = fs::remove_dir_all(self.crate_folder(attempt, ""));
    }

    /// Where the crate of an attempt lies that is built for this.
    fn crate_folder(&self, attempt: Attempt<'_>, kind: &str) -> PathBuf {
        let mut hasher = SipHasher13::new();
        let folder = &attempt.implementation.folder;
        hasher.write(folder.as_os_str().as_encoded_bytes());
        // No name of a folder becomes one of these: compilers and linkers do not take every name.
        let name = format!("{:016x}-{}{kind}", hasher.finish(), attempt.step.stem);
        self.target.join("workers").join(name)
    }
}

/// The program around an implementation: the grader's own files of a worker, with their texts.
pub(super) struct Surroundings {
    files: Vec<(String, Cow<'static, str>)>,
}

impl Surroundings {
    /// Writes the files into the folder of the worker.
    pub(super) fn write(&self, folder: &Path) -> Result<()> {
        let mut files = self.files.iter();
        files.try_for_each(|(file, text)| write(&folder.join(file), text))
    }
}

/// The program around an implementation's files, which are read where they lie. The inline module makes rustc look for the
/// implementation's own submodules where they would be in its own crate. Earlier steps that it uses are found as they are
/// in the course, as `crate::step_02`, whoever has written them.
pub(super) fn program(
    folder: &Path,
    step: &'static Step,
    lent: &[(&'static Step, Option<PathBuf>)],
) -> Result<Surroundings> {
    let Some(path) = folder.to_str() else {
        return Err(Error::Place {
            doing: "use",
            path: folder.to_owned(),
            reason: Reason::Name,
            advice: "move the course to another folder".to_owned(),
        });
    };
    // It is among them where it is not the implementation's own.
    let is_lent = lent.iter().any(|(lent, _)| lent.number == step.number);
    let own = (!is_lent).then_some(step);
    let steps = lent.iter().map(|(step, _)| *step).chain(own);
    let giving: Vec<_> = steps.filter(|step| !step.given.is_empty()).collect();
    let lent = lent.iter().map(|(step, path)| {
        let path = path
            .as_ref()
            .map(|path| format!("    #[path = {path:?}]\n"));
        format!("{}    pub mod {};\n", path.unwrap_or_default(), step.stem)
    });
    let own = own.map(|step| format!("    pub mod {};\n", step.stem));
    let lent = lent.chain(own).collect::<String>();
    let stem = step.stem;
    let given = giving
        .iter()
        .map(|step| format!("mod {}_given;\n", step.stem));
    let given = given.collect::<String>();
    let main = format!(
        "// Written by the grader.\n\
         #[path = {path:?}]\n#[allow(dead_code)]\nmod implementation {{\n{lent}}}\n\
         #[path = \"{stem}.rs\"]\nmod glue;\n{given}\n\
         #[allow(unused_imports)]\nuse implementation::*;\nuse kit as _;\n\n\
         fn main() {{\n    runtime::serve(glue::answer);\n}}\n"
    );
    let given = giving.iter().map(|step| {
        let file = format!("{}_given.rs", step.stem);
        (file, Cow::Borrowed(step.given))
    });
    let own = [
        ("main.rs".to_owned(), Cow::Owned(main)),
        (step.file(), Cow::Borrowed(step.glue)),
    ];
    Ok(Surroundings {
        files: own.into_iter().chain(given).collect(),
    })
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
pub(super) fn lock(path: &Path, wait: impl FnOnce()) -> Result<File> {
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
