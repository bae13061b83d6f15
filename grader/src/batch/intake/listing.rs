//! Lists the files of a hand-in, whatever it is: a folder, an archive, a file. Follows no link and opens no pipe.

use std::fs::{self, FileType};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use super::super::name;
use super::archive::{self, Entry};
use super::{LARGEST, Rejected};
use crate::platform;

/// A hand-in with more files than this is not searched.
const MOST: usize = 20_000;
/// So deep is searched.
const DEEPEST: usize = 12;
/// An archive that is larger is not read.
const LARGEST_ARCHIVE: u64 = 64 << 20;
/// What is in no hand-in because somebody wrote it. Hidden files are not either.
const NOT_WRITTEN: [&str; 3] = ["__MACOSX", "target", "node_modules"];

/// A file that was handed in.
#[derive(Debug)]
pub(super) struct Listed {
    /// Its path within the hand-in.
    pub(super) path: Vec<String>,
    /// What it is where it is no file.
    pub(super) oddity: Option<&'static str>,
    place: Place,
}

#[derive(Debug)]
enum Place {
    Disk(PathBuf),
    Packed(Rc<[u8]>, Entry),
}

impl Listed {
    /// Its own name.
    pub(super) fn name(&self) -> &str {
        self.path.last().map_or("", String::as_str)
    }

    /// The folder that it is in.
    pub(super) fn parent(&self) -> &[String] {
        self.path.split_last().map_or(&[], |(_, parent)| parent)
    }

    /// It, in a sentence.
    pub(super) fn shown(&self) -> String {
        name::quoted(&self.path.join("/"))
    }

    /// Whether it is an archive in the hand-in.
    pub(super) fn is_archive(&self) -> bool {
        self.oddity.is_none() && is_archive(self.name())
    }

    /// What stands in it.
    pub(super) fn read(&self) -> Result<Vec<u8>, Rejected> {
        let refused = |reason: String| Rejected(format!("{} {reason}.", self.shown()));
        if let Some(oddity) = self.oddity {
            return Err(refused(format!("is {oddity}; expected the file itself")));
        }
        match &self.place {
            Place::Disk(path) => read(path, LARGEST as u64).map_err(refused),
            Place::Packed(archive, entry) => entry.read(archive, LARGEST).map_err(refused),
        }
    }

    /// What is in it, where it is an archive on the disk.
    pub(super) fn open(&self) -> Result<Vec<Listed>, Rejected> {
        match &self.place {
            Place::Disk(path) => packed(path, &self.path),
            // An archive in an archive is not opened.
            Place::Packed(..) => Ok(Vec::new()),
        }
    }
}

fn is_archive(name: &str) -> bool {
    name.to_ascii_lowercase().ends_with(".zip")
}

/// The files of the hand-in at this place.
pub(super) fn files(path: &Path) -> Result<Vec<Listed>, Rejected> {
    let name = name::text(path.file_name().unwrap_or_default());
    let about = fs::symlink_metadata(path)
        .map_err(|error| Rejected(format!("It cannot be read: {}.", error.kind())))?;
    let oddity = oddity(about.file_type());
    if let Some(oddity) = oddity {
        return Err(Rejected(format!("It is {oddity}.")));
    }
    if about.is_dir() {
        return walk(path);
    }
    if is_archive(&name) {
        return packed(path, &[]);
    }
    if !name.to_ascii_lowercase().ends_with(".rs") {
        let text = "It is no folder, no `.rs` file and no `.zip` archive.";
        return Err(Rejected(text.to_owned()));
    }
    Ok(vec![Listed {
        path: vec![name],
        oddity: None,
        place: Place::Disk(path.to_owned()),
    }])
}

/// What something is that is neither file nor folder.
fn oddity(kind: FileType) -> Option<&'static str> {
    if kind.is_symlink() {
        Some("a link, which is not followed")
    } else if kind.is_file() || kind.is_dir() {
        None
    } else {
        Some("a pipe, a socket or a device")
    }
}

/// Whether nobody wrote what is in a folder of this name.
fn is_ignored(name: &str) -> bool {
    name.starts_with('.') || NOT_WRITTEN.contains(&name)
}

/// The files of a folder and of the folders in it.
fn walk(folder: &Path) -> Result<Vec<Listed>, Rejected> {
    let mut files = Vec::new();
    let mut open = vec![(folder.to_owned(), Vec::new())];
    let mut seen = 0;
    while let Some((folder, path)) = open.pop() {
        let unreadable = |error: std::io::Error| {
            let shown = name::quoted(&path.join("/"));
            Rejected(format!("{shown} cannot be read: {}.", error.kind()))
        };
        for entry in fs::read_dir(&folder).map_err(unreadable)? {
            let entry = entry.map_err(unreadable)?;
            let name = name::text(&entry.file_name());
            if is_ignored(&name) {
                continue;
            }
            seen += 1;
            if seen > MOST {
                let text = format!("It holds more than {MOST} files.");
                return Err(Rejected(text));
            }
            let kind = entry.file_type().map_err(unreadable)?;
            let path = [path.as_slice(), &[name]].concat();
            if kind.is_dir() {
                if path.len() < DEEPEST {
                    open.push((entry.path(), path));
                }
                continue;
            }
            files.push(Listed {
                path,
                oddity: oddity(kind),
                place: Place::Disk(entry.path()),
            });
        }
    }
    // The same on every machine.
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(files)
}

/// The files of an archive, which lies at this place in the hand-in.
fn packed(archive: &Path, inside: &[String]) -> Result<Vec<Listed>, Rejected> {
    let it = match inside {
        [] => "It".to_owned(),
        path => name::quoted(&path.join("/")),
    };
    let refused = |reason: String| Rejected(format!("{it} {reason}."));
    let bytes: Rc<[u8]> = read(archive, LARGEST_ARCHIVE).map_err(refused)?.into();
    let mut files = Vec::new();
    for entry in archive::entries(&bytes).map_err(refused)? {
        // Some programs on Windows write paths as they are there.
        let parts = entry.name.split(|byte| matches!(byte, b'/' | b'\\'));
        let parts: Vec<String> = parts.map(name::bytes).collect();
        let is_folder = parts.last().is_some_and(String::is_empty);
        let is_deep = parts.len() > DEEPEST;
        if is_folder || is_deep || parts.iter().any(|part| is_ignored(part)) {
            continue;
        }
        let oddity = match entry.mode & 0o170_000 {
            0 | 0o100_000 => None,
            0o120_000 => Some("a link, which is not followed"),
            _ => Some("no file"),
        };
        files.push(Listed {
            path: [inside, &parts].concat(),
            oddity,
            place: Place::Packed(Rc::clone(&bytes), entry),
        });
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(files)
}

/// Reads a file of at most so many bytes, as it is there and nothing that it leads to.
fn read(path: &Path, most: u64) -> Result<Vec<u8>, String> {
    let unreadable = |error: std::io::Error| format!("cannot be read: {}", error.kind());
    let file = platform::open_file(path).map_err(unreadable)?;
    let mut bytes = Vec::new();
    file.take(most + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    if bytes.len() as u64 > most {
        return Err(format!("has more than {most} bytes"));
    }
    Ok(bytes)
}
