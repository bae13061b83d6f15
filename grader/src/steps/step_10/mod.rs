//! Step 10, the stack of blocks: its task, and where its questions, answers and hints are.

pub(super) mod domains;
mod mistakes;
pub(super) mod oracle;

use super::{Step, Task};

/// The step.
pub const STEP: Step = Step {
    number: 10,
    stem: "step_10",
    title: "Stacking transformer blocks",
    tasks: &[Task {
        number: 1,
        title: "From ids to hidden states",
        function: Some("Gpt2Model::forward"),
        points: 100,
        domains: domains::FORWARD,
        expect: oracle::expect,
        ..super::TASK
    }],
    solution: include_str!("../../../../solutions/src/step_10.rs"),
    hints: include_str!("hints.md"),
    glue: include_str!("../../../worker/step_10.rs"),
    given: include_str!("../../../worker/step_10_given.rs"),
    misconceptions: mistakes::ALL,
    effect: |_, _, _| None,
    draw: None,
};
