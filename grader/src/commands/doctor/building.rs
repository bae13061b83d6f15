//! What is looked at of building: where it happens, what it needs, and whether it works.

use std::fs;
use std::io::Write;
use std::path::Path;

use super::{amiss, fair, fine, unable};
use crate::build::{Builder, has_locks};
use crate::check::Judging;
use crate::cli::LimitArgs;
use crate::error::Result;
use crate::judge::{Status, StepVerdict};
use crate::platform;
use crate::report::Progress;
use crate::report::findings::Finding;
use crate::steps::Step;

/// So many bytes are written to see whether there is room.
const SAMPLE: usize = 1 << 20;
/// So many MiB are enough for everything that is built.
const SPACE: u64 = 500;

/// Whether files of some size can be made in the target, and how many more.
pub(super) fn writable(target: &Path) -> Finding {
    let shown = target.display();
    let tried = fs::create_dir_all(target).and_then(|()| {
        let mut file = tempfile::tempfile_in(target)?;
        file.write_all(&vec![1; SAMPLE])?;
        file.sync_data()
    });
    if let Err(error) = tried {
        return amiss(
            "target",
            format!("cannot write to `{shown}`: {error}"),
            "make it a folder that you may write to, free some space, or name another with `--target-dir`",
        );
    }
    match platform::free_space(target).map(|bytes| bytes >> 20) {
        Some(free) if free < SPACE => fair(
            "target",
            format!("`{shown}` can be written, and {free} MiB are free there"),
            format!(
                "building takes up to {SPACE} MiB the first time; free some, or name another folder with `--target-dir`"
            ),
        ),
        Some(free) => fine(
            "target",
            format!("`{shown}` can be written; {} GiB are free", free >> 10),
        ),
        None => fine("target", format!("`{shown}` can be written")),
    }
}

/// Whether graders that run at once can wait for each other.
pub(super) fn locks(target: &Path) -> Finding {
    match has_locks(target) {
        Ok(true) => fine("locks", "graders that run at once wait for each other"),
        Ok(false) => fair(
            "locks",
            "the file system of the target has none",
            "run one check at a time, or name a folder on another disk with `--target-dir`",
        ),
        Err(error) => amiss(
            "locks",
            format!("no file of the target can be locked: {error}"),
            "name a folder on another disk with `--target-dir`",
        ),
    }
}

/// What a user has told cargo that would change how answers behave.
pub(super) fn configuration(builder: &Builder<'_>) -> Finding {
    let settings = builder.overruled(builder.target);
    if settings.is_empty() {
        return fine("settings", "cargo's would change no answer");
    }
    let mut places: Vec<&str> = settings.iter().map(|setting| &*setting.place).collect();
    places.dedup();
    let set_in = |place: &&str| {
        let there = settings.iter().filter(|setting| setting.place == **place);
        let keys: Vec<_> = there.map(|setting| format!("`{}`", setting.key)).collect();
        format!("\n{}: {}", place, keys.join(", "))
    };
    let list: String = places.iter().map(set_in).collect();
    fine(
        "settings",
        format!("these of cargo's are overruled, so that they change no answer{list}"),
    )
}

/// Whether the crates that answers use are on this machine, or can be had.
pub(super) fn crates(builder: &Builder<'_>) -> Finding {
    let progress = Progress::start("looking for crates");
    let found = builder.fetch_crates();
    drop(progress);
    match found {
        Ok(Ok(false)) => fine("crates", "all here, so no network is needed"),
        Ok(Ok(true)) => fine(
            "crates",
            "fetched now, so no network is needed from here on",
        ),
        Ok(Err(said)) => amiss(
            "crates",
            format!(
                "not all of the crates that answers use are here, or to be had; cargo said:\n{}",
                said.lines().next().unwrap_or_default()
            ),
            "run `cargo fetch` in the course's folder while there is a network connection",
        ),
        Err(error) => unable("crates", &error),
    }
}

/// Whether a program can be linked.
pub(super) fn linker(builder: &Builder<'_>) -> Finding {
    match builder.link_nothing() {
        Ok(()) => fine("linker", "makes programs"),
        Err(error) => unable("linker", &error),
    }
}

/// The steps that are tried: the one that uses every crate, and the last, which is built with all that are before it.
const TRIED: [&str; 2] = ["02", "12"];

/// Has the reference built and judged: the proof that nothing was overlooked.
pub(super) fn trial(builder: &Builder<'_>, limits: &LimitArgs) -> Finding {
    let judge = |step| {
        let reference = builder.reference(step)?;
        let judging = Judging::own(reference, builder.target.to_owned(), limits.clone());
        judging.step(step, None)
    };
    let tried = TRIED.iter().filter_map(|name| Step::find(name));
    let judged: Result<Vec<_>> = tried.map(judge).collect();
    let failed = |verdict: &&StepVerdict| verdict.status() != Status::Passed;
    match judged.as_ref().map(|verdicts| verdicts.iter().find(failed)) {
        Ok(None) => fine("trial", "the reference was built and passes"),
        Ok(Some(verdict)) => amiss(
            "trial",
            format!(
                "the reference of step {:02} does not pass here, it is `{}`",
                verdict.step.number,
                verdict.status().name()
            ),
            "run this again while nothing else keeps the machine busy; if it stays so, the course has a fault: report it",
        ),
        Err(error) => unable("trial", error),
    }
}
