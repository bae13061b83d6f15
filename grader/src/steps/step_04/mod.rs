//! Step 04, the feed-forward network: its tasks, and where their questions, answers and hints are.

mod calls;
pub(super) mod domains;
mod mistakes;
pub(super) mod oracle;

use super::domains::reals::composed;
use super::{Step, Task};

/// The step.
pub const STEP: Step = Step {
    number: 4,
    stem: "step_04",
    title: "Feed-forward network",
    tasks: TASKS,
    solution: include_str!("../../../../solutions/src/step_04.rs"),
    hints: include_str!("hints.md"),
    glue: include_str!("../../../worker/step_04.rs"),
    given: include_str!("../../../worker/step_04_given.rs"),
    misconceptions: mistakes::ALL,
    effect: |_, _, _| None,
    draw: None,
};

const TASKS: &[Task] = &[
    Task {
        number: 1,
        title: "GELU",
        function: Some("gelu"),
        points: 30,
        domains: domains::GELU,
        ..TASK
    },
    Task {
        number: 2,
        title: "A linear layer",
        function: Some("Linear::new"),
        points: 10,
        domains: domains::NEW,
        ..TASK
    },
    Task {
        number: 3,
        title: "Its forward pass",
        function: Some("Linear::forward"),
        points: 30,
        domains: domains::LINEAR,
        ..TASK
    },
    Task {
        number: 4,
        title: "The network",
        function: Some("Mlp::forward"),
        points: 30,
        uses: &[1, 3],
        domains: domains::MLP,
        compose: Some(composed),
        parts: calls::parts,
        ..TASK
    },
];

/// What all tasks have in common.
const TASK: Task = Task {
    expect: oracle::expect,
    ..super::TASK
};
