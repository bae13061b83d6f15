//! Step 03, layer normalization: its tasks, and where their questions, answers and hints are.

mod calls;
pub(super) mod domains;
mod mistakes;
pub(super) mod oracle;

use super::domains::reals::composed;
use super::{Step, Task};

/// The step.
pub const STEP: Step = Step {
    number: 3,
    stem: "step_03",
    title: "Layer normalization",
    tasks: TASKS,
    solution: include_str!("../../../../solutions/src/step_03.rs"),
    hints: include_str!("hints.md"),
    glue: include_str!("../../../worker/step_03.rs"),
    given: include_str!("../../../worker/step_03_given.rs"),
    misconceptions: mistakes::ALL,
    effect: |_, _, _| None,
    draw: None,
};

const TASKS: &[Task] = &[
    Task {
        number: 1,
        title: "The mean",
        function: Some("mean"),
        points: 15,
        domains: domains::MEAN,
        ..TASK
    },
    Task {
        number: 2,
        title: "The variance",
        function: Some("variance"),
        points: 20,
        uses: &[1],
        domains: domains::VARIANCE,
        compose: Some(composed),
        parts: calls::parts,
        ..TASK
    },
    Task {
        number: 3,
        title: "Normalize",
        function: Some("normalize"),
        points: 25,
        uses: &[1, 2],
        domains: domains::NORMALIZE,
        compose: Some(composed),
        parts: calls::parts,
        ..TASK
    },
    Task {
        number: 4,
        title: "Scale and shift",
        function: Some("scale_and_shift"),
        points: 15,
        domains: domains::SCALE_AND_SHIFT,
        ..TASK
    },
    Task {
        number: 5,
        title: "A layer",
        function: Some("LayerNorm::new"),
        points: 10,
        domains: domains::NEW,
        ..TASK
    },
    Task {
        number: 6,
        title: "The forward pass",
        function: Some("LayerNorm::forward"),
        points: 15,
        uses: &[1, 2, 3, 4],
        domains: domains::FORWARD,
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
