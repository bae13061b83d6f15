//! Unix: the supervisor, its start and its end.

use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::net::Shutdown;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use rustix::io::Errno;
use rustix::process::{Pid, Resource, Rlimit, Signal, WaitOptions};

use super::{End, Finished, Job, Tool, Worker};

/// The channel between grader and worker.
pub type Stream = UnixStream;

/// What the report says about how well a worker is kept apart.
#[cfg(target_os = "linux")]
pub const ISOLATION: &str = "own process and session, memory limit, every descendant ended";
/// What the report says about how well a worker is kept apart.
#[cfg(not(target_os = "linux"))]
pub const ISOLATION: &str = "own process and session, its process group ended";

/// How long a supervisor may take to end what it started.
const ENDING: Duration = Duration::from_secs(5);

/// A running program, seen through its supervisor. Dropping it ends the program and all its descendants.
#[derive(Debug)]
pub struct Process {
    supervisor: Child,
    control: UnixStream,
}

impl Process {
    /// Waits for the program to end, up to `patience`, then ends it.
    pub fn finish(mut self, patience: Duration) -> Finished {
        let mut said = String::new();
        if !self.listen(&mut said, patience) {
            // The end of the control stream tells the supervisor to end the program.
            let _ = self.control.shutdown(Shutdown::Write);
            self.listen(&mut said, ENDING);
        }
        let finished = parse(&said).unwrap_or_else(|| {
            let leftovers = end_session(self.supervisor.id());
            Finished {
                end: End::Lost,
                leftovers,
            }
        });
        let _ = self.supervisor.kill();
        let _ = self.supervisor.wait();
        finished
    }

    /// Reads what the supervisor says, up to its end; `false` where that takes longer than `patience`.
    fn listen(&mut self, said: &mut String, patience: Duration) -> bool {
        let patience = patience.max(Duration::from_millis(1));
        let ready = self.control.set_read_timeout(Some(patience));
        ready.is_ok() && self.control.read_to_string(said).is_ok()
    }
}

pub(super) fn start_worker(job: &Job, request: &[u8]) -> io::Result<Worker> {
    let (mut channel, theirs) = UnixStream::pair()?;
    let (control, their_control) = UnixStream::pair()?;
    let (output, writer) = io::pipe()?;
    let supervisor = supervisor(job, Kind::Worker)
        .stdin(OwnedFd::from(theirs))
        .stdout(writer)
        .stderr(OwnedFd::from(their_control))
        .spawn()?;
    let process = Process {
        supervisor,
        control,
    };
    // Longer than any worker takes to read; a worker that cannot start closes the channel at once.
    channel.set_write_timeout(Some(ENDING))?;
    match channel.write_all(request) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => return Err(error),
        _ => {}
    }
    // From here on the worker's standard input is at its end.
    let _ = channel.shutdown(Shutdown::Write);
    Ok(Worker {
        process,
        channel,
        output,
    })
}

pub(super) fn start_tool(job: &Job) -> io::Result<Tool> {
    let (control, their_control) = UnixStream::pair()?;
    let (output, output_writer) = io::pipe()?;
    let (errors, errors_writer) = io::pipe()?;
    let supervisor = supervisor(job, Kind::Tool)
        .stdin(OwnedFd::from(their_control))
        .stdout(output_writer)
        .stderr(errors_writer)
        .spawn()?;
    Ok(Tool {
        process: Process {
            supervisor,
            control,
        },
        output,
        errors,
    })
}

/// Which of the three standard streams is the supervisor's own: it has one to talk to the grader.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// The program's input is the channel and both its outputs are one pipe; the supervisor has standard error.
    Worker,
    /// The program has no input; the supervisor has standard input.
    Tool,
}

