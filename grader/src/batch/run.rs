//! Judges the hand-ins of a folder, several at once, and writes each result the moment it is there.

use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::{fs, io};

use serde_json::json;

use super::key::{self, Key};
use super::name;
use super::one::Work;
use super::results::{self, Out};
use super::settings::{Batch, Done, Outcome};
use super::slot::Slot;
use crate::check::Judging;

use crate::error::{Error, Reason, Result};
use crate::platform;
use crate::report::Meter;
use crate::session::Implementation;

impl Batch {
    /// Judges them all.
    ///
    /// # Errors
    ///
    /// Where there is nothing to judge, a result cannot be written, or nothing can be built. What was judged until then
    /// is kept.
    pub fn run(&self) -> Result<Outcome> {
        if !platform::has_walls() {
            self.allow("a hand-in")?;
        }
        let entries = self.entries()?;
        let out = Out::take(&self.out)?;
        let nobody = Implementation {
            name: String::new(),
            folder: self.target.clone(),
            only: None,
        };
        let (rustc, is_walled) = self.judging(nobody).make_ready()?;
        if !is_walled {
            self.allow("the compiler")?;
        }
        let limits = &self.limits;
        let key = Key::new([
            ("rustc", json!(rustc)),
            ("compiler_isolated", json!(is_walled)),
            ("salt", json!(self.salt.as_deref().map(key::digest))),
            ("step", json!(self.step.map(|step| step.stem))),
            ("tasks", json!(self.counts.tasks())),
            ("points", json!(self.counts.points())),
            ("feedback", json!(self.feedback.name())),
            (
                "limits",
                json!([
                    limits.timeout,
                    limits.step_timeout,
                    limits.memory,
                    limits.compile_timeout,
                    limits.compile_memory
                ]),
            ),
        ])?;
        let work = Work {
            batch: self,
            out,
            key,
            firsts: Mutex::default(),
        };
        work.all(&entries)
    }

    /// Fails where this must be kept apart and cannot be, unless that is wanted.
    fn allow(&self, what: &str) -> Result<()> {
        if self.allows_weak_isolation {
            return Ok(());
        }
        Err(Error::Usage(format!(
            "this machine does not keep {what} from its files and its network (isolation: {})\n\
             run it on Linux with Landlock, or add `--allow-weak-isolation` inside a machine that holds nothing else",
            platform::isolation()
        )))
    }

    /// What there is to judge, in the order of the names.
    fn entries(&self) -> Result<Vec<(String, PathBuf)>> {
        let refused = |error| Error::Place {
            doing: "read",
            path: self.folder.clone(),
            reason: Reason::System(error),
            advice: "expected a folder with one folder, `.zip` or `.rs` file for each hand-in"
                .to_owned(),
        };
        let absolute = |path| std::path::absolute(path).map_err(refused);
        if absolute(&self.out)?.starts_with(absolute(&self.folder)?) {
            return Err(Error::Usage(format!(
                "`{}` is in the folder with the hand-ins, and would be taken for one\nname another folder with `--out`",
                self.out.display()
            )));
        }
        let mut entries = Vec::new();
        for entry in fs::read_dir(&self.folder).map_err(refused)? {
            let entry = entry.map_err(refused)?;
            let id = name::text(&entry.file_name());
            let is_ours = |(part, parts)| name::part(&id, parts) == part;
            // Systems put hidden files and folders everywhere.
            let is_hidden = id.starts_with('.') || id == "__MACOSX";
            if !is_hidden && self.partition.is_none_or(is_ours) {
                entries.push((id, entry.path()));
            }
        }
        if entries.is_empty() && self.partition.is_none() {
            return Err(refused(io::ErrorKind::NotFound.into()));
        }
        entries.sort();
        Ok(entries)
    }

    /// The results that are there and that none of these hand-ins has, but for those of another part.
    pub fn strays(&self, outcome: &Outcome) -> Vec<String> {
        let is_here = |id: &String| outcome.iter().any(|(one, _)| one == id);
        let is_of_part = |id: &String| {
            let part = self.partition;
            part.is_none_or(|(part, parts)| name::part(id, parts) == part)
        };
        let ids = results::ids(&self.out).into_iter();
        let strays = ids.filter(|id| is_of_part(id) && !is_here(id));
        strays.map(|id| name::quoted(&id)).collect()
    }

    pub(super) fn judging(&self, implementation: Implementation) -> Judging {
        Judging::hand_in(
            implementation,
            self.target.clone(),
            self.salt.clone(),
            self.limits.clone(),
        )
    }
}

impl Work<'_> {
    /// Judges them, several at once.
    fn all(&self, entries: &[(String, PathBuf)]) -> Result<Outcome> {
        let next = AtomicUsize::new(0);
        let meter = Meter::new(entries.len());
        let work = |number: usize| -> Result<Outcome> {
            let slot = Slot::take(&self.batch.target, number)?;
            let mut outcome = Outcome::new();
            while let Some((id, path)) = entries.get(next.fetch_add(1, Ordering::Relaxed)) {
                let done = self.one(id, path, &slot).inspect_err(|_| {
                    // Where one result cannot be written, no other can.
                    next.store(entries.len(), Ordering::Relaxed);
                })?;
                meter.one_more(done == Done::Graded);
                outcome.push((id.clone(), done));
            }
            Ok(outcome)
        };
        let jobs = self.batch.jobs.clamp(1, entries.len().max(1));
        let mut all = thread::scope(|scope| {
            let threads: Vec<_> = (0..jobs)
                .map(|number| scope.spawn(move || work(number)))
                .collect();
            let ended = threads.into_iter().map(|thread| {
                let broken = |_| Error::Broken("a thread of the grader's ended".to_owned());
                thread.join().map_err(broken)?
            });
            ended.collect::<Result<Vec<_>>>()
        })?
        .concat();
        all.sort_by(|(one, _), (other, _)| one.cmp(other));
        Ok(all)
    }
}
