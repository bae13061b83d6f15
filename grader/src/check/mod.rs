//! Conducts a check: has a step built, its worker asked and the answers judged, for every command that judges. Settled once,
//! done as often as it is asked for. Prints no report.

mod at_once;
mod blame;
mod examine;
mod judged;
mod prefix;
mod questions;
mod ready;
mod remembered;

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::build::{Built, Source};
use crate::cli::{Format, JudgeArgs, LimitArgs};
use crate::error::{Error, Result};
use crate::judge::{Status, StepVerdict, Verdict};
use crate::report::{self, Progress};
use crate::session::{self, Attempt, Implementation};
use crate::steps::{STEPS, Step};
use crate::text::plain;
use crate::worker::Limits;

use examine::Examiner;
pub use judged::Judged;
use judged::status;
use questions::Questions;
pub use ready::Ready;

/// What is judged, and how.
#[derive(Debug)]
pub struct Judging {
    /// What is judged.
    pub implementation: Implementation,
    target: PathBuf,
    color: bool,
    seed: Option<u64>,
    /// What the seed follows from beside the source.
    salt: Option<Arc<[u8]>>,
    /// Whether it is judged among many, and never again: nothing is said meanwhile, and nothing kept for a next time.
    is_one_of_many: bool,
    /// Whether what is known to have passed need not be asked again.
    remembers: bool,
    limits: LimitArgs,
}

impl Judging {
    /// Settles what the arguments leave open, and how the report looks.
    ///
    /// # Errors
    ///
    /// Usage, where there is nothing of that name to judge.
    pub fn new(args: &JudgeArgs, format: Format) -> Result<Self> {
        let color = format == Format::Human && session::color(args.color, &io::stdout());
        colored::control::set_override(color);
        report::use_ascii(args.ascii);
        let root = session::root();
        let implementation = Implementation::find(&args.implementation, root.as_deref())?;
        if format == Format::Human && session::links(color) {
            let files = STEPS.iter().map(|step| step.file());
            report::use_links(files.map(|file| implementation.folder.join(file)));
        }
        Ok(Self {
            implementation,
            target: session::target(args.target_dir.as_deref(), root.as_deref())?,
            color,
            seed: args.seed,
            salt: None,
            is_one_of_many: false,
            remembers: format == Format::Human && args.seed.is_none(),
            limits: args.limits.clone(),
        })
    }

    /// Judges what the grader itself has put into its target.
    pub fn own(implementation: Implementation, target: PathBuf, limits: LimitArgs) -> Self {
        Self {
            implementation,
            target,
            color: false,
            seed: Some(0),
            salt: None,
            is_one_of_many: false,
            remembers: false,
            limits,
        }
    }

    /// Judges what one of many has handed in, and says nothing of its own beside.
    pub fn hand_in(
        implementation: Implementation,
        target: PathBuf,
        salt: Option<Arc<[u8]>>,
        limits: LimitArgs,
    ) -> Self {
        Self {
            implementation,
            target,
            color: false,
            seed: None,
            salt,
            is_one_of_many: true,
            remembers: false,
            limits,
        }
    }

