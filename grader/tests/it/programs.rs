//! Whole programs, right and wrong, with the real command: the right ones as differently written as people do, the
//! wrong ones with one mistake each.

use std::fs;
use std::path::{Path, PathBuf};

use crate::common::{Learner, Report, assert_none_missed, with};

/// What may be said of the task with the mistake. That it does not compile is a mistake in the program here.
const FAULTS: [&str; 5] = ["wrong", "panicked", "crashed", "timed_out", "out_of_limits"];
/// The first of the tasks that use the earlier ones.
const FIRST_MASK: usize = 7;
/// The task that a step is passed without.
const OPTIONAL: usize = 8;

/// A program and what is to be said of it.
struct Program {
    name: String,
    text: String,
    /// The folder of its submodules.
    modules: Option<PathBuf>,
    /// The task with the mistake.
    wrong: Option<usize>,
}

#[test]
fn every_right_program_passes_in_full() {
    let programs = right();
    assert!(programs.len() >= 25, "{} right programs", programs.len());
    check("right", &programs);
}

#[test]
#[ignore = "it takes minutes; .ci/run runs it"]
fn every_wrong_program_is_rejected_at_its_task() {
    let programs = wrong();
    assert!(programs.len() >= 80, "{} wrong programs", programs.len());
    for task in 2..=8 {
        assert!(programs.iter().any(|program| program.wrong == Some(task)));
    }
    check("wrong", &programs);
}

/// Whole files; one with submodules is a folder.
fn right() -> Vec<Program> {
    let programs = entries("right").into_iter().map(|path| {
        let (file, modules) = if path.is_dir() {
            (path.join("step_02.rs"), Some(path.join("step_02")))
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
            name: name(&path),
            text,
            modules,
            wrong: None,
        }
    });
    programs.collect()
}

/// The solution with another answer to one task, which the name of the file begins with.
fn wrong() -> Vec<Program> {
    let programs = entries("wrong").into_iter().map(|path| {
        let name = name(&path);
        let answer = read(&path);
        let task: u8 = name
            .split('_')
            .next()
            .and_then(|number| number.parse().ok())
            .expect("the name begins with a task");
        assert!(
            answer.starts_with(&format!("// task {task}: ")),
            "{name} does not say what it is"
        );
        Program {
            text: with(&[(task, &answer)]),
            name,
            modules: None,
            wrong: Some(task.into()),
        }
    });
    programs.collect()
}

/// Has the grader check them all and fails with everything that it said wrongly.
fn check(kind: &str, programs: &[Program]) {
    assert_none_missed(kind, programs, |learner, program| {
        program.miss(learner).into_iter().collect()
    });
}

impl Program {
    /// What the grader says wrongly of the program; `None` where nothing is.
    fn miss(&self, learner: &Learner) -> Option<String> {
        let there = learner.folder().join("step_02");
        if let Some(modules) = &self.modules {
            fs::create_dir(&there).expect("the folder is made");
            for file in files(modules) {
                let copy = there.join(file.file_name().expect("a name"));
                fs::copy(&file, copy).expect("the submodule is copied");
            }
        }
        learner.save(&self.text);
        let report = learner.check(&[]);
        if self.modules.is_some() {
            fs::remove_dir_all(&there).expect("the folder is removed");
        }
        let fault = self.fault(&report)?;
        let failing = (1..=8).find(|&task| report.status(task) != "passed");
        let detail = failing.map_or_else(String::new, |task| {
            let diagnostics = &report.step()["diagnostics"];
            format!(
                "task {task}: {} {} {}",
                report.message(task),
                report.task(task)["counterexample"],
                diagnostics[0].as_str().unwrap_or_default()
            )
        });
        Some(format!(
            "{}: {fault}\n    {:?}\n    {detail}\n",
            self.name,
            report.statuses()
        ))
    }

    fn fault(&self, report: &Report) -> Option<String> {
        let statuses = report.statuses();
        let Some(task) = self.wrong else {
            let passed = statuses == ["passed"; 8] && report.exit == Some(0);
            return (!passed).then(|| format!("does not pass, exit status {:?}", report.exit));
        };
        for (number, status) in (1..).zip(&statuses) {
            let uses = task < FIRST_MASK && number >= FIRST_MASK;
            if number == task {
                if !FAULTS.contains(status) {
                    return Some(format!("task {task} is {status}"));
                }
            } else if *status == "blocked" && uses {
                // The one that is said to be at fault is the one that is.
                if !report.message(number).contains(&format!("task {task}")) {
                    return Some(format!("task {number} blames another task"));
                }
            } else if !(*status == "passed" || (uses && FAULTS.contains(status))) {
                return Some(format!("task {number} is {status}"));
            }
        }
        let exit = i32::from(task != OPTIONAL);
        (report.exit != Some(exit)).then(|| format!("exit status {:?}", report.exit))
    }
}

/// What lies in a folder of programs, in the order of names.
fn entries(kind: &str) -> Vec<PathBuf> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/step_02");
    files(&data.join(kind))
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
