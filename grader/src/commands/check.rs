//! `grader check`: builds an implementation, asks it, judges it and reports.

use std::io;
use std::time::{Duration, Instant};

use crate::build::{Binary, Builder, Built, Crate, Source};
use crate::cli::{CheckArgs, Format};
use crate::error::{Error, Exit, Result};
use crate::judge::{self, Asked, Status, StepVerdict, Verdict};
use crate::platform::ISOLATION;
use crate::protocol::Call;
use crate::report::{self, Report};
use crate::session::{self, Implementation};
use crate::steps::{Answer, STEPS, Step, Task};
use crate::worker::{self, Limits};

pub(super) fn run(args: &CheckArgs) -> Result<Exit> {
    let checked = check(args);
    if let (Err(error), Format::Json) = (&checked, args.format) {
        let name = args.implementation.display().to_string();
        let mut report = Report::new(&name, &[]);
        report.error = Some(error.to_string());
        report.print(Format::Json);
    }
    checked
}

fn check(args: &CheckArgs) -> Result<Exit> {
    let color = args.format == Format::Human && session::color(args.color, &io::stdout());
    colored::control::set_override(color);
    let root = session::root();
    let implementation = Implementation::find(&args.implementation, root.as_deref())?;
    let steps = implementation.steps(args.step.as_deref())?;
    if let Some(number) = args.task
        && let Some(step) = steps.iter().find(|step| step.task(number).is_none())
    {
        let last = step.tasks.len();
        return Err(Error::Usage(format!(
            "step {:02} has no task {number}; its tasks are 1 to {last}",
            step.number
        )));
    }
    let target = session::target(args.target_dir.as_deref(), root.as_deref())?;
    let builder = Builder {
        target: &target,
        timeout: Duration::from_secs(args.limits.compile_timeout),
        memory: args.limits.compile_memory << 20,
        color,
    };
    let mut verdicts = Vec::new();
    for step in steps {
        let verdict = check_step(step, &implementation, &builder, args)?;
        let passed = exit(&verdict, args.task) == Exit::Passed;
        verdicts.push(verdict);
        if !passed {
            break;
        }
    }
    let passed = verdicts
        .iter()
        .all(|verdict| exit(verdict, args.task) == Exit::Passed);
    let mut report = Report::new(&implementation.name, &verdicts);
    report.isolation = ISOLATION;
    report.only = args.task;
    report.finished = passed && args.task.is_none() && verdicts.len() == STEPS.len();
    report.print(args.format);
    Ok(if passed {
        Exit::Passed
    } else {
        Exit::NotPassed
    })
}

/// The exit status for a step; with `--task`, for that task alone.
fn exit(verdict: &StepVerdict, task: Option<u8>) -> Exit {
    let status = match task {
        Some(number) => verdict
            .tasks
            .iter()
            .find(|task| task.task.number == number)
            .map(|task| task.status),
        None => Some(verdict.status()),
    };
    if status == Some(Status::Passed) {
        Exit::Passed
    } else {
        Exit::NotPassed
    }
}

fn check_step(
    step: &'static Step,
    implementation: &Implementation,
    builder: &Builder<'_>,
    args: &CheckArgs,
) -> Result<StepVerdict> {
    // Refuses what cannot be read before anything is made.
    let source = Source::read(implementation, step)?;
    if builder.is_new() {
        report::note("Compiling the crates that the answers use; this happens once.");
    }
    let wait = || report::note("Waiting for another grader that checks the same files.");
    // Held until the end: nobody else builds or runs this implementation meanwhile.
    let made: Crate = builder.prepare(implementation, step, wait)?;
    let (source, built) = settle(source, |source| {
        let built = builder.build(&made, implementation, step, source)?;
        Ok((built, Source::read(implementation, step)?))
    })?;
    let seed = args.seed.unwrap_or_else(|| source.seed());
    let mut verdict = StepVerdict {
        step,
        file: source.path.clone(),
        seed,
        failure: None,
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
            let limits = Limits {
                call: Duration::from_secs(args.limits.timeout),
                step: Duration::from_secs(args.limits.step_timeout),
                memory: args.limits.memory << 20,
            };
            let deadline = Instant::now() + limits.step;
            let examiner = Examiner {
                step,
                source: &source,
                binary: &binary,
                limits,
                deadline,
                seed,
            };
            verdict.tasks = examiner.examine(args.task)?;
        }
    }
    Ok(verdict)
}

