//! The reference answers, judged as a learner's are: every task of every step passes, the optional ones too.
//! `cargo mutants --workspace` breaks the answers one by one and runs this test, which then has to fail.

use crate::common::{grader, root, target};
use grader::steps::STEPS;
use serde_json::Value;

#[test]
fn the_reference_passes_every_task() {
    for step in STEPS {
        let output = grader()
            .current_dir(root())
            .args(["check", step.stem, "--impl", "solutions"])
            .args(["--format", "json", "--target-dir"])
            .arg(target())
            .output()
            .expect("the grader runs");
        let report: Value = serde_json::from_slice(&output.stdout).expect("there is a report");
        let judged = &report["steps"][0];
        let statuses: Vec<_> = step
            .tasks
            .iter()
            .enumerate()
            .map(|(index, _)| judged["tasks"][index]["status"].as_str())
            .collect();
        assert_eq!(
            statuses,
            vec![Some("passed"); step.tasks.len()],
            "{report:#}"
        );
        assert_eq!(output.status.code(), Some(0));
    }
}
