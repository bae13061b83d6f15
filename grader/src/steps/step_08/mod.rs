//! Step 08, residual connections: its tasks, and where their questions, answers and hints are.

mod domains;
mod mistakes;
pub(super) mod oracle;

use super::domains::reals::composed;
use super::{Step, Task};

/// The step.
pub const STEP: Step = Step {
    number: 8,
    stem: "step_08",
    title: "Residual connections and layer normalization",
    tasks: TASKS,
    solution: include_str!("../../../../solutions/src/step_08.rs"),
    hints: include_str!("hints.md"),
    glue: include_str!("../../../worker/step_08.rs"),
    given: "",
    misconceptions: mistakes::ALL,
    effect: |_, _, _| None,
    draw: None,
};

const TASKS: &[Task] = &[
    Task {
        number: 1,
        title: "The residual connection",
        function: Some("residual"),
        points: 40,
        domains: domains::RESIDUAL,
        ..TASK
    },
    Task {
        number: 2,
        title: "Normalization before a layer",
        function: Some("pre_norm"),
        points: 60,
        uses: &[1],
        domains: domains::PRE_NORM,
        compose: Some(composed),
        parts: oracle::parts,
        ..TASK
    },
];

/// What all tasks have in common.
const TASK: Task = Task {
    expect: oracle::expect,
    ..super::TASK
};