/// Builds until the file stays the same meanwhile, so that what is judged is the text that was read. `build` gives what
/// it built and the file as it is afterwards.
fn settle<T>(
    mut source: Source,
    mut build: impl FnMut(&Source) -> Result<(T, Source)>,
) -> Result<(Source, T)> {
    const TRIES: usize = 5;
    for _ in 0..TRIES {
        let (built, after) = build(&source)?;
        if after.text == source.text {
            return Ok((source, built));
        }
        source = after;
    }
    let file = session::relative(&source.path);
    Err(Error::Usage(format!(
        "`{file}` changes faster than it can be compiled\nsave it once and check again"
    )))
}

/// Puts the questions of a step to its worker, task by task.
struct Examiner<'a> {
    step: &'static Step,
    source: &'a Source,
    binary: &'a Binary,
    limits: Limits,
    deadline: Instant,
    seed: u64,
}

impl Examiner<'_> {
    /// One verdict a task. With `only`, the other tasks are asked only so far as they bear on that one.
    fn examine(&self, only: Option<u8>) -> Result<Vec<Verdict>> {
        let uses = only
            .and_then(|number| self.step.task(number))
            .map_or(&[][..], |task| task.uses);
        let mut verdicts: Vec<Verdict> = Vec::new();
        for task in self.step.tasks {
            let wanted = only.is_none_or(|only| {
                let asks_for_none = self
                    .step
                    .task(only)
                    .is_some_and(|task| task.function.is_none());
                only == task.number || uses.contains(&task.number) || asks_for_none
            });
            verdicts.push(if wanted {
                self.judge(task, &verdicts)?
            } else {
                Verdict::new(task, Status::NotRun)
            });
        }
        for index in 0..verdicts.len() {
            let task = verdicts[index].task;
            if task.function.is_none() && verdicts[index].status != Status::NotRun {
                let others: Vec<_> = verdicts
                    .iter()
                    .filter(|other| other.task.function.is_some())
                    .cloned()
                    .collect();
                verdicts[index] = judge::without_function(task, &others);
            }
        }
        if let Some(only) = only {
            for verdict in verdicts
                .iter_mut()
                .filter(|verdict| verdict.task.number != only)
            {
                *verdict = Verdict::new(verdict.task, Status::NotRun);
            }
        }
        Ok(verdicts)
    }

    fn judge(&self, task: &'static Task, earlier: &[Verdict]) -> Result<Verdict> {
        let Some(function) = task.function else {
            return Ok(Verdict::new(task, Status::Unfinished));
        };
        if let Some(left_out) = self
            .binary
            .left_out
            .iter()
            .find(|left_out| left_out.function == function)
        {
            return Ok(judge::left_out(self.step, task, self.source, left_out));
        }
        let started = Instant::now();
        let checks = (task.checks)(self.seed);
        let calls: Vec<Call> = checks
            .iter()
            .flat_map(|check| check.calls.iter().cloned())
            .collect();
        let limits = self.limits_after(task, earlier);
        let run = worker::run(self.binary, &calls, &limits, self.deadline)?;
        let asked = Asked::new(task, self.source, &checks, &run, started.elapsed());
        let mut verdict = judge::task(self.step, self.source, &asked);
        if !matches!(verdict.status, Status::Passed | Status::NotRun) {
            let composed = self.compose(&asked, &limits)?;
            if let Some(by) = judge::blocked_by(&asked, &composed, earlier) {
                judge::block(&mut verdict, by);
            }
        }
        Ok(verdict)
    }

    /// The limits for a task. Where a task that it uses did not end in time, it will most likely not end either; a
    /// learner should not have to wait long to see that.
    fn limits_after(&self, task: &Task, earlier: &[Verdict]) -> Limits {
        let mut uses = earlier
            .iter()
            .filter(|verdict| task.uses.contains(&verdict.task.number));
        let mut limits = self.limits;
        if uses.any(|verdict| verdict.status == Status::TimedOut) {
            limits.call = limits.call.min(Duration::from_secs(1));
        }
        limits
    }

    /// What the learner's own earlier functions answer to the questions that went wrong.
    fn compose(&self, asked: &Asked<'_>, limits: &Limits) -> Result<Vec<Answer>> {
        let complete = self.binary.left_out.iter().all(|left_out| {
            asked.task.uses.iter().all(|&part| {
                self.step.task(part).and_then(|part| part.function) != Some(&left_out.function)
            })
        });
        match asked.task.compose {
            Some(compose) if complete => {
                let calls: Vec<_> = asked.doubtful().map(compose).collect();
                Ok(worker::run(self.binary, &calls, limits, self.deadline)?.answers)
            }
            _ => Ok(Vec::new()),
        }
    }
}
