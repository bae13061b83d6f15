//! Asks a worker questions and notes what becomes of each, whatever the learner's code does.
//!
//! A worker gets all its questions at once and answers them one by one. When it dies, the question it was at is
//! answered by that, and another worker gets the questions after it.
//!
//! Before every call the worker puts a mark into what it prints, by which the prints of the calls are told apart. To
//! write it, it takes the lock of standard output, and a learner's thread may hold that for ever. Where the worker comes
//! to no mark, another one goes on without marks: noise must not cost a right answer.

mod ended;
mod output;

use std::borrow::Borrow;
use std::hash::{BuildHasher, RandomState};
use std::io::{self, BufRead, BufReader};
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

use crate::build::Binary;
use crate::error::{Error, Result};
use crate::platform::{Finished, Inherits, Job, Stream, Walls, Worker};
use crate::protocol::{Call, Reply, Request, Value};
use crate::steps::Answer;

use ended::{ended, spawned_too_many};
use output::Output;
pub use output::Printed;

/// What the learner's code may use.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Time for one call.
    pub call: Duration,
    /// Time for all calls of a step.
    pub step: Duration,
    /// Memory, in bytes.
    pub memory: u64,
}

/// What became of the questions of one task.
#[derive(Debug, Default)]
pub struct Run {
    /// One answer a question, in their order.
    pub answers: Vec<Answer>,
    /// What each of these calls printed; nothing where that cannot be told.
    pub printed: Vec<Printed>,
    /// What was printed in all.
    pub output: Printed,
    /// How many processes were left running; they are ended.
    pub leftovers: usize,
}

/// What a program needs to be started at all: where libraries lie, and on Windows the system's own. The rest of the
/// environment is nobody's business.
const INHERITED: [&str; 3] = ["LD_LIBRARY_PATH", "DYLD_*", "SystemRoot"];

/// So many crashes are believed; after them no further question is asked.
const CRASHES: usize = 3;
/// How long a worker may take to end after its last reply, and its output to arrive.
const ENDING: Duration = Duration::from_millis(500);

/// How long the next replies are waited for.
const PAUSE: Duration = Duration::from_micros(200);

/// Who listens while a call goes on.
pub struct Listener<'a> {
    /// What the worker may read beside itself.
    pub reads: &'a [PathBuf],
    /// Takes each part of the answer when it is there; says whether to go on.
    pub hear: &'a mut dyn FnMut(&Value) -> bool,
}

/// Makes one call, and has each part of its answer heard. The limit on a call's time is then one on the time for a part.
///
/// # Errors
///
/// Where no worker can be started, or it does not know the call.
pub fn listen(
    binary: &Binary,
    call: &Call,
    limits: &Limits,
    deadline: Instant,
    listener: Listener<'_>,
) -> Result<Run> {
    let mut run = Run::default();
    run.answers.extend(too_large(binary, limits));
    if run.answers.is_empty() {
        let calls = std::slice::from_ref(call);
        attend(
            binary,
            calls,
            false,
            limits,
            deadline,
            Some(listener),
            &mut run,
        )?;
    }
    run.answers.resize(1, Answer::NotRun);
    Ok(run)
}

/// Asks all `calls`, up to the deadline of the step.
///
/// # Errors
///
/// Where no worker can be started, or it does not know a call.
pub fn run(
    binary: &Binary,
    calls: &[impl Borrow<Call>],
    limits: &Limits,
    deadline: Instant,
) -> Result<Run> {
    let mut run = Run::default();
    let mut crashes = 0;
    let mut marked = true;
    let too_large = too_large(binary, limits);
    let fits = too_large.is_none();
    run.answers.extend(too_large);
    while fits && run.answers.len() < calls.len() && crashes < CRASHES && Instant::now() < deadline
    {
        let asked = run.answers.len();
        marked = attend(
            binary,
            &calls[asked..],
            marked,
            limits,
            deadline,
            None,
            &mut run,
        )?;
        match run.answers[asked..].last() {
            Some(Answer::TimedOut | Answer::OutOfLimits(_)) => break,
            Some(Answer::Crashed(_)) => crashes += 1,
            _ => {}
        }
    }
    run.answers.resize(calls.len(), Answer::NotRun);
    run.printed.resize(calls.len(), Printed::default());
    Ok(run)
}

/// What becomes of all questions where the program itself takes more memory than it may.
fn too_large(binary: &Binary, limits: &Limits) -> Option<Answer> {
    let [needed, most] = [binary.memory, limits.memory].map(|bytes| bytes >> 20);
    (needed > most).then(|| {
        Answer::OutOfLimits(format!(
            "the program takes {needed} MiB before anything is called, and may use {most}; a `static` is that large"
        ))
    })
}

