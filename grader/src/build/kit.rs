//! What all answers are built with: the crates that they use, the worker's own, and generic code of theirs for every
//! dtype. Cargo builds it once. From then on an answer costs one rustc, called as cargo has called it for the kit.

use std::fs;
use std::hash::Hasher;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::{SystemTime, UNIX_EPOCH};

use siphasher::sip::SipHasher13;

use super::prepare::{lock, write};
use super::{Builder, cargo, compile, fault, rustc};
use crate::error::{Error, Result};
use crate::platform;

/// Files of the grader's sources, by their paths there, with their texts.
macro_rules! files {
    ($($path:literal,)+) => {
        &[$(($path, include_str!(concat!("../../", $path)))),+]
    };
}

/// The files of the kit, and of the crates that it is made of. They lie from each other as in the sources of the grader.
const FILES: &[(&str, &str)] = files![
    "worker/Cargo.toml",
    "worker/Cargo.lock",
    "worker/src/calculated.rs",
    "worker/src/lib.rs",
    "worker/src/main.rs",
    "worker/runtime/Cargo.toml",
    "worker/runtime/src/lib.rs",
    "worker/runtime/src/answers.rs",
    "worker/runtime/src/arguments.rs",
    "worker/runtime/src/channel.rs",
    "worker/runtime/src/element.rs",
    "worker/runtime/src/panics.rs",
    "worker/runtime/src/timing.rs",
    "protocol/Cargo.toml",
    "protocol/src/lib.rs",
    "protocol/src/bytes.rs",
    "protocol/src/dtype.rs",
    "protocol/src/value.rs",
];
pub(super) const LOCK: &str = include_str!("../../worker/Cargo.lock");

/// What answers are built with.
#[derive(Debug)]
pub(super) struct Kit {
    /// Changes with everything that a worker depends on beside the answers.
    pub(super) key: u64,
    /// The compiler.
    pub(super) rustc: PathBuf,
    /// Its arguments, but for those that are about one worker.
    pub(super) arguments: Vec<String>,
    /// Whether it works behind walls: a linker at an unusual place may not.
    pub(super) walled: bool,
}

