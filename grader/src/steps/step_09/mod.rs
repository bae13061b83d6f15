//! Step 09, the transformer block: its task, and where its questions, answers and hints are.

pub(super) mod domains;
mod mistakes;
pub(super) mod oracle;

use super::{Step, Task};

/// The step.
pub const STEP: Step = Step {
    number: 9,
    stem: "step_09",
    title: "The transformer block",
    tasks: &[Task {
        number: 1,
        title: "The block",
        function: Some("Block::forward"),
        points: 100,
        domains: domains::FORWARD,
        expect: oracle::expect,
        ..super::TASK
    }],
    solution: include_str!("../../../../solutions/src/step_09.rs"),
    hints: include_str!("hints.md"),
    glue: include_str!("../../../worker/step_09.rs"),
    given: include_str!("../../../worker/step_09_given.rs"),
    misconceptions: mistakes::ALL,
    effect: |_, _, _| None,
    draw: None,
};
