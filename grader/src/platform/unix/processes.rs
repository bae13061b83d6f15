//! Finds and ends the processes that a program leaves.

use std::io;
use std::thread;
use std::time::{Duration, Instant};

use rustix::io::Errno;
use rustix::process::{Pid, Signal, WaitOptions};

/// Ends all that the program has left running and counts it.
pub(super) fn sweep(program: Pid, patience: Duration) -> usize {
    let deadline = Instant::now() + patience;
    let mut seen = Vec::new();
    let mut note = |pids: Vec<u32>| {
        for pid in pids {
            if !seen.contains(&pid) {
                seen.push(pid);
            }
            if let Some(pid) = i32::try_from(pid).ok().and_then(Pid::from_raw) {
                let _ = rustix::process::kill_process(pid, Signal::KILL);
            }
        }
    };
    let mut left = children_left();
    if left {
        note(descendants(std::process::id()));
    }
    // One signal reaches all of the group at once, however fast it grows.
    let group = rustix::process::kill_process_group(program, Signal::KILL).is_ok();
    while left && Instant::now() < deadline {
        note(descendants(std::process::id()));
        thread::sleep(Duration::from_millis(1));
        left = children_left();
    }
    seen.len().max(usize::from(group))
}

/// Buries the dead; `true` where a child still lives. On Linux orphans become the supervisor's children.
fn children_left() -> bool {
    loop {
        match rustix::process::wait(WaitOptions::NOHANG) {
            Ok(Some(_)) => {}
            Ok(None) => return true,
            Err(Errno::INTR) => {}
            Err(_) => return false,
        }
    }
}

/// The processes below `ancestor`, from `/proc`; none on systems without it.
fn descendants(ancestor: u32) -> Vec<u32> {
    let processes = processes();
    let mut family = vec![ancestor];
    let mut next = 0;
    while let Some(&parent) = family.get(next) {
        family.extend(
            processes
                .iter()
                .filter(|p| p.parent == parent)
                .map(|p| p.pid),
        );
        next += 1;
    }
    family.split_off(1)
}

/// From now on, what is orphaned below this process becomes its child, where the system can do that.
pub(super) fn adopt_orphans() {
    #[cfg(target_os = "linux")]
    let _ = rustix::process::set_child_subreaper(Some(rustix::process::getpid()));
}

/// Ends what a supervisor that is gone has left, and counts it: the rest of its session, and the orphans. These are the
/// children of this process that have a session of their own and are no supervisor that is still `running`.
pub(super) fn end_orphans(gone: u32, running: &[u32], patience: Duration) -> usize {
    let deadline = Instant::now() + patience;
    let this = std::process::id();
    let mut seen = Vec::new();
    loop {
        let processes = processes();
        // 0 in a container whose session was opened outside of it: `getsid` of rustix does not expect that.
        let own = processes.iter().find(|p| p.pid == this);
        let session = own.map(|p| p.session);
        let left = processes.iter().filter(|p| {
            let orphan = p.parent == this && Some(p.session) != session;
            p.session == gone || orphan && !running.contains(&p.pid)
        });
        let left: Vec<_> = left.map(|p| p.pid).collect();
        for pid in &left {
            if let Some(pid) = i32::try_from(*pid).ok().and_then(Pid::from_raw) {
                let _ = rustix::process::kill_process(pid, Signal::KILL);
                let _ = rustix::process::waitpid(Some(pid), WaitOptions::NOHANG);
            }
        }
        let is_over = left.is_empty() || Instant::now() > deadline;
        seen.extend(left);
        if is_over {
            seen.sort_unstable();
            seen.dedup();
            return seen.len();
        }
        thread::sleep(Duration::from_millis(1));
    }
}

struct Entry {
    pid: u32,
    parent: u32,
    session: u32,
}

/// The living processes that `/proc` lists.
fn processes() -> Vec<Entry> {
    let Ok(folders) = std::fs::read_dir("/proc") else {
        return Vec::new();
    };
    let entry = |folder: io::Result<std::fs::DirEntry>| {
        let folder = folder.ok()?;
        let pid = folder.file_name().to_str()?.parse().ok()?;
        let stat = std::fs::read_to_string(folder.path().join("stat")).ok()?;
        // The name, in parentheses, may hold anything; the fields after it are state, parent, group, session.
        let mut fields = stat.rsplit_once(')')?.1.split_whitespace();
        let alive = fields.next().is_some_and(|state| state != "Z");
        let (parent, _group, session) = (fields.next()?, fields.next()?, fields.next()?);
        let entry = Entry {
            pid,
            parent: parent.parse().ok()?,
            session: session.parse().ok()?,
        };
        alive.then_some(entry)
    };
    folders.filter_map(entry).collect()
}
