//! What is said of the earlier steps that something is built on.

use crate::build::Lent;
use crate::judge::Leak;

/// Which earlier steps something was built on that are not the learner's, in a sentence; nothing where there are none.
pub fn lent(lent: &[Lent]) -> Option<String> {
    let foreign = lent.iter().filter(|lent| !lent.own);
    let foreign: Vec<_> = foreign.map(|lent| format!("{:02}", lent.step)).collect();
    let steps = match foreign.as_slice() {
        [] => return None,
        [one] => format!("step {one}"),
        _ => format!("steps {}", foreign.join(", ")),
    };
    Some(format!(
        "Built on the course's own {steps}: none of yours has passed."
    ))
}

/// What to say of steps that know a later token.
pub fn leak(leak: Leak) -> String {
    let row = leak.row;
    let what = format!(
        "Your steps as they stand know what comes later: another last token changes row {row} of the logits, and only the last row may."
    );
    let why = match leak.step {
        Some(step) => format!(
            "With the course's step {step:02} in place of yours it does not: `cargo grade check {step:02}` says more."
        ),
        None => "No single step of yours is the reason.".to_owned(),
    };
    format!("{what}\n{why}")
}
