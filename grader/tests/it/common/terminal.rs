//! A terminal for the grader to be run in.

use std::fs::File;
use std::io::Read;
use std::process::Command;
use std::thread;

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};

/// Both sides of a new terminal: ours, where what is printed arrives, and that of the programs in it.
pub fn open(columns: u16) -> (File, File) {
    let ours = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a pseudo-terminal");
    grantpt(&ours).expect("it is ours");
    unlockpt(&ours).expect("it opens");
    let name = ptsname(&ours, Vec::new()).expect("it has a name");
    let theirs = File::options()
        .read(true)
        .write(true)
        .open(name.to_str().expect("its name is text"))
        .expect("its other side opens");
    let size = Winsize {
        ws_row: 24,
        ws_col: columns,
        ws_xpixel: 0,
        ws_ypixel: 0,
    };
    tcsetwinsize(&theirs, size).expect("it takes a size");
    (File::from(ours), theirs)
}

/// What a command prints in a terminal of so many columns that calls itself `term`, on both of its streams.
pub fn run_in(columns: u16, term: Option<&str>, mut command: Command) -> String {
    let (mut ours, theirs) = open(columns);
    match term {
        Some(term) => command.env("TERM", term),
        None => command.env_remove("TERM"),
    };
    let side = || theirs.try_clone().expect("a descriptor");
    command.stdin(side()).stdout(side()).stderr(side());
    let mut child = command.spawn().expect("the grader runs");
    drop((command, theirs));
    let reader = thread::spawn(move || {
        let mut bytes = Vec::new();
        let mut part = [0; 4096];
        // The end is an error: the other side is closed.
        while let Ok(count @ 1..) = ours.read(&mut part) {
            bytes.extend_from_slice(&part[..count]);
        }
        bytes
    });
    child.wait().expect("it can be waited for");
    let bytes = reader.join().expect("it is read");
    let text = String::from_utf8(bytes).expect("it prints UTF-8");
    text.replace("\r\n", "\n")
}
