//! The catalogue of mistakes: every mistake can be told from the right answers and from every other mistake, and is
//! named where a learner makes it, by the real command.

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Instant;

use common::{Learner, Report, step, with};
use grader::protocol::{Call, Value};
use grader::steps::{Expected, Given, Misconception, Task};

const SEEDS: std::ops::Range<u64> = 0..4;

fn catalogue() -> impl Iterator<Item = &'static Misconception> {
    step().misconceptions.iter().copied().flatten()
}

/// Every mistake with each of its tasks.
fn mistakes() -> Vec<(&'static Misconception, &'static Task)> {
    let tasks =
        |mistake: &'static Misconception| mistake.tasks.iter().map(move |&task| (mistake, task));
    catalogue()
        .flat_map(tasks)
        .map(|(mistake, task)| (mistake, step().task(task).expect("the step has this task")))
        .collect()
}

#[test]
fn every_mistake_says_what_was_done_and_what_to_do() {
    let mut seen = BTreeSet::new();
    for (mistake, task) in mistakes() {
        let Misconception {
            id, title, text, ..
        } = mistake;
        assert!(
            seen.insert((id, task.number)),
            "two mistakes of task {} are called {id}",
            task.number
        );
        assert!(!title.is_empty() && title.len() <= 60, "{id}: {title}");
        assert!(
            (60..=420).contains(&text.len()),
            "{id}: {} bytes",
            text.len()
        );
        assert!(
            text.is_ascii() && title.is_ascii(),
            "{id} is not plain ASCII"
        );
        assert!(text.ends_with(['.', ')']) && !title.ends_with('.'), "{id}");
        assert!(!text.contains("  "), "{id} has a gap");
        assert_eq!(
            text.matches('`').count() % 2,
            0,
            "{id} has an odd number of backticks"
        );
        assert!(
            task.function.is_some(),
            "{id} is about a task that is not asked"
        );
    }
    assert!(catalogue().all(|mistake| !mistake.answers.is_empty()));
}

/// One way to make a mistake; `None` stands for the right answers.
type Way = Option<fn(&Call) -> Option<Given>>;

#[test]
fn every_mistake_can_be_told_from_right_answers_and_from_every_other() {
    for task in step().tasks.iter().filter(|task| task.function.is_some()) {
        // The right answers come first.
        let mut ways: Vec<(&str, Way)> = vec![("nothing", None)];
        for mistake in catalogue().filter(|mistake| mistake.tasks.contains(&task.number)) {
            ways.extend(mistake.answers.iter().map(|way| (mistake.id, Some(*way))));
        }
        for seed in SEEDS {
            let confused = confused(task, &ways, seed);
            // Some ways are not for this task, or come to right answers in it: they name nothing.
            let idle: BTreeSet<_> = confused
                .iter()
                .filter(|(_, other)| *other == 0)
                .map(|(way, _)| *way)
                .collect();
            let wrong = |way: &usize| !idle.contains(way);
            let told: BTreeSet<_> = (1..ways.len())
                .filter(wrong)
                .map(|way| ways[way].0)
                .collect();
            for (id, _) in &ways[1..] {
                assert!(
                    told.contains(id),
                    "task {}, seed {seed}: {id} is no mistake",
                    task.number
                );
            }
            let both: Vec<_> = confused
                .iter()
                .filter(|(way, _)| wrong(way))
                .map(|(way, other)| {
                    format!("{} (way {way}) is also {}", ways[*way].0, ways[*other].0)
                })
                .collect();
            assert!(
                both.is_empty(),
                "task {}, seed {seed}: {}",
                task.number,
                both.join(", ")
            );
        }
    }
}

/// The pairs of ways of which the second explains all that the first answers, with different names.
fn confused(task: &Task, ways: &[(&str, Way)], seed: u64) -> Vec<(usize, usize)> {
    let pairs = (1..ways.len()).flat_map(|way| (0..ways.len()).map(move |other| (way, other)));
    let mut pairs: Vec<_> = pairs
        .filter(|(way, other)| ways[*way].0 != ways[*other].0)
        .collect();
    for call in (task.checks)(seed).iter().flat_map(|check| &check.calls) {
        let mut answers = vec![None; ways.len()];
        let used: BTreeSet<_> = pairs
            .iter()
            .flat_map(|(way, other)| [*way, *other])
            .collect();
        for way in used {
            answers[way] = match ways[way].1 {
                None => Some(Given::Answer((task.expect)(call))),
                Some(way) => way(call),
            };
        }
        pairs.retain(|(way, other)| match (&answers[*way], &answers[*other]) {
            (Some(answer), Some(given)) => explains(given, answer),
            // It is not for this task: as good as right.
            (None, _) => *other == 0,
            (_, None) => false,
        });
    }
    pairs
}

