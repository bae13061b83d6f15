//! Step 07, multi-head attention: its tasks, and where their questions, answers and hints are.

mod calls;
mod domains;
mod drawing;
pub(super) mod heads;
mod mistakes;
pub(super) mod oracle;

use super::domains::reals::composed;
use super::{Step, Task};

/// The step.
pub const STEP: Step = Step {
    number: 7,
    stem: "step_07",
    title: "Multi-head attention",
    tasks: TASKS,
    solution: include_str!("../../../../solutions/src/step_07.rs"),
    hints: include_str!("hints.md"),
    glue: include_str!("../../../worker/step_07.rs"),
    given: include_str!("../../../worker/step_07_given.rs"),
    misconceptions: mistakes::ALL,
    effect: |_, _, _| None,
    draw: Some(drawing::DRAW),
};

const TASKS: &[Task] = &[
    Task {
        number: 1,
        title: "Softmax",
        function: Some("softmax"),
        points: 15,
        domains: domains::SOFTMAX,
        ..TASK
    },
    Task {
        number: 2,
        title: "Scores",
        function: Some("attention_scores"),
        points: 10,
        domains: domains::ATTENTION_SCORES,
        ..TASK
    },
    Task {
        number: 3,
        title: "One head",
        function: Some("attention"),
        points: 15,
        uses: &[1, 2],
        domains: domains::ATTENTION,
        compose: Some(composed),
        parts: calls::parts,
        ..TASK
    },
    Task {
        number: 4,
        title: "Query, key and value",
        function: Some("split_qkv"),
        points: 10,
        domains: domains::SPLIT_QKV,
        ..TASK
    },
    Task {
        number: 5,
        title: "Split the heads",
        function: Some("split_heads"),
        points: 15,
        domains: domains::SPLIT_HEADS,
        ..TASK
    },
    Task {
        number: 6,
        title: "Merge the heads",
        function: Some("merge_heads"),
        points: 15,
        domains: domains::MERGE_HEADS,
        ..TASK
    },
    Task {
        number: 7,
        title: "The whole",
        function: Some("MultiHeadAttention::forward"),
        points: 20,
        uses: &[1, 2, 3, 4, 5, 6],
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
