//! A running `grader watch`.

use std::fs::File;
use std::io::{Read, Write};
use std::os::fd::OwnedFd;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use rustix::termios::{LocalModes, tcgetattr};

use crate::common::terminal;
use crate::common::{Learner, TOLD, grader, target};

/// What is waited for appears long before, or never.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// A running `watch`. Dropping it ends it.
pub struct Watch {
    pub child: Child,
    keyboard: Option<File>,
    terminal: Option<OwnedFd>,
    printed: Arc<Mutex<String>>,
    /// How much of what it printed was waited for already.
    seen: usize,
}

impl Watch {
    /// On a learner's file, in a terminal.
    pub fn in_terminal(learner: &Learner, more: &[&str]) -> Self {
        Self::of(command(learner, more))
    }

    /// A command of one's own, in a terminal and in a process group of its own, as shells have it.
    pub fn of(mut command: Command) -> Self {
        let (ours, theirs) = terminal::open(80);
        let side = || theirs.try_clone().expect("a descriptor");
        command.env("TERM", "xterm").process_group(0);
        command.stdin(side()).stdout(side()).stderr(side());
        let mut watch = Self::start(&mut command, ours.try_clone().expect("a descriptor"));
        watch.keyboard = Some(ours);
        watch.terminal = Some(theirs.into());
        watch
    }

    /// With its output in a file and no keyboard.
    pub fn without_terminal(learner: &Learner, more: &[&str]) -> Self {
        let (output, writer) = std::io::pipe().expect("a pipe");
        let mut command = command(learner, more);
        command.stdin(Stdio::null());
        command.stdout(writer.try_clone().expect("a descriptor"));
        command.stderr(writer);
        Self::start(&mut command, output)
    }

    pub fn start(command: &mut Command, mut output: impl Read + Send + 'static) -> Self {
        // Who watches is going to edit.
        command.env_remove("CARGO_INCREMENTAL");
        let child = command.spawn().expect("the grader runs");
        let printed = Arc::new(Mutex::new(String::new()));
        let notes = Arc::clone(&printed);
        thread::spawn(move || {
            let mut bytes = Vec::new();
            let mut part = [0; 4096];
            while let Ok(count @ 1..) = output.read(&mut part) {
                bytes.extend_from_slice(&part[..count]);
                *notes.lock().expect("a lock") = String::from_utf8_lossy(&bytes).into_owned();
            }
        });
        Self {
            child,
            keyboard: None,
            terminal: None,
            printed,
            seen: 0,
        }
    }

    pub fn printed(&self) -> String {
        self.printed.lock().expect("a lock").clone()
    }

    /// Waits until this appears after what was waited for before.
    #[track_caller]
    pub fn wait_for(&mut self, text: &str) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let printed = self.printed();
            // A character that is only half there may have been noted as another, longer one.
            let rest = printed.get(self.seen..).unwrap_or_default();
            if let Some(place) = rest.find(text) {
                self.seen += place + text.len();
                return;
            }
            assert!(
                Instant::now() < deadline,
                "`{text}` does not appear in: {rest}"
            );
            thread::sleep(Duration::from_millis(10));
        }
    }

    pub fn press(&mut self, key: &[u8]) {
        let keyboard = self.keyboard.as_mut().expect("there is a keyboard");
        keyboard.write_all(key).expect("the key arrives");
    }

    #[track_caller]
    pub fn ended(&mut self) -> ExitStatus {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().expect("it can be waited for") {
                return status;
            }
            assert!(Instant::now() < deadline, "it does not end");
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Whether the terminal shows what is typed and gives it line by line, as shells have it.
    pub fn is_as_before(&self) -> bool {
        let terminal = self.terminal.as_ref().expect("there is a terminal");
        let modes = tcgetattr(terminal).expect("it has modes").local_modes;
        modes.contains(LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG)
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub fn command(learner: &Learner, more: &[&str]) -> Command {
    let mut command = grader();
    command.current_dir(learner.folder());
    command.env(TOLD, learner.told());
    command.args(["watch", "--impl", "step_02.rs", "--target-dir"]);
    command.arg(target()).args(more);
    command
}

pub const READY: &str = "q quit";
