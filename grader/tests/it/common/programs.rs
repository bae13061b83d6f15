//! The programs in `tests/data/STEP/right` and `wrong`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use grader::steps::{Misconception, Step, Task};

/// A program and what is to be said of it.
pub struct Program {
    pub step: &'static Step,
    pub name: String,
    /// The whole file, or the answer to the task with the mistake.
    pub text: String,
    /// The folder of its submodules.
    pub modules: Option<PathBuf>,
    /// The task with the mistake; `None` where there is none.
    pub wrong: Option<&'static Task>,
    /// The id of the mistake, where it has a name.
    pub id: Option<&'static str>,
    /// The mistake that the book shows by it; `None` where it shows another program.
    pub shown: Option<&'static Misconception>,
}

/// The mistakes of a step.
pub fn catalogue(step: &'static Step) -> impl Iterator<Item = &'static Misconception> {
    step.families().flat_map(|family| family.mistakes)
}

/// Whole files; one with submodules is a folder.
pub fn right(step: &'static Step) -> Vec<Program> {
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
pub fn wrong(step: &'static Step) -> Vec<Program> {
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
            text: answer,
            modules: None,
            wrong: Some(task),
            id: mistake.map(|mistake| mistake.id),
            shown: mistake.filter(|_| is_first),
            name,
        }
    });
    programs.collect()
}

/// What lies in a folder of programs, in the order of names.
fn entries(step: &Step, kind: &str) -> Vec<PathBuf> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    files(&data.join(step.stem).join(kind))
}

/// The files in a folder, in the order of names.
pub fn files(folder: &Path) -> Vec<PathBuf> {
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
