//! Step 11, the head and the loss: its tasks, and where their questions, answers and hints are.

mod domains;
mod mistakes;
pub(super) mod oracle;

use super::domains::reals::composed;
use super::{Step, Task};

/// The step.
pub const STEP: Step = Step {
    number: 11,
    stem: "step_11",
    title: "The language-model head and the loss",
    tasks: TASKS,
    solution: include_str!("../../../../solutions/src/step_11.rs"),
    hints: include_str!("hints.md"),
    glue: include_str!("../../../worker/step_11.rs"),
    given: include_str!("../../../worker/step_11_given.rs"),
    misconceptions: mistakes::ALL,
    effect: |_, _, _| None,
    draw: None,
};

const TASKS: &[Task] = &[
    Task {
        number: 1,
        title: "A score for every token",
        function: Some("Gpt2LmHeadModel::logits"),
        points: 30,
        domains: domains::LOGITS,
        ..TASK
    },
    Task {
        number: 2,
        title: "The scores behind the last token",
        function: Some("Gpt2LmHeadModel::next_token_logits"),
        points: 20,
        domains: domains::NEXT,
        ..TASK
    },
    Task {
        number: 3,
        title: "How surprising the right token is",
        function: Some("cross_entropy"),
        points: 30,
        domains: domains::CROSS_ENTROPY,
        ..TASK
    },
    Task {
        number: 4,
        title: "The loss of a text",
        function: Some("Gpt2LmHeadModel::loss"),
        points: 15,
        uses: &[1, 3],
        domains: domains::LOSS,
        compose: Some(composed),
        parts: oracle::parts,
        ..TASK
    },
    Task {
        number: 5,
        title: "Perplexity",
        function: Some("perplexity"),
        points: 5,
        domains: domains::PERPLEXITY,
        ..TASK
    },
];

/// What all tasks have in common.
const TASK: Task = Task {
    expect: oracle::expect,
    ..super::TASK
};