fn supervisor(job: &Job, kind: Kind) -> Command {
    // On Linux this name still leads to the program that runs, also when its file was replaced meanwhile.
    let this = if cfg!(target_os = "linux") {
        Ok("/proc/self/exe".into())
    } else {
        std::env::current_exe()
    };
    let mut command = Command::new(this.unwrap_or_default());
    command.arg("supervise");
    command.arg(if kind == Kind::Worker {
        "worker"
    } else {
        "tool"
    });
    command
        .arg(job.memory.to_string())
        .arg("--")
        .arg(&job.program)
        .args(&job.arguments);
    command.current_dir(&job.directory);
    for (name, value) in &job.environment {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    command
}

/// The supervisor itself. Returns the status that it exits with.
pub fn supervise(kind: &str, memory: u64, program: &[OsString]) -> u8 {
    let kind = if kind == "worker" {
        Kind::Worker
    } else {
        Kind::Tool
    };
    match run(kind, memory, program) {
        Ok(()) => 0,
        Err(error) => u8::try_from(error.raw_os_error().unwrap_or(1)).unwrap_or(1),
    }
}

enum Event {
    /// The program ended.
    Ended(io::Result<ExitStatus>),
    /// The grader wants no more of it, or is gone.
    Released,
}

fn run(kind: Kind, memory: u64, program: &[OsString]) -> io::Result<()> {
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
    let leftovers = sweep(pid);
    let end = match (stopped, status.code(), status.signal()) {
        (true, ..) => "stopped 0".to_owned(),
        (_, Some(code), _) => format!("exited {code}"),
        (_, _, signal) => format!("signalled {}", signal.unwrap_or_default()),
    };
    (&control).write_all(format!("{end} {leftovers}").as_bytes())
}

fn parse(said: &str) -> Option<Finished> {
    let mut words = said.split(' ');
    let (kind, number, leftovers) = (
        words.next()?,
        words.next()?.parse().ok()?,
        words.next()?.parse().ok()?,
    );
    let end = match kind {
        "exited" => End::Exited(number),
        "signalled" => End::Signalled(number),
        "stopped" => End::Stopped,
        "missing" => End::NotStarted(number),
        _ => return None,
    };
    Some(Finished { end, leftovers })
}

/// Limits the program by limiting the supervisor, from which it inherits. What the system refuses is left as it is.
fn limit(kind: Kind, memory: u64) {
    let set = |resource, most: u64| {
        let most = Some(most);
        let _ = rustix::process::setrlimit(
            resource,
            Rlimit {
                current: most,
                maximum: most,
            },
        );
    };
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

/// Ends all that the program has left running and counts it.
fn sweep(program: Pid) -> usize {
    let deadline = Instant::now() + ENDING / 2;
    let mut seen = Vec::new();
    let mut note = |pids: Vec<u32>| {
        for pid in pids {
            if !seen.contains(&pid) {
                seen.push(pid);
            }
            if let Some(pid) = i32::try_from(pid).ok().and_then(Pid::from_raw) {
                let _ = rustix::process::kill_process(pid, Signal::KILL);
            }
        }
    };
    let mut left = children_left();
    if left {
        note(descendants(std::process::id()));
    }
    // One signal reaches all of the group at once, however fast it grows.
    let group = rustix::process::kill_process_group(program, Signal::KILL).is_ok();
    while left && Instant::now() < deadline {
        note(descendants(std::process::id()));
        thread::sleep(Duration::from_millis(1));
        left = children_left();
    }
    seen.len().max(usize::from(group))
}

/// Buries the dead; `true` where a child still lives. On Linux orphans become the supervisor's children.
fn children_left() -> bool {
    loop {
        match rustix::process::wait(WaitOptions::NOHANG) {
            Ok(Some(_)) => {}
            Ok(None) => return true,
            Err(Errno::INTR) => {}
            Err(_) => return false,
        }
    }
}

/// The processes below `ancestor`, from `/proc`; none on systems without it.
fn descendants(ancestor: u32) -> Vec<u32> {
    let processes = processes();
    let mut family = vec![ancestor];
    let mut next = 0;
    while let Some(&parent) = family.get(next) {
        family.extend(
            processes
                .iter()
                .filter(|p| p.parent == parent)
                .map(|p| p.pid),
        );
        next += 1;
    }
    family.split_off(1)
}

/// Ends what is left of a session whose leader is gone.
fn end_session(leader: u32) -> usize {
    let members = processes()
        .into_iter()
        .filter(|p| p.session == leader && p.pid != leader);
    let members = members.filter_map(|p| Pid::from_raw(i32::try_from(p.pid).ok()?));
    members
        .filter(|&pid| rustix::process::kill_process(pid, Signal::KILL).is_ok())
        .count()
}

struct Entry {
    pid: u32,
    parent: u32,
    session: u32,
}

/// The living processes that `/proc` lists.
fn processes() -> Vec<Entry> {
    let Ok(folders) = std::fs::read_dir("/proc") else {
        return Vec::new();
    };
    let entry = |folder: io::Result<std::fs::DirEntry>| {
        let folder = folder.ok()?;
        let pid = folder.file_name().to_str()?.parse().ok()?;
        let stat = std::fs::read_to_string(folder.path().join("stat")).ok()?;
        // The name, in parentheses, may hold anything; the fields after it are state, parent, group, session.
        let mut fields = stat.rsplit_once(')')?.1.split_whitespace();
        let alive = fields.next().is_some_and(|state| state != "Z");
        let (parent, _group, session) = (fields.next()?, fields.next()?, fields.next()?);
        let entry = Entry {
            pid,
            parent: parent.parse().ok()?,
            session: session.parse().ok()?,
        };
        alive.then_some(entry)
    };
    folders.filter_map(entry).collect()
}
