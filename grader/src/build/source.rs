//! The files of an implementation: read once, so that what is judged is what was built.

use std::fs;
use std::hash::Hasher;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use siphasher::sip::SipHasher13;

use crate::error::{Error, Reason, Result};
use crate::platform;
use crate::session::Attempt;

/// A step file of a learner's that is larger is not read.
const LARGEST: u64 = 1 << 20;

/// The step file of an implementation.
#[derive(Clone, Debug)]
pub struct Source {
    /// Where it is.
    pub path: PathBuf,
    /// What stands in it.
    pub text: String,
    /// When it was changed last, so that a text that was put back is not taken for one that stayed.
    changed: Option<SystemTime>,
}

impl Source {
    /// Reads the file.
    ///
    /// # Errors
    ///
    /// Usage, where it is not there, cannot be read or is no text.
    pub fn read(attempt: Attempt<'_>) -> Result<Self> {
        let path = attempt.file();
        let step = attempt.step;
        let refuse = |reason| {
            let mut expected = format!("expected the answers to step {:02} in it", step.number);
            if attempt.implementation.is_steps() {
                let reset = format!(
                    "; `cargo grade reset {:02}` puts the stub there",
                    step.number
                );
                expected.push_str(&reset);
            }
            Err(Error::Place {
                doing: "read",
                path: path.clone(),
                reason,
                advice: expected,
            })
        };
        let about = match fs::metadata(&path) {
            Ok(about) => about,
            Err(error) => return refuse(Reason::System(error)),
        };
        if !about.is_file() {
            return refuse(Reason::Other("it is not a file".to_owned()));
        }
        if about.len() > LARGEST {
            return refuse(Reason::Other(format!(
                "it has {} bytes, and no more than {LARGEST} are read",
                about.len()
            )));
        }
        match platform::read(&path).map(String::from_utf8) {
            Ok(Ok(text)) => Ok(Self {
                path,
                text,
                changed: platform::changed(&about),
            }),
            Ok(Err(error)) => refuse(Reason::NotText(error.utf8_error())),
            Err(error) => refuse(Reason::System(error)),
        }
    }

    /// Whether nobody has written the file between this reading and another.
    pub fn is_still(&self, after: &Self) -> bool {
        self.text == after.text && self.changed == after.changed
    }

    /// The seed that follows from the text: the same file is asked the same questions.
    pub fn seed(&self) -> u64 {
        let mut hasher = SipHasher13::new();
        hasher.write(self.text.as_bytes());
        hasher.finish()
    }

    /// The seed that follows from the text and from what nobody else knows: the questions cannot be foreseen.
    pub fn salted_seed(&self, salt: &[u8]) -> u64 {
        let mut hasher = SipHasher13::new();
        hasher.write_usize(salt.len());
        hasher.write(salt);
        hasher.write(self.text.as_bytes());
        hasher.finish()
    }

    /// The line of the file, counted from 1.
    pub fn line(&self, number: u32) -> Option<&str> {
        self.text.lines().nth(number.checked_sub(1)? as usize)
    }

    /// The line where the function or method is written, counted from 1.
    pub fn line_of(&self, function: &str) -> Option<u32> {
        let (kind, function) = function.split_once("::").unwrap_or(("", function));
        let is_here = |line: &str| {
            let code = line.split("//").next().unwrap_or_default();
            code.split_once("fn ").is_some_and(|(_, rest)| {
                let rest = rest.trim_start().strip_prefix(function);
                rest.is_some_and(|rest| rest.trim_start().starts_with(['(', '<']))
            })
        };
        let is_block = |line: &str| {
            let mut words = line.split(|c: char| !c.is_alphanumeric() && c != '_');
            line.trim_start().starts_with("impl") && words.any(|word| word == kind)
        };
        let block = self
            .text
            .lines()
            .position(|line| kind.is_empty() || is_block(line))?;
        let found = self.text.lines().skip(block).position(is_here)?;
        u32::try_from(block + found + 1).ok()
    }
}

/// A hash over the contents of all `files`: cargo trusts the time of a file, which an older copy put back keeps.
pub fn fingerprint(files: &[PathBuf]) -> u64 {
    let mut hasher = SipHasher13::new();
    for file in files {
        hasher.write(file.as_os_str().as_encoded_bytes());
        // A file that is gone counts too: it was there when the last build was made.
        match platform::read(file) {
            Ok(bytes) => {
                hasher.write_u64(bytes.len() as u64);
                hasher.write(&bytes);
            }
            Err(_) => hasher.write_u64(u64::MAX),
        }
    }
    hasher.finish()
}

/// Refuses a module that has become something else than a file, which a compiler would wait for.
///
/// # Errors
///
/// Usage, where there is one.
pub(super) fn refuse_others(files: &[PathBuf]) -> Result<()> {
    let is_other = |file: &&PathBuf| fs::metadata(file).is_ok_and(|about| !about.is_file());
    match files.iter().find(is_other) {
        Some(file) => Err(Error::Place {
            doing: "read",
            path: file.clone(),
            reason: Reason::Other("it is not a file".to_owned()),
            advice: "the step led to it when it was last built".to_owned(),
        }),
        None => Ok(()),
    }
}

/// Whether one of the files was changed at that time or later, as far as anybody can tell.
pub(super) fn any_since(files: &[PathBuf], time: SystemTime) -> bool {
    let changed = |file: &PathBuf| platform::changed(&fs::metadata(file).ok()?);
    files
        .iter()
        .any(|file| changed(file).is_none_or(|changed| changed >= time))
}

/// The step file and every file that it led to when it was last built, as rustc noted in the file `noted`. The files
/// in `own`, where rustc ran, are the grader's and do not count.
pub(super) fn files(source: &Path, noted: &Path, own: &Path) -> Vec<PathBuf> {
    let mut files = vec![source.to_owned()];
    let notes = fs::read_to_string(noted).unwrap_or_default();
    // One rule a line, `target: files`; further lines `file:` stand for the files alone. A blank in a name is escaped.
    for rule in notes.lines().filter_map(|line| line.split_once(": ")) {
        let names = rule.1.replace("\\ ", "\0");
        files.extend(
            names
                .split_whitespace()
                .map(|name| own.join(name.replace('\0', " "))),
        );
    }
    files.retain(|file| !file.starts_with(own));
    files.sort();
    files.dedup();
    files
}

#[cfg(test)]
mod tests {
    use std::error::Error as _;
    use std::str::Utf8Error;

    use super::*;
    use crate::session::Implementation;
    use crate::steps::STEPS;

    #[test]
    fn a_step_file_that_cannot_be_read_keeps_why() {
        let folder = tempfile::tempdir().expect("a folder");
        let step = &STEPS[0];
        let implementation = Implementation {
            name: "here".to_owned(),
            folder: folder.path().to_owned(),
            only: None,
        };
        let attempt = Attempt {
            implementation: &implementation,
            step,
        };
        let read = || Source::read(attempt).expect_err("nothing to read");
        assert!(
            read()
                .source()
                .is_some_and(|source| source.is::<std::io::Error>())
        );
        fs::write(folder.path().join(step.file()), [b'a', 0xff]).expect("a file");
        assert!(
            read()
                .source()
                .is_some_and(|source| source.is::<Utf8Error>())
        );
    }
}
