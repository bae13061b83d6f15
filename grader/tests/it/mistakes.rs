//! Programs with a known mistake, by the real command: each is named, and the example that the book shows of it is the
//! one that the report shows.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::common::{Report, assert_none_missed, step, with};
use grader::protocol::{Array, Value};
use grader::steps::{Example, Expected, Given, Misconception};
use serde_json::Value as Json;

/// Large examples depend on it.
const SEED: u64 = 0;

fn catalogue() -> impl Iterator<Item = &'static Misconception> {
    step().families().flat_map(|family| family.mistakes)
}

/// A learner's answer to one task, with a mistake.
struct Program {
    id: String,
    task: u8,
    name: String,
    answer: String,
    /// What the book shows of it; `None` where it shows another program, or none can be shown.
    example: Option<Example>,
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
    let mut examples = examples();
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
            // The book shows the first one by name.
            example: examples.remove(&(id.to_owned(), task)),
            name,
        }
    };
    paths.iter().map(program).collect()
}

/// What the book shows of each mistake, by its id and task.
fn examples() -> BTreeMap<(String, u8), Example> {
    let of = |mistake: &'static Misconception| {
        let task = step().task(*mistake.tasks.first()?)?;
        let example = mistake.example(task, SEED)?;
        Some(((mistake.id.to_owned(), task.number), example))
    };
    catalogue().filter_map(of).collect()
}

#[test]
fn every_mistake_has_a_program_and_every_program_is_a_mistake() {
    let programs: BTreeSet<_> = programs()
        .into_iter()
        .map(|program| (program.id, program.task))
        .collect();
    let mistakes: BTreeSet<_> = catalogue()
        .flat_map(|mistake| mistake.tasks.iter().map(|task| (mistake.id, *task)))
        .map(|(id, task)| (id.to_owned(), task))
        .collect();
    // Those of any task have a program for one.
    let anywhere: BTreeSet<_> = catalogue()
        .filter(|mistake| mistake.tasks.is_empty())
        .map(|mistake| mistake.id)
        .collect();
    let (general, programs): (BTreeSet<_>, BTreeSet<_>) = programs
        .into_iter()
        .partition(|(id, _)| anywhere.contains(id.as_str()));
    let without: Vec<_> = mistakes.difference(&programs).collect();
    assert!(without.is_empty(), "no program makes these: {without:?}");
    let unknown: Vec<_> = programs.difference(&mistakes).collect();
    assert!(unknown.is_empty(), "not in the catalogue: {unknown:?}");
    let general: BTreeSet<_> = general.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(general, anywhere);
}

#[test]
#[ignore = "it takes minutes; .ci/run runs it"]
fn every_mistake_is_named_and_no_other_is() {
    assert_none_missed("mistaken", &programs(), |learner, program| {
        learner.save(&with(&[(program.task, &program.answer)]));
        let report = learner.check(&["--seed", &SEED.to_string()]);
        let misses = [program.miss(&report), program.other_example(&report)];
        misses.into_iter().flatten().collect()
    });
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

    /// What the report shows where the book shows something else; `None` where it shows the same.
    fn other_example(&self, report: &Report) -> Option<String> {
        let Example { call, given, .. } = self.example.as_ref()?;
        let shown = &report.task(usize::from(self.task))["counterexample"];
        let call = step().show(call);
        let same = shown["call"] == call.as_str() && gives(given, &shown["actual"]);
        (!same).then(|| format!("{}: {call} gives {given:?}, not {shown}\n", self.name))
    }
}

/// Whether an answer stands in a report as this.
fn gives(given: &Given, shown: &Json) -> bool {
    match given {
        Given::Panic(_) => shown.is_null(),
        Given::Answer(Expected::Error) => shown == "Err",
        Given::Answer(Expected::Value(Value::Array(array) | Value::View(array, _), _)) => {
            let Array { shape, entries, .. } = array;
            // A large one is shown by its shape.
            *shown == serde_json::json!({ "shape": shape }) || {
                let mut numbers = Vec::new();
                flatten(shown, &mut numbers);
                // What serde_json reads can differ in the last digit.
                let same = |(a, b): (&f64, &f64)| {
                    a == b || (a.is_nan() && b.is_nan()) || (a - b).abs() <= 1e-12 * b.abs()
                };
                numbers.len() == entries.len() && numbers.iter().zip(entries).all(same)
            }
        }
        Given::Answer(Expected::Value(Value::Size(size), _)) => *shown == *size,
        Given::Answer(_) => false,
    }
}

fn flatten(shown: &Json, numbers: &mut Vec<f64>) {
    match shown {
        Json::Array(rows) => rows.iter().for_each(|row| flatten(row, numbers)),
        Json::String(text) => numbers.extend(text.parse::<f64>()),
        number => numbers.extend(number.as_f64()),
    }
}
