//! Compares a model with another one: with a mistake and without, or with a step of the course's in place of a learner's.

use super::asked::Asked;
use super::broken::Broken;
use super::voice::{Speaker, Written};
use crate::build::{Change, Lent};
use crate::cli::GenerateArgs;
use crate::error::{Exit, Result};
use crate::report;

/// Writes with a mistake and without it.
pub(super) fn side_by_side<'a>(
    broken: &'static Broken,
    args: &GenerateArgs,
    asked: &Asked,
    speaker: impl Fn(&'static [Change]) -> Result<Option<(Speaker<'a>, Vec<Lent>)>>,
) -> Result<Exit> {
    let mut losses = Vec::new();
    for (head, changes) in [
        (
            format!("With {}, {}:", broken.id, broken.title),
            broken.changes,
        ),
        ("Without it:".to_owned(), &[][..]),
    ] {
        let Some((speaker, _)) = speaker(changes)? else {
            return Ok(Exit::NotPassed);
        };
        report::note(&head);
        if let Written::Broken(why) = speaker.write(&args.prompt, asked)? {
            report::note(&why);
        }
        losses.push(speaker.loss(asked)?);
    }
    if let [Some(wrong), Some(right)] = losses[..] {
        report::note(&format!(
            "Loss on a page that the model has not read: {wrong:.2} with it, {right:.2} without."
        ));
    }
    Ok(Exit::Passed)
}

/// What to say of a model that knows a later token at a row, and of whose steps each is left out in turn.
pub(super) fn blamed(
    row: u64,
    own: &[u8],
    mut moved_without: impl FnMut(u8) -> Result<Option<u64>>,
) -> Result<String> {
    let mut text = format!(
        "Your model knows what comes later: another last token changes row {row} of the logits, and only the last row may."
    );
    for step in own {
        if moved_without(*step)?.is_none() {
            text.push_str(&format!(
                "\nWith the course's step {step:02} in place of yours it does not: `cargo grade check {step:02}` says more."
            ));
            return Ok(text);
        }
    }
    text.push_str("\nNo single step of yours is the reason.");
    Ok(text)
}
