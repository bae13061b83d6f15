//! Compares a model with a mistake with the same one without.

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