/// Starts one worker and takes its answers until it has given all or cannot go on. Says whether the next worker is to
/// mark what it prints: where this one did not come to the mark of a call, that call is still to be answered.
fn attend(
    binary: &Binary,
    calls: &[impl Borrow<Call>],
    marked: bool,
    limits: &Limits,
    deadline: Instant,
    mut listener: Option<Listener<'_>>,
    run: &mut Run,
) -> Result<bool> {
    let before = run.answers.len();
    let number = RandomState::new().hash_one(0);
    let source = format!("{}{}", binary.folder.display(), std::path::MAIN_SEPARATOR);
    let request = Request::encode_parts(number, &source, marked, calls);
    let mut walls = Walls::around(&binary.executable);
    let reads = listener.as_ref().map_or(&[][..], |listener| listener.reads);
    walls.reads.extend_from_slice(reads);
    let job = Job {
        program: binary.executable.clone().into(),
        arguments: Vec::new(),
        inherits: Inherits::Only(&INHERITED),
        environment: vec![("RUST_BACKTRACE".into(), Some("0".into()))],
        directory: binary.directory.clone(),
        walls: Some(walls),
        memory: limits.memory,
    };
    let Worker {
        process,
        channel,
        output,
    } = job.start_worker(&request).map_err(Error::Worker)?;
    let beside = channel.try_clone().map_err(Error::Worker)?;
    let output = Output::collect(output, beside, number, calls.len());

    let mut replies = Replies {
        stream: BufReader::with_capacity(1 << 16, channel),
        until: deadline,
        last: 0,
    };
    let mut stopped = None;
    for (index, call) in (0..).zip(calls) {
        let reply = loop {
            replies.until = deadline.min(Instant::now() + limits.call);
            match (Reply::read(&mut replies, number, index), &mut listener) {
                (Ok(Reply::Part(part)), Some(listener)) => {
                    if !(listener.hear)(&part) {
                        break Err(io::ErrorKind::Interrupted.into());
                    }
                }
                (Ok(Reply::Part(_)), None) => break Err(io::ErrorKind::InvalidData.into()),
                (reply, _) => break reply,
            }
        };
        match reply {
            Ok(Reply::Unknown) => {
                let function = &call.borrow().function;
                return Err(Error::Broken(format!(
                    "the worker does not know the call `{function}`; this is the grader's own fault"
                )));
            }
            Ok(Reply::Panicked(panic)) if spawned_too_many(&panic) => {
                let what = "it started more threads than it may".to_owned();
                run.answers.push(Answer::OutOfLimits(what));
                break;
            }
            Ok(reply) => run.answers.push(Answer::Reply(reply)),
            Err(error) => {
                stopped = Some(error.kind());
                break;
            }
        }
    }
    // A worker that has answered everything, or that is gone, ends by itself; any other has had its time.
    let late = matches!(
        stopped,
        Some(io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock)
    );
    let ends = matches!(stopped, None | Some(io::ErrorKind::UnexpectedEof));
    let Finished { end, leftovers } = process.finish(if ends { ENDING } else { Duration::ZERO });
    run.leftovers += leftovers;
    let printed = output.finish(ENDING);
    let unmarked = late && marked && printed.calls[run.answers.len() - before].is_none();
    run.output.append(printed.all);
    let halted = stopped == Some(io::ErrorKind::Interrupted);
    if let Some(kind) = stopped.filter(|_| printed.flooded || !unmarked && !halted) {
        run.answers.push(if printed.flooded {
            Answer::OutOfLimits(format!("it printed more than {} MiB", output::MOST >> 20))
        } else if late {
            Answer::TimedOut
        } else if kind == io::ErrorKind::InvalidData {
            Answer::Crashed("it wrote to the grader's own channel".to_owned())
        } else {
            ended(end, &printed.tail, limits)?
        });
    }
    let calls = printed.calls.into_iter().map(Option::unwrap_or_default);
    run.printed.extend(calls.take(run.answers.len() - before));
    Ok(marked && !unmarked)
}

/// Waits for more where so few bytes came: to be woken for every mark or reply takes longer than most calls.
fn gather(count: usize, pause: Duration) {
    const FEW: usize = 4 << 10;
    if (1..FEW).contains(&count) {
        thread::sleep(pause);
    }
}

/// The replies, as a stream that never waits longer than `until`.
struct Replies {
    stream: BufReader<Stream>,
    until: Instant,
    /// How many bytes came when it last waited.
    last: usize,
}

impl io::Read for Replies {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.stream.buffer().is_empty() {
            gather(self.last, PAUSE);
            let left = self.until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(io::ErrorKind::TimedOut.into());
            }
            self.stream.get_ref().set_read_timeout(Some(left))?;
            self.last = self.stream.fill_buf()?.len();
        }
        self.stream.read(buffer)
    }
}
