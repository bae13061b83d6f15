//! Whole programs, right and wrong, with the real command: the right ones as differently written as people do, the
//! wrong ones with one mistake each. They lie in `tests/data/STEP/right` and `wrong`, for every step that has some.
//!
//! A wrong one is the answer to one task, in a file `TASK_NAME.rs`. If the mistake has a name it is `TASK_ID_NAME.rs`,
//! and the book shows the first one by name.
//!
//! With `STEP=03` in the environment it is the programs of that step alone.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::common::many::{assert_none_missed, chosen, gives};
use crate::common::{Learner, Report, with_in};
use grader::steps::{Example, Misconception, Step, Task};
use serde_json::Value as Json;

/// Large examples in the book depend on it.
const SEED: u64 = 0;
/// What may be said of the task with the mistake. That it does not compile is a mistake in the program here.
const FAULTS: [&str; 5] = ["wrong", "panicked", "crashed", "timed_out", "out_of_limits"];

/// A program and what is to be said of it.
struct Program {
    step: &'static Step,
    name: String,
    text: String,
    /// The folder of its submodules.
    modules: Option<PathBuf>,
    /// The task with the mistake; `None` where there is none.
    wrong: Option<&'static Task>,
    /// The id of the mistake, where it has a name.
    id: Option<&'static str>,
    /// The mistake that the book shows by it; `None` where it shows another program.
    shown: Option<&'static Misconception>,
}

#[test]
fn some_right_programs_pass_in_full() {
    for step in chosen() {
        let mut number = 0..;
        let mut programs = right(step);
        assert!(programs.len() >= 12, "{} right programs", programs.len());
        programs.retain(|_| number.next().is_some_and(|number| number % 20 == 0));
        check(step, "right", &programs);
    }
}

#[test]
#[ignore = "it takes a while; .ci/run runs it"]
fn every_right_program_passes_in_full() {
    for step in chosen() {
        check(step, "right", &right(step));
    }
}

#[test]
#[ignore = "it takes minutes; .ci/run runs it"]
fn every_wrong_program_is_rejected_at_its_task_and_named() {
    for step in chosen() {
        check(step, "wrong", &wrong(step));
    }
}

#[test]
fn every_task_is_done_wrongly_and_every_mistake_is_made() {
    for step in chosen() {
        let programs = wrong(step);
        for task in step.tasks.iter().filter(|task| task.function.is_some()) {
            let number = task.number;
            let mut tasks = programs.iter().filter_map(|program| program.wrong);
            assert!(
                tasks.any(|task| task.number == number),
                "no program does task {number} wrongly"
            );
        }
        let made: BTreeSet<_> = programs
            .iter()
            .filter_map(|program| Some((program.id?, program.wrong?.number)))
            .collect();
        for mistake in catalogue(step) {
            // Those of any task have a program for one.
            let anywhere = mistake.tasks.is_empty();
            assert!(
                !anywhere || made.iter().any(|(id, _)| *id == mistake.id),
                "no program makes {}",
                mistake.id
            );
            for task in mistake.tasks {
                assert!(
                    made.contains(&(mistake.id, *task)),
                    "no program makes {} in task {task}",
                    mistake.id
                );
            }
        }
    }
}

