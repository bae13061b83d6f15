//! Step 06, position embeddings: its tasks, and where their questions, answers and hints are.

mod domains;
mod mistakes;
pub(super) mod oracle;

use super::domains::reals::call;
use super::domains::reals::composed;
use super::{Step, Task};
use crate::protocol::{Call, Value};

/// The step.
pub const STEP: Step = Step {
    number: 6,
    stem: "step_06",
    title: "Position embeddings",
    tasks: TASKS,
    solution: include_str!("../../../../solutions/src/step_06.rs"),
    hints: include_str!("hints.md"),
    glue: include_str!("../../../worker/step_06.rs"),
    given: "",
    misconceptions: mistakes::ALL,
    effect: |_, _, _| None,
    draw: None,
};

const TASKS: &[Task] = &[
    Task {
        number: 1,
        title: "Positions",
        function: Some("positions"),
        points: 40,
        domains: domains::POSITIONS,
        ..TASK
    },
    Task {
        number: 2,
        title: "Tokens and positions",
        function: Some("embed"),
        points: 60,
        uses: &[1],
        domains: domains::EMBED,
        compose: Some(composed),
        parts,
        ..TASK
    },
];

/// What all tasks have in common.
const TASK: Task = Task {
    expect: oracle::expect,
    ..super::TASK
};

/// What the reference asks for the positions.
fn parts(whole: &Call) -> Vec<Call> {
    let [_, Value::Record(wpe), Value::Ids(ids), start] = whole.arguments.as_slice() else {
        return Vec::new();
    };
    let count = wpe.first().and_then(Value::array);
    let count = count.map_or(0, |weight| weight.shape[0]);
    let [length, count] = [ids.len() as u64, count].map(Value::Size);
    vec![call("positions", vec![start.clone(), length, count])]
}
