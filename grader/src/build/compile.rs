//! Calls rustc for a worker, as cargo has called it for the one of the kit.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::cargo::{self, Run};
use super::kit::Kit;
use super::rustc::WORKER;
use super::{Builder, has_locks};
use crate::error::Result;
use crate::platform::{self, Inherits, Job, Walls};

/// Compiles the worker in this folder without the pieces of glue that are named. What rustc says of it, a JSON message a
/// line, is the output. It reads `files` of the learner's, and nothing else that is not its own. Where it is to be
/// `lenient`, no lint is more than a warning.
pub(super) fn worker(
    builder: &Builder<'_>,
    kit: &Kit,
    folder: &Path,
    files: &[PathBuf],
    left_out: &[&str],
    lenient: bool,
) -> Result<Run> {
    let own = [
        "--crate-name",
        WORKER,
        "main.rs",
        "--emit=dep-info,link",
        "--out-dir",
        ".",
        "--error-format=json",
    ];
    let mut arguments: Vec<OsString> = kit.arguments.iter().map(Into::into).collect();
    arguments.extend(own.map(Into::into));
    if builder.color {
        arguments.push("--json=diagnostic-rendered-ansi".into());
    }
    // rustc locks what it keeps for the next time, and gives up where it cannot.
    if builder.incremental && has_locks(builder.target).unwrap_or(true) {
        arguments.extend(["-C", "incremental=incremental"].map(Into::into));
    } else {
        // Parts are for what is compiled again. Measured: with two where it is quick, and with as many as can be compiled at
        // once where it is not, it is done no later than with sixteen, and takes less of all processors together.
        let parts = if builder.optimised {
            platform::processors().min(16)
        } else {
            2
        };
        arguments.extend(["-C".into(), format!("codegen-units={parts}").into()]);
    }
    if builder.optimised {
        // The last one counts.
        let fast = ["opt-level=3", "debug-assertions=off"];
        arguments.extend(fast.iter().flat_map(|value| ["-C", value]).map(Into::into));
    }
    if lenient {
        arguments.extend(["--cap-lints", "warn"].map(Into::into));
    }
    for piece in left_out {
        arguments.extend(["--cfg".into(), format!("left_out={piece:?}").into()]);
    }
    let mut variables: Vec<_> = ["RUSTC_BOOTSTRAP", "RUST_BACKTRACE"]
        .map(|name| (name.into(), None))
        .into();
    // Linkers make files there.
    variables.push(("TMPDIR".into(), Some(folder.into())));
    let walls = kit.walled.then(|| walls(builder, kit, folder, files));
    let job = Job {
        program: kit.rustc.clone().into(),
        arguments,
        inherits: inherited(kit),
        environment: variables,
        directory: folder.to_owned(),
        walls,
        memory: builder.memory,
    };
    let mut run = cargo::run_job(&job, builder.timeout)?;
    let said = std::mem::take(&mut run.errors);
    let (messages, others): (Vec<_>, Vec<_>) = said.lines().partition(|line| line.starts_with('{'));
    run.output = messages.join("\n");
    run.errors = others.join("\n");
    Ok(run)
}

/// What a compiler and its linker see of the environment, which an answer can read at compile time.
fn inherited(kit: &Kit) -> Inherits {
    // On Windows they find each other by a dozen variables. What rustup starts in rustc's place has to find rustc.
    if cfg!(windows) || kit.rustc.is_relative() {
        return Inherits::All;
    }
    Inherits::Only(&[
        "PATH",
        "LD_LIBRARY_PATH",
        "LIBRARY_PATH",
        "COMPILER_PATH",
        "GCC_EXEC_PREFIX",
        "DYLD_*",
        "SDKROOT",
        "DEVELOPER_DIR",
        "MACOSX_*",
        "NIX_*",
    ])
}

/// What a compiler and its linker need beside the learner's files: themselves, the kit, and a folder to write in.
fn walls(builder: &Builder<'_>, kit: &Kit, folder: &Path, files: &[PathBuf]) -> Walls {
    let mut walls = Walls::around(&kit.rustc);
    // Where there is a `bin` there is a `lib` beside it.
    walls
        .reads
        .extend(kit.rustc.ancestors().nth(2).map(Path::to_owned));
    let tools = ["/usr", "/bin", "/sbin", "/etc/alternatives", "/opt"];
    walls.reads.extend(tools.map(PathBuf::from));
    walls.reads.push(builder.target.join("build"));
    walls.reads.extend_from_slice(files);
    walls.writes.push(folder.to_owned());
    walls.starts_programs = true;
    walls
}
