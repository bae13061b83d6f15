//! Which step is drawn.

use crate::check::Judging;
use crate::error::{Error, Result};
use crate::steps::draw::{StepOptions, drawn};
use crate::steps::{Draw, Step};

/// The step that is named; else the current one or, where that has nothing to draw, the nearest one that has. One that takes
/// the words and options comes first.
pub(super) fn choose(
    judging: &Judging,
    named: Option<&'static Step>,
    words: &[String],
    own: &StepOptions,
) -> Result<(&'static Step, &'static Draw)> {
    let steps = judging.implementation.steps(named)?;
    let current = || Ok(judging.current(&steps)?.0.number);
    // Without the name of a step, words are numbers.
    let takes =
        |step: &Step, draw: &Draw| (words.is_empty() || draw.numbers) && own.of(step, draw).is_ok();
    nearest(&steps, takes, current)?.ok_or_else(|| {
        let asked = steps.first().map_or(0, |step| step.number);
        let known: Vec<_> = drawn()
            .map(|(step, _)| format!("{:02}", step.number))
            .collect();
        let known = known.join(", ");
        Error::Usage(format!(
            "step {asked:02} has nothing to draw; steps that have are {known}"
        ))
    })
}

/// Of the steps that have something to draw, the current one or the last before it, else the first; of those that take what
/// was said, if there are any. Which one is current is asked only where there is a choice.
fn nearest(
    steps: &[&'static Step],
    takes: impl Fn(&Step, &Draw) -> bool,
    current: impl FnOnce() -> Result<u8>,
) -> Result<Option<(&'static Step, &'static Draw)>> {
    let draws = steps
        .iter()
        .filter_map(|&step| Some((step, step.draw.as_ref()?)));
    let mut draws: Vec<_> = draws.collect();
    if draws.iter().any(|(step, draw)| takes(step, draw)) {
        draws.retain(|(step, draw)| takes(step, draw));
    }
    if draws.len() > 1 {
        let current = current()?;
        let reached = draws.partition_point(|(step, _)| step.number <= current);
        draws.truncate(reached.max(1));
    }
    Ok(draws.pop())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::steps::step_02::STEP;

    const fn step(number: u8, draws: bool) -> Step {
        Step {
            number,
            draw: if draws { STEP.draw } else { None },
            ..STEP
        }
    }

    static ONE: Step = step(1, false);
    static TWO: Step = step(2, true);
    static FOUR: Step = step(4, false);
    static SEVEN: Step = step(7, true);

    #[test]
    fn without_a_name_the_nearest_step_that_draws_is_drawn() {
        let all = [&ONE, &TWO, &FOUR, &SEVEN];
        let any = |_: &Step, _: &Draw| true;
        for (current, drawn) in [(1, 2), (2, 2), (4, 2), (7, 7)] {
            let found = nearest(&all, any, || Ok(current)).expect("there is a choice");
            assert_eq!(found.map(|(step, _)| step.number), Some(drawn), "{current}");
        }
        let unasked = || panic!("there is no choice");
        let only = nearest(&[&FOUR, &SEVEN], any, unasked).expect("no choice");
        assert_eq!(only.map(|(step, _)| step.number), Some(7));
        let none = nearest(&[&FOUR], any, unasked).expect("no choice");
        assert!(none.is_none());
        // One that takes what was said comes first, and another where none does.
        let two = |step: &Step, _: &Draw| step.number == 2;
        let only = nearest(&all, two, unasked).expect("no choice");
        assert_eq!(only.map(|(step, _)| step.number), Some(2));
        let other = nearest(&[&SEVEN], two, unasked).expect("no choice");
        assert_eq!(other.map(|(step, _)| step.number), Some(7));
    }
}
