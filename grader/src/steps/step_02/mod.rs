//! Step 02, causal masking: its tasks, and where their questions, answers and hints are.

mod asked;
mod calls;
mod domains;
mod drawing;
mod effect;
mod mistakes;
pub mod oracle;

use super::{Step, Task};

/// The step.
pub const STEP: Step = Step {
    number: 2,
    stem: "step_02",
    title: "Causal masking",
    tasks: TASKS,
    solution: include_str!("../../../../solutions/src/step_02.rs"),
    hints: include_str!("hints.md"),
    glue: include_str!("../../../worker/step_02.rs"),
    given: "",
    misconceptions: mistakes::ALL,
    effect: effect::of,
    draw: Some(drawing::DRAW),
};

const TASKS: &[Task] = &[
    Task {
        number: 1,
        title: "Imports",
        function: None,
        points: 5,
        ..TASK
    },
    Task {
        number: 2,
        title: "The value that blocks attention",
        function: Some("mask_value"),
        points: 10,
        domains: domains::MASK_VALUE,
        ..TASK
    },
    Task {
        number: 3,
        title: "Total length",
        function: Some("total_length"),
        points: 10,
        domains: domains::TOTAL_LENGTH,
        ..TASK
    },
    Task {
        number: 4,
        title: "A constant",
        function: Some("constant"),
        points: 10,
        domains: domains::CONSTANT,
        ..TASK
    },
    Task {
        number: 5,
        title: "Broadcast",
        function: Some("broadcast_to"),
        points: 15,
        domains: domains::BROADCAST_TO,
        ..TASK
    },
    Task {
        number: 6,
        title: "Band part",
        function: Some("band_part"),
        points: 25,
        domains: domains::BAND_PART,
        ..TASK
    },
    Task {
        number: 7,
        title: "The causal mask",
        function: Some("causal_mask"),
        points: 25,
        uses: PARTS,
        domains: domains::CAUSAL_MASK,
        compose: Some(domains::compose),
        parts: calls::parts,
        ..TASK
    },
    Task {
        number: 8,
        title: "The mask for a cache",
        function: Some("cached_causal_mask"),
        optional: true,
        uses: PARTS,
        domains: domains::CACHED_CAUSAL_MASK,
        compose: Some(domains::compose),
        parts: calls::parts,
        ..TASK
    },
];

/// The tasks that both masks are made from.
const PARTS: &[u8] = &[2, 3, 4, 5, 6];

/// What all tasks have in common.
const TASK: Task = Task {
    expect: oracle::expect,
    ..super::TASK
};
