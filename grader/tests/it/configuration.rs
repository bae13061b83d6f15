//! What users have told cargo: nothing of it changes what an answer does, and what is needed to build is kept.

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::Command;

use crate::common::{folders, grader, root, solution, stub, target, with};
use serde_json::Value;

/// A course whose folder has a configuration for cargo in it. It stays, with what was built there: with a configuration
/// the crates are compiled anew.
struct Configured {
    folder: PathBuf,
    _held: File,
}

impl Configured {
    fn new(configuration: &str) -> Self {
        let target = target();
        let name = format!("configured-{}", folders::hash(&(configuration, &target)));
        let folder = target.with_file_name(name);
        for part in [".cargo", "steps/src", "solutions/src"] {
            fs::create_dir_all(folder.join(part)).expect("a folder");
        }
        let held = File::create(folder.join("lock")).expect("a lock file");
        held.lock().expect("it is ours");
        fs::write(folder.join(".cargo/config.toml"), configuration).expect("it is written");
        fs::write(folder.join("Cargo.toml"), "[workspace]\n").expect("it is written");
        fs::copy(root().join("Cargo.lock"), folder.join("Cargo.lock")).expect("a copy");
        Self {
            folder,
            _held: held,
        }
    }

    fn save(&self, text: &str) {
        fs::write(self.folder.join("steps/src/step_02.rs"), text).expect("it is written");
    }

    /// The grader in this course, which builds in its folder.
    fn grader(&self, words: &[&str]) -> Command {
        let mut command = grader();
        command.current_dir(&self.folder).args(words);
        command
    }
}

const CONFIGURATION: &str = r#"
[profile.dev]
panic = "abort"
overflow-checks = false
debug-assertions = false
opt-level = 3
lto = "thin"
debug = false
strip = true
[profile.dev.package."*"]
overflow-checks = false
[build]
rustc-wrapper = "/nowhere/wrapper"
rustc-workspace-wrapper = "/nowhere/wrapper"
rustflags = ["-D", "warnings", "-C", "target-cpu=native"]
target = "wasm32-unknown-unknown"
incremental = false
[env]
RUSTC_BOOTSTRAP = "1"
"#;

#[test]
#[ignore = "it compiles the crates once more; .ci/run runs it"]
fn no_configuration_of_cargos_changes_what_an_answer_does() {
    let plus = with(&[(
        3,
        "    let unused = 1;\n    Ok(sequence_length + num_tokens)",
    )]);
    let course = Configured::new(CONFIGURATION);
    let run = |words: &[&str]| {
        let mut command = course.grader(words);
        command.env("RUSTFLAGS", "-C overflow-checks=off -C panic=abort");
        command.env("CARGO_PROFILE_DEV_OVERFLOW_CHECKS", "false");
        command.output().expect("the grader runs")
    };
    let cases = [
        (stub(), 2, "unfinished", "softmax"),
        (plus, 3, "panicked", "attempt to add with overflow"),
    ];
    for (text, task, status, says) in cases {
        course.save(&text);
        let output = run(&["check", "02", "--format", "json"]);
        let report: Value = serde_json::from_slice(&output.stdout).expect("a report");
        let task = &report["steps"][0]["tasks"][task - 1];
        assert_eq!(task["status"], status, "{report:#}");
        let message = task["message"].as_str().unwrap_or_default();
        assert!(message.contains(says), "{message}");
    }
    // The doctor names what is overruled.
    let output = run(&["doctor"]);
    let said = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{said}");
    for part in [
        "overruled",
        "config.toml",
        "`profile.dev.panic`",
        "`build.rustflags`",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(said.contains("✓ trial"), "{said}");
}

#[test]
#[ignore = "it compiles the crates once more; .ci/run runs it"]
fn a_linker_that_a_configuration_names_is_used() {
    let linker = target().with_file_name("linker");
    let sign = linker.with_file_name("linker-used");
    let flags = format!(
        "[build]\nrustflags = ['-C', 'linker={}']\n",
        linker.display()
    );
    let of_target = format!("[target.'cfg(unix)']\nlinker = {linker:?}\n");
    // One that works, and one that does not: that it was used is seen sooner.
    for (configuration, then, expected) in [(flags, "exec cc \"$@\"", 0), (of_target, "exit 1", 3)]
    {
        let script = format!("#!/bin/sh\ntouch {}\n{then}\n", sign.display());
        fs::write(&linker, script).expect("it is written");
        let made = Command::new("chmod").arg("+x").arg(&linker).status();
        assert!(made.expect("chmod runs").success());
        let course = Configured::new(&configuration);
        // What was built before is not linked again.
        let text = format!("{}// {}\n", solution(), std::process::id());
        course.save(&text);
        let output = course.grader(&["check", "02"]).output();
        let output = output.expect("the grader runs");
        assert_eq!(output.status.code(), Some(expected), "{configuration}");
        fs::remove_file(&sign).expect("the linker was used");
    }
}
