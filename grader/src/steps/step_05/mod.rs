//! Step 05, token embeddings: its tasks, and where their questions, answers and hints are.

pub(in crate::steps) mod domains;
mod mistakes;
mod oracle;

use super::{Step, Task};

/// The step.
pub const STEP: Step = Step {
    number: 5,
    stem: "step_05",
    title: "Token embeddings",
    tasks: TASKS,
    solution: include_str!("../../../../solutions/src/step_05.rs"),
    hints: include_str!("hints.md"),
    glue: include_str!("../../../worker/step_05.rs"),
    given: include_str!("../../../worker/step_05_given.rs"),
    misconceptions: mistakes::ALL,
    effect: |_, _, _| None,
    draw: None,
};

const TASKS: &[Task] = &[
    Task {
        number: 1,
        title: "The lookup",
        function: Some("Embedding::forward"),
        points: 60,
        domains: domains::FORWARD,
        ..TASK
    },
    Task {
        number: 2,
        title: "One-hot rows",
        function: Some("one_hot"),
        points: 40,
        domains: domains::ONE_HOT,
        ..TASK
    },
];

/// What all tasks have in common.
const TASK: Task = Task {
    expect: oracle::expect,
    ..super::TASK
};
