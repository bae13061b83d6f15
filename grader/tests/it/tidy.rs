//! What people forget: names that agree everywhere, imports that point one way, files that stay current and short.

use std::fs;
use std::path::{Path, PathBuf};

use crate::common::root;
use grader::steps::STEPS;

/// From left to right as data flows; a module imports only from its left.
const ORDER: [&str; 21] = [
    "protocol", "anchors", "comments", "svg", "text", "error", "model", "steps", "cli", "platform",
    "session", "build", "worker", "judge", "report", "stubs", "check", "batch", "commands", "lib",
    "main",
];

/// All files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path))
        } else {
            found.push(path)
        }
    }
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn a_module_imports_only_from_its_left() {
    let source = root().join("grader/src");
    let place = |module: &str| ORDER.iter().position(|name| *name == module);
    let mut seen = 0;
    for file in files(&source)
        .into_iter()
        .filter(|file| file.extension().is_some_and(|end| end == "rs"))
    {
        let inside = file
            .strip_prefix(&source)
            .expect("it lies there")
            .with_extension("");
        let module = inside
            .iter()
            .next()
            .and_then(|name| name.to_str())
            .expect("a name");
        let own = place(module).unwrap_or_else(|| panic!("`{module}` has no place in the order"));
        for line in read(&file).lines() {
            let code = line.split("//").next().unwrap_or_default();
            for (start, _) in code.match_indices("crate::") {
                let rest = &code[start + "crate::".len()..];
                let grouped = rest
                    .strip_prefix('{')
                    .and_then(|rest| rest.split('}').next())
                    .unwrap_or(rest);
                for name in grouped.split(',') {
                    let name: String = name
                        .trim()
                        .chars()
                        .take_while(|c| c.is_alphanumeric() || *c == '_')
                        .collect();
                    let Some(other) = place(&name) else {
                        continue;
                    };
                    assert!(
                        other <= own,
                        "{}: `{module}` imports from `{name}`",
                        file.display()
                    );
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 20, "only {seen} imports were found");
}

#[test]
fn a_step_has_its_files_under_one_stem_everywhere() {
    for step in STEPS {
        let stem = step.stem;
        assert_eq!(stem, format!("step_{:02}", step.number));
        for place in [
            format!("steps/src/{stem}.rs"),
            format!("solutions/src/{stem}.rs"),
            format!("grader/src/steps/{stem}/hints.md"),
            format!("grader/worker/{stem}.rs"),
            format!("grader/tests/data/{stem}"),
            format!("book/src/{stem}.md"),
            format!("book/src/{stem}_mistakes.md"),
        ] {
            assert!(root().join(&place).exists(), "there is no {place}");
        }
    }
}

#[test]
fn a_step_stands_in_each_of_the_five_lists() {
    let step_lines = |stem: &str, number: u8| {
        [
            ("steps/src/lib.rs", format!("pub mod {stem};")),
            ("solutions/src/lib.rs", format!("pub mod {stem};")),
            ("grader/src/steps/mod.rs", format!("{stem}::STEP")),
            ("book/src/SUMMARY.md", format!("({stem}.md)")),
            (
                ".cargo/config.toml",
                format!("s{number:02} = \"run --package grader -- check {number:02}\""),
            ),
        ]
    };
    for step in STEPS {
        for (file, entry) in step_lines(step.stem, step.number) {
            assert!(
                read(&root().join(file)).contains(&entry),
                "{file} has no `{entry}`"
            );
        }
    }
    // And nothing stands there that is no step.
    let modules = read(&root().join("solutions/src/lib.rs"));
    assert_eq!(modules.matches("pub mod step_").count(), STEPS.len());
}

#[test]
fn every_task_has_what_the_stub_and_the_hints_need() {
    for step in STEPS {
        for (index, task) in step.tasks.iter().enumerate() {
            let number = task.number;
            assert_eq!(usize::from(number), index + 1);
            assert!(
                !step.todo(task).is_empty(),
                "task {number} does not say what to do"
            );
            for level in 1..=3 {
                assert!(
                    !step.hint(task, level).trim().is_empty(),
                    "task {number} has no hint {level}"
                );
            }
            assert!(
                grader::anchors::part(step.solution, &format!("answer_{number}")).is_some(),
                "no answer {number}"
            );
            if let Some(function) = task.function {
                let signature = step.signature(function);
                let name = function.rsplit("::").next().unwrap_or(function);
                assert!(
                    signature.starts_with(&format!("pub fn {name}")),
                    "{signature:?}"
                );
            }
        }
        assert_eq!(step.tasks.iter().map(|task| task.points).sum::<u32>(), 100);
    }
}

/// The words of a piece of code: names of two letters or more.
fn names(code: &str) -> Vec<&str> {
    let words = code.split(|c: char| !c.is_alphanumeric() && c != '_');
    words
        .filter(|word| word.len() > 1 && !word.starts_with(|c: char| c.is_numeric()))
        .collect()
}

#[test]
fn no_early_hint_contains_the_answer() {
    for step in STEPS {
        let stub = grader::stubs::stub(step);
        for task in step.tasks {
            let answer = grader::anchors::part(step.solution, &format!("answer_{}", task.number))
                .expect("an answer");
            let squeezed = |text: &str| text.split_whitespace().collect::<String>();
            for level in 1..=2 {
                let hint = step.hint(task, level);
                let told = answer
                    .lines()
                    .map(squeezed)
                    .find(|line| line.len() > 7 && squeezed(&hint).contains(line));
                assert_eq!(told, None, "hint {level} of task {}", task.number);
            }
            // The first hint names nothing that the answer needs and the file does not have already.
            let given = names(&stub);
            let code: String = step
                .hint(task, 1)
                .split('`')
                .skip(1)
                .step_by(2)
                .map(|code| format!("{code} "))
                .collect();
            let told = names(&answer)
                .into_iter()
                .find(|name| names(&code).contains(name) && !given.contains(name));
            assert_eq!(told, None, "hint 1 of task {}", task.number);
            assert!(squeezed(&step.hint(task, 3)).len() > 9);
        }
    }
}

#[test]
fn the_worker_uses_the_crates_that_learners_use() {
    let packages = |path: &str| {
        let text = read(&root().join(path));
        let mut found = Vec::new();
        for package in text.split("[[package]]").skip(1) {
            let field = |name: &str| {
                let line = package
                    .lines()
                    .find_map(|line| line.strip_prefix(&format!("{name} = \"")));
                line.map(|value| value.trim_end_matches('"').to_owned())
            };
            found.push((field("name"), field("version"), field("checksum")));
        }
        found
    };
    let all = packages("Cargo.lock");
    for package in packages("grader/worker/Cargo.lock") {
        if package.2.is_some() {
            assert!(
                all.contains(&package),
                "{package:?} is not what the workspace uses"
            );
        }
    }
}

#[test]
fn signs_are_written_so_that_ascii_can_stand_for_them() {
    for part in ["steps", "report", "commands"] {
        for file in files(&root().join("grader/src").join(part)) {
            let is_table = file.ends_with("report/signs.rs");
            for line in read(&file).lines().filter(|_| !is_table) {
                let code = line.split("//").next().unwrap_or_default();
                let free = code.contains(['✓', '✗', '◦', '·', '◄', '…']) && !code.contains("sign(");
                assert!(!free, "{}: {line}", file.display());
            }
        }
    }
}

#[test]
fn files_stay_short() {
    let mut long = Vec::new();
    for folder in ["grader", "solutions", "steps", "book"] {
        for file in files(&root().join(folder))
            .into_iter()
            .filter(|file| file.extension().is_some_and(|end| end == "rs"))
        {
            let lines = read(&file).lines().count();
            // The answers of a step and its documentation belong into one file.
            let is_step = STEPS.iter().any(|step| file.ends_with(step.file()));
            if lines > 300 && !is_step && !file.to_string_lossy().contains("tests/data") {
                long.push(format!("{} has {lines} lines", file.display()));
            }
        }
    }
    assert!(long.is_empty(), "{}", long.join("\n"));
}