fn catalogue(step: &'static Step) -> impl Iterator<Item = &'static Misconception> {
    step.families().flat_map(|family| family.mistakes)
}

/// Whole files; one with submodules is a folder.
fn right(step: &'static Step) -> Vec<Program> {
    let programs = entries(step, "right").into_iter().map(|path| {
        let (file, modules) = if path.is_dir() {
            (path.join(step.file()), Some(path.join(step.stem)))
        } else {
            (path.clone(), None)
        };
        let text = read(&file);
        assert!(
            text.starts_with("//! "),
            "{} does not say what it is",
            file.display()
        );
        Program {
            step,
            name: name(&path),
            text,
            modules,
            wrong: None,
            id: None,
            shown: None,
        }
    });
    programs.collect()
}

/// The solution with another answer to one task.
fn wrong(step: &'static Step) -> Vec<Program> {
    let mut shown = BTreeSet::new();
    let programs = entries(step, "wrong").into_iter().map(|path| {
        let (name, answer) = (name(&path), read(&path));
        assert!(answer.starts_with("// "), "{name} does not say what it is");
        let mut parts = name.split('_');
        let number = parts
            .next()
            .and_then(|number| number.parse().ok())
            .expect("the name begins with a task");
        let second = parts.next().unwrap_or_default();
        let is_made = |mistake: &&Misconception| {
            mistake.id == second && (mistake.tasks.is_empty() || mistake.tasks.contains(&number))
        };
        let mistake = catalogue(step).find(is_made);
        assert!(
            mistake.is_some() || !second.starts_with(char::is_uppercase),
            "{name}: no such mistake"
        );
        let is_first = mistake.is_some_and(|mistake| {
            mistake.tasks.first() == Some(&number) && shown.insert((mistake.id, number))
        });
        let task = step.task(number).expect("the step has this task");
        Program {
            step,
            text: with_in(step, &[(number, &answer)]),
            modules: None,
            wrong: Some(task),
            id: mistake.map(|mistake| mistake.id),
            shown: mistake.filter(|_| is_first),
            name,
        }
    });
    programs.collect()
}

/// Has the grader check them all and fails with everything that it said wrongly.
fn check(step: &'static Step, kind: &str, programs: &[Program]) {
    assert_none_missed(step, kind, programs, |learner, program| {
        program.miss(learner).into_iter().collect()
    });
}

impl Program {
    /// What the grader says wrongly of the program; `None` where nothing is.
    fn miss(&self, learner: &Learner) -> Option<String> {
        let there = learner.folder().join(self.step.stem);
        if let Some(modules) = &self.modules {
            fs::create_dir(&there).expect("the folder is made");
            for file in files(modules) {
                let copy = there.join(file.file_name().expect("a name"));
                fs::copy(&file, copy).expect("the submodule is copied");
            }
        }
        learner.save(&self.text);
        // Without a name, any questions will do: by default they follow from the program.
        let seed = SEED.to_string();
        let seeded = ["--seed", seed.as_str()];
        let report = learner.check(if self.id.is_some() { &seeded } else { &[] });
        if self.modules.is_some() {
            fs::remove_dir_all(&there).expect("the folder is removed");
        }
        let fault = self.fault(&report)?;
        let statuses = report.statuses();
        let failing = (1..)
            .zip(&statuses)
            .find(|(_, status)| **status != "passed");
        let detail = failing.map_or_else(String::new, |(task, _)| {
            let diagnostics = &report.step()["diagnostics"];
            format!(
                "task {task}: {} {} {}",
                report.message(task),
                report.task(task)["counterexample"],
                diagnostics[0].as_str().unwrap_or_default()
            )
        });
        Some(format!(
            "{}: {fault}\n    {statuses:?}\n    {detail}\n",
            self.name
        ))
    }

    fn fault(&self, report: &Report) -> Option<String> {
        let statuses = report.statuses();
        let Some(wrong) = self.wrong else {
            let passed =
                statuses.iter().all(|status| *status == "passed") && report.exit == Some(0);
            return (!passed).then(|| format!("does not pass, exit status {:?}", report.exit));
        };
        for (task, status) in self.step.tasks.iter().zip(&statuses) {
            let (number, is_wrong) = (usize::from(task.number), task.number == wrong.number);
            let uses = task.uses.contains(&wrong.number);
            let is_fault = FAULTS.contains(status);
            if *status == "blocked" && uses {
                // The one that is said to be at fault is the one that is.
                if !report
                    .message(number)
                    .contains(&format!("task {}", wrong.number))
                {
                    return Some(format!("task {number} blames another task"));
                }
            } else if if is_wrong {
                !is_fault
            } else {
                *status != "passed" && !(uses && is_fault && self.id.is_none())
            } {
                return Some(format!("task {number} is {status}"));
            }
            let (name, own) = (
                &report.task(number)["misconception"],
                self.id.filter(|_| is_wrong),
            );
            // What comes of a part that answers now so and now so is judged by itself.
            let is_open = uses && self.id.is_none();
            if name.as_str() != own && !is_open {
                return Some(format!("task {number} is called {name}"));
            }
        }
        if report.exit != Some(i32::from(!wrong.optional)) {
            return Some(format!("exit status {:?}", report.exit));
        }
        self.other_example(&report.task(wrong.number.into())["counterexample"])
    }

    /// What the report shows where the book shows something else; `None` where it shows the same.
    fn other_example(&self, shown: &Json) -> Option<String> {
        // None can be shown of some.
        let Example { call, given, .. } = self.shown?.example(self.wrong?, SEED)?;
        let call = self.step.show(&call);
        let same = shown["call"] == call.as_str() && gives(&given, &shown["actual"]);
        (!same).then(|| format!("in the book {call} gives {given:?}, not {shown}"))
    }
}

/// What lies in a folder of programs, in the order of names.
fn entries(step: &Step, kind: &str) -> Vec<PathBuf> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    files(&data.join(step.stem).join(kind))
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("an entry of the folder").path())
        .collect();
    paths.sort();
    paths
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn name(path: &Path) -> String {
    let stem = path.file_stem().expect("a name");
    stem.to_string_lossy().into_owned()
}
