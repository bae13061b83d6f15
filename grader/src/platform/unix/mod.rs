//! Unix: the supervisor, its start and its end.

mod keyboard;
mod processes;
mod supervisor;
mod terminal;
#[cfg(target_os = "linux")]
mod walls;

use std::fs::{File, Metadata};
use std::io::{self, Read, Write};
use std::net::Shutdown;
use std::os::fd::OwnedFd;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rustix::fs::OFlags;

use super::{End, Finished, Job, Tool, Worker};
pub use keyboard::{Keyboard, end_by, is_typed, suspend, when_asked_to_end};
pub use supervisor::supervise;
pub use terminal::{columns, host, is_dumb, locale};

/// The channel between grader and worker.
pub type Stream = UnixStream;

/// What the report says about how well answers and their compiler are kept apart.
pub fn isolation() -> &'static str {
    if !cfg!(target_os = "linux") {
        return "own process and session, its process group ended";
    }
    if has_walls() {
        "own process and session, memory limit, every descendant ended; no files but its own, no network, no other process"
    } else {
        "own process and session, memory limit, every descendant ended"
    }
}

/// Whether walls can be put around a program here: they are, around a thread that ends at once.
pub fn has_walls() -> bool {
    static HAS: OnceLock<bool> = OnceLock::new();
    #[cfg(target_os = "linux")]
    let stands = || walls::Ready::new(&super::Walls::default()).and_then(|walls| walls.enter());
    #[cfg(not(target_os = "linux"))]
    let stands = || Err::<(), _>(io::Error::from(io::ErrorKind::Unsupported));
    *HAS.get_or_init(|| {
        let tried = thread::spawn(move || stands().is_ok()).join();
        tried.unwrap_or(false)
    })
}

/// Reads a file, and waits for no pipe that stands in its place.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open(path, OFlags::NONBLOCK)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// When a file was changed last. Unlike the time that programs set, nobody can put this one back.
pub fn changed(file: &Metadata) -> Option<SystemTime> {
    let seconds = u64::try_from(file.ctime()).ok()?;
    let more = u32::try_from(file.ctime_nsec()).ok()?;
    Some(UNIX_EPOCH + Duration::new(seconds, more))
}

/// Opens a file and nothing else: no link is followed, and no pipe or device is waited for.
pub fn open_file(path: &Path) -> io::Result<File> {
    open(path, OFlags::NOFOLLOW | OFlags::NONBLOCK)
}

fn open(path: &Path, flags: OFlags) -> io::Result<File> {
    let flags = i32::try_from(flags.bits()).map_err(|_| io::ErrorKind::InvalidInput)?;
    let file = File::options().read(true).custom_flags(flags).open(path)?;
    match file.metadata()?.is_file() {
        true => Ok(file),
        false => Err(io::ErrorKind::InvalidInput.into()),
    }
}

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
        let _ = self.supervisor.kill();
        let _ = self.supervisor.wait();
        let mut running = running();
        let finished = parse(&said).unwrap_or_else(|| Finished {
            end: End::Lost,
            leftovers: processes::end_orphans(self.supervisor.id(), &running, ENDING),
        });
        running.retain(|pid| *pid != self.supervisor.id());
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
    let mut supervisor = supervisor(job, Kind::Worker);
    supervisor.stdin(OwnedFd::from(theirs)).stdout(writer);
    let supervisor = start(supervisor.stderr(OwnedFd::from(their_control)))?;
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
    let mut supervisor = supervisor(job, Kind::Tool);
    supervisor.stdin(OwnedFd::from(their_control));
    let supervisor = start(supervisor.stdout(output_writer).stderr(errors_writer))?;
    Ok(Tool {
        process: Process {
            supervisor,
            control,
        },
        output,
        errors,
    })
}

/// The supervisors that run.
fn running() -> MutexGuard<'static, Vec<u32>> {
    static RUNNING: Mutex<Vec<u32>> = Mutex::new(Vec::new());
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Starts a supervisor. What it leaves if somebody ends it becomes the grader's own, which then ends that.
fn start(supervisor: &mut Command) -> io::Result<Child> {
    processes::adopt_orphans();
    let mut running = running();
    let supervisor = supervisor.spawn()?;
    running.push(supervisor.id());
    Ok(supervisor)
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
    command.arg(job.memory.to_string());
    if let Some(walls) = &job.walls {
        command.arg("--walls");
        for (option, paths) in [("--read", &walls.reads), ("--write", &walls.writes)] {
            paths.iter().for_each(|path| {
                command.arg(option).arg(path);
            });
        }
        if walls.starts_programs {
            command.arg("--starts-programs");
        }
    }
    command.arg("--").arg(&job.program).args(&job.arguments);
    command.current_dir(&job.directory);
    for name in job.inherits.hidden() {
        command.env_remove(name);
    }
    for (name, value) in &job.environment {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    command
}

/// Goes on as another program, and comes back only where that cannot be started.
pub fn become_program(program: &mut Command) -> io::Result<u8> {
    Err(program.exec())
}

/// How many bytes the user may still write where `path` lies; `None` where the system does not say.
pub fn free_space(path: &Path) -> Option<u64> {
    let about = rustix::fs::statvfs(path).ok()?;
    about.f_bavail.checked_mul(about.f_frsize)
}

/// Whether this error says that the file system has no locks, as some network and shared mounts.
pub fn has_no_locks(error: &io::Error) -> bool {
    use rustix::io::Errno;
    let none = [Errno::NOSYS, Errno::NOTSUP, Errno::OPNOTSUPP, Errno::NOLCK];
    Errno::from_io_error(error).is_some_and(|error| none.contains(&error))
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
