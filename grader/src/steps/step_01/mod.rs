//! Step 01, the configuration: its tasks, and where their questions, answers and hints are.

mod domains;
mod mistakes;
mod oracle;

use super::domains::reals::{call, composed};
use super::{Step, Task};
use crate::protocol::Call;

/// The step.
pub const STEP: Step = Step {
    number: 1,
    stem: "step_01",
    title: "Model configuration",
    tasks: TASKS,
    solution: include_str!("../../../../solutions/src/step_01.rs"),
    hints: include_str!("hints.md"),
    glue: include_str!("../../../worker/step_01.rs"),
    given: include_str!("../../../worker/step_01_given.rs"),
    misconceptions: mistakes::ALL,
    effect: |_, _, _| None,
    draw: None,
};

const TASKS: &[Task] = &[
    Task {
        number: 1,
        title: "GPT-2",
        function: Some("Gpt2Config::gpt2"),
        points: 15,
        domains: domains::GPT2,
        ..TASK
    },
    Task {
        number: 2,
        title: "The four models",
        function: Some("Gpt2Config::named"),
        points: 15,
        uses: &[1],
        domains: domains::NAMED,
        compose: Some(composed),
        parts: |call| part(call, "Gpt2Config::gpt2", 0),
        ..TASK
    },
    Task {
        number: 3,
        title: "Hidden units",
        function: Some("Gpt2Config::inner_dim"),
        points: 15,
        domains: domains::INNER_DIM,
        ..TASK
    },
    Task {
        number: 4,
        title: "Width of a head",
        function: Some("Gpt2Config::head_dim"),
        points: 20,
        domains: domains::HEAD_DIM,
        ..TASK
    },
    Task {
        number: 5,
        title: "Parameters",
        function: Some("Gpt2Config::num_parameters"),
        points: 35,
        uses: &[3],
        domains: domains::NUM_PARAMETERS,
        compose: Some(composed),
        parts: |call| part(call, "Gpt2Config::inner_dim", 1),
        ..TASK
    },
    Task {
        number: 6,
        title: "Memory of a cache",
        function: Some("Gpt2Config::kv_cache_bytes"),
        optional: true,
        domains: domains::KV_CACHE_BYTES,
        ..TASK
    },
];

/// What all tasks have in common.
const TASK: Task = Task {
    expect: oracle::expect,
    ..super::TASK
};

/// A call of an earlier function with so many of the arguments.
fn part(whole: &Call, function: &str, arguments: usize) -> Vec<Call> {
    let arguments = whole.arguments.iter().take(arguments).cloned();
    vec![call(function, arguments.collect())]
}
