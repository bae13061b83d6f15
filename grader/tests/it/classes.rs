//! The classes of every axis, as they were when all wrong programs were rejected. Where one is taken out, some kind of
//! wrong program is no longer asked for, and that shows here: see `data/STEP/classes.txt`.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use grader::steps::{STEPS, Step};

#[test]
fn no_class_is_lost() {
    for step in STEPS {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
        let path = data.join(step.stem).join("classes.txt");
        let now = classes(step);
        if std::env::var_os("ACCEPT_CLASSES").is_some() {
            fs::write(&path, &now).expect("it is written");
        }
        let before = fs::read_to_string(&path).unwrap_or_default();
        let file = path.display();
        assert_eq!(
            now, before,
            "ACCEPT_CLASSES=1 writes what is asked now into {file}"
        );
    }
}

/// A line for every axis.
fn classes(step: &Step) -> String {
    let mut text = String::new();
    for task in step.tasks.iter().filter(|task| !task.domains.is_empty()) {
        writeln!(text, "{}", task.function.unwrap_or_default()).expect("text");
        for space in task.domains {
            writeln!(text, "  {}", space.name).expect("text");
            for axis in space.axes {
                let names: Vec<_> = axis.classes.iter().map(|class| class.name).collect();
                writeln!(text, "    {}: {}", axis.name, names.join(", ")).expect("text");
            }
        }
    }
    text
}
