//! Systems without a supervisor, such as Windows: the program is started directly and only it is ended.

use std::ffi::OsString;
use std::fs::{File, Metadata};
use std::io::{self, IsTerminal, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use super::{End, Finished, Job, Tool, Worker};

/// The channel between grader and worker.
pub type Stream = TcpStream;

/// What the report says about how well answers and their compiler are kept apart.
pub fn isolation() -> &'static str {
    "own process"
}

/// Whether walls can be put around a program here.
pub fn has_walls() -> bool {
    false
}

/// Reads a file.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    std::fs::read(path)
}

/// When a file was changed last.
pub fn changed(file: &Metadata) -> Option<SystemTime> {
    file.modified().ok()
}

/// Opens a file and nothing else: no link is followed.
pub fn open_file(path: &Path) -> io::Result<File> {
    if std::fs::symlink_metadata(path)?.is_file() {
        File::open(path)
    } else {
        Err(io::ErrorKind::InvalidInput.into())
    }
}

/// How long a worker may take to start.
const STARTING: Duration = Duration::from_secs(20);

/// A running program. Dropping it ends the program.
#[derive(Debug)]
pub struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Process {
    /// Waits for the program to end, up to `patience`, then ends it.
    pub fn finish(mut self, patience: Duration) -> Finished {
        let deadline = Instant::now() + patience;
        let end = loop {
            match self.0.try_wait() {
                Ok(Some(status)) => break status.code().map_or(End::Lost, End::Exited),
                Ok(None) if Instant::now() < deadline => thread::sleep(Duration::from_millis(1)),
                Ok(None) => break End::Stopped,
                Err(_) => break End::Lost,
            }
        };
        Finished { end, leftovers: 0 }
    }
}

pub(super) fn start_worker(job: &Job, request: &[u8]) -> io::Result<Worker> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    listener.set_nonblocking(true)?;
    let port = listener.local_addr()?.port();
    let (output, writer) = io::pipe()?;
    let mut child = command(job)
        .stdin(Stdio::piped())
        .stdout(writer.try_clone()?)
        .stderr(writer)
        .spawn()?;
    let input = child.stdin.take();
    let mut process = Process(child);
    if let Some(mut input) = input {
        // A worker that is gone already is found out below.
        let _ = input
            .write_all(&port.to_le_bytes())
            .and_then(|()| input.write_all(request));
    }
    let deadline = Instant::now() + STARTING;
    let channel = loop {
        match listener.accept() {
            Ok((stream, _)) => match greeted(stream, request) {
                Ok(stream) => break stream,
                Err(_) => continue,
            },
            Err(error) if error.kind() != io::ErrorKind::WouldBlock => return Err(error),
            Err(_) if process.0.try_wait()?.is_some() || Instant::now() > deadline => {
                return Err(io::ErrorKind::ConnectionAborted.into());
            }
            Err(_) => thread::sleep(Duration::from_millis(1)),
        }
    };
    Ok(Worker {
        process,
        channel,
        output,
    })
}

/// The stream, if its first eight bytes are the number that only the worker was told.
fn greeted(mut stream: TcpStream, request: &[u8]) -> io::Result<TcpStream> {
    stream.set_nonblocking(false)?;
    stream.set_read_timeout(Some(Duration::from_secs(1)))?;
    let mut number = [0; 8];
    stream.read_exact(&mut number)?;
    if request.starts_with(&number) {
        Ok(stream)
    } else {
        Err(io::ErrorKind::InvalidData.into())
    }
}

pub(super) fn start_tool(job: &Job) -> io::Result<Tool> {
    let (output, output_writer) = io::pipe()?;
    let (errors, errors_writer) = io::pipe()?;
    let child = command(job)
        .stdin(Stdio::null())
        .stdout(output_writer)
        .stderr(errors_writer)
        .spawn()?;
    Ok(Tool {
        process: Process(child),
        output,
        errors,
    })
}

fn command(job: &Job) -> Command {
    let mut command = Command::new(&job.program);
    command.args(&job.arguments).current_dir(&job.directory);
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

/// There is no supervisor here, so this is never asked for.
pub fn supervise(_kind: &str, _memory: u64, _: Option<super::Walls>, _program: &[OsString]) -> u8 {
    1
}

/// A keyboard as it is: keys arrive with Enter.
#[derive(Debug)]
pub struct Keyboard(());

impl Keyboard {
    /// Whether keys arrive without Enter.
    pub const AT_ONCE: bool = false;

    /// Takes the keyboard. `None` where standard input has none.
    pub fn take() -> Option<Self> {
        io::stdin().is_terminal().then_some(Self(()))
    }

    /// Gives the terminal to `other` for a while: here it was never taken.
    pub fn lend<T>(&self, other: impl FnOnce() -> T) -> T {
        other()
    }
}

/// Whether something is typed: here reading waits for it.
pub fn is_typed(_: Duration) -> bool {
    true
}

/// Here no key suspends a program.
pub fn suspend() {}

/// Here the system ends the program, and there is nothing to be given back.
pub fn when_asked_to_end(_: impl FnOnce(i32) + Send + 'static) {}

/// Never called here.
pub fn end_by(_: i32) {}

/// How many columns the terminal has: not known here.
pub fn columns() -> Option<u16> {
    None
}

/// Whether the terminal knows no control sequences. Those of Windows do; only where it is run in another does TERM name it.
pub fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}

/// The name of this machine: here an address of a file needs none.
pub fn host() -> String {
    String::new()
}

/// The locale: here text reaches a terminal whatever it is.
pub fn locale() -> Option<String> {
    None
}

/// Runs another program in place of this one and comes back with the status to exit with.
pub fn become_program(program: &mut Command) -> io::Result<u8> {
    let code = program.status()?.code().unwrap_or(1);
    Ok(u8::try_from(code).unwrap_or(1))
}

/// How many bytes the user may still write where `path` lies; here the system is not asked.
pub fn free_space(_: &Path) -> Option<u64> {
    None
}

/// Whether this error says that the file system has no locks, as some network and shared mounts.
pub fn has_no_locks(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::Unsupported
}
