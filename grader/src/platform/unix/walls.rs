//! What keeps a program from everything that is not its own: Landlock for files, seccomp for the rest. Both bind the
//! thread that asks for them and what it starts, and nobody gets out again.
//!
//! The sources are the kernel's: `Documentation/userspace-api/landlock.rst` and `seccomp_filter.rst`.
#![allow(
    unsafe_code,
    reason = "neither has a function in the standard library or in rustix"
)]

use std::ffi::CStr;
use std::fs::File;
use std::io;
use std::os::fd::{AsRawFd, FromRawFd, OwnedFd, RawFd};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use super::super::Walls;

mod calls;

const READ_FILE: u64 = 1 << 2;
const READ: u64 = 1 << 0 | READ_FILE | 1 << 3;
const WRITE_FILE: u64 = 1 << 1;
/// All rights that the first version knows: to run, write, read, list, remove and make.
const FIRST: u64 = (1 << 13) - 1;
/// What a rule on a file, and no folder, can be about.
const OF_FILES: u64 = 1 << 0 | 1 << 1 | 1 << 2 | 1 << 14 | 1 << 15;
/// To link and move between folders, to cut files short, and to use devices: from the versions 2, 3 and 5 on.
const LATER: [(i64, u64); 3] = [(2, 1 << 13), (3, 1 << 14), (5, 1 << 15)];

#[repr(C)]
#[derive(Default)]
struct Ruleset {
    files: u64,
    network: u64,
    scopes: u64,
}

#[repr(C, packed)]
struct Beneath {
    allowed: u64,
    parent: RawFd,
}

/// The version of Landlock that this kernel has; 0 where it has none.
pub(super) fn version() -> i64 {
    // SAFETY: With no attributes and this flag the call asks for the version and touches no memory.
    let version = unsafe {
        libc::syscall(
            libc::SYS_landlock_create_ruleset,
            std::ptr::null::<u8>(),
            0_usize,
            1_u32,
        )
    };
    version.max(0)
}

/// Walls that are ready to be put up.
pub(super) struct Ready {
    rules: OwnedFd,
    filter: Vec<libc::sock_filter>,
}

/// What a program is told of its own memory. Rust's runtime looks there for the end of the stack, to tell of an overflow.
const OWN_MAPS: &CStr = c"/proc/self/maps";

impl Ready {
    /// Makes them ready.
    ///
    /// # Errors
    ///
    /// Where the kernel has no such walls.
    pub(super) fn new(walls: &Walls) -> io::Result<Self> {
        Ok(Self {
            rules: files(walls)?,
            filter: calls::filter(walls.starts_programs, version())?,
        })
    }

    /// Puts them around this thread. Makes system calls and nothing else, as is right between a fork and what follows.
    ///
    /// # Errors
    ///
    /// Where the kernel does not allow that.
    pub(super) fn enter(&self) -> io::Result<()> {
        // SAFETY: It takes numbers alone.
        done(unsafe { libc::prctl(libc::PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) }.into())?;
        // Only now is this the process that it is about.
        // SAFETY: The path ends with a zero.
        let maps = unsafe { libc::open(OWN_MAPS.as_ptr(), libc::O_PATH | libc::O_CLOEXEC) };
        if maps >= 0 {
            let _ = rule(&self.rules, maps, READ_FILE);
        }
        // SAFETY: It takes numbers alone.
        done(unsafe {
            libc::syscall(
                libc::SYS_landlock_restrict_self,
                self.rules.as_raw_fd(),
                0_u32,
            )
        })?;
        let program = libc::sock_fprog {
            len: self.filter.len() as u16,
            filter: self.filter.as_ptr().cast_mut(),
        };
        // SAFETY: The program has as many steps as it says, and the kernel only reads them.
        done(unsafe { libc::syscall(libc::SYS_seccomp, 1_u32, 0_u32, &raw const program) })
    }
}

/// What may be done with which files.
fn files(walls: &Walls) -> io::Result<OwnedFd> {
    let version = version();
    if version == 0 {
        return Err(io::ErrorKind::Unsupported.into());
    }
    let later = LATER.iter().filter(|(since, _)| version >= *since);
    let all = later.fold(FIRST, |all, (_, right)| all | right);
    let ruleset = Ruleset {
        files: all,
        network: if version >= 4 { 3 } else { 0 },
        scopes: if version >= 6 { 3 } else { 0 },
    };
    let size = match version {
        ..4 => 8,
        4..6 => 16,
        _ => size_of::<Ruleset>(),
    };
    // SAFETY: The kernel reads so many bytes of the ruleset, which is a struct of its own.
    let made = unsafe {
        libc::syscall(
            libc::SYS_landlock_create_ruleset,
            &raw const ruleset,
            size,
            0_u32,
        )
    };
    done(made)?;
    // SAFETY: The call has just made this descriptor, and nobody else has it.
    let rules = unsafe { OwnedFd::from_raw_fd(made as RawFd) };
    let allow = |path: &Path, rights: u64| {
        let opened = File::options()
            .read(true)
            .custom_flags(libc::O_PATH | libc::O_CLOEXEC)
            .open(path);
        // What is not there need not be allowed.
        let Ok(parent) = opened else {
            return Ok(());
        };
        let is_folder = parent.metadata().is_ok_and(|about| about.is_dir());
        let rights = if is_folder { rights } else { rights & OF_FILES };
        rule(&rules, parent.as_raw_fd(), rights & all)
    };
    for path in &walls.reads {
        allow(path, READ)?;
    }
    for path in &walls.writes {
        allow(path, all)?;
    }
    for device in ["/dev/null", "/dev/zero", "/dev/urandom"] {
        allow(Path::new(device), READ | WRITE_FILE)?;
    }
    Ok(rules)
}

/// Allows this with what the descriptor stands for.
fn rule(rules: &OwnedFd, parent: RawFd, allowed: u64) -> io::Result<()> {
    let rule = Beneath { allowed, parent };
    // SAFETY: The kernel reads a rule of this layout.
    done(unsafe {
        libc::syscall(
            libc::SYS_landlock_add_rule,
            rules.as_raw_fd(),
            1_u32,
            &raw const rule,
            0_u32,
        )
    })
}

fn done(result: i64) -> io::Result<()> {
    match result {
        ..0 => Err(io::Error::last_os_error()),
        _ => Ok(()),
    }
}
