//! `grader watch`: judges a step again whenever its files are saved, and does what keys ask for.
//!
//! One loop takes all events in turn; judging goes on in a thread of its own meanwhile, so that keys are answered and
//! a save during a run is seen. When a run is over, what the files hold is compared with what they held when it began.

mod choice;
mod editor;
mod files;
mod keys;
mod press;

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use super::diff::{self, Compared};
use super::list;
use crate::check::{Judged, Judging};
use crate::cli::{Format, WatchArgs};
use crate::error::{Exit, Result};
use crate::judge::StepVerdict;
use crate::platform;
use crate::report::{self, Listed};
use crate::session::Words;
use crate::steps::{Step, Task};
use crate::stubs::Reference;

use choice::Choice;
use files::Files;
use keys::{Key, Typing};
use press::Then;

/// Editors save in several moves; so long after the first of them the files are looked at.
const SETTLE: Duration = Duration::from_millis(80);
/// So often they are looked at anyway, with and without a word from the system that something happened.
const LOOK: Duration = Duration::from_secs(2);
const POLL: Duration = Duration::from_millis(500);

/// What happens while a step is watched.
#[derive(Debug)]
enum Event {
    Saved,
    Key(Key),
    Signal(i32),
    Judged(Result<Judged>),
    Listed(Result<Vec<Listed>>),
    Compared(Result<Compared>),
}

/// What takes long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Job {
    Check,
    List,
    Diff,
}

pub(super) fn run(args: &WatchArgs) -> Result<Exit> {
    let judging = Judging::new(&args.judge, Format::Human)?;
    let named = match Words::step(&args.words, "watch")? {
        Some(step) => judging.implementation.steps(Some(step))?.first().copied(),
        None => None,
    };
    let steps = judging.implementation.steps(None)?;
    let (events, happened) = mpsc::channel();
    let folder = &judging.implementation.folder;
    let files = if args.poll {
        Files::new(folder, &steps)
    } else {
        Files::watch(folder, &steps, events.clone())
    };
    // Held until the end: what stands here is what gives the terminal back.
    let typing = Typing::listen(events.clone());
    if typing.is_some() {
        let events = events.clone();
        platform::when_asked_to_end(move |signal| {
            let _ = events.send(Event::Signal(signal));
        });
    }
    let mut watch = Watch {
        judging: Arc::new(judging),
        steps,
        step: named,
        files,
        every: if args.poll { POLL } else { LOOK },
        look: Instant::now(),
        seen: 0,
        events,
        running: false,
        wanted: vec![Job::Check],
        typing,
        asks: Asks::Nothing,
        passed: false,
        last: None,
        task: None,
        level: 0,
    };
    let ended = watch.go_on(&happened);
    watch.typing = None;
    if let Some(signal) = ended? {
        platform::end_by(signal);
    }
    Ok(if watch.passed {
        Exit::Passed
    } else {
        Exit::NotPassed
    })
}

/// What the next key answers.
#[derive(Debug)]
enum Asks {
    /// No question: it asks for something itself.
    Nothing,
    /// Which task of the list it is to be.
    Task(Choice),
    /// Whether the step is to be put back to how it came, in these words.
    Reset(String),
}

struct Watch {
    judging: Arc<Judging>,
    steps: Vec<&'static Step>,
    /// The step that is watched; none before the first run has found which it is.
    step: Option<&'static Step>,
    files: Files,
    /// How often the files are looked at, and when next.
    every: Duration,
    look: Instant,
    /// What they held when the last run began.
    seen: u64,
    events: Sender<Event>,
    running: bool,
    /// What is to be run next.
    wanted: Vec<Job>,
    /// The keyboard, if there is one.
    typing: Option<Typing>,
    /// What the next key answers.
    asks: Asks,
    /// Whether the last run found everything right.
    passed: bool,
    /// What the last run came to for the step that is watched.
    last: Option<StepVerdict>,
    /// The task that is next or was chosen, and the last of its hints that was shown.
    task: Option<(&'static Step, &'static Task)>,
    level: u8,
}