/// Whether the judge takes an answer for the one that is given.
fn explains(given: &Given, answer: &Given) -> bool {
    match (given, answer) {
        (Given::Answer(Expected::Error), Given::Answer(Expected::Error)) => true,
        (Given::Answer(Expected::Value(given)), Given::Answer(Expected::Value(answer))) => {
            match (given, answer) {
                (Value::Size(given), Value::Size(answer)) => given == answer,
                (Value::Array(given), Value::Array(answer)) => equal(given, answer),
                (Value::View(given, shared), Value::View(answer, is_shared)) => {
                    equal(given, answer) && (!shared || *is_shared)
                }
                _ => false,
            }
        }
        (Given::Panic(given), Given::Panic(answer)) => answer.contains(given),
        _ => false,
    }
}

fn equal(a: &grader::protocol::Array, b: &grader::protocol::Array) -> bool {
    let pairs = a.entries.iter().zip(&b.entries);
    a.shape == b.shape
        && pairs
            .into_iter()
            .all(|(a, b)| a == b || (a.is_nan() && b.is_nan()))
}

/// A learner's answer to one task, with a mistake.
struct Program {
    id: String,
    task: u8,
    name: String,
    answer: String,
}

/// The files `<id>_task<N>_<name>.rs`.
fn programs() -> Vec<Program> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/step_02/mistakes");
    let entries =
        fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry of the folder").path())
        .collect();
    paths.sort();
    let program = |path: &PathBuf| {
        let name = path
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let answer =
            fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert!(
            answer.starts_with("// "),
            "{name} does not say what the learner thinks"
        );
        let (id, rest) = name
            .split_once("_task")
            .unwrap_or_else(|| panic!("{name} has no task"));
        let (task, _) = rest
            .split_once('_')
            .unwrap_or_else(|| panic!("{name} has no name"));
        let task = task
            .parse()
            .unwrap_or_else(|_| panic!("{name} has no task"));
        Program {
            id: id.to_owned(),
            task,
            answer,
            name,
        }
    };
    paths.iter().map(program).collect()
}

#[test]
fn every_mistake_has_a_program_and_every_program_is_a_mistake() {
    let mistakes: BTreeSet<_> = mistakes()
        .iter()
        .map(|(mistake, task)| (mistake.id.to_owned(), task.number))
        .collect();
    let programs: BTreeSet<_> = programs()
        .into_iter()
        .map(|program| (program.id, program.task))
        .collect();
    let without: Vec<_> = mistakes.difference(&programs).collect();
    assert!(without.is_empty(), "no program makes these: {without:?}");
    let unknown: Vec<_> = programs.difference(&mistakes).collect();
    assert!(unknown.is_empty(), "not in the catalogue: {unknown:?}");
}

#[test]
#[expect(
    clippy::print_stdout,
    reason = "the counts are of interest when all is well, too"
)]
fn every_mistake_is_named_and_no_other_is() {
    let programs = programs();
    let started = Instant::now();
    let next = AtomicUsize::new(0);
    let missed = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                // The same learner, who saves one program over the other: that compiles sooner.
                let learner = Learner::new("");
                while let Some(program) = programs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    learner.save(&with(&[(program.task, &program.answer)]));
                    let report = learner.check(&[]);
                    if let Some(miss) = program.miss(&report) {
                        missed.lock().expect("no thread panics with it").push(miss);
                    }
                }
            });
        }
    });
    let mut missed = missed.into_inner().expect("no thread panicked");
    missed.sort();
    let counts = format!("{} mistakes made, {} missed", programs.len(), missed.len());
    println!("{counts}, {} s", started.elapsed().as_secs());
    assert!(missed.is_empty(), "{counts}:\n\n{}", missed.join("\n"));
}

impl Program {
    /// What the grader says wrongly of the program; `None` where nothing is.
    fn miss(&self, report: &Report) -> Option<String> {
        let task = usize::from(self.task);
        let rejected = ["wrong", "panicked"].contains(&report.status(task));
        let named = report.task(task)["misconception"] == self.id.as_str();
        let mut others = (1..=8).filter(|&other| other != task);
        let quiet = others.all(|other| {
            report.task(other)["misconception"].is_null()
                && ["passed", "blocked"].contains(&report.status(other))
        });
        (!rejected || !named || !quiet || report.exit != Some(i32::from(task != 8))).then(|| {
            let names: Vec<_> = (1..=8)
                .map(|number| &report.task(number)["misconception"])
                .collect();
            format!(
                "{}: {names:?}\n    {:?}, exit status {:?}\n    {} {} {}\n",
                self.name,
                report.statuses(),
                report.exit,
                report.message(task),
                report.task(task)["counterexample"],
                report.step()["diagnostics"],
            )
        })
    }
}
