//! Builds all steps of an implementation as one program, to be used and not to be judged.

use std::fs;
use std::path::PathBuf;
use std::time::SystemTime;

use super::messages::Messages;
use super::prepare::{Crate, program, write};
use super::{Builder, Built, Lent, Source, compile, fault, source};
use crate::error::{Error, Result};
use crate::session::Attempt;
use crate::steps::Step;

/// What a step of the reference has in place of something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The number of the step.
    pub step: u8,
    /// What stands there once.
    pub right: &'static str,
    /// What is put in its place.
    pub wrong: &'static str,
}

/// The whole of an implementation.
#[derive(Debug)]
pub struct Whole {
    /// The worker.
    pub built: Built,
    /// All steps that it is made of, the last one too.
    pub steps: Vec<Lent>,
    /// While it lives, nobody else builds or runs it.
    pub made: Crate,
}

impl Builder<'_> {
    /// Builds a step together with all that it uses: the steps of the implementation that have passed, and the reference's
    /// for the others. With changes, all are the reference's, and these are made in it.
    ///
    /// # Errors
    ///
    /// Where the files cannot be read or written, or the compiler cannot be run.
    pub fn whole(
        &self,
        attempt: Attempt<'_>,
        changes: &[Change],
        wait: impl FnOnce(),
    ) -> Result<Whole> {
        let Attempt {
            implementation,
            step,
        } = attempt;
        let made = self.prepare_whole(attempt, !changes.is_empty(), wait)?;
        let reference = self.reference(step)?;
        let own = Source::read(attempt).ok();
        let own = own.filter(|own| changes.is_empty() && self.takes(step, own));
        let is_own = own.is_some();
        let source = match own {
            Some(own) => own,
            None => Source::read(Attempt {
                implementation: &reference,
                step,
            })?,
        };
        source::refuse_others(&made.files(&source))?;
        let mut steps = self.lend(attempt, &source)?;
        steps.push(Lent {
            step: step.number,
            own: is_own,
        });
        let mut modules = self.modules(&steps);
        if !changes.is_empty() {
            for (module, path) in &mut modules {
                *path = Some(self.changed(module, changes)?);
            }
            steps.iter_mut().for_each(|step| step.own = false);
        }

        let kit = self.kit()?;
        let program = program(&implementation.folder, step, &modules)?;
        program.write(&made.folder)?;
        let stamp = || made.stamp(&kit, &program, &source);
        let built = match made.is_current(&stamp()) {
            Some(left_out) => made.worker(attempt, left_out, steps.clone()),
            None => {
                made.forget()?;
                let mut files = vec![implementation.folder.clone()];
                files.extend(modules.iter().filter_map(|(_, path)| path.clone()));
                let started = SystemTime::now();
                let run = compile::worker(self, &kit, &made.folder, &files, &[], true)?;
                if run.success {
                    let built = made.worker(attempt, Vec::new(), steps.clone());
                    made.note(&built, stamp, &source, started)?;
                    built
                } else {
                    let folder = &implementation.folder;
                    let messages = Messages::read(&run.output, folder, &made.folder);
                    Built::Failed(fault::failure(&run, messages, self))
                }
            }
        };
        Ok(Whole { built, steps, made })
    }

    /// Where a step of the reference lies with these changes made in it.
    fn changed(&self, step: &'static Step, changes: &[Change]) -> Result<PathBuf> {
        let mut text = step.solution.to_owned();
        for change in changes.iter().filter(|change| change.step == step.number) {
            if text.matches(change.right).count() != 1 {
                let (number, right) = (step.number, change.right);
                return Err(Error::Broken(format!(
                    "step {number:02} of the reference does not have `{right}` once; this is the grader's own fault"
                )));
            }
            text = text.replace(change.right, change.wrong);
        }
        let folder = self.target.join("changed");
        fs::create_dir_all(&folder).map_err(|error| Error::file("create", &folder, error))?;
        let path = folder.join(step.file());
        write(&path, &text)?;
        Ok(path)
    }
}