    /// Judges the steps in turn, up to the first that is not passed. With `only`, it is that task that counts. Those before
    /// the last are shown in a line, and asked only where it is not known that they pass.
    ///
    /// # Errors
    ///
    /// Where a file cannot be read or the grader cannot work.
    pub fn steps(&self, steps: &[&'static Step], only: Option<u8>) -> Result<Judged> {
        let mut verdicts = Vec::new();
        for (place, step) in steps.iter().enumerate() {
            let verdict = if only.is_none() && place + 1 < steps.len() {
                self.briefly(step)?
            } else {
                self.step(step, only)?
            };
            let passed = status(&verdict, only) == Some(Status::Passed);
            verdicts.push(verdict);
            if !passed {
                break;
            }
        }
        Ok(Judged { verdicts, only })
    }

    /// The first of the steps that is not passed, with what it came to if it could be judged; the last one where all are.
    ///
    /// # Errors
    ///
    /// Where the grader cannot work.
    pub fn current(&self, steps: &[&'static Step]) -> Result<(&'static Step, Option<StepVerdict>)> {
        let mut last = None;
        for &step in steps {
            match self.briefly(step) {
                Ok(verdict) => {
                    let passed = verdict.status() == Status::Passed;
                    last = Some((step, Some(verdict)));
                    if !passed {
                        break;
                    }
                }
                Err(error) if error.is_usage() => return Ok((step, None)),
                Err(error) => return Err(error),
            }
        }
        last.ok_or_else(|| Error::Usage("there is no step to judge".to_owned()))
    }

    /// The step that is named, else the current one. Where there is no other, it need not be judged.
    ///
    /// # Errors
    ///
    /// As [`Self::current`], and where the implementation is the file of another step.
    pub fn step_or_current(&self, named: Option<&'static Step>) -> Result<&'static Step> {
        match self.implementation.steps(named)?.as_slice() {
            [only] => Ok(only),
            steps => Ok(self.current(steps)?.0),
        }
    }

    /// Judges one step. With `only`, its other tasks are not run.
    ///
    /// # Errors
    ///
    /// Where its file cannot be read or the grader cannot work.
    pub fn step(&self, step: &'static Step, only: Option<u8>) -> Result<StepVerdict> {
        let first = Source::read(self.attempt(step))?;
        // Which questions are asked is known before it is built, so they need not be waited for.
        let questions = Questions::new(step, only, self.seed(&first));
        let is_built = AtomicBool::new(false);
        thread::scope(|scope| {
            scope.spawn(|| questions.prepare(&is_built));
            let ready = self.build(step);
            is_built.store(true, Ordering::Relaxed);
            let ready = ready?;
            let seed = self.seed(&ready.source);
            if questions.seed == seed {
                self.ask(ready, &questions, only)
            } else {
                self.ask(ready, &Questions::new(step, only, seed), only)
            }
        })
    }

    /// Has the questions asked of what was built, and judges the answers.
    fn ask(&self, ready: Ready, questions: &Questions, only: Option<u8>) -> Result<StepVerdict> {
        let Ready {
            source,
            built,
            made,
        } = ready;
        let step = questions.step;
        let mut verdict = StepVerdict {
            step,
            file: source.path.clone(),
            seed: questions.seed,
            failure: None,
            lent: Vec::new(),
            leak: None,
            tasks: Vec::new(),
        };
        match built {
            Built::Failed(failure) => {
                verdict.failure = Some(failure);
                verdict.tasks = step
                    .tasks
                    .iter()
                    .map(|task| Verdict::new(task, Status::DoesNotCompile))
                    .collect();
            }
            Built::Worker(binary) => {
                let limits = self.limits();
                let deadline = Instant::now() + limits.step;
                let examiner = Examiner {
                    step,
                    source: &source,
                    binary: &binary,
                    limits,
                    deadline,
                    questions,
                };
                let _progress = self.progress("running your answers");
                verdict.tasks = examiner.examine(only)?;
                if only.is_none() {
                    self.remember(&made, &source, &verdict);
                }
                if only.is_none() && !self.is_one_of_many {
                    verdict.leak = self.leak_beside(step, &binary.lent)?;
                }
                verdict.lent = binary.lent;
            }
        }
        Ok(verdict)
    }

    /// The answers to a step.
    pub fn attempt(&self, step: &'static Step) -> Attempt<'_> {
        Attempt {
            implementation: &self.implementation,
            step,
        }
    }

    /// What the questions about a source follow from.
    fn seed(&self, source: &Source) -> u64 {
        match (self.seed, &self.salt) {
            (Some(seed), _) => seed,
            (None, Some(salt)) => source.salted_seed(salt),
            (None, None) => source.seed(),
        }
    }

    /// Says that something takes long, unless nothing is to be said.
    fn progress(&self, doing: &'static str) -> Option<Progress> {
        (!self.is_one_of_many).then(|| Progress::start(doing))
    }

    /// What the answers may use.
    pub fn limits(&self) -> Limits {
        Limits {
            call: Duration::from_secs(self.limits.timeout),
            step: Duration::from_secs(self.limits.step_timeout),
            memory: self.limits.memory << 20,
        }
    }

    /// What selects the implementation on a command line that is suggested.
    pub fn selected(&self) -> String {
        match plain(&self.implementation.name).as_str() {
            _ if self.implementation.is_steps() => String::new(),
            name if name.contains(' ') => format!(" --impl \"{name}\""),
            name => format!(" --impl {name}"),
        }
    }
}
