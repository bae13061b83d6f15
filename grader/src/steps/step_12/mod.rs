//! Step 12, text generation: its tasks, and where their questions, answers and hints are.

mod domains;
mod mistakes;
mod oracle;
mod written;

use super::{Step, Task};

/// The step.
pub const STEP: Step = Step {
    number: 12,
    stem: "step_12",
    title: "Text generation",
    tasks: TASKS,
    solution: include_str!("../../../../solutions/src/step_12.rs"),
    hints: include_str!("hints.md"),
    glue: include_str!("../../../worker/step_12.rs"),
    given: "",
    misconceptions: mistakes::ALL,
    effect: |_, _, _| None,
    draw: None,
};

const TASKS: &[Task] = &[
    Task {
        number: 1,
        title: "The token with the largest score",
        function: Some("argmax"),
        points: 15,
        domains: domains::ARGMAX,
        ..TASK
    },
    Task {
        number: 2,
        title: "Scores as probabilities",
        function: Some("probabilities"),
        points: 20,
        domains: domains::PROBABILITIES,
        ..TASK
    },
    Task {
        number: 3,
        title: "A token by chance",
        function: Some("pick"),
        points: 25,
        domains: domains::PICK,
        ..TASK
    },
    Task {
        number: 4,
        title: "The loop that writes",
        function: Some("generate"),
        points: 40,
        domains: domains::GENERATE,
        ..TASK
    },
];

/// What all tasks have in common.
const TASK: Task = Task {
    expect: oracle::expect,
    ..super::TASK
};
