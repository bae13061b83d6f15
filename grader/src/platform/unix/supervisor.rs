//! The supervisor: the process between the grader and a program.

use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;

use rustix::process::{Pid, Resource, Rlimit, Signal};

use super::super::Walls;
#[cfg(target_os = "linux")]
use super::walls;
use super::{Kind, processes};

/// The supervisor itself. Returns the status that it exits with.
pub fn supervise(kind: &str, memory: u64, walls: Option<Walls>, program: &[OsString]) -> u8 {
    let kind = if kind == "worker" {
        Kind::Worker
    } else {
        Kind::Tool
    };
    match run(kind, memory, walls, program) {
        Ok(()) => 0,
        Err(error) => u8::try_from(error.raw_os_error().unwrap_or(1)).unwrap_or(1),
    }
}

/// What a compiler writes for one file of a learner's has a few megabytes.
const LARGEST_FILE: u64 = 128 << 20;

enum Event {
    /// The program ended.
    Ended(io::Result<ExitStatus>),
    /// The grader wants no more of it, or is gone.
    Released,
}

fn run(kind: Kind, memory: u64, walls: Option<Walls>, program: &[OsString]) -> io::Result<()> {
    let stderr = io::stderr();
    let stdin = io::stdin();
    let control = if kind == Kind::Worker {
        stderr.as_fd()
    } else {
        stdin.as_fd()
    };
    let control = UnixStream::from(control.try_clone_to_owned()?);
    // A new session has no terminal: the program cannot write to it past the pipes.
    rustix::process::setsid()?;
    #[cfg(target_os = "linux")]
    rustix::process::set_child_subreaper(Some(rustix::process::getpid()))?;
    limit(kind, memory);
    if walls.as_ref().is_some_and(|walls| !walls.writes.is_empty()) {
        set(Resource::Fsize, LARGEST_FILE);
    }

    let [program, arguments @ ..] = program else {
        return Err(io::ErrorKind::InvalidInput.into());
    };
    let mut command = Command::new(program);
    command.args(arguments).process_group(0);
    if kind == Kind::Worker {
        command.stderr(Stdio::from(io::stdout().as_fd().try_clone_to_owned()?));
    } else {
        command.stdin(Stdio::null());
    }
    if let Some(walls) = walls {
        confine(&mut command, &walls);
    }
    let started = command.spawn();
    drop(command);
    let child = match started {
        Ok(child) => child,
        Err(error) => {
            let code = error.raw_os_error().unwrap_or_default();
            return (&control).write_all(format!("missing {code} 0").as_bytes());
        }
    };
    let pid = Pid::from_child(&child);

    let (sender, events) = mpsc::channel();
    let ended = sender.clone();
    thread::spawn(move || {
        let mut child = child;
        ended.send(Event::Ended(child.wait()))
    });
    let mut listener = control.try_clone()?;
    thread::spawn(move || {
        // The grader never writes here: whatever ends this read is its word to stop.
        let _ = listener.read(&mut [0]);
        sender.send(Event::Released)
    });

    let mut stopped = false;
    let status = loop {
        match events.recv() {
            Ok(Event::Ended(status)) => break status?,
            Ok(Event::Released) => {
                stopped = true;
                let _ = rustix::process::kill_process(pid, Signal::KILL);
            }
            Err(_) => return Err(io::ErrorKind::Other.into()),
        }
    };
    let leftovers = processes::sweep(pid, super::ENDING / 2);
    let end = match (stopped, status.code(), status.signal()) {
        (true, ..) => "stopped 0".to_owned(),
        (_, Some(code), _) => format!("exited {code}"),
        (_, _, signal) => format!("signalled {}", signal.unwrap_or_default()),
    };
    (&control).write_all(format!("{end} {leftovers}").as_bytes())
}

/// Has the program started behind walls. Where there are none it is started without, and the report says so.
#[cfg(target_os = "linux")]
#[allow(
    unsafe_code,
    reason = "nothing else runs between the fork and the start of a program"
)]
fn confine(command: &mut Command, walls: &Walls) {
    let Ok(walls) = walls::Ready::new(walls) else {
        return;
    };
    // SAFETY: This process has one thread, and what is called makes system calls alone.
    unsafe {
        command.pre_exec(move || walls.enter());
    }
}

#[cfg(not(target_os = "linux"))]
fn confine(_: &mut Command, _: &Walls) {}

/// Sets a limit for the supervisor. What the system refuses is left as it is.
fn set(resource: Resource, most: u64) {
    let most = Some(most);
    let limit = Rlimit {
        current: most,
        maximum: most,
    };
    let _ = rustix::process::setrlimit(resource, limit);
}

/// Limits the program by limiting the supervisor, from which it inherits.
fn limit(kind: Kind, memory: u64) {
    set(Resource::Core, 0);
    if kind == Kind::Worker {
        // Threads reserve far more addresses than they use, so the honest limit is on data; the wider one on
        // addresses stops what is mapped past it.
        set(Resource::Data, memory);
        set(Resource::As, memory.saturating_mul(4));
    } else {
        set(Resource::As, memory);
    }
}