impl Builder<'_> {
    /// Whether the kit has to be built, which takes a while.
    pub fn is_new(&self) -> bool {
        self.ready().is_none()
    }

    /// Has the kit built if it is not there. Gives whether compilers are kept from all that is not their own.
    ///
    /// # Errors
    ///
    /// Where it cannot be built.
    pub fn make_ready(&self) -> Result<bool> {
        Ok(self.kit()?.walled)
    }

    /// The kit, built if it is not there.
    ///
    /// # Errors
    ///
    /// Where it cannot be built.
    pub(super) fn kit(&self) -> Result<Kit> {
        if let Some(kit) = self.ready() {
            return Ok(kit);
        }
        fs::create_dir_all(self.target)
            .map_err(|error| Error::file("create", self.target, error))?;
        // Another grader may be building the same.
        let _lock = lock(&self.target.join("lock"), || ())?;
        if let Some(kit) = self.ready() {
            return Ok(kit);
        }
        self.forget_others()?;
        let folder = self.write_kit()?;
        let noted = self.noted();
        // Cargo calls no compiler for what is there.
        let _ = fs::remove_file(&noted);
        write(&folder.join("src/main.rs"), &anew())?;
        let run = cargo::build(self, &folder, &noted)?;
        if !run.success {
            return Err(fault::of_crates(&run, self));
        }
        if let Some((rustc, arguments)) = read(&noted) {
            let mut kit = Kit {
                key: 0,
                arguments,
                walled: platform::has_walls(),
                rustc,
            };
            kit.walled &=
                compile::worker(self, &kit, &folder.join("src"), &[], &[], false)?.success;
            let walled = if kit.walled { "walled" } else { "open" };
            write(&self.seal(), &format!("{} {walled}", seal(&kit.rustc)))?;
        }
        let gone = || Error::Broken("the crates are built, and cannot be found".to_owned());
        self.ready().ok_or_else(gone)
    }

    /// Removes what was compiled in another way. Cargo does not know how the stand-in has its crates compiled, and takes
    /// them for what is asked.
    fn forget_others(&self) -> Result<()> {
        let build = self.target.join("build");
        let noted = build.join("settings");
        let settings: Vec<_> = rustc::settings().collect();
        let settings = settings.join("\n");
        if fs::read_to_string(&noted).is_ok_and(|noted| noted == settings) {
            return Ok(());
        }
        if build.exists() {
            fs::remove_dir_all(&build).map_err(|error| Error::file("remove", &build, error))?;
        }
        write(&noted, &settings)
    }

    /// Writes the sources of the kit, and gives the folder of its package.
    pub(super) fn write_kit(&self) -> Result<PathBuf> {
        let folder = self.target.join("kit");
        for (file, text) in FILES {
            write(&folder.join(file), text)?;
        }
        Ok(folder.join("worker"))
    }

    /// The kit as it is there, if it is that of this grader and compiler, and nothing of it is gone.
    fn ready(&self) -> Option<Kit> {
        let sealed = fs::read_to_string(self.seal()).ok()?;
        let (rustc, arguments) = read(&self.noted())?;
        let mut crates = arguments.iter().filter_map(|argument| {
            let (_, file) = argument.split_once('=')?;
            file.ends_with(".rlib").then(|| Path::new(file))
        });
        let walled = match sealed.strip_prefix(&seal(&rustc))? {
            " walled" => true,
            " open" => false,
            _ => return None,
        };
        if !crates.all(Path::exists) {
            return None;
        }
        let mut hasher = SipHasher13::new();
        hasher.write(sealed.as_bytes());
        arguments
            .iter()
            .for_each(|argument| hasher.write(argument.as_bytes()));
        Some(Kit {
            key: hasher.finish(),
            rustc,
            arguments,
            walled: walled && platform::has_walls(),
        })
    }

    /// Where rustc's stand-in notes how cargo calls it.
    fn noted(&self) -> PathBuf {
        self.target.join("kit").join("command")
    }

    /// What says that the kit is complete, and which one it is.
    fn seal(&self) -> PathBuf {
        self.target.join("kit").join("seal")
    }
}

/// The source of the worker without answers, another one each time.
fn anew() -> String {
    let now = SystemTime::now();
    format!("// {now:?}\n{}", include_str!("../../worker/src/main.rs"))
}

/// The compiler and the arguments that were noted.
fn read(noted: &Path) -> Option<(PathBuf, Vec<String>)> {
    let noted = fs::read_to_string(noted).ok()?;
    let mut words = noted.split('\0').map(str::to_owned);
    Some((words.next()?.into(), words.collect()))
}

/// What is written where the kit is complete: which one it is, and of which compiler.
fn seal(rustc: &Path) -> String {
    format!("{:016x} {}", key(), changed(rustc))
}

/// Changes with the sources of the kit, with how it is compiled, and with the toolchain that is asked for. Computed once:
/// without optimisation it takes a while.
fn key() -> u64 {
    static KEY: LazyLock<u64> = LazyLock::new(hashed);
    *KEY
}

fn hashed() -> u64 {
    let mut hasher = SipHasher13::new();
    for (file, text) in FILES {
        hasher.write(file.as_bytes());
        hasher.write(text.as_bytes());
    }
    rustc::settings().for_each(|setting| hasher.write(setting.as_bytes()));
    for variable in ["RUSTUP_TOOLCHAIN", "RUSTC", "CARGO_BUILD_RUSTC"] {
        let value = std::env::var_os(variable).unwrap_or_default();
        hasher.write(value.as_encoded_bytes());
        hasher.write_u8(0);
    }
    hasher.finish()
}

/// When a file was written, in nanoseconds; 0 where nobody can tell.
fn changed(file: &Path) -> u128 {
    let changed = fs::metadata(file).and_then(|about| about.modified());
    let since = changed.map(|changed| changed.duration_since(UNIX_EPOCH));
    since.map_or(0, |since| since.map_or(0, |since| since.as_nanos()))
}