impl Watch {
    /// Takes one event after the other until somebody wants to quit. Gives the signal that asked for it, if one did.
    fn go_on(&mut self, happened: &Receiver<Event>) -> Result<Option<i32>> {
        loop {
            self.start();
            let patience = self.look.saturating_duration_since(Instant::now());
            match happened.recv_timeout(patience) {
                Ok(Event::Saved) => self.look = self.look.min(Instant::now() + SETTLE),
                Ok(Event::Signal(signal)) => break Ok(Some(signal)),
                Ok(Event::Key(key)) => {
                    if self.press(key)? == Then::Quit {
                        break report::print("").map(|()| None);
                    }
                }
                Ok(Event::Judged(judged)) => {
                    self.rest();
                    self.show(judged)?;
                }
                Ok(Event::Listed(listed)) => {
                    self.rest();
                    self.list(listed)?;
                }
                Ok(Event::Compared(compared)) => {
                    self.rest();
                    match compared {
                        Ok(compared) => report::print(&format!("\n{}", compared.text))?,
                        Err(error) => report::error(&error),
                    }
                    self.prompt()?;
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => break Ok(None),
            }
        }
    }

    /// Starts what is wanted, unless something runs. Only then are the files looked at: at the end of a run they are
    /// looked at in any case.
    fn start(&mut self) {
        if self.running {
            self.look = Instant::now() + self.every;
            return;
        }
        if self.look <= Instant::now() {
            self.look = Instant::now() + self.every;
            if self.files.fingerprint() != self.seen {
                self.want(Job::Check);
            }
        }
        let Some(job) = self.wanted.pop() else {
            return;
        };
        self.running = true;
        if job == Job::Check {
            self.files.follow();
            self.seen = self.files.fingerprint();
        }
        let (judging, events) = (Arc::clone(&self.judging), self.events.clone());
        let steps = self.step.map_or(self.steps.clone(), |step| vec![step]);
        // Nobody waits for it: who quits in the middle of a run has quit.
        thread::spawn(move || {
            events.send(match job {
                Job::Check => Event::Judged(judging.steps(&steps, None)),
                Job::List => Event::Listed(list::judge(&judging)),
                Job::Diff => Event::Compared(diff::compare(
                    &judging,
                    steps[0],
                    &Reference::of_course(steps[0]),
                    false,
                )),
            })
        });
    }

    /// Once is enough, however often it is wanted.
    fn want(&mut self, job: Job) {
        if !self.wanted.contains(&job) {
            self.wanted.push(job);
        }
    }

    /// A run is over: the files may have been saved meanwhile.
    fn rest(&mut self) {
        self.running = false;
        self.look = Instant::now();
    }

    /// Shows what a run came to.
    fn show(&mut self, judged: Result<Judged>) -> Result<()> {
        report::separate()?;
        match judged {
            Ok(judged) => {
                let mut shown = judged.report(&self.judging);
                shown.start = Some("save it; it is checked here");
                shown.print(Format::Human)?;
                self.note(judged);
            }
            Err(error) => {
                self.passed = false;
                report::error(&error);
            }
        }
        self.prompt()
    }

    /// Notes what the keys need to know about a run.
    fn note(&mut self, mut judged: Judged) {
        self.passed = judged.passed();
        let Some(verdict) = judged.verdicts.pop() else {
            return;
        };
        self.asks = Asks::Nothing;
        self.step = Some(verdict.step);
        if verdict.failure.is_some() {
            // That says nothing about the task that the learner is at: it is the same as before.
            let here = |(step, _): &(&Step, &Task)| step.number == verdict.step.number;
            self.task = self.task.filter(here);
            self.last = Some(verdict);
            return;
        }
        let next = verdict.next().map(|next| (verdict.step, next.task));
        let number =
            |of: &Option<(&Step, &Task)>| of.map(|(step, task)| (step.number, task.number));
        if number(&next) != number(&self.task) {
            self.level = 0;
        }
        self.task = next;
        self.last = Some(verdict);
    }
}
